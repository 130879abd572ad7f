import type { Pool } from 'pg';
import type { FoldedCard, FoldedCards, ListedCase } from '../policy/app/folded-cards.ts';
import { prepared } from './store/statement.ts';

const LISTED = `c.id, c.number, c.order_name AS "orderName", c.kind, c.state, c.closed_at AS "closedAt"`;

/** Of the cases that nobody opened since $2. Whatever was created since then was changed since then: that has an index. */
const OPENED_BY_NOBODY = `c.shop = $1 AND c.updated_at >= $2 AND c.created_at >= $2 AND c.opened_by IS NULL`;

const WITHOUT_MESSAGE = `c.thread_ts IS NULL
  AND NOT EXISTS (SELECT FROM messages m WHERE m.shop = c.shop AND m.subject = 'case' AND m.id = c.id::text)
  AND NOT EXISTS (SELECT FROM folded_cards f WHERE f.shop = c.shop AND f.case_id = c.id)`;

const FRESH = `SELECT count(*)::int AS fresh FROM cases c
  WHERE ${OPENED_BY_NOBODY} AND (c.created_at >= $3 OR (c.closed_at IS NULL AND ${WITHOUT_MESSAGE}))`;

const WAITING = `SELECT ${LISTED} FROM cases c
  WHERE ${OPENED_BY_NOBODY} AND c.closed_at IS NULL AND ${WITHOUT_MESSAGE} ORDER BY c.number LIMIT $3`;

const OF = `SELECT digest, state FROM folded_cards WHERE shop = $1 AND case_id = $2`;

const IN_DIGEST = `SELECT ${LISTED} FROM folded_cards f JOIN cases c ON c.id = f.case_id
  WHERE f.shop = $1 AND f.digest = $2 ORDER BY c.number`;

const NOTE = `INSERT INTO folded_cards (shop, case_id, digest, state)
  SELECT $1, id, $2, state FROM unnest($3::uuid[], $4::text[]) AS listed (id, state)
  ON CONFLICT DO NOTHING`;

/** Which new cases stand in one message with others. */
export const createFoldedCards = ({ pool }: Readonly<{ pool: Pool }>): FoldedCards => ({
  fresh: async (shop, { burst, oldest }) =>
    (await prepared<{ fresh: number }>(pool, 'folded.fresh', FRESH, [shop, oldest, burst])).rows[0]?.fresh ?? 0,
  waiting: async (shop, oldest, limit) =>
    (await prepared<ListedCase>(pool, 'folded.waiting', WAITING, [shop, oldest, limit])).rows,
  of: async (shop, caseId) => (await prepared<FoldedCard>(pool, 'folded.of', OF, [shop, caseId])).rows[0] ?? null,
  inDigest: async (shop, digest) =>
    (await prepared<ListedCase>(pool, 'folded.in-digest', IN_DIGEST, [shop, digest])).rows,
  note: async (shop, digest, cases) => {
    await prepared(pool, 'folded.note', NOTE, [
      shop,
      digest,
      cases.map(({ id }) => id),
      cases.map(({ state }) => state),
    ]);
  },
});
