import type pg from 'pg';
import type { InboxDrain, StoredInboxItem } from '../../policy/app/store.ts';
import { IS_READY } from '../ready.ts';
import type { Secrets } from '../secrets.ts';
import { prepared } from '../store/statement.ts';
import { unpackBody } from './body.ts';

/** A claimer that has not finished within this time is taken for dead, and its rows are claimed again. */
const LEASE_MS = 60_000;
const MAX_ATTEMPTS = 12;

type Options = Readonly<{
  pool: pg.Pool;
  /** Does not wait for the disk: a claim that is lost is made again, and what is handled twice acts once. */
  soon: pg.Pool;
  secrets: Secrets;
  claimer: string;
  /** Something is ready that was not. */
  wake: () => void;
  leaseMs?: number;
  maxAttempts?: number;
}>;

/**
 * The other end of the inbox. Rows come in the order they were received, each to one claimer; `rowId` is the number it
 * was received under.
 */
export const createDrain = ({
  pool,
  soon,
  secrets,
  claimer,
  wake,
  leaseMs = LEASE_MS,
  maxAttempts = MAX_ATTEMPTS,
}: Options): InboxDrain => ({
  claim: async (limit) => {
    const { rows } = await prepared<StoredInboxItem & { seq: number; key: string }>(soon, 'inbox.claim', CLAIM, [
      limit,
      leaseMs,
      claimer,
    ]);
    return rows.map(({ seq, key, ...item }) => ({
      ...item,
      body: unpackBody(secrets, key, item.body),
      rowId: String(seq),
    }));
  },
  done: async (rowIds) => {
    await prepared(soon, 'inbox.done', 'DELETE FROM inbox_open WHERE seq = ANY($1::bigint[])', [rowIds]);
  },
  park: async (rowId, reason) => {
    await prepared(pool, 'inbox.park', PARK, [rowId, reason]);
  },
  postpone: async (rowId, reason, afterMs) => {
    await prepared(pool, 'inbox.postpone', POSTPONE, [rowId, reason, Math.max(0, afterMs), maxAttempts]);
  },
  retryParked: async (rowId) => {
    if (!/^\d{1,18}$/.test(rowId)) return false;
    const { rowCount } = await prepared(pool, 'inbox.retry', RETRY, [rowId]);
    if (rowCount === 0) return false;
    wake();
    return true;
  },
  dismissParked: async (rowId) => {
    if (!/^\d{1,18}$/.test(rowId)) return false;
    return (await prepared(pool, 'inbox.dismiss', DISMISS, [rowId])).rowCount === 1;
  },
});

const CLAIM = `
WITH next AS (
  SELECT seq FROM inbox_open WHERE parked_at IS NULL AND ${IS_READY}
   ORDER BY ready_at, seq LIMIT $1 FOR UPDATE SKIP LOCKED
), claimed AS (
  UPDATE inbox_open o SET ready_at = now() + $2::float8 * interval '1 millisecond', attempts = attempts + 1, claimed_by = $3
    FROM next WHERE o.seq = next.seq RETURNING o.seq, o.day, o.key, o.attempts
)
SELECT c.seq, c.key::text AS key, c.attempts, i.source, i.shop, i.topic, i.id, i.triggered_at AS "triggeredAt", i.received_at AS "receivedAt", i.body
  FROM claimed c JOIN inbox i ON i.day = c.day AND i.key = c.key ORDER BY c.seq`;

const PARK = `UPDATE inbox_open SET parked_at = now(), reason = $2, claimed_by = NULL WHERE seq = $1`;

const POSTPONE = `
UPDATE inbox_open SET reason = $2, claimed_by = NULL, ready_at = now() + $3::float8 * interval '1 millisecond',
       parked_at = CASE WHEN attempts >= $4 THEN now() END
 WHERE seq = $1`;

const DISMISS = 'DELETE FROM inbox_open WHERE seq = $1 AND parked_at IS NOT NULL';

/** What is parked is tried as if it had just come; which, the statement goes on to say. */
export const TRY_ANEW = `
UPDATE inbox_open SET parked_at = NULL, ready_at = now(), attempts = 0, claimed_by = NULL WHERE parked_at IS NOT NULL`;

const RETRY = `${TRY_ANEW} AND seq = $1`;
