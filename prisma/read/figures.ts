import type pg from 'pg';
import type { AdminRead, Figures } from '../../policy/app/admin-read.ts';
import type { EffectState } from '../../policy/app/records.ts';

/** States of a refund that is on its way or waits for somebody. */
const AT_RISK = [
  'new',
  'proposed',
  'needs_person',
  'awaiting_approval',
  'approved',
  'executing',
  'unknown',
  'failed',
  'settlement_failed',
];

/** Products are read from orders, which are large: of more returns than this only the newest count. */
const PRODUCTS_OF = 500;

const PAID = `
SELECT count(*)::int AS refunds, coalesce(sum(shop_minor), 0)::bigint AS refunded,
       coalesce(sum(shop_minor::numeric * d.minor / nullif((breakdown->>'total')::numeric, 0)), 0)::bigint AS kept
  FROM refund_intents,
       LATERAL (SELECT coalesce(sum(abs((one->>'amount')::numeric)), 0) AS minor
                  FROM jsonb_array_elements(breakdown->'deductions') one) d
 WHERE shop = $1 AND state = 'succeeded' AND updated_at >= $2`;

const WAITING = `
SELECT count(*)::int AS at_risk, coalesce(sum(shop_minor), 0)::bigint AS minor
  FROM refund_intents WHERE shop = $1 AND state = ANY($2)`;

const CLOSED = `
SELECT count(*)::int AS closed,
       percentile_cont(0.5) WITHIN GROUP (ORDER BY extract(epoch FROM closed_at - created_at)::float8) / 3600 AS hours
  FROM cases WHERE shop = $1 AND closed_at >= $2`;

const REFUSALS = `
SELECT clause, count(*)::int AS count
  FROM decisions d JOIN cases c ON c.id = d.case_id, jsonb_array_elements_text(d.decision->'clauses') clause
 WHERE d.decision->>'verdict' = 'refused' AND d.at >= $2 AND c.shop = $1
 GROUP BY clause ORDER BY count DESC, clause LIMIT 20`;

const REASONS = `
SELECT data->>'reason' AS reason, count(*)::int AS count FROM cases
 WHERE shop = $1 AND kind = 'return' AND created_at >= $2 GROUP BY 1 ORDER BY count DESC, 1`;

const PRODUCTS = `
WITH newest AS (
  SELECT order_id, data FROM cases WHERE shop = $1 AND kind = 'return' AND created_at >= $2
   ORDER BY created_at DESC LIMIT ${PRODUCTS_OF}
)
SELECT line->>'productId' AS "productId", max(line->>'title') AS title, sum((asked->>'quantity')::int)::int AS units,
       (SELECT count(*)::int FROM newest) AS "productsOf"
  FROM newest n
  JOIN orders o ON o.shop = $1 AND o.id = n.order_id,
       jsonb_array_elements(n.data->'lines') asked, jsonb_array_elements(o.facts->'lines') line
 WHERE line->>'id' = asked->>'lineItemId'
 GROUP BY 1 ORDER BY units DESC, title LIMIT 10`;

const TEST_MAIL = `
SELECT state, updated_at AS at, last_error AS error FROM effects
 WHERE shop = $1 AND kind = 'mail.test' ORDER BY created_at DESC LIMIT 1`;

const NAMED = `
SELECT DISTINCT line->>'productId' AS id, line->>'title' AS title
  FROM (SELECT facts FROM orders WHERE shop = $1 ORDER BY placed_at DESC LIMIT 300) o,
       jsonb_array_elements(o.facts->'lines') line
 WHERE line->>'productId' IS NOT NULL AND strpos(lower(line->>'title'), lower($2)) > 0
 ORDER BY title LIMIT $3`;

/** Sums over time windows, each with an index of its own; whoever asks keeps them for a while. */
export const readFigures = ({ pool }: Readonly<{ pool: pg.Pool }>): AdminRead => {
  const rows = async <Row extends object>(text: string, values: unknown[]): Promise<readonly Row[]> =>
    (await pool.query<Row>(text, values)).rows;
  return {
    figures: async (shop, { month, days90, now }): Promise<Figures> => {
      const of = async <Row extends object>(text: string, ...more: unknown[]): Promise<readonly Row[]> =>
        rows<Row>(text, [shop, ...more]);
      // Two connections at a time: the others are there for who is looking at lists.
      const [[[paid], [waiting], returnsByReason, products], [[closed], refusals]] = await Promise.all([
        (async () =>
          [
            await of<{ refunds: number; refunded: number; kept: number }>(PAID, month),
            await of<{ at_risk: number; minor: number }>(WAITING, AT_RISK),
            await of<Figures['returnsByReason'][number]>(REASONS, days90),
            await of<Figures['returnsByProduct'][number] & { productsOf: number }>(PRODUCTS, days90),
          ] as const)(),
        (async () =>
          [
            await of<{ closed: number; hours: number | null }>(CLOSED, days90),
            await of<Figures['refusals'][number]>(REFUSALS, days90),
          ] as const)(),
      ]);
      return {
        at: now,
        refundedMinor: Number(paid?.refunded ?? 0),
        refunds: paid?.refunds ?? 0,
        keptMinor: Number(paid?.kept ?? 0),
        atRiskMinor: Number(waiting?.minor ?? 0),
        atRisk: waiting?.at_risk ?? 0,
        medianHours: closed?.hours == null ? null : Math.round(Number(closed.hours) * 10) / 10,
        closed: closed?.closed ?? 0,
        refusals,
        returnsByReason,
        returnsByProduct: products.map(({ productId, title, units }) => ({ productId, title, units })),
        productsOf: products[0]?.productsOf ?? 0,
      };
    },
    lastTestMail: async (shop) => {
      const [last] = await rows<{ state: EffectState; at: Date | string; error: string | null }>(TEST_MAIL, [shop]);
      return last === undefined ? null : { ...last, at: new Date(last.at).toISOString() };
    },
    products: (shop, text, limit) => rows(NAMED, [shop, text, limit]),
  };
};
