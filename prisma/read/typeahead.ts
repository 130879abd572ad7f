import type { Pool } from 'pg';
import type { ReadModel } from '../../policy/app/read-model.ts';
import type { Typeahead } from '../../policy/app/typeahead.ts';
import type { OrderFacts } from '../../policy/facts/order-facts.ts';
import { parseRma } from '../../policy/rma.ts';
import { searchKey } from '../store/search-keys.ts';
import { prepared } from '../store/statement.ts';

const NEWEST = 'SELECT facts FROM orders WHERE shop = $1 ORDER BY placed_at DESC LIMIT $2';
const NAMED = 'SELECT facts FROM orders WHERE shop = $1 AND name_key LIKE $2 ORDER BY name_key LIMIT $3';

const RETURNS = `SELECT id, number, rma, order_name AS "orderName", state FROM cases
  WHERE shop = $1 AND kind = 'return' AND closed_at IS NULL
    AND id IN (SELECT case_id FROM case_keys WHERE shop = $1 AND (key LIKE $2 OR key LIKE $3) LIMIT 500)
  ORDER BY updated_at DESC, id DESC LIMIT $4`;
const NEWEST_RETURNS = `SELECT id, number, rma, order_name AS "orderName", state FROM cases
  WHERE shop = $1 AND kind = 'return' AND closed_at IS NULL ORDER BY updated_at DESC, id DESC LIMIT $2`;

type Found = Awaited<ReturnType<Typeahead['returns']>>[number];
type Facts = { facts: OrderFacts };

/** One query for what people mostly type, a number; the whole search (customers, tracking) where that finds nothing. */
export const readTypeahead = ({
  pool,
  read,
}: Readonly<{ pool: Pool; read: Pick<ReadModel, 'searchOrders' | 'cases'> }>): Typeahead => ({
  orders: async (shop, text, limit) => {
    const key = searchKey(text);
    const { rows } =
      key === ''
        ? await prepared<Facts>(pool, 'typeahead.newest', NEWEST, [shop, limit])
        : await prepared<Facts>(pool, 'typeahead.named', NAMED, [shop, `${key}%`, limit]);
    if (rows.length > 0 || key === '') return rows.map(({ facts }) => facts);
    return (await read.searchOrders(shop, text, limit)).map(({ facts }) => facts);
  },
  returns: async (shop, text, limit) => {
    const key = searchKey(text);
    if (key === '')
      return (await prepared<Found>(pool, 'typeahead.newest-returns', NEWEST_RETURNS, [shop, limit])).rows;
    const reading = parseRma(text);
    const written = reading.ok ? searchKey(reading.rma) : key;
    const { rows } = await prepared<Found>(pool, 'typeahead.returns', RETURNS, [shop, `${key}%`, `${written}%`, limit]);
    if (rows.length > 0) return rows;
    const page = await read.cases(shop, { kind: 'return', open: true, text, limit });
    return page.cases.map(({ case: { id, number, rma, orderName, state } }) => ({ id, number, rma, orderName, state }));
  },
});
