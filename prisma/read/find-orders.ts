import type { Secrets } from '../secrets.ts';
import { searchedKeys } from '../store/order-keys.ts';
import { ORDER_SELECT, type OrderRow } from '../store/orders.ts';
import { keysFrom, searchKey } from '../store/search-keys.ts';
import { prepared, type Queryable } from '../store/statement.ts';

/** Orders of one customer that are looked at: more are no search any more. */
const MAX_OF_ONE = 500;

const NEWEST = `SELECT ${ORDER_SELECT} FROM orders WHERE shop = $1 ORDER BY placed_at DESC`;

const NAMED = `
SELECT ${ORDER_SELECT} FROM orders WHERE shop = $1 AND name_key >= $2 AND name_key < $3 ORDER BY name_key`;

/** Of a customer by their digests; where there are none, of the cases with this RMA or tracking number. */
const KNOWN = `
WITH theirs AS MATERIALIZED (
  SELECT order_id FROM order_keys WHERE shop = $1 AND key = ANY($2::uuid[]) LIMIT ${MAX_OF_ONE}
), keyed AS MATERIALIZED (
  SELECT order_id FROM cases WHERE NOT EXISTS (SELECT FROM theirs) AND id = ANY(ARRAY(
    SELECT case_id FROM case_keys WHERE shop = $1 AND key = $3 LIMIT ${MAX_OF_ONE}))
)
SELECT ${ORDER_SELECT} FROM orders
 WHERE shop = $1 AND id = ANY(ARRAY(SELECT order_id FROM theirs UNION SELECT order_id FROM keyed))
 ORDER BY placed_at DESC`;

/**
 * Orders by the beginning of their name; else by customer, RMA or tracking number; the newest for an empty text.
 * @param limit stands in the statement, which is planned for it: a number of the program's, never a caller's from outside
 */
export const findOrders = async (
  db: Queryable,
  secrets: Secrets,
  { shop, text, limit }: Readonly<{ shop: string; text: string; limit: number }>,
): Promise<readonly OrderRow[]> => {
  const ask = async (name: string, statement: string, values: readonly unknown[]): Promise<readonly OrderRow[]> =>
    (await prepared<OrderRow>(db, `orders.${name}.${limit}`, `${statement} LIMIT ${limit}`, [shop, ...values])).rows;
  const key = searchKey(text);
  if (key === '') return ask('newest', NEWEST, []);
  const named = await ask('named', NAMED, keysFrom(key));
  return named.length > 0 ? named : ask('known', KNOWN, [searchedKeys(secrets, text), key]);
};
