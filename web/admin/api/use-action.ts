import { useCallback, useState } from 'react';
import { toast } from '../app-bridge.ts';
import { ApiError } from './problem.ts';

export type Action<A extends unknown[]> = Readonly<{
  run(...args: A): Promise<boolean>;
  busy: boolean;
  error: ApiError | null;
  clear(): void;
}>;

/**
 * A write behind a button: once at a time, its success said in a toast, its failure kept for the page to show where the
 * button is.
 */
export const useAction = <A extends unknown[]>(
  act: (...args: A) => Promise<unknown>,
  done: { message: string; after?: () => void },
): Action<A> => {
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<ApiError | null>(null);
  const run = useCallback(
    async (...args: A): Promise<boolean> => {
      setBusy(true);
      setError(null);
      try {
        await act(...args);
        toast(done.message);
        return true;
      } catch (failure) {
        if (!(failure instanceof ApiError)) throw failure;
        setError(failure);
        return false;
      } finally {
        setBusy(false);
        done.after?.();
      }
    },
    [act, done],
  );
  const clear = useCallback(() => setError(null), []);
  return { run, busy, error, clear };
};
