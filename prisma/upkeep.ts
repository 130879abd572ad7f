import type pg from 'pg';
import { keepPartitions } from './partitions.ts';
import { ALSO_AFTER_LEAVING } from './store/effects.ts';
import { addEffectJobs } from './store/jobs.ts';
import { prepared } from './store/statement.ts';

/** Older than this on Makegood's clock, an effect nobody is running has lost its job. */
const LOST_AFTER = `interval '2 minutes'`;

/**
 * What has to be looked after while time passes: days of the inbox; effects whose start has come (on a clock that may
 * have been moved, which the queue does not know); effects that lost their job, because whoever ran it died twice.
 * @param now ISO instant on Makegood's clock
 */
export const keepUp = async (pool: pg.Pool, now: string): Promise<void> => {
  await keepPartitions(pool);
  await prepared(pool, 'privacy.over', FORGET_WHOM, [now]);
  const { rows } = await prepared<{ id: string }>(pool, 'effects.waiting', WAITING, [now]);
  if (rows.length > 0) {
    await addEffectJobs(
      pool,
      rows.map(({ id }) => id),
    );
  }
};

/** Whom a data request was about, once Shopify's limit is over. */
const FORGET_WHOM = `
UPDATE privacy_requests SET subject = NULL WHERE kind = 'data-request' AND subject IS NOT NULL AND due_at < $1::timestamptz`;

/** A retry that was put off waits its time out: only what was never begun is called early. */
const WAITING = `
SELECT e.id FROM effects e
 WHERE (NOT EXISTS (SELECT FROM shops s WHERE s.domain = e.shop AND s.uninstalled_at IS NOT NULL) OR e.kind IN (${ALSO_AFTER_LEAVING.map((kind) => `'${kind}'`).join(', ')}))
   AND ((e.state = 'queued' AND e.attempts = 0 AND e.run_at <= $1::timestamptz
        AND EXISTS (SELECT FROM graphile_worker.jobs j WHERE j.key = 'effect:' || e.id AND j.run_at > now() AND j.locked_at IS NULL))
    OR (e.state IN ('queued', 'running', 'unknown') AND e.updated_at < $1::timestamptz - ${LOST_AFTER}
        AND NOT EXISTS (SELECT FROM graphile_worker.jobs j
                         WHERE j.key = 'effect:' || e.id AND (j.locked_at IS NOT NULL OR j.attempts < j.max_attempts))))`;
