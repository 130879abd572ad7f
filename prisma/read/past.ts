import type { PastCaseRecord, PastRead } from '../../policy/app/policy.ts';
import type { OrderFacts } from '../../policy/facts/order-facts.ts';
import { prepared, type Queryable } from '../store/statement.ts';

const COUNTS = `
SELECT (SELECT count(*) FROM orders WHERE shop = $1) AS orders, (SELECT count(*) FROM cases WHERE shop = $1) AS cases`;

/** Placed before the cursor's; of one instant, by id. The first condition alone bounds the index. */
const ORDERS = `
SELECT id, placed_at AS "placedAt", facts FROM orders
 WHERE shop = $1 AND placed_at <= $2 AND (placed_at < $2 OR id < $3)
 ORDER BY placed_at DESC, id DESC`;

const CASES = `
SELECT c.id AS "caseId", c.number, c.order_id AS "orderId",
       (SELECT coalesce(json_agg(d.facts ORDER BY d.at, d.id), '[]') FROM decisions d WHERE d.case_id = c.id) AS requests
  FROM cases c WHERE c.shop = $1 AND c.number < $2 ORDER BY c.number DESC`;

/** Later than any order, and higher than any case. */
const [FIRST_ORDER, FIRST_CASE] = ['infinity_', '2147483647'];

/**
 * Everything a shop has seen, in pages: a long run holds one page at a time, and no transaction. What changes meanwhile
 * may be seen once, or not at all. Limits are the program's own, and stand in the statements.
 */
export const readPast = ({ pool }: Readonly<{ pool: Queryable }>): PastRead => ({
  countPast: async (shop) => {
    const { rows } = await prepared<{ orders: number; cases: number }>(pool, 'past.counts', COUNTS, [shop]);
    return rows[0] ?? { orders: 0, cases: 0 };
  },

  pastOrders: async (shop, after, limit) => {
    const [placed, id] = (after ?? FIRST_ORDER).split('_');
    const { rows } = await prepared<{ id: string; placedAt: string; facts: OrderFacts }>(
      pool,
      `past.orders.${limit}`,
      `${ORDERS} LIMIT ${limit}`,
      [shop, placed, id],
    );
    const last = rows.at(-1);
    return {
      items: rows.map((row) => row.facts),
      next: rows.length < limit || last === undefined ? null : `${last.placedAt}_${last.id}`,
    };
  },

  pastCases: async (shop, after, limit) => {
    const { rows } = await prepared<PastCaseRecord>(pool, `past.cases.${limit}`, `${CASES} LIMIT ${limit}`, [
      shop,
      Number(after ?? FIRST_CASE),
    ]);
    const last = rows.at(-1);
    return { items: rows, next: rows.length < limit || last === undefined ? null : String(last.number) };
  },
});
