import { useState } from 'react';
import { ApiError } from '../api/problem.ts';

type Fields = Readonly<Record<string, string | null>>;

/** What somebody has typed on top of what is stored, and how it is saved. */
export type Edits<F extends Fields> = Readonly<{
  /** As stored now, with what was typed on top of it. */
  shown: F;
  /** Names of what differs from what is stored now. */
  changed: readonly (keyof F & string)[];
  change<K extends keyof F>(name: K, value: F[K]): void;
  drop(): void;
  /**
   * Writes, under the version on which the first change was typed. Where that is refused as old, what was typed stays and
   * the rest shows what somebody else has made of it: the next time it is saved under the version that is shown then.
   * @throws what `write` throws
   */
  save(write: (version: number) => Promise<unknown>): Promise<void>;
}>;

/** @param stored  one value for each field; `version` is that of all of them */
export const useEdits = <F extends Fields>(stored: F, version: number): Edits<F> => {
  const [typed, setTyped] = useState<Readonly<{ fields: Partial<F>; restsOn: number | null }> | null>(null);
  const shown: F = { ...stored, ...typed?.fields };
  return {
    shown,
    changed: Object.keys(typed?.fields ?? {}).filter((name) => (shown[name] ?? null) !== (stored[name] ?? null)),
    change: (name, value) =>
      setTyped((old) => ({
        fields: { ...old?.fields, [name]: value } as Partial<F>,
        restsOn: old === null ? version : old.restsOn,
      })),
    drop: () => setTyped(null),
    save: async (write) => {
      try {
        await write(typed?.restsOn ?? version);
        setTyped(null);
      } catch (failure) {
        if (failure instanceof ApiError && failure.problem.status === 412)
          setTyped((old) => old && { ...old, restsOn: null });
        throw failure;
      }
    },
  };
};
