import { describe, expect, it } from 'vitest';
import { createFulfillmentOrders } from '../../../../web/adapters/shopify/admin/fulfillment-orders.ts';
import { wholeOrder } from '../../../../web/adapters/shopify/admin/whole-order.ts';
import type { Call } from '../../../../web/adapters/shopify/client.ts';

/** An order of which a list is longer than one read brings: the rest is read, and fits what was read first. */

const READ_AT = '2026-11-22T10:00:00Z';
const page = (ids: readonly number[], endCursor: string | null) => ({
  pageInfo: { hasNextPage: endCursor !== null, endCursor },
  nodes: ids.map((id) => ({ id })),
});
const order = (lineItems: unknown) =>
  ({ id: 'gid://shopify/Order/1', updatedAt: READ_AT, lineItems, fulfillments: [], refunds: [] }) as never;

/** A Shopify that answers with these pages of lines, in turn, and then says how old the order is. */
const shopify = (pages: readonly unknown[], updatedAt: string | null) => {
  const asked: string[] = [];
  const call = (async (_shop: string, operation: { name: string }, { after }: { after?: string }) => {
    asked.push(after ?? operation.name);
    if (operation.name === 'ReadOrderAge') return { order: updatedAt === null ? null : { updatedAt } };
    return { order: { lineItems: pages[asked.length - 1] } };
  }) as unknown as Call;
  return { call, asked };
};

it('is read page by page', async () => {
  const { call, asked } = shopify([page([2], 'b'), page([3], null)], READ_AT);
  const whole = await wholeOrder(call, 'shop', order(page([1], 'a')));
  expect(whole).toMatchObject({
    lineItems: { pageInfo: { hasNextPage: false }, nodes: [{ id: 1 }, { id: 2 }, { id: 3 }] },
  });
  expect(asked).toEqual(['a', 'b', 'ReadOrderAge']);
});

it('one that came whole is not asked for again', async () => {
  const { call, asked } = shopify([], READ_AT);
  const read = order(page([1], null));
  expect(await wholeOrder(call, 'shop', read)).toBe(read);
  expect(asked).toEqual([]);
});

it.each<[string, readonly unknown[], string | null]>([
  ['it changed meanwhile', [page([2], null)], '2026-11-22T10:00:01Z'],
  ['it is gone', [page([2], null)], null],
  ['a page is not told', [undefined], READ_AT],
])('%s: read again later, never decided on a part', async (_what, pages, updatedAt) => {
  const { call } = shopify(pages, updatedAt);
  await expect(wholeOrder(call, 'shop', order(page([1], 'a')))).rejects.toMatchObject({ outcome: 'unavailable' });
});

it('what is left to ship is told whole, however many parts it has', async () => {
  const part = (id: number) => ({
    id: `gid://shopify/FulfillmentOrder/${id}`,
    status: 'OPEN',
    requestStatus: 'UNSUBMITTED',
    fulfillmentHolds: [],
    lineItems: { pageInfo: { hasNextPage: false, endCursor: null }, nodes: [] },
  });
  const call = (async (_shop: string, _operation: unknown, { after }: { after?: string }) => ({
    order: {
      fulfillmentOrders: {
        pageInfo: { hasNextPage: after === undefined, endCursor: 'a' },
        nodes: [part(after === undefined ? 1 : 2)],
      },
    },
  })) as unknown as Call;
  const parts = await createFulfillmentOrders(call).fulfillmentOrders('shop', '1');
  expect(parts.map(({ id }) => id)).toEqual(['1', '2']);
});

describe('parcels, told without pages', () => {
  const parcel = (id: number) => ({ id, fulfillmentLineItems: page([], null) });
  const ids = (count: number) => Array.from({ length: count }, (_, id) => ({ id }));
  const long = { ...(order(page([], null)) as object), fulfillments: ids(10).map(({ id }) => parcel(id)) } as never;
  const answering = (count: number, gone: readonly number[] = []) =>
    (async (_shop: string, { name }: { name: string }, asked: { ids: number[] }) => {
      if (name === 'ReadLongLists') return { order: { fulfillments: ids(count), refunds: [], transactions: [] } };
      if (name === 'ReadOrderAge') return { order: { updatedAt: READ_AT } };
      return { nodes: asked.ids.map((id) => (gone.includes(id) ? null : parcel(id))) };
    }) as unknown as Call;

  it('as many as are read at first: the rest is looked for, a few at once', async () => {
    const { fulfillments } = (await wholeOrder(answering(23), 'shop', long)) as { fulfillments: unknown };
    expect(fulfillments).toMatchObject({ pageInfo: { hasNextPage: false }, nodes: ids(23) });
  });

  it('more than can be read: the list goes on, so the order is not decided on', async () => {
    const { fulfillments } = (await wholeOrder(answering(200), 'shop', long)) as { fulfillments: unknown };
    expect(fulfillments).toMatchObject({ pageInfo: { hasNextPage: true } });
  });

  it('one of them gone meanwhile: read again later', async () => {
    await expect(wholeOrder(answering(12, [11]), 'shop', long)).rejects.toMatchObject({ outcome: 'unavailable' });
  });
});
