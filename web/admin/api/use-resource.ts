import { useCallback, useEffect, useRef, useState } from 'react';
import { read } from './client.ts';
import { ApiError } from './problem.ts';

export type Resource<T> = Readonly<{
  /** What was read last; stays while newer data is on its way, and when reading again fails. */
  data: T | null;
  error: ApiError | null;
  /** Reads again now, e.g. after a write. */
  refresh(): void;
}>;

/** What others do in Slack shows within seconds, and a page that nobody looks at asks nothing. */
const POLL_MS = 4000;
/** After errors the pause doubles up to here. */
const LONGEST_PAUSE_MS = 60_000;

type State<T> = Readonly<{ path: string | null; text: string; data: T | null; error: ApiError | null }>;

/**
 * Reads a resource and keeps it fresh while the page is visible.
 * @param path under /api; null reads nothing
 */
export const useResource = <T>(path: string | null, pollMs: number = POLL_MS): Resource<T> => {
  const [state, setState] = useState<State<T>>({ path: null, text: '', data: null, error: null });
  const readNow = useRef<() => void>(() => undefined);
  const everyMs = useRef(pollMs);
  const waitAnew = useRef<() => unknown>(() => undefined);

  useEffect(() => {
    if (path === null) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let failures = 0;
    let running: AbortController | null = null;

    const schedule = (): void => {
      clearTimeout(timer);
      timer = setTimeout(tick, Math.min(everyMs.current * 2 ** failures, LONGEST_PAUSE_MS));
    };
    const load = async (): Promise<void> => {
      running?.abort();
      const mine = new AbortController();
      running = mine;
      try {
        const data = await read<T>(path, mine.signal);
        failures = 0;
        const text = JSON.stringify(data);
        // Unchanged answers keep the old object, so nothing is drawn again.
        setState((old) =>
          old.path === path && old.text === text && !old.error ? old : { path, text, data, error: null },
        );
      } catch (error) {
        if (mine.signal.aborted) return;
        failures += 1;
        const known = error instanceof ApiError ? error : null;
        setState((old) => ({ ...(old.path === path ? old : { path, text: '', data: null }), error: known }));
      }
      if (mine.signal.aborted) return;
      running = null;
      schedule();
    };
    const tick = (): void => {
      if (document.visibilityState === 'visible') void load();
      else schedule();
    };
    const onVisible = (): void => {
      if (document.visibilityState === 'visible') void load();
    };

    readNow.current = () => void load();
    // An answer that is on its way sets the pause itself.
    waitAnew.current = () => running === null && schedule();
    document.addEventListener('visibilitychange', onVisible);
    void load();
    return () => {
      document.removeEventListener('visibilitychange', onVisible);
      clearTimeout(timer);
      running?.abort();
    };
  }, [path]);

  // Another pause is no reason to read at once.
  useEffect(() => {
    everyMs.current = pollMs;
    waitAnew.current();
  }, [pollMs]);

  const refresh = useCallback(() => readNow.current(), []);
  const current = state.path === path;
  return { data: current ? state.data : null, error: current ? state.error : null, refresh };
};
