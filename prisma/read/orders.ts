import type { OrderView, ReadModel } from '../../policy/app/read-model.ts';
import type { Secrets } from '../secrets.ts';
import { ORDER_SELECT, type OrderRow, openContact } from '../store/orders.ts';
import { orderNumber, searchKey } from '../store/search-keys.ts';
import { prepared, type Queryable } from '../store/statement.ts';
import { findOrders } from './find-orders.ts';
import { nearestFirst, oneSlipAway } from './near.ts';

const BY_ID = `SELECT ${ORDER_SELECT} FROM orders WHERE shop = $1 AND id = $2`;
const BY_NAME = `
SELECT ${ORDER_SELECT} FROM orders WHERE shop = $1 AND name_key = $2 ORDER BY placed_at DESC LIMIT 1`;
const BY_NUMBER = `SELECT ${ORDER_SELECT} FROM orders WHERE shop = $1 AND number = $2 LIMIT 2`;

const OPEN_CASES = `
SELECT id, number, kind, state, rma, order_id AS "orderId" FROM cases
 WHERE shop = $1 AND order_id = ANY($2::text[]) AND closed_at IS NULL ORDER BY number`;

/** Neighbours on both sides, and what a slip of a finger makes of it. */
const NEAR = `
SELECT name, number, false AS slip FROM (
  SELECT name, number FROM orders WHERE shop = $1 AND number >= $2 ORDER BY number LIMIT $3) above
UNION ALL SELECT name, number, false FROM (
  SELECT name, number FROM orders WHERE shop = $1 AND number < $2 ORDER BY number DESC LIMIT $3) below
UNION ALL SELECT name, number, true FROM orders WHERE shop = $1 AND number = ANY($4::bigint[])`;

type Open = OrderView['openCases'][number] & Readonly<{ orderId: string }>;
type Near = Readonly<{ name: string; number: number; slip: boolean }>;

export const readOrders = ({
  pool,
  secrets,
}: Readonly<{ pool: Queryable; secrets: Secrets }>): Pick<
  ReadModel,
  'order' | 'orderByName' | 'nearestOrders' | 'searchOrders'
> => {
  const views = async (rows: readonly OrderRow[]): Promise<readonly OrderView[]> => {
    const shop = rows[0]?.shop;
    if (shop === undefined) return [];
    const ids = rows.map((row) => row.id);
    const { rows: cases } = await prepared<Open>(pool, 'orders.open-cases', OPEN_CASES, [shop, ids]);
    return rows.map((row) => ({
      facts: row.facts,
      customerName: openContact(secrets, row).name,
      openCases: cases.filter((open) => open.orderId === row.id).map(({ orderId: _, ...open }) => open),
    }));
  };
  const found = async (by: string, text: string, values: readonly unknown[]): Promise<readonly OrderRow[]> =>
    (await prepared<OrderRow>(pool, `orders.by-${by}`, text, values)).rows;
  const first = async (rows: readonly OrderRow[]): Promise<OrderView | null> =>
    (await views(rows.slice(0, 1)))[0] ?? null;

  return {
    order: async (shop, orderId) => first(await found('id', BY_ID, [shop, orderId])),

    orderByName: async (shop, name) => {
      const key = searchKey(name);
      if (key === '') return null;
      const named = await found('name', BY_NAME, [shop, key]);
      if (named.length > 0 || !/^\d+$/.test(key)) return first(named);
      // Shops may wrap the number (`EN-1003-B`); people say the number, where only one order has it.
      const number = orderNumber(key);
      const numbered = number === null ? [] : await found('number', BY_NUMBER, [shop, number]);
      return numbered.length === 1 ? first(numbered) : null;
    },

    nearestOrders: async (shop, name, limit) => {
      const number = orderNumber(name);
      if (number === null) return [];
      const { rows } = await prepared<Near>(pool, 'orders.near', NEAR, [shop, number, limit, [...oneSlipAway(number)]]);
      const [slips, neighbours] = [rows.filter(({ slip }) => slip), rows.filter(({ slip }) => !slip)];
      return nearestFirst(number, neighbours, slips, limit);
    },

    searchOrders: async (shop, text, limit) => views(await findOrders(pool, secrets, { shop, text, limit })),
  };
};
