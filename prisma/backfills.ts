import type pg from 'pg';
import type { BackfillRecord, Backfills } from '../policy/app/backfill.ts';
import { one, prepared, type Queryable } from './store/statement.ts';

const SELECT = `shop, state, since, operation, total, orders AS taken, skipped, lines, error,
  started_at AS "startedAt", updated_at AS "updatedAt", done_at AS "doneAt"`;

export const readBackfill = (db: Queryable, shop: string): Promise<BackfillRecord | null> =>
  one<BackfillRecord>(db, 'backfills.read', `SELECT ${SELECT} FROM backfills WHERE shop = $1`, [shop]);

/** A shop has one; beginning it anew takes the place of the one before. */
export const saveBackfill = async (db: Queryable, shop: string, record: BackfillRecord): Promise<void> => {
  await prepared(db, 'backfills.save', SAVE, [
    shop,
    record.state,
    record.since,
    record.operation,
    record.total,
    record.taken,
    record.skipped,
    record.lines,
    record.error,
    record.startedAt,
    record.updatedAt,
    record.doneAt,
  ]);
};

const SAVE = `
INSERT INTO backfills (shop, state, since, operation, total, orders, skipped, lines, error, started_at, updated_at, done_at)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
ON CONFLICT (shop) DO UPDATE SET state = excluded.state, since = excluded.since, operation = excluded.operation,
  total = excluded.total, orders = excluded.orders, skipped = excluded.skipped, lines = excluded.lines,
  error = excluded.error, started_at = excluded.started_at, updated_at = excluded.updated_at, done_at = excluded.done_at`;

export const createBackfills = ({ pool }: Readonly<{ pool: pg.Pool }>): Backfills => ({
  read: (shop) => readBackfill(pool, shop),
  note: async (shop, startedAt, progress) => {
    const { rowCount } = await prepared(pool, 'backfills.note', NOTE, [
      shop,
      startedAt,
      progress.state ?? null,
      progress.operation ?? null,
      progress.total ?? null,
      progress.taken ?? null,
      progress.skipped ?? null,
      progress.lines ?? null,
      progress.error ?? null,
      progress.updatedAt ?? null,
      progress.doneAt ?? null,
    ]);
    return (rowCount ?? 0) > 0;
  },
});

const NOTE = `
UPDATE backfills SET state = coalesce($3, state), operation = coalesce($4, operation), total = coalesce($5, total),
  orders = coalesce($6, orders), skipped = coalesce($7, skipped), lines = coalesce($8, lines), error = $9,
  updated_at = coalesce($10::timestamptz, updated_at), done_at = coalesce($11::timestamptz, done_at)
 WHERE shop = $1 AND started_at = $2::timestamptz AND state NOT IN ('done', 'failed')`;
