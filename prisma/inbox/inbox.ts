import type pg from 'pg';
import type { Inbox, InboxItem } from '../../policy/app/store.ts';
import { shortKey } from '../digest.ts';
import { inTransaction } from '../in-transaction.ts';
import { DEDUPE_DAYS, hasNoDay, keepPartitions, TODAY } from '../partitions.ts';
import type { Secrets } from '../secrets.ts';
import { packBody } from './body.ts';

/** How long the first of a group waits for others, and how many rows or bytes end the wait. */
const WAIT_MS = 2;
const MAX_ROWS = 64;
const MAX_BYTES = 2_000_000;

/** Groups on their way at once: one is being written to disk while the next is sent. */
const IN_FLIGHT = 2;

/** Around midnight, takers of two days could miss each other's rows: within these two minutes they queue up. */
const MIDNIGHT_MS = 120_000;
const MIDNIGHT_LOCK = 7_221_121;
const DAY_MS = 86_400_000;

type Waiting = Readonly<{
  /** Without the body as it came: what waits is small. */
  item: Omit<InboxItem, 'body'>;
  key: string;
  /** Packed and sealed. */
  body: Buffer;
  done: (fresh: boolean) => void;
  fail: (error: unknown) => void;
}>;

/**
 * Takes in webhooks and Slack events: one statement and one commit for all that arrive within two milliseconds. It
 * stores the body, refuses what is there already and opens the rows for the drain, all or nothing; then it calls the
 * drain.
 * `store` resolves when that is on disk; it rejects where it is not, and then nothing was stored.
 */
export const createInbox = (
  pool: pg.Pool,
  secrets: Secrets,
  wake: () => void,
  clock: () => number = Date.now,
): Inbox & Readonly<{ flush(): Promise<void> }> => {
  let waiting: Waiting[] = [];
  let bytes = 0;
  let timer: NodeJS.Timeout | null = null;
  const inFlight = new Set<Promise<void>>();

  const send = (): void => {
    if (timer !== null) clearTimeout(timer);
    timer = null;
    while (waiting.length > 0 && inFlight.size < IN_FLIGHT) {
      const group = waiting.slice(0, MAX_ROWS);
      waiting = waiting.slice(MAX_ROWS);
      if (waiting.length === 0) bytes = 0;
      const sending = commit({ pool, clock, wake }, group).finally(() => {
        inFlight.delete(sending);
        send();
      });
      inFlight.add(sending);
    }
  };

  return {
    store: ({ body: asItCame, ...item }) =>
      new Promise((done, fail) => {
        const key = shortKey(item.source, item.shop, item.topic, item.id);
        const body = packBody(secrets, key, asItCame);
        waiting.push({ item, key, body, done, fail });
        bytes += body.byteLength;
        if (waiting.length >= MAX_ROWS || bytes >= MAX_BYTES) send();
        else timer ??= setTimeout(send, WAIT_MS);
      }),
    flush: async () => {
      send();
      while (inFlight.size > 0) await Promise.all(inFlight);
    },
  };
};

type Deps = Readonly<{ pool: pg.Pool; clock: () => number; wake: () => void }>;

const commit = async (deps: Deps, group: readonly Waiting[]): Promise<void> => {
  // The same item twice in one group: the first is stored, the others are repeats.
  const first = new Map<string, Waiting>();
  for (const waiting of group) if (!first.has(waiting.key)) first.set(waiting.key, waiting);
  try {
    const fresh = await insertOnce(deps, [...first.values()]);
    if (fresh.size > 0) deps.wake();
    for (const waiting of group) waiting.done(fresh.has(waiting.key) && first.get(waiting.key) === waiting);
  } catch (error) {
    for (const waiting of group) waiting.fail(error);
  }
};

const insertOnce = async (deps: Deps, rows: readonly Waiting[]): Promise<ReadonlySet<string>> => {
  try {
    return await insert(deps, rows);
  } catch (error) {
    if (!hasNoDay(error)) throw error;
    await keepPartitions(deps.pool);
    return insert(deps, rows);
  }
};

const insert = async ({ pool, clock }: Deps, rows: readonly Waiting[]): Promise<ReadonlySet<string>> => {
  const query = {
    name: `inbox.${rows.length}`,
    text: statementFor(rows.length),
    values: rows.flatMap(({ item, key, body }) => [
      key,
      item.source,
      item.shop,
      item.topic,
      item.id,
      item.triggeredAt,
      body,
    ]),
  };
  const run = async (db: pg.Pool | pg.PoolClient): Promise<ReadonlySet<string>> => {
    const { rows: stored } = await db.query<{ key: string }>(query);
    return new Set(stored.map((row) => row.key));
  };
  return nearMidnight(clock()) ? withMidnightLock(pool, run) : run(pool);
};

const nearMidnight = (now: number): boolean => {
  const sinceMidnight = now % DAY_MS;
  return sinceMidnight < MIDNIGHT_MS || sinceMidnight > DAY_MS - MIDNIGHT_MS;
};

/** The lock comes in a statement of its own, so that the next one sees what was committed while it waited. */
const withMidnightLock = <T>(pool: pg.Pool, run: (db: pg.PoolClient) => Promise<T>): Promise<T> =>
  inTransaction(pool, async (db) => {
    await db.query('SELECT pg_advisory_xact_lock($1)', [MIDNIGHT_LOCK]);
    return run(db);
  });

const statements = new Map<number, string>();

/**
 * Today's rows are kept unique by their partition's key, earlier days by looking. Answers the keys that were new.
 * Numbered as they were received, written in the order of their keys: two groups with the same rows in them wait for
 * each other at the first of these, never each at one that the other has written (a deadlock, and a 503).
 */
const statementFor = (count: number): string => {
  const known = statements.get(count);
  if (known !== undefined) return known;
  const tuple = (row: number): string => {
    const p = row * 7;
    return `($${p + 1}::uuid, $${p + 2}, $${p + 3}, $${p + 4}, $${p + 5}, $${p + 6}::timestamptz, $${p + 7}::bytea)`;
  };
  const text = `
WITH given (key, source, shop, topic, id, triggered_at, body) AS (VALUES ${Array.from({ length: count }, (_, row) => tuple(row)).join(', ')}),
numbered AS MATERIALIZED (SELECT nextval('inbox_seq_seq') AS seq, given.* FROM given),
fresh AS (
  INSERT INTO inbox (day, key, seq, source, shop, topic, id, triggered_at, body)
  SELECT ${TODAY}, g.key, g.seq, g.source, g.shop, g.topic, g.id, g.triggered_at, g.body FROM numbered g
   WHERE NOT EXISTS (SELECT FROM inbox i WHERE i.day >= ${TODAY} - ${DEDUPE_DAYS} AND i.day < ${TODAY} AND i.key = g.key)
   ORDER BY g.key
  ON CONFLICT (day, key) DO NOTHING
  RETURNING seq, day, key, shop
),
opened AS (
  INSERT INTO inbox_open (seq, day, key, shop, ready_at) SELECT seq, day, key, shop, now() FROM fresh RETURNING key
)
SELECT key::text AS key FROM opened`;
  statements.set(count, text);
  return text;
};
