import { CallFailed } from '../../../../policy/app/ports.ts';
import { ORDER_FACTS_LIMITS as LIMITS } from '../../../../policy/facts/admin-order.graphql.ts';
import type { Call } from '../client.ts';
import {
  READ_MORE_ORDER_LINES,
  READ_MORE_PARCEL_LINES,
  READ_MORE_REFUND_LINES,
  READ_MORE_REFUND_TRANSACTIONS,
  READ_MORE_RETURN_LINES,
  READ_MORE_SHIPPING_LINES,
  READ_ORDER_AGE,
} from '../operations/read-more-lines.ts';
import {
  LONGEST_LIST,
  READ_AT_ONCE,
  READ_LONG_LISTS,
  READ_MORE_RETURNS,
  READ_PARCELS,
  READ_REFUNDS,
} from '../operations/read-more-of-order.ts';
import type { ReadOrderQuery } from '../operations.generated.ts';
import { allPages, NOT_TOLD, type Page } from './pages.ts';

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

/** A list as long as was asked for may go on; one that Shopify did not tell is left to whoever parses the order. */
const mayGoOn = (list: readonly unknown[] | undefined, limit: number): boolean => (list?.length ?? 0) >= limit;

/** What was told without pages, as a page: where even the longest read may not have brought it all, it goes on. */
const asPage = <N>(nodes: readonly N[] = []): Page<N> => ({
  pageInfo: { hasNextPage: mayGoOn(nodes, LONGEST_LIST), endCursor: null },
  nodes,
});

/** All of a list of which only the first are here: the others are read by their ids, a few at once. */
const byIds = async <N extends Readonly<{ id: string }>>(
  first: readonly N[],
  all: readonly Readonly<{ id: string }>[],
  read: (ids: string[]) => Promise<Readonly<{ nodes: readonly (N | Record<PropertyKey, never> | null)[] }>>,
): Promise<N[]> => {
  const known = new Map(first.map((one) => [one.id, one]));
  const left = all.flatMap(({ id }) => (known.has(id) ? [] : [id]));
  for (let at = 0; at < left.length; at += READ_AT_ONCE) {
    const { nodes } = await read(left.slice(at, at + READ_AT_ONCE));
    for (const one of nodes) if (one !== null && 'id' in one) known.set(one.id, one as N);
  }
  return all.map(({ id }) => {
    const one = known.get(id);
    if (one === undefined) throw new CallFailed('unavailable', NOT_TOLD);
    return one;
  });
};

/**
 * An order with all of its lines, parcels, refunds, payments and returns, and all lines of each of those.
 * @returns lists that Shopify tells without pages as pages, where the rest of them was read
 * @throws CallFailed `unavailable` where it changed while the pages were read, so that they may not fit together
 */
export const wholeOrder = async (call: Call, shop: string, order: ReadOrder): Promise<object> => {
  let reads = 0;
  const more: Call = (...asked) => {
    reads += 1;
    return call(...asked);
  };
  const { id } = order;
  const isLong =
    mayGoOn(order.fulfillments, LIMITS.fulfillments) ||
    mayGoOn(order.refunds, LIMITS.refunds) ||
    mayGoOn(order.transactions, LIMITS.transactions);
  const long = isLong ? (await more(shop, READ_LONG_LISTS, { id })).order : null;
  if (isLong && long === null) throw new CallFailed('unavailable', NOT_TOLD);

  const lineItems =
    order.lineItems &&
    (await allPages(
      order.lineItems,
      async (after) => (await more(shop, READ_MORE_ORDER_LINES, { id, after })).order?.lineItems,
    ));
  const shippingLines =
    order.shippingLines &&
    (await allPages(
      order.shippingLines,
      async (after) => (await more(shop, READ_MORE_SHIPPING_LINES, { id, after })).order?.shippingLines,
    ));
  const parcels =
    long === null
      ? order.fulfillments
      : await byIds(order.fulfillments, long.fulfillments, (ids) => more(shop, READ_PARCELS, { ids }));
  const fulfillments = await inTurn(parcels, async (one) => ({
    ...one,
    fulfillmentLineItems: await allPages(
      one.fulfillmentLineItems,
      async (after) =>
        (await more(shop, READ_MORE_PARCEL_LINES, { id: one.id, after })).fulfillment?.fulfillmentLineItems,
    ),
  }));
  const paidBack =
    long === null
      ? order.refunds
      : await byIds(order.refunds, long.refunds, (ids) => more(shop, READ_REFUNDS, { ids }));
  const refunds = await inTurn(paidBack, async (one) => ({
    ...one,
    refundLineItems: await allPages(
      one.refundLineItems,
      async (after) => (await more(shop, READ_MORE_REFUND_LINES, { id: one.id, after })).refund?.refundLineItems,
    ),
    transactions: await allPages(
      one.transactions,
      async (after) => (await more(shop, READ_MORE_REFUND_TRANSACTIONS, { id: one.id, after })).refund?.transactions,
    ),
  }));
  const opened =
    order.returns &&
    (await allPages(
      order.returns,
      async (after) => (await more(shop, READ_MORE_RETURNS, { id, after })).order?.returns,
    ));
  const returns = opened && {
    ...opened,
    nodes: await inTurn(opened.nodes, async (one) => ({
      ...one,
      returnLineItems: await allPages(
        one.returnLineItems,
        async (after) => (await more(shop, READ_MORE_RETURN_LINES, { id: one.id, after })).return?.returnLineItems,
      ),
    })),
  };
  if (reads === 0) return order;
  const { order: now } = await call(shop, READ_ORDER_AGE, { id });
  if (now?.updatedAt !== order.updatedAt)
    throw new CallFailed('unavailable', 'the order changed while it was read', { retryAfterMs: 1000 });
  const lists = { lineItems, shippingLines, fulfillments, refunds, returns };
  if (long === null) return { ...order, ...lists };
  return {
    ...order,
    ...lists,
    fulfillments: asPage(fulfillments),
    refunds: asPage(refunds),
    transactions: asPage(long.transactions),
  };
};
