import type { CaseRecord } from '../../policy/app/records.ts';
import type { WantingOrder } from '../../policy/app/store.ts';
import { ledgerOf } from '../../policy/decide/ledger.ts';
import type { OrderFacts } from '../../policy/facts/order-facts.ts';
import { prepared, type Queryable } from './statement.ts';
import { CASES, fromCaseRow } from './tables.ts';

/** Units of one line that are still to be shipped. */
type OpenLine = Readonly<{ lineItemId: string; variantId: string; open: number }>;

/** Money that never came, or went back whole: nothing is shipped for it. */
const NOT_PAID: ReadonlySet<OrderFacts['financialStatus']> = new Set(['pending', 'voided', 'expired', 'refunded']);

/** An order that is not paid waits behind all that are. */
export const isPaid = (facts: OrderFacts): boolean => !NOT_PAID.has(facts.financialStatus);

/** What stock of a variant is still wanted for; nothing of an order that was cancelled. */
export const openLinesOf = (facts: OrderFacts): readonly OpenLine[] =>
  facts.cancelledAt !== null
    ? []
    : ledgerOf(facts, { 'shippedOut.event': 'fulfillment_created' }).lines.flatMap(({ line, unshipped }) =>
        line.variantId === null || line.giftCard || unshipped <= 0
          ? []
          : [{ lineItemId: line.id, variantId: line.variantId, open: unshipped }],
      );

/**
 * SQL that keeps the open lines of the order that `saved` (shop, id, placed_at) wrote, and touches nothing where it
 * wrote none. `$11` the lines as JSON, `$12` whether it is paid.
 */
export const KEEP_OPEN_LINES = `
, wanted AS (
  SELECT s.shop, s.id AS order_id, l."lineItemId" AS line_item_id, l."variantId" AS variant_id, l.open, s.placed_at
    FROM saved s, jsonb_to_recordset($11::jsonb) AS l("lineItemId" text, "variantId" text, open int)
), gone AS (
  DELETE FROM open_lines o USING saved s
   WHERE o.shop = s.shop AND o.order_id = s.id
     AND NOT EXISTS (SELECT FROM wanted w WHERE w.line_item_id = o.line_item_id)
)
INSERT INTO open_lines (shop, order_id, line_item_id, variant_id, open, paid, placed_at)
SELECT shop, order_id, line_item_id, variant_id, open, $12::boolean, placed_at FROM wanted
ON CONFLICT (shop, order_id, line_item_id) DO UPDATE SET
  variant_id = excluded.variant_id, open = excluded.open, paid = excluded.paid, placed_at = excluded.placed_at`;

const WANTING = `
SELECT o.order_id AS "orderId", o.placed_at AS "placedAt",
       json_agg(json_build_object('lineItemId', o.line_item_id, 'variantId', o.variant_id, 'open', o.open)
                ORDER BY o.line_item_id) AS lines
  FROM open_lines o WHERE o.shop = $1 AND o.variant_id = ANY($2::text[])
 GROUP BY o.order_id, o.placed_at, o.paid ORDER BY o.paid DESC, o.placed_at, o.order_id`;

const OPEN_CASES = `
SELECT ${CASES.select} FROM cases
 WHERE shop = $1 AND order_id = ANY($2::text[]) AND kind = 'backorder' AND closed_at IS NULL ORDER BY number`;

/** @see Store.ordersWanting */
export const ordersWanting = async (
  db: Queryable,
  shop: string,
  variantIds: readonly string[],
): Promise<readonly WantingOrder[]> => {
  const { rows } = await prepared<Omit<WantingOrder, 'cases'>>(db, 'open_lines.wanting', WANTING, [shop, variantIds]);
  if (rows.length === 0) return [];
  const ids = rows.map((row) => row.orderId);
  const found = await prepared<object>(db, 'cases.backorders', OPEN_CASES, [shop, ids]);
  const cases: readonly CaseRecord[] = found.rows.map(fromCaseRow);
  return rows.map((row) => ({ ...row, cases: cases.filter((one) => one.orderId === row.orderId) }));
};

const OF_PRODUCT = `
SELECT o.order_id AS id FROM open_lines o JOIN orders r ON r.shop = o.shop AND r.id = o.order_id
 WHERE o.shop = $1 AND EXISTS (SELECT FROM jsonb_array_elements(r.facts->'lines') l
                                WHERE l->>'id' = o.line_item_id AND l->>'productId' = $2)
 GROUP BY o.order_id ORDER BY min(o.placed_at), o.order_id`;

/** Rare enough to look through all open lines of a shop. @see Store.ordersOfProduct */
export const ordersOfProduct = async (db: Queryable, shop: string, productId: string): Promise<readonly string[]> =>
  (await prepared<{ id: string }>(db, 'open_lines.product', OF_PRODUCT, [shop, productId])).rows.map(({ id }) => id);
