import { EventEmitter } from 'node:events';
import { type Runner, run, type WorkerEvents } from 'graphile-worker';
import type { JobHandlers } from '../policy/app/store.ts';
import { createPool } from './connect.ts';
import { type EffectQueue, giveBackOfDead, startEffectQueue } from './effect-queue.ts';
import { releaseDead } from './liveness.ts';
import type { Log } from './log.ts';
import { queueLogger } from './queue-log.ts';
import { addSweep } from './store/jobs.ts';

export type Queue = Readonly<{
  effects: EffectQueue;
  /** Runs the sweep now, as the minute does. */
  sweepNow(): Promise<void>;
  /** Takes no more jobs, and waits for those that run. */
  stop(): Promise<void>;
}>;

/** How many effects run at once. They wait for others most of the time: the database, Shopify, Slack. */
const CONCURRENCY = 24;

/** Drains and sweeps at once; a process drains one at a time. */
const JOBS = 4;

/**
 * What works by itself: effects from their own queue; drains and sweeps on graphile-worker, where LISTEN/NOTIFY starts a
 * job within milliseconds.
 * @param workerId  the name this process has announced itself under
 */
export const startQueue = async (
  options: Readonly<{ url: string; workerId: string; log: Log; handlers: JobHandlers; concurrency?: number }>,
): Promise<Queue> => {
  const { url, workerId, log, handlers, concurrency = CONCURRENCY } = options;
  // A job taken or ended whose note is lost runs again, and finds its effect done or its inbox empty.
  const pool = createPool(url, { max: 5, name: 'queue', soon: true });
  const giveBack = async (): Promise<number> => {
    await giveBackOfDead(pool);
    return releaseDead(pool);
  };
  await giveBack();

  const events: WorkerEvents = new EventEmitter();
  // Jobs are locked under the pool's id; it must be the name whose lock we hold, and is a random one otherwise.
  events.on('pool:create', ({ workerPool }) => {
    (workerPool as { id: string }).id = workerId;
  });
  const runner: Runner = await run({
    pgPool: pool,
    events,
    logger: queueLogger(log),
    noHandleSignals: true,
    crontab: '* * * * * sweep ?jobKey=sweep&max=2',
    preset: {
      worker: {
        concurrentJobs: JOBS,
        // Only for jobs that lie in the future: others are announced.
        pollInterval: 1000,
        localQueue: { size: 50 },
        completeJobBatchDelay: 0,
        failJobBatchDelay: 0,
      },
    },
    taskList: {
      'drain-inbox': async () => handlers.drainInbox(),
      sweep: async () => {
        const dead = await giveBack();
        if (dead > 0) log.warn({ dead }, 'jobs of workers that died were given back');
        await handlers.sweep();
      },
    },
  });
  runner.promise.catch((error: unknown) => log.error({ err: error }, 'the queue ended'));

  const effects = await startEffectQueue({ url, workerId, concurrency, run: handlers.effect, log });
  let stopped: Promise<void> | null = null;
  const stop = async (): Promise<void> => {
    await Promise.all([runner.stop(), effects.stop()]);
    await pool.end();
  };
  return {
    effects,
    sweepNow: () => addSweep(pool),
    stop: () => {
      stopped ??= stop();
      return stopped;
    },
  };
};
