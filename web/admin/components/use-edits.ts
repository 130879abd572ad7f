import { useCallback, useState } from 'react';
import { write } from '../api/client.ts';
import { ApiError } from '../api/problem.ts';
import { type Action, useAction } from '../api/use-action.ts';

type Fields = Readonly<Record<string, string | null>>;

/** What somebody has typed on top of what is stored, and how it is saved. */
export type Edits<F extends Fields> = Readonly<{
  /** As stored now, with what was typed on top of it. */
  shown: F;
  /** Names of what differs from what is stored now. */
  changed: readonly (keyof F & string)[];
  change<K extends keyof F>(name: K, value: F[K]): void;
  /** Back to what is stored. */
  discard(): void;
  /**
   * Under the version on which the first change was typed. Where that is refused as old, what was typed stays and the
   * rest shows what somebody else has made of it: the next time it is saved under the version that is shown then.
   */
  save: Action<[body: object]>;
}>;

/**
 * @param stored  one value for each field; `version` is that of all of them
 * @param path    where they are written
 */
export const useEdits = <F extends Fields>(
  stored: F,
  version: number,
  path: string,
  done: Parameters<typeof useAction>[1],
): Edits<F> => {
  const [typed, setTyped] = useState<Readonly<{ fields: Partial<F>; restsOn: number | null }> | null>(null);
  const shown: F = { ...stored, ...typed?.fields };
  const under = typed?.restsOn ?? version;
  const save = useAction(
    useCallback(
      async (body: object) => {
        try {
          await write(path, { method: 'PUT', version: under, body });
          setTyped(null);
        } catch (failure) {
          if (failure instanceof ApiError && failure.problem.status === 412)
            setTyped((old) => old && { ...old, restsOn: null });
          throw failure;
        }
      },
      [path, under],
    ),
    done,
  );
  return {
    shown,
    changed: Object.keys(typed?.fields ?? {}).filter((name) => shown[name] !== stored[name]),
    change: (name, value) =>
      setTyped((old) => ({
        fields: { ...old?.fields, [name]: value } as Partial<F>,
        restsOn: old === null ? version : old.restsOn,
      })),
    discard: () => {
      setTyped(null);
      save.clear();
    },
    save,
  };
};
