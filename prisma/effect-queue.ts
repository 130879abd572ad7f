import pg from 'pg';
import { createPool } from './connect.ts';
import { isDead } from './liveness.ts';
import type { Log } from './log.ts';
import { prepared, type Queryable } from './store/statement.ts';

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
  url: string;
  /** The name under which this process has announced itself. */
  workerId: string;
  /** How many run at once. */
  concurrency: number;
  run: (effectId: string) => Promise<void>;
  log: Log;
}>;

/** What was taken and not ended within this time is looked at again. */
const LEASE_S = 60;
/** For what lies in the future, and for a call that did not reach us. */
const POLL_MS = 1000;

export const startEffectQueue = async ({ url, workerId, concurrency, run, log }: Options): Promise<EffectQueue> => {
  // A taking whose note is lost is made again, and finds the effect done or begun.
  const pool = createPool(url, { max: 2, name: 'effects', soon: true });
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

  const calls = listen(url, wake, log);
  const poll = setInterval(wake, POLL_MS);
  wake();
  return {
    wake,
    stop: async () => {
      stopped = true;
      clearInterval(poll);
      await calls.stop();
      await fetching;
      if (taken.length > 0) await prepared(pool, 'effects.give-back', GIVE_BACK, [taken]);
      await Promise.all(running);
      await pool.end();
    },
  };
};

const CHANNEL = 'makegood_effects';

/** Hears what other processes call. While the connection is broken, polling makes up for it. */
const listen = (url: string, heard: () => void, log: Log): Readonly<{ stop(): Promise<void> }> => {
  let stopped = false;
  let client: pg.Client | null = null;
  let retry: NodeJS.Timeout | null = null;
  const connect = async (waitMs: number): Promise<void> => {
    const next = new pg.Client({
      connectionString: url,
      application_name: 'makegood calls',
      keepAlive: true,
      connectionTimeoutMillis: 10_000,
    });
    // 'end' follows.
    next.on('error', () => {});
    next.on('notification', heard);
    try {
      await next.connect();
      await next.query(`LISTEN ${CHANNEL}`);
    } catch (error) {
      log.debug({ err: error }, 'calls of other processes can not be heard; trying again');
      await next.end().catch(() => {});
      again(Math.min(waitMs * 2, 10_000));
      return;
    }
    if (stopped) return next.end();
    next.once('end', () => again(250));
    client = next;
    heard();
  };
  const again = (waitMs: number): void => {
    client = null;
    if (!stopped) retry = setTimeout(() => (connecting = connect(waitMs)), waitMs);
  };
  let connecting = connect(250);
  return {
    stop: async () => {
      stopped = true;
      if (retry !== null) clearTimeout(retry);
      await connecting;
      await client?.end().catch(() => {});
    },
  };
};

/**
 * Calls the processes that run effects: the queue of this one where there is one, all others otherwise. Not a part of
 * the transaction that wrote the effect: commits that notify wait for each other, disk and all. A call that is lost is
 * made up for by polling.
 */
export const createCaller = (
  db: Queryable,
  ownQueue: () => EffectQueue | null,
  log: Log,
): Readonly<{ call(): void; ended(): Promise<void> }> => {
  let calling: Promise<void> | null = null;
  let again = false;
  const call = (): void => {
    const own = ownQueue();
    if (own !== null) {
      own.wake();
      return;
    }
    again = true;
    calling ??= (async () => {
      while (again) {
        again = false;
        await db.query(`NOTIFY ${CHANNEL}`);
      }
    })()
      .catch((error: unknown) => log.debug({ err: error }, 'a call was lost; polling makes up for it'))
      .finally(() => {
        calling = null;
      });
  };
  return {
    call,
    ended: async () => {
      await calling;
    },
  };
};

/** What dead processes had taken is ready at once. */
export const giveBackOfDead = async (db: Queryable): Promise<void> => {
  await db.query(OF_DEAD);
};

const TAKE = `
WITH due AS (
  SELECT id, ready_at FROM effects WHERE ready_at <= now() ORDER BY ready_at LIMIT $1 FOR UPDATE SKIP LOCKED
), taken AS (
  UPDATE effects e SET ready_at = now() + interval '${LEASE_S} seconds', taken_by = $2
    FROM due WHERE e.id = due.id RETURNING e.id, due.ready_at AS since
)
SELECT id FROM taken ORDER BY since`;

const GIVE_BACK = `UPDATE effects SET ready_at = now(), taken_by = NULL WHERE id = ANY($1::uuid[]) AND ready_at IS NOT NULL`;

const OF_DEAD = `UPDATE effects SET ready_at = now(), taken_by = NULL WHERE ready_at IS NOT NULL AND ${isDead('taken_by')}`;
