import { CallFailed } from '../../../../policy/app/ports.ts';
import type { Call } from '../client.ts';
import {
  READ_MORE_ORDER_LINES,
  READ_MORE_PARCEL_LINES,
  READ_MORE_REFUND_LINES,
  READ_MORE_RETURN_LINES,
  READ_ORDER_AGE,
} from '../operations/read-more-lines.ts';
import type { ReadOrderQuery } from '../operations.generated.ts';
import { allPages } from './pages.ts';

type ReadOrder = NonNullable<ReadOrderQuery['order']>;

/** Each in its turn: a shop's allowance is everybody's. */
const inTurn = async <T, R>(
  all: readonly T[] | undefined,
  change: (one: T) => Promise<R>,
): Promise<R[] | undefined> => {
  if (all === undefined) return undefined;
  const changed: R[] = [];
  for (const one of all) changed.push(await change(one));
  return changed;
};

/**
 * An order with all of its lines: those of the order, and of its parcels, refunds and returns.
 * @throws CallFailed `unavailable` where it changed while the pages were read, so that they may not fit together
 */
export const wholeOrder = async (call: Call, shop: string, order: ReadOrder): Promise<object> => {
  let pages = 0;
  const more: Call = (...asked) => {
    pages += 1;
    return call(...asked);
  };
  const lineItems =
    order.lineItems &&
    (await allPages(
      order.lineItems,
      async (after) => (await more(shop, READ_MORE_ORDER_LINES, { id: order.id, after })).order?.lineItems,
    ));
  const fulfillments = await inTurn(order.fulfillments, async (one) => ({
    ...one,
    fulfillmentLineItems: await allPages(
      one.fulfillmentLineItems,
      async (after) =>
        (await more(shop, READ_MORE_PARCEL_LINES, { id: one.id, after })).fulfillment?.fulfillmentLineItems,
    ),
  }));
  const refunds = await inTurn(order.refunds, async (one) => ({
    ...one,
    refundLineItems: await allPages(
      one.refundLineItems,
      async (after) => (await more(shop, READ_MORE_REFUND_LINES, { id: one.id, after })).refund?.refundLineItems,
    ),
  }));
  const returns = await inTurn(order.returns?.nodes, async (one) => ({
    ...one,
    returnLineItems: await allPages(
      one.returnLineItems,
      async (after) => (await more(shop, READ_MORE_RETURN_LINES, { id: one.id, after })).return?.returnLineItems,
    ),
  }));
  if (pages === 0) return order;
  const { order: now } = await call(shop, READ_ORDER_AGE, { id: order.id });
  if (now?.updatedAt !== order.updatedAt)
    throw new CallFailed('unavailable', 'the order changed while it was read', { retryAfterMs: 1000 });
  return { ...order, lineItems, fulfillments, refunds, returns: { ...order.returns, nodes: returns } };
};
