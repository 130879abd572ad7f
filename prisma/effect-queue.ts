import type pg from 'pg';
import { isDead } from './liveness.ts';
import type { Log } from './log.ts';
import { IS_READY } from './ready.ts';
import { prepared } from './store/statement.ts';

/**
 * Effects are their own queue: `ready_at` says when each is to be looked at next, on the database's clock. Whoever takes
 * one moves that instant a lease ahead, so that an effect whose taker dies, or fails before it could write anything,
 * comes back by itself. Whether it may run is decided when it begins (`Store.beginEffect`); one that runs already is
 * left alone.
 */
export type EffectQueue = Readonly<{
  /** Something may be ready now. */
  wake(): void;
  /** Takes no more, gives back what has not begun, and waits for what runs. */
  stop(): Promise<void>;
}>;

type Options = Readonly<{
  /** Need not wait for the disk: a taking whose note is lost is made again, and finds the effect done or begun. */
  pool: pg.Pool;
  /** The name under which this process has announced itself. */
  workerId: string;
  /** How many run at once. */
  concurrency: number;
  run: (effectId: string) => Promise<void>;
  log: Log;
}>;

/** What was taken and not ended within this time is looked at again. */
const LEASE_S = 60;

export const startEffectQueue = ({ pool, workerId, concurrency, run, log }: Options): EffectQueue => {
  const most = concurrency * 2;
  const taken: string[] = [];
  const running = new Set<Promise<void>>();
  let stopped = false;
  /** There may be more than was fetched. */
  let more = true;
  let fetching: Promise<void> | null = null;

  const begin = (id: string): void => {
    const ran = run(id)
      .catch((error: unknown) => log.error({ err: error, effect: id }, 'an effect could not be run; it comes back'))
      .finally(() => {
        running.delete(ran);
        goOn();
      });
    running.add(ran);
  };
  const fetch = async (): Promise<void> => {
    more = false;
    const room = most - taken.length;
    const { rows } = await prepared<{ id: string }>(pool, 'effects.take', TAKE, [room, workerId]);
    taken.push(...rows.map(({ id }) => id));
    if (rows.length === room) more = true;
  };
  const goOn = (): void => {
    if (stopped) return;
    while (running.size < concurrency && taken.length > 0) begin(taken.shift() as string);
    if (!more || fetching !== null || taken.length > most / 2) return;
    fetching = fetch()
      .catch((error: unknown) => log.warn({ err: error }, 'effects could not be looked for; trying again'))
      .finally(() => {
        fetching = null;
        goOn();
      });
  };
  const wake = (): void => {
    more = true;
    goOn();
  };

  wake();
  return {
    wake,
    stop: async () => {
      stopped = true;
      await fetching;
      if (taken.length > 0)
        await prepared(pool, 'effects.give-back', GIVE_BACK, [taken]).catch((error: unknown) =>
          log.warn({ err: error }, 'what was taken could not be given back; it comes back when its lease is over'),
        );
      await Promise.all(running);
    },
  };
};

/** What another process runs, or broke off and lives, only that one may begin (`Store.beginEffect`): it finds it here. */
const TAKE = `
WITH due AS (
  SELECT id, ready_at FROM effects
   WHERE ${IS_READY} AND (state <> 'running' OR runner IS NULL OR runner = $2 OR ${isDead('runner')})
   ORDER BY ready_at LIMIT $1 FOR UPDATE SKIP LOCKED
), taken AS (
  UPDATE effects e SET ready_at = now() + interval '${LEASE_S} seconds', taken_by = $2
    FROM due WHERE e.id = due.id RETURNING e.id, due.ready_at AS since
)
SELECT id FROM taken ORDER BY since`;

const GIVE_BACK = `UPDATE effects SET ready_at = now(), taken_by = NULL WHERE id = ANY($1::uuid[]) AND ready_at IS NOT NULL`;
