import { mock } from 'node:test';
import { createLimiter } from '../../../web/adapters/shopify/limiter.ts';
import { createBucket } from '../../sandbox/shopify/graphql/bucket.ts';

export type Sharing = Readonly<{
  processes: number;
  /** Calls of one process that are under way or wait at a time. */
  workers: number;
  /** Points the bucket holds, and gets back a second: a standard shop's are 2,000 and 100. */
  maximum: number;
  rate: number;
  /** Measured, after so many seconds in which they get to know each other. */
  warmSeconds: number;
  seconds: number;
  /** From asking to the answer. */
  latencyMs: number;
  /** The last process begins so much later; 0: with the others. */
  lateSeconds: number;
}>;

export type Shared = Readonly<{
  calls: number;
  /** Answers that said THROTTLED: while they got to know each other, and after that. */
  throttledFirst: number;
  throttledLater: number;
  /** Points spent of those that were restored while it was measured. */
  share: number;
}>;

const STEP_MS = 20;

/**
 * Processes that ask without pause on one shop's bucket, none of which knows of the others: the real limiter against the
 * sandbox's bucket, on a clock of its own, so that minutes take a moment and every run is the same.
 */
export const shareBucket = async (sharing: Sharing): Promise<Shared> => {
  const { processes, workers, maximum, rate, warmSeconds, seconds, latencyMs, lateSeconds } = sharing;
  mock.timers.enable({ apis: ['setTimeout'] });
  try {
    let now = 0;
    const nowMs = (): number => now;
    const sleep = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
    const bucket = createBucket({ maximumAvailable: maximum, restoreRate: rate }, nowMs);
    const measuredFrom = warmSeconds * 1000;
    const end = measuredFrom + seconds * 1000;
    let [calls, throttledFirst, throttledLater, spent] = [0, 0, 0, 0];

    const worker = async (limiter: ReturnType<typeof createLimiter>, index: number, startMs: number): Promise<void> => {
      await sleep(startMs);
      const asked = 20 + (index % 5) * 20;
      const used = 15 + (index % 5) * 17;
      while (now < end) {
        const ticket = await limiter.take(asked, 'background');
        await sleep(latencyMs / 2);
        calls += 1;
        const allowed = bucket.allows(asked);
        if (allowed) bucket.spend(used);
        else if (now > measuredFrom) throttledLater += 1;
        else throttledFirst += 1;
        if (allowed && now > measuredFrom && now < end) spent += used;
        const status = bucket.status();
        await sleep(latencyMs / 2);
        ticket.settle(status, allowed ? undefined : 'throttled');
      }
    };
    const all = Array.from({ length: processes }, (_, process) => {
      const limiter = createLimiter({ nowMs, maxWaitMs: 3_600_000 });
      const startMs = process === processes - 1 ? lateSeconds * 1000 : 0;
      return Array.from({ length: workers }, (_one, index) => worker(limiter, index, startMs));
    });
    let over = false;
    const done = Promise.all(all.flat()).then(() => {
      over = true;
    });
    while (!over) {
      // What was waiting goes on before the clock does.
      for (let turn = 0; turn < 6; turn += 1) await new Promise((resolve) => setImmediate(resolve));
      now += STEP_MS;
      mock.timers.tick(STEP_MS);
    }
    await done;
    return { calls, throttledFirst, throttledLater, share: spent / seconds / rate };
  } finally {
    mock.timers.reset();
  }
};
