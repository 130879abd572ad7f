import type pg from 'pg';
import type { OrderContact } from '../../policy/facts/order-facts.ts';
import { inTransaction } from '../in-transaction.ts';
import type { Log } from '../log.ts';
import type { Secrets } from '../secrets.ts';
import { orderKeys } from '../store/order-keys.ts';
import { KEEP_KEYS } from '../store/orders.ts';
import { ORDERS, SEALED, type SealedColumn } from './places.ts';

type Deps = Readonly<{ pool: pg.Pool; secrets: Secrets; log: Log }>;
type Row = Readonly<{ key: readonly string[]; value: Buffer | string }>;
/** Where a pass is: in which column, and behind which row. */
type Place = Readonly<{ column: number; after: readonly string[] | null }>;
type Pass = Place & Readonly<{ resealed: number; unread: number }>;

const BATCH = 200;
/** Batches of one round: some seconds of a sweep, which comes again in a minute. */
const BATCHES = 20;
const START: Pass = { column: 0, after: null, resealed: 0, unread: 0 };

/**
 * Seals under the current key what an earlier one sealed, a part with each call, until a whole pass finds nothing more
 * (a process that still runs under the earlier key may have written meanwhile). What somebody writes at the same moment
 * is theirs: a row is changed only where it still is as it was read.
 */
export const createReseal = (deps: Deps): (() => Promise<void>) => {
  let pass: Pass | null = START;
  const round = async (): Promise<void> => {
    for (let batch = 0; batch < BATCHES && pass !== null; batch += 1) {
      const column: SealedColumn | undefined = SEALED[pass.column];
      if (column !== undefined) pass = await resealBatch(deps, column, pass);
      else if (pass.resealed > 0) {
        deps.log.info({ resealed: pass.resealed }, 'sealed under the new key what an earlier one had sealed');
        pass = START;
      } else {
        if (pass.unread > 0)
          deps.log.warn({ unread: pass.unread }, 'sealed values open under no configured key: they stay as they are');
        else deps.log.info({}, 'everything is sealed under the current key');
        pass = null;
      }
    }
  };
  return () =>
    round().catch((err: unknown) => {
      // Nothing is lost while the earlier key is there, and the sweep has what is due to see to.
      deps.log.error({ err }, 'what an earlier key sealed could not all be sealed anew: it goes on in a minute');
    });
};

const resealBatch = async (deps: Deps, column: SealedColumn, pass: Pass): Promise<Pass> => {
  const { rows } = await deps.pool.query<Row>(selectOf(column, pass.after), [...(pass.after ?? []), BATCH]);
  let { resealed, unread } = pass;
  for (const row of rows) {
    const old = typeof row.value === 'string' ? Buffer.from(row.value, 'base64') : row.value;
    // Emptied, or from before this was sealed at all.
    if (old.length === 0 || deps.secrets.isSealedNow(old)) continue;
    if (column.table === 'inbox' && !deps.secrets.isSealed(old)) continue;
    try {
      if (await resealRow(deps, column, row, old)) resealed += 1;
    } catch (err) {
      if (err instanceof Error && /sealed/.test(err.message)) unread += 1;
      else throw err;
    }
  }
  const last = rows.length < BATCH ? null : (rows.at(-1)?.key ?? null);
  return { column: last === null ? pass.column + 1 : pass.column, after: last, resealed, unread };
};

const resealRow = async ({ pool, secrets }: Deps, column: SealedColumn, row: Row, old: Buffer): Promise<boolean> => {
  const place = column.place(...row.key);
  const plain = secrets.openBytes(place, old);
  const sealed = secrets.seal(place, plain);
  const told = column.type === 'text' ? sealed.toString('base64') : sealed;
  const given = [...row.key, row.value, told];
  if (column !== ORDERS) return ((await pool.query(updateOf(column), given)).rowCount ?? 0) > 0;
  // Orders are also found by digests under the key: both together, under the row's lock.
  const [shop, orderId] = row.key;
  const keys = orderKeys(secrets, JSON.parse(plain.toString('utf8')) as OrderContact);
  return inTransaction(pool, async (db) => {
    const done = ((await db.query(updateOf(column), given)).rowCount ?? 0) > 0;
    if (done) await db.query(KEEP_KEYS, [shop, orderId, [...keys]]);
    return done;
  });
};

const selectOf = ({ table, key, value }: SealedColumn, after: readonly string[] | null): string => {
  const names = Object.keys(key);
  const behind = Object.values(key).map((type, at) => `$${at + 1}::${type}`);
  const from = after === null ? '' : `AND (${names.join(', ')}) > (${behind.join(', ')})`;
  return `SELECT ARRAY[${names.map((name) => `${name}::text`).join(', ')}] AS key, ${value} AS value FROM ${table}
    WHERE ${value} IS NOT NULL ${from} ORDER BY ${names.join(', ')} LIMIT $${after === null ? 1 : after.length + 1}`;
};

const updateOf = ({ table, key, value, type, set }: SealedColumn): string => {
  const own = Object.entries(key).map(([name, of], at) => `${name} = $${at + 1}::${of}`);
  const next = own.length + 1;
  return `UPDATE ${table} SET ${set(`$${next + 1}::${type}`)} WHERE ${own.join(' AND ')} AND ${value} = $${next}::${type}`;
};
