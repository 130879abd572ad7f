import { EventEmitter } from 'node:events';
import { type Runner, run, type WorkerEvents } from 'graphile-worker';
import { z } from 'zod';
import type { JobHandlers } from '../policy/app/store.ts';
import { createPool } from './connect.ts';
import { releaseDead } from './liveness.ts';
import type { Log } from './log.ts';
import { queueLogger } from './queue-log.ts';
import { addSweep } from './store/jobs.ts';

export type Queue = Readonly<{
  /** Runs the sweep now, as the minute does. */
  sweepNow(): Promise<void>;
  /** Takes no more jobs, and waits for those that run. */
  stop(): Promise<void>;
}>;

const EffectJob = z.object({ id: z.string() });

/** How many jobs run at once. They wait for others most of the time: the database, Shopify, Slack. */
const CONCURRENCY = 24;

/**
 * The queue on graphile-worker: LISTEN/NOTIFY starts a job within milliseconds, a local queue fetches many at once.
 * @param workerId  the name this process has announced itself under
 */
export const startQueue = async (
  options: Readonly<{ url: string; workerId: string; log: Log; handlers: JobHandlers; concurrency?: number }>,
): Promise<Queue> => {
  const { url, workerId, log, handlers, concurrency = CONCURRENCY } = options;
  // A job taken or ended whose note is lost runs again, and finds its effect done or its inbox empty.
  const pool = createPool(url, { max: 5, name: 'queue', soon: true });
  await releaseDead(pool);

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
        concurrentJobs: concurrency,
        // Only for jobs that lie in the future: others are announced.
        pollInterval: 1000,
        localQueue: { size: Math.max(concurrency * 4, 50) },
        completeJobBatchDelay: 0,
        failJobBatchDelay: 0,
      },
    },
    taskList: {
      effect: async (payload) => handlers.effect(EffectJob.parse(payload).id),
      'drain-inbox': async () => handlers.drainInbox(),
      sweep: async () => {
        const dead = await releaseDead(pool);
        if (dead > 0) log.warn({ dead }, 'jobs of workers that died were given back');
        await handlers.sweep();
      },
    },
  });
  runner.promise.catch((error: unknown) => log.error({ err: error }, 'the queue ended'));

  let stopped: Promise<void> | null = null;
  const stop = async (): Promise<void> => {
    await runner.stop();
    await pool.end();
  };
  return {
    sweepNow: () => addSweep(pool),
    stop: () => {
      stopped ??= stop();
      return stopped;
    },
  };
};
