import type pg from 'pg';
import { keepPartitions } from './partitions.ts';
import { prepared } from './store/statement.ts';

/**
 * What has to be looked after while time passes: days of the inbox, and effects whose start has come on a clock that may
 * have been moved, which the queue does not know.
 * @param now ISO instant on Makegood's clock
 * @param moves  whether that clock may be moved. Where it is the real time, the queue needs no help; and a machine whose
 *               clock is fast must not cut short the seconds in which an approval can be taken back.
 */
export const keepUp = async (pool: pg.Pool, now: string, moves: boolean): Promise<void> => {
  await keepPartitions(pool);
  await prepared(pool, 'privacy.over', FORGET_WHOM, [now]);
  if (moves) await prepared(pool, 'effects.call-early', CALL_EARLY, [now]);
};

/** Whom a data request was about, once Shopify's limit is over. */
const FORGET_WHOM = `
UPDATE privacy_requests SET subject = NULL WHERE kind = 'data-request' AND subject IS NOT NULL AND due_at < $1::timestamptz`;

/** A retry that was put off waits its time out: only what was never begun is called early. */
const CALL_EARLY = `
UPDATE effects SET ready_at = now()
 WHERE ready_at > now() AND taken_by IS NULL AND state = 'queued' AND attempts = 0 AND run_at <= $1::timestamptz`;
