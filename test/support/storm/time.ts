import { until } from '../wait.ts';
import type { StormStage } from './stage.ts';

/** Real time between two hours of the product's clock. */
const HOUR_MS = 12_000;

/** An hour passes every few seconds: what was lost on the way is found when Makegood looks for itself. */
export const startHours = (stage: StormStage): Readonly<{ stop(): Promise<void> }> => {
  let stopped = false;
  let wake = (): void => {};
  const loop = (async () => {
    while (!stopped) {
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, HOUR_MS);
        wake = () => {
          clearTimeout(timer);
          resolve();
        };
      });
      if (!stopped) await passHour(stage);
    }
  })();
  return {
    stop: async () => {
      stopped = true;
      wake();
      await loop;
    },
  };
};

/**
 * Moves the product's clock. Makegood takes the time first and then sees to what is due, which may last longer than the
 * sandbox waits for; one that is killed meanwhile asks for the time when it starts.
 */
export const passTime = (stage: StormStage, duration: string): Promise<unknown> =>
  stage.call('POST', '/clock', { advance: duration }).catch(() => null);

const passHour = (stage: StormStage): Promise<unknown> => passTime(stage, 'PT61M');

/** Nothing is under way any more: no webhook, no effect, no row of the inbox. One more hour passes on the way. */
export const untilQuiet = async (stage: StormStage): Promise<void> => {
  await stage.sandbox.shopify.webhooksDelivered();
  await busyWait(stage);
  await passHour(stage);
  await stage.sandbox.shopify.webhooksDelivered();
  await busyWait(stage);
};

const busyWait = async (stage: StormStage): Promise<void> => {
  const problem = await until('quiet', async () => ((await underWay(stage)) === 0 ? 'quiet' : null), 120_000).catch(
    (error: unknown) => error,
  );
  // What is still under way then is what the reckoning finds and names.
  if (problem !== 'quiet') console.log(`storm: not quiet after two minutes`);
};

const underWay = async (stage: StormStage): Promise<number> => {
  const { rows } = await stage.pool.query<{ count: number }>(
    `SELECT (SELECT count(*) FROM effects WHERE state IN ('queued', 'running', 'unknown'))::int
          + (SELECT count(*) FROM inbox_open WHERE parked_at IS NULL)::int AS count`,
  );
  return rows[0]?.count ?? 0;
};
