import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Json, type TriedRoom, tryRoom } from './try-room.ts';

let tried: TriedRoom;
beforeAll(async () => {
  tried = await tryRoom();
});
afterAll(() => tried.stop());

const stockOf = async (sku: string) => {
  const { products } = (await tried.get('/products')).body;
  return products.flatMap((product: Json) => product.variants).find((variant: Json) => variant.sku === sku);
};

describe('exchanges', () => {
  it('of the same variant are even: a new line, a fulfilment order of its own, no money', async () => {
    const { gid, id } = await tried.placeReference();
    await tried.post(`/orders/${id}/fulfill`, {});
    const order = tried.room.world.findOrder(String(id));
    const variantId = `gid://shopify/ProductVariant/${order?.lines[0]?.variantId}`;
    const created = await tried.admin(
      `mutation C($input: ReturnInput!) { returnCreate(returnInput: $input) {
        return { id returnLineItems(first: 1) { nodes { id } } exchangeLineItems(first: 1) { nodes { id quantity variantId } } }
        userErrors { field message } } }`,
      {
        input: {
          orderId: gid,
          returnLineItems: [
            {
              fulfillmentLineItemId: `gid://shopify/FulfillmentLineItem/${order?.fulfillments[0]?.lines[0]?.id}`,
              quantity: 1,
              returnReason: 'WRONG_ITEM',
            },
          ],
          exchangeLineItems: [{ variantId, quantity: 1 }],
        },
      },
    );
    const ret = created.data.returnCreate.return;
    const lines = [{ id: ret.returnLineItems.nodes[0].id, quantity: 1 }];
    const exchanges = [{ id: ret.exchangeLineItems.nodes[0].id, quantity: 1 }];
    const outcome = await tried.admin(
      `query O($id: ID!, $lines: [SuggestedOutcomeReturnLineItemInput!]!, $exchanges: [SuggestedOutcomeExchangeLineItemInput!]!) {
        return(id: $id) { suggestedFinancialOutcome(returnLineItems: $lines, exchangeLineItems: $exchanges) {
          financialTransfer { ... on RefundReturnOutcome { amount { presentmentMoney { amount } } } } } } }`,
      { id: ret.id, lines, exchanges },
    );
    const { amount } = outcome.data.return.suggestedFinancialOutcome.financialTransfer;
    expect(amount.presentmentMoney.amount).toBe('0.0');
    const processed = await tried.admin(
      `mutation P($input: ReturnProcessInput!) { returnProcess(input: $input) { return { exchangeLineItems(first: 1) { nodes { processedQuantity lineItems { title quantity } } } } userErrors { message } } }`,
      { input: { returnId: ret.id, returnLineItems: lines, exchangeLineItems: exchanges } },
    );
    expect(processed.data.returnProcess).toMatchObject({
      userErrors: [],
      return: { exchangeLineItems: { nodes: [{ processedQuantity: 1, lineItems: [{ quantity: 1 }] }] } },
    });
    const after = (await tried.get(`/orders/${id}`)).body;
    expect(after.line_items).toHaveLength(2);
    expect(after.refunds).toEqual([]);
    expect(after).toMatchObject({ current_total_price: '96.40', total_outstanding: '0.00', financial_status: 'paid' });
    expect(after.fulfillment_orders.at(-1)).toMatchObject({
      status: 'open',
      line_items: [{ fulfillable_quantity: 1 }],
    });
  });
});

describe('order edits by the API', () => {
  it('are staged, then committed: shipping is added and the customer owes it', async () => {
    const { gid, id } = await tried.placeReference();
    const begun = await tried.admin(
      'mutation B($id: ID!) { orderEditBegin(id: $id) { calculatedOrder { id totalPriceSet { shopMoney { amount } } } userErrors { message } } }',
      { id: gid },
    );
    const edit = begun.data.orderEditBegin.calculatedOrder.id;
    const add = (currencyCode: string) =>
      tried.admin(
        `mutation S($id: ID!, $line: OrderEditAddShippingLineInput!) { orderEditAddShippingLine(id: $id, shippingLine: $line) {
          calculatedOrder { totalPriceSet { shopMoney { amount } } totalOutstandingSet { shopMoney { amount } } } userErrors { field message code } } }`,
        { id: edit, line: { title: 'Express', price: { amount: '7.50', currencyCode } } },
      );
    const wrong = await add('CAD');
    expect(wrong.data.orderEditAddShippingLine.userErrors).toEqual([
      { field: ['shippingLine', 'price'], message: 'The price must be in USD.', code: 'INVALID' },
    ]);
    const right = (await add('USD')).data.orderEditAddShippingLine.calculatedOrder;
    expect(right).toEqual({
      totalPriceSet: { shopMoney: { amount: '103.9' } },
      totalOutstandingSet: { shopMoney: { amount: '7.5' } },
    });
    expect((await tried.get(`/orders/${id}`)).body.shipping_lines).toHaveLength(1);
    await tried.admin('mutation C($id: ID!) { orderEditCommit(id: $id) { order { id } userErrors { message } } }', {
      id: edit,
    });
    const order = (await tried.get(`/orders/${id}`)).body;
    expect(order.shipping_lines).toHaveLength(2);
    expect(order).toMatchObject({
      total_price: '103.90',
      total_outstanding: '7.50',
      financial_status: 'partially_paid',
    });
  });
});

describe('stock by the API', () => {
  const set = (variables: Json, key = '@idempotent(key: "stock")') =>
    tried.admin(
      `mutation Q($item: ID!, $location: ID!, $quantity: Int!, $from: Int) {
        inventorySetQuantities(input: { name: "available", reason: "correction", quantities: [
          { inventoryItemId: $item, locationId: $location, quantity: $quantity, changeFromQuantity: $from }] }) ${key} {
          inventoryAdjustmentGroup { changes { delta quantityAfterChange } } userErrors { field message code } } }`,
      variables,
    );

  it('needs a key, and swaps only what it has seen', async () => {
    const variant = await stockOf('FRN-CG-09');
    const [location] = [...tried.room.world.locations.values()];
    const at = {
      item: `gid://shopify/InventoryItem/${variant.inventory_item_id}`,
      location: `gid://shopify/Location/${location?.id}`,
    };
    expect((await set({ ...at, quantity: 5 }, '')).errors[0].extensions.code).toBe('BAD_REQUEST');
    const stale = await set({ ...at, quantity: 5, from: variant.available + 1 }, '@idempotent(key: "stale")');
    expect(stale.data.inventorySetQuantities.userErrors[0].code).toBe('CHANGE_FROM_QUANTITY_STALE');
    const done = await set({ ...at, quantity: 5, from: variant.available });
    expect(done.data.inventorySetQuantities).toMatchObject({
      userErrors: [],
      inventoryAdjustmentGroup: { changes: [{ delta: 5 - variant.available, quantityAfterChange: 5 }] },
    });
    const mismatch = await set({ ...at, quantity: 6 });
    expect(mismatch.data.inventorySetQuantities.userErrors[0].code).toBe('IDEMPOTENCY_KEY_PARAMETER_MISMATCH');
    expect((await stockOf('FRN-CG-09')).available).toBe(5);
  });
});

describe('things beside orders', () => {
  it('tags are added without losing the others', async () => {
    const { gid } = await tried.placeReference({ tags: 'vip' });
    const answer = await tried.admin(
      'mutation T($id: ID!) { tagsAdd(id: $id, tags: ["makegood", "vip"]) { node { ... on Order { tags } } userErrors { message } } }',
      { id: gid },
    );
    expect(answer.data.tagsAdd.node.tags).toEqual(['makegood', 'vip']);
  });

  it('metafields swap only what was seen', async () => {
    const { gid } = await tried.placeReference();
    const set = async (value: string, compareDigest: string | null) =>
      (
        await tried.admin(
          `mutation M($m: [MetafieldsSetInput!]!) { metafieldsSet(metafields: $m) { metafields { value compareDigest } userErrors { code } } }`,
          {
            m: [
              { ownerId: gid, namespace: 'makegood', key: 'rma', type: 'single_line_text_field', value, compareDigest },
            ],
          },
        )
      ).data.metafieldsSet;
    const first = await set('RMA-4F7K2QZ', null);
    expect(first.userErrors).toEqual([]);
    expect((await set('other', null)).userErrors).toEqual([{ code: 'STALE_OBJECT' }]);
    expect((await set('RMA-9X3M8TK', first.metafields[0].compareDigest)).metafields[0].value).toBe('RMA-9X3M8TK');
  });

  it('store credit is in one currency and above zero', async () => {
    const { gid } = await tried.placeReference();
    const { order } = (await tried.admin('query O($id: ID!) { order(id: $id) { customer { id } } }', { id: gid })).data;
    const credit = async (amount: string, currencyCode: string) =>
      (
        await tried.admin(
          `mutation C($id: ID!, $c: StoreCreditAccountCreditInput!) { storeCreditAccountCredit(id: $id, creditInput: $c) {
            storeCreditAccountTransaction { balanceAfterTransaction { amount } } userErrors { code } } }`,
          { id: order.customer.id, c: { creditAmount: { amount, currencyCode } } },
        )
      ).data.storeCreditAccountCredit;
    expect((await credit('0.00', 'USD')).userErrors).toEqual([{ code: 'NEGATIVE_OR_ZERO_AMOUNT' }]);
    const given = await credit('12.00', 'USD');
    expect(given.storeCreditAccountTransaction.balanceAfterTransaction.amount).toBe('12.0');
    expect((await credit('1.00', 'EUR')).userErrors).toEqual([{ code: 'MISMATCHING_CURRENCY' }]);
  });

  it('orders older than 60 days need read_all_orders', async () => {
    const narrow = await tryRoom({ scopes: ['read_orders'] });
    await narrow.placeReference();
    const count = async () => (await narrow.admin('{ ordersCount { count } }')).data.ordersCount.count;
    expect(await count()).toBe(1);
    await narrow.clock.move(61 * 86_400_000);
    expect(await count()).toBe(0);
    await narrow.stop();
  });

  it('orders are found by name, state and date, page by page', async () => {
    const found = await tryRoom({ seed: 'demo' });
    const names = async (query: string) =>
      (
        await found.admin(
          'query Q($q: String) { orders(first: 50, query: $q, sortKey: ORDER_NUMBER) { nodes { name } } }',
          { q: query },
        )
      ).data.orders.nodes.map((order: Json) => order.name);
    expect(await names('name:#1003')).toEqual(['#1003']);
    expect(await names('financial_status:authorized')).toEqual(['#1009']);
    expect(await names('fulfillment_status:partial')).toEqual(['#1004']);
    expect(await names(`created_at:>=${new Date(Date.now() - 3 * 3_600_000).toISOString()}`)).toEqual([
      '#1001',
      '#1009',
    ]);
    const seen: string[] = [];
    let after: string | null = null;
    do {
      const page: Json = await found.admin(
        'query P($after: String) { orders(first: 5, after: $after, sortKey: ORDER_NUMBER) { nodes { name } pageInfo { hasNextPage endCursor } } }',
        { after },
      );
      seen.push(...page.data.orders.nodes.map((order: Json) => order.name));
      after = page.data.orders.pageInfo.hasNextPage ? page.data.orders.pageInfo.endCursor : null;
    } while (after !== null);
    expect(seen).toHaveLength(12);
    expect(new Set(seen).size).toBe(12);
    await found.stop();
  });

  it('what is not modelled says so instead of answering nothing', async () => {
    const { errors } = await tried.admin('mutation U { appUninstall { app { id } } }');
    expect(errors[0].message).toBe('the sandbox does not model appUninstall');
  });
});
