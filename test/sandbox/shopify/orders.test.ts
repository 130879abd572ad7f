import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DEMO_ORDERS } from './demo-orders.ts';
import { type Json, type TriedRoom, tryRoom } from './try-room.ts';

let tried: TriedRoom;
beforeAll(async () => {
  tried = await tryRoom();
});
afterAll(() => tried.stop());

const place = async (body: Json) => {
  const placed = await tried.post('/orders', body);
  if (placed.status !== 201) return placed;
  return { ...placed, order: (await tried.get(`/orders/${placed.body.id}`)).body };
};
const cents = (amount: string) => Math.round(Number(amount) * 100);

/** Whatever is left out of the form, the sums have to agree. */
const expectConsistent = (order: Json) => {
  const lines = order.line_items.reduce((sum: number, line: Json) => sum + cents(line.price) * line.quantity, 0);
  const off = order.line_items
    .flatMap((line: Json) => line.discount_allocations)
    .reduce((sum: number, d: Json) => sum + cents(d.amount), 0);
  const lineTax = order.line_items
    .flatMap((line: Json) => line.tax_lines)
    .reduce((sum: number, t: Json) => sum + cents(t.price), 0);
  const shipTax = order.shipping_lines
    .flatMap((line: Json) => line.tax_lines)
    .reduce((sum: number, t: Json) => sum + cents(t.price), 0);
  const shipping = order.shipping_lines.reduce((sum: number, line: Json) => sum + cents(line.discounted_price), 0);
  const duties = order.line_items
    .flatMap((line: Json) => line.duties)
    .reduce((sum: number, d: Json) => sum + cents(d.shop_money.amount), 0);
  expect(cents(order.total_line_items_price)).toBe(lines);
  expect(cents(order.subtotal_price)).toBe(lines - off);
  expect(cents(order.total_tax)).toBe(lineTax + shipTax);
  const tax = order.taxes_included ? 0 : lineTax + shipTax;
  expect(cents(order.total_price)).toBe(lines - off + shipping + tax + duties + cents(order.total_tip_received));
};

describe('an order in webhook form is filled in', () => {
  it('from next to nothing', async () => {
    const { order } = (await place({ line_items: [{ title: 'Lamp', price: '10.00' }] })) as Json;
    expect(order).toMatchObject({
      name: expect.stringMatching(/^#1\d{3}$/),
      total_price: '10.00',
      financial_status: 'paid',
      fulfillment_status: null,
      customer: null,
      shipping_lines: [],
      transactions: [{ kind: 'sale', status: 'success', gateway: 'bogus', amount: '10.00' }],
    });
  });

  it.each([
    { why: 'tax of the order only', form: { total_tax: '5.00' }, total: '65.00' },
    { why: 'a tax rate of the order only', form: { tax_lines: [{ title: 'VAT', rate: 0.1 }] }, total: '66.00' },
    {
      why: 'tax that prices include',
      form: { taxes_included: true, tax_lines: [{ title: 'VAT', rate: 0.2 }] },
      total: '60.00',
    },
    {
      why: 'a code for the order',
      form: { discount_codes: [{ code: 'TEN', amount: '10.00', type: 'fixed_amount' }] },
      total: '50.00',
    },
    {
      why: 'a code for the shipping',
      form: {
        shipping_lines: [{ title: 'S', price: '8.00' }],
        discount_codes: [{ code: 'SHIP', amount: '8.00', type: 'shipping' }],
      },
      total: '60.00',
    },
    {
      why: 'shipping that is free',
      form: { shipping_lines: [{ title: 'S', price: '8.00', discounted_price: '0.00' }] },
      total: '60.00',
    },
    { why: 'a tip', form: { total_tip_received: '3.00' }, total: '63.00' },
    {
      why: 'a tip among the lines',
      form: {
        line_items: [
          { title: 'A', price: '57.00' },
          { title: 'Tip', price: '3.00', tip: {} },
        ],
      },
      total: '60.00',
    },
    { why: 'odd cents to split', form: { total_discounts: '0.10', total_tax: '1.01' }, total: '60.91' },
  ])('$why', async ({ form, total }) => {
    const { order } = (await place({
      line_items: [
        { title: 'A', price: '10.00', quantity: 3 },
        { title: 'B', price: '15.00', quantity: 2 },
      ],
      ...form,
    })) as Json;
    expect(order.total_price).toBe(total);
    expectConsistent(order);
  });

  it('keeps ids that a double cannot hold', async () => {
    const raw = '{"id":9007199254740993777,"line_items":[{"id":9007199254740993778,"title":"A","price":"1.00"}]}';
    await tried.post('/orders', raw);
    const text = await (await fetch(`${tried.url}/orders/9007199254740993777`)).text();
    expect(text).toContain('"id":9007199254740993777,');
    expect(text).toContain('"admin_graphql_api_id":"gid://shopify/LineItem/9007199254740993778"');
  });

  it('with parcels and refunds that it already has', async () => {
    const { order } = (await place({
      line_items: [{ id: 501, title: 'A', price: '10.00', quantity: 3 }],
      fulfillments: [{ id: 601, shipment_status: 'delivered', line_items: [{ id: 501, quantity: 2 }] }],
      refunds: [
        {
          id: 701,
          refund_line_items: [{ line_item_id: 501, quantity: 1 }],
          transactions: [{ kind: 'refund', amount: '10.00' }],
        },
      ],
    })) as Json;
    expect(order).toMatchObject({
      fulfillment_status: 'fulfilled',
      financial_status: 'partially_refunded',
      line_items: [{ quantity: 3, current_quantity: 2 }],
      fulfillments: [{ id: 601, shipment_status: 'delivered', line_items: [{ id: 501, quantity: 2 }] }],
    });
    expect(order.refunds[0].transactions).toMatchObject([{ amount: '10.00' }]);
  });

  it('in two currencies, by the amounts that are given or at one rate', async () => {
    const { order } = (await place({
      presentment_currency: 'JPY',
      line_items: [
        {
          title: 'A',
          price: '10.00',
          quantity: 2,
          price_set: {
            shop_money: { amount: '10.00', currency_code: 'USD' },
            presentment_money: { amount: '1500', currency_code: 'JPY' },
          },
        },
      ],
      shipping_lines: [{ title: 'S', price: '4.00' }],
    })) as Json;
    expect(order.total_price_set).toEqual({
      shop_money: { amount: '24.00', currency_code: 'USD' },
      presentment_money: { amount: '3600', currency_code: 'JPY' },
    });
    expect(order.transactions).toMatchObject([{ amount: '3600', currency: 'JPY' }]);
  });

  it.each(['HUF', 'IDR', 'PKR'])(
    'to two digits in %s, as ISO 4217 has it, whatever is paid in cash',
    async (currency) => {
      const { order } = (await place({
        presentment_currency: currency,
        line_items: [
          {
            title: 'A',
            price: '10.00',
            quantity: 1,
            price_set: {
              shop_money: { amount: '10.00', currency_code: 'USD' },
              presentment_money: { amount: '3599.95', currency_code: currency },
            },
          },
        ],
      })) as Json;
      expect(order.total_price_set.presentment_money).toEqual({ amount: '3599.95', currency_code: currency });
    },
  );

  it.each([
    { why: 'no lines', body: { line_items: [] }, status: 422 },
    { why: 'a price that is none', body: { line_items: [{ title: 'A', price: 'ten' }] }, status: 422 },
    {
      why: 'a discount above the price',
      body: { line_items: [{ title: 'A', price: '1.00', total_discount: '2.00' }] },
      status: 422,
    },
    { why: 'no JSON', body: '{', status: 400 },
  ])('refuses $why', async ({ body, status }) => {
    const answer = await tried.post('/orders', body);
    expect(answer.status).toBe(status);
    expect(answer.body.error).toEqual(expect.any(String));
  });
});

describe('control calls that cannot be', () => {
  it.each([
    { path: '/orders/999/fulfill', body: {}, status: 404 },
    { path: '/fulfillments/999/events', body: { status: 'delivered' }, status: 404 },
    { path: '/inventory', body: { inventory_item_id: 999, available: 1 }, status: 404 },
    { path: '/orders?shop=nowhere.myshopify.com', body: { line_items: [{ title: 'A', price: '1.00' }] }, status: 404 },
    { path: '/shops', body: { domain: 'not a domain' }, status: 422 },
    { path: '/deliver', body: {}, status: 422 },
  ])('$path → $status', async ({ path, body, status }) => {
    expect((await tried.post(path, body)).status).toBe(status);
  });

  it('shipping more than is left, an unknown status, a second answer of a service', async () => {
    const { id } = await tried.placeReference();
    expect((await tried.post(`/orders/${id}/fulfill`, { lines: [{ sku: 'AUR-HP-01', quantity: 3 }] })).status).toBe(
      422,
    );
    const shipped = await tried.post(`/orders/${id}/fulfill`, {});
    const [parcel] = shipped.body.fulfillments;
    expect((await tried.post(`/fulfillments/${parcel.id}/events`, { status: 'lost' })).status).toBe(422);
    expect((await tried.post(`/orders/${id}/fulfill`, {})).status).toBe(422);
    expect(
      (await tried.post(`/fulfillment-orders/${shipped.body.fulfillment_orders[0].id}/cancellation`, { accept: true }))
        .status,
    ).toBe(422);
  });
});

it('a fulfilment service is asked to stop, and answers', async () => {
  const { gid, id } = await tried.placeReference({
    line_items: [{ title: 'A', price: '10.00', quantity: 1, fulfillment_service: 'acme' }],
    shipping_lines: [],
  });
  const [fo] = (await tried.get(`/orders/${id}`)).body.fulfillment_orders;
  expect(fo).toMatchObject({ status: 'in_progress', request_status: 'accepted', service: 'acme' });
  const query = `mutation S($id: ID!) { fulfillmentOrderSubmitCancellationRequest(id: $id, message: "please stop") {
    fulfillmentOrder { status requestStatus } userErrors { message } } }`;
  const asked = await tried.admin(query, { id: fo.admin_graphql_api_id });
  expect(asked.data.fulfillmentOrderSubmitCancellationRequest.fulfillmentOrder.requestStatus).toBe(
    'CANCELLATION_REQUESTED',
  );
  const answered = await tried.post(`/fulfillment-orders/${fo.id}/cancellation`, { accept: true });
  expect(answered.body.fulfillment_orders[0]).toMatchObject({
    status: 'open',
    request_status: 'cancellation_accepted',
  });
  expect((await tried.admin('query O($id: ID!) { order(id: $id) { name } }', { id: gid })).data.order.name).toBe(
    answered.body.name,
  );
});

it('holds are kept, doubled handles refused, released one by one', async () => {
  const { id } = await tried.placeReference();
  const [fo] = (await tried.get(`/orders/${id}`)).body.fulfillment_orders;
  const hold = async (handle: string) =>
    (
      await tried.admin(
        `mutation H($id: ID!, $handle: String) { fulfillmentOrderHold(id: $id, fulfillmentHold: { reason: INVENTORY_OUT_OF_STOCK, handle: $handle }) {
          fulfillmentHold { id } fulfillmentOrder { status } userErrors { field message code } } }`,
        { id: fo.admin_graphql_api_id, handle },
      )
    ).data.fulfillmentOrderHold;
  const first = await hold('one');
  expect(first.fulfillmentOrder.status).toBe('ON_HOLD');
  expect((await hold('one')).userErrors[0].code).toBe('DUPLICATE_FULFILLMENT_HOLD_HANDLE');
  await hold('two');
  const blocked = await tried.post(`/orders/${id}/fulfill`, {});
  expect(blocked.body.error).toContain('unfulfillable status= on_hold');
  const release = (holdIds: string[]) =>
    tried.admin(
      'mutation R($id: ID!, $holdIds: [ID!]) { fulfillmentOrderReleaseHold(id: $id, holdIds: $holdIds) { fulfillmentOrder { status } userErrors { message } } }',
      { id: fo.admin_graphql_api_id, holdIds },
    );
  expect((await release([first.fulfillmentHold.id])).data.fulfillmentOrderReleaseHold.fulfillmentOrder.status).toBe(
    'ON_HOLD',
  );
  expect((await tried.get(`/orders/${id}`)).body.holds).toHaveLength(1);
  expect((await release([])).data.fulfillmentOrderReleaseHold.fulfillmentOrder.status).toBe('OPEN');
});

describe('the demo', () => {
  it('has a dozen orders with stable names and consistent sums', async () => {
    const demo = await tryRoom({ seed: 'demo' });
    const { orders } = (await demo.get('/orders')).body;
    await demo.stop();
    expect(orders.map((order: Json) => order.name)).toEqual(DEMO_ORDERS.map((_, index) => `#${1001 + index}`));
    for (const order of orders) {
      expectConsistent(order);
      const paid = order.transactions.reduce((sum: number, t: Json) => sum + cents(t.amount), 0);
      expect([order.name, paid]).toEqual([order.name, cents(order.total_price_set.presentment_money.amount)]);
      if (order.email) expect(order.email).toMatch(/@example\.com$/);
    }
    const named = Object.fromEntries(orders.map((order: Json) => [order.name, order]));
    expect(named['#1003']).toMatchObject({
      total_price: '96.40',
      fulfillment_status: 'fulfilled',
      line_items: [{ title: expect.stringContaining('headphones'), quantity: 2 }],
      fulfillments: [{ shipment_status: 'delivered' }],
    });
    expect(named['#1001']).toMatchObject({ fulfillment_status: null, financial_status: 'paid' });
    expect(named['#1005']).toMatchObject({ presentment_currency: 'EUR', currency: 'USD', taxes_included: true });
    expect(named['#1009'].financial_status).toBe('authorized');
    expect(named['#1004'].fulfillment_status).toBe('partial');
  });
});
