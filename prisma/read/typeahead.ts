import type { Typeahead } from '../../policy/app/typeahead.ts';
import type { Secrets } from '../secrets.ts';
import { prepared, type Queryable } from '../store/statement.ts';
import { allOf, conditionsOf } from './case-conditions.ts';
import { findOrders } from './find-orders.ts';

const RETURNS = 'SELECT c.id, c.number, c.rma, c.order_name AS "orderName", c.state FROM cases c';

type Found = Awaited<ReturnType<Typeahead['returns']>>[number];

/** The searches of the pages, with no more of what they find than an option shows. */
export const readTypeahead = ({ pool, secrets }: Readonly<{ pool: Queryable; secrets: Secrets }>): Typeahead => ({
  orders: async (shop, text, limit) =>
    (await findOrders(pool, secrets, { shop, text, limit })).map(({ facts }) => facts),
  returns: async (shop, text, limit) => {
    const { name, wheres, values } = allOf(shop, conditionsOf({ kind: 'return', open: true, text, limit }, secrets));
    const { rows } = await prepared<Found>(
      pool,
      `typeahead.returns.${limit}.${name}`,
      `${RETURNS} WHERE ${wheres.join('')} ORDER BY c.updated_at DESC, c.id DESC LIMIT ${limit}`,
      values,
    );
    return rows;
  },
});
