import type pg from 'pg';
import type { JobHandlers } from '../policy/app/store.ts';
import { type Called, hear } from './calls.ts';
import { startEffectQueue } from './effect-queue.ts';
import { releaseDead } from './liveness.ts';
import type { Log } from './log.ts';

export type Queue = Readonly<{
  /** There may be something new. */
  wake(what: Called): void;
  /** Runs the sweep now, as the minute does; resolves when it has ended. */
  sweepNow(): Promise<void>;
  /** Takes nothing more, however much there is, and waits for what runs. */
  stop(): Promise<void>;
}>;

type Options = Readonly<{
  url: string;
  /** Need not wait for the disk: what was taken or ended and is not written yet is taken again, and found done. */
  pool: pg.Pool;
  /** The name under which this process has announced itself. */
  workerId: string;
  log: Log;
  handlers: JobHandlers;
  /** Effects at once. */
  concurrency?: number;
}>;

/** Effects wait for others most of the time: the database, Shopify, Slack. */
const CONCURRENCY = 24;

/** For what lies in the future, and for a call that did not reach us. */
const POLL_MS = 1000;
const MINUTE_MS = 60_000;

/** One process sweeps at a time, and one reconciles. */
const SWEEP_LOCK = 7_221_123;
const RECONCILE_LOCK = 7_221_124;

/**
 * What works by itself: the inbox and the effects, each a table that is its own queue and gives back what was taken and
 * not ended; and each minute the sweep and the reconciliation. A call (`prisma/calls.ts`) starts them within milliseconds, polling within a
 * second.
 */
export const startQueue = async ({
  url,
  pool,
  workerId,
  log,
  handlers,
  concurrency = CONCURRENCY,
}: Options): Promise<Queue> => {
  await releaseDead(pool);

  const stopping = new AbortController();
  const running = new Set<Promise<void>>();
  const run = (what: string, work: () => Promise<void>): Promise<void> => {
    const ran = work()
      .catch((error: unknown) => log.error({ err: error }, `the ${what} broke off; it is begun again`))
      .finally(() => running.delete(ran));
    running.add(ran);
    return ran;
  };
  const effects = startEffectQueue({ pool, workerId, concurrency, run: handlers.effect, log });
  const drain = (): void => void run('drain', () => handlers.drainInbox(stopping.signal));
  const sweep = (): Promise<void> =>
    run('sweep', () =>
      withLock(pool, SWEEP_LOCK, async () => {
        const dead = await releaseDead(pool);
        if (dead > 0) log.warn({ dead }, 'what a process that died had taken was given back');
        await handlers.sweep(stopping.signal);
      }),
    );
  const reconcile = (): Promise<void> =>
    run('reconciliation', () => withLock(pool, RECONCILE_LOCK, () => handlers.reconcile(stopping.signal)));
  const wake = (what: Called): void => (what === 'inbox' ? drain() : effects.wake());

  const calls = await hear(url, wake, log);
  const poll = setInterval(() => {
    effects.wake();
    drain();
  }, POLL_MS);
  let minute: NodeJS.Timeout;
  const eachMinute = (): void => {
    minute = setTimeout(
      () => {
        void sweep();
        void reconcile();
        eachMinute();
      },
      MINUTE_MS - (Date.now() % MINUTE_MS),
    );
  };
  eachMinute();
  drain();

  let stopped: Promise<void> | null = null;
  const stop = async (): Promise<void> => {
    stopping.abort();
    clearInterval(poll);
    clearTimeout(minute);
    await calls.letGo();
    await effects.stop();
    await Promise.all(running);
  };
  return {
    wake: (what) => {
      if (stopped === null) wake(what);
    },
    sweepNow: sweep,
    stop: () => {
      stopped ??= stop();
      return stopped;
    },
  };
};

/** Does nothing where another process holds the lock: it does the same. */
const withLock = async (pool: pg.Pool, lock: number, work: () => Promise<void>): Promise<void> => {
  const db = await pool.connect();
  let broken = true;
  try {
    const { rows } = await db.query<{ got: boolean }>('SELECT pg_try_advisory_lock($1) AS got', [lock]);
    if (rows[0]?.got === true) await work().finally(() => db.query('SELECT pg_advisory_unlock($1)', [lock]));
    broken = false;
  } finally {
    // Ending the connection gives the lock back, whatever came of the rest.
    db.release(broken);
  }
};
