import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { BacktestRecord, Backtests, PastPage, PastRead, PolicyRead } from '../../../policy/app/policy.ts';
import type { Clock, Ids } from '../../../policy/app/ports.ts';
import type { ReadModel } from '../../../policy/app/read-model.ts';
import { versionFor } from '../../../policy/versions/index.ts';
import type { Log } from '../log.ts';
import type { FromWorker, Task, ToWorker } from './messages.ts';

type Deps = Readonly<{
  read: Pick<ReadModel, 'shop'>;
  policy: PolicyRead & PastRead;
  backtests: Backtests;
  clock: Clock;
  ids: Ids;
  log: Pick<Log, 'error'>;
}>;

/** "What would have changed": starts runs of a shop's draft over its past, in the background. */
export type Backtester = Readonly<{
  /** @returns null where the shop has no draft */
  start(shop: string): Promise<BacktestRecord | null>;
  stop(shop: string, id: string): Promise<boolean>;
  latest(shop: string): Promise<BacktestRecord | null>;
}>;

/** A page: few enough that reading it does not hold up other requests; very few at first, so that progress shows. */
const [FIRST_PAGE, PAGE] = [20, 50];
const NOTE_EVERY_MS = 250;

export const createBacktester = (deps: Deps): Backtester => {
  const { read, policy, backtests, clock, ids, log } = deps;
  return {
    start: async (shop) => {
      const [record, draft, versions, past] = await Promise.all([
        read.shop(shop),
        policy.policyDraft(shop),
        policy.policyVersions(shop),
        policy.countPast(shop),
      ]);
      if (record === null || draft === null) return null;
      const now = clock.now();
      const against = versionFor(versions, now);
      const run = await backtests.begin({
        id: ids.id(),
        shop,
        draftId: draft.id,
        draftVersion: draft.version,
        against: against.number,
        total: past.orders + past.cases,
      });
      const { timeZone, country, currency } = record;
      const task: Task = {
        shop: { timeZone, country, currency },
        now,
        before: against.settings,
        after: draft.settings,
      };
      void work(deps, run, task).catch(async (error: unknown) => {
        log.error({ err: error, shop, run: run.id }, 'a backtest stopped');
        await backtests
          .end(run.id, { state: 'failed', error: 'it stopped half-way, which is our fault: start it again' })
          // The database may be what failed: then the run counts as failed because nothing is heard of it any more.
          .catch(() => undefined);
      });
      return run;
    },
    stop: (shop, id) => backtests.stop(shop, id),
    latest: (shop) => backtests.latest(shop),
  };
};

const work = async ({ policy, backtests }: Deps, run: BacktestRecord, task: Task): Promise<void> => {
  const thread = new Worker(new URL('./worker.ts', import.meta.url), {
    workerData: task,
    // Neither a debugger's nor a test runner's switches.
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: 512 },
  });
  // A run must not keep a server from stopping.
  thread.unref();
  try {
    const answer = async (message: ToWorker): Promise<FromWorker> => {
      // Rejects where the thread throws.
      const answered = once(thread, 'message') as Promise<[FromWorker]>;
      thread.postMessage(message);
      return (await answered)[0];
    };
    let [done, changed, notedAt] = [0, 0, 0];
    const goOn = async (): Promise<boolean> => {
      if (performance.now() - notedAt < NOTE_EVERY_MS) return true;
      notedAt = performance.now();
      return backtests.note(run.id, { done, changed });
    };
    const all = async <T>(
      next: (after: string | null, limit: number) => Promise<PastPage<T>>,
      message: (items: readonly T[]) => ToWorker,
    ): Promise<boolean> => {
      for (let page = await next(null, FIRST_PAGE); ; ) {
        // Read while the thread decides on the one before.
        const following = page.next === null ? null : next(page.next, PAGE);
        // Where it fails, that is told below; where the run ends before, nobody waits for it.
        following?.catch(() => undefined);
        const answered = await answer(message(page.items));
        if (answered.kind === 'ready') changed = answered.changed;
        done = Math.min(done + page.items.length, run.total);
        if (!(await goOn())) return false;
        if (following === null) return true;
        page = await following;
      }
    };
    const whole =
      (await all(
        (after, limit) => policy.pastCases(run.shop, after, limit),
        (cases) => ({ kind: 'cases', cases }),
      )) &&
      (await all(
        (after, limit) => policy.pastOrders(run.shop, after, limit),
        (orders) => ({ kind: 'orders', orders }),
      ));
    if (!whole) return;
    const last = await answer({ kind: 'end' });
    if (last.kind !== 'result') throw new Error('the thread ended without a result');
    await backtests.end(run.id, { state: 'done', result: last.result });
  } finally {
    await thread.terminate();
  }
};
