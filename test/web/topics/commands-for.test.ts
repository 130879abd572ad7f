import { describe, expect, it } from 'vitest';
import { Command } from '../../../policy/app/commands.ts';
import { commandsFor } from '../../../web/topics/commands-for.ts';
import { TOPICS } from '../../../web/topics/topics.ts';
import { webhookOrder } from './webhook-order.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const understood = (topic: string, body: unknown) =>
  commandsFor({ topic, id: 'delivery-1', body: bytes(typeof body === 'string' ? body : JSON.stringify(body)) });

const ORDER_TOPICS = ['create', 'updated', 'paid', 'cancelled', 'fulfilled', 'partially_fulfilled'].map(
  (name) => `orders/${name}`,
);

describe('a webhook that carries the order', () => {
  it.each(ORDER_TOPICS)('%s observes it', (topic) => {
    const answer = understood(topic, webhookOrder());
    expect(answer).toMatchObject({
      commands: [
        {
          kind: 'order.observed',
          facts: { id: '1001', name: '#1001', currency: 'USD', total: 2160 },
          contact: { email: 'jo@example.com' },
        },
      ],
    });
  });

  it('keeps ids beyond 2^53', () => {
    const text = JSON.stringify(webhookOrder()).replace('"id":1001', '"id":9007199254740993');
    expect(understood('orders/create', text)).toMatchObject({ commands: [{ facts: { id: '9007199254740993' } }] });
  });

  it('reads the order again where Shopify sent its id alone', () => {
    expect(understood('orders/updated', { id: 1001, admin_graphql_api_id: 'gid://shopify/Order/1001' })).toEqual({
      commands: [{ kind: 'order.stale', orderId: '1001', because: 'orders/updated' }],
    });
  });

  it.each([
    [
      'a price that is no amount',
      { line_items: [{ ...webhookOrder().line_items[0], price_set: undefined, price: 'ten' }] },
      /line_items\[0\]/,
    ],
    ['no currency', { currency: undefined, presentment_currency: undefined }, /currency/],
  ])('is parked, with the place, for %s', (_what, wrong, place) => {
    const answer = understood('orders/create', { ...webhookOrder(), ...wrong });
    expect(answer).toEqual({ park: expect.stringMatching(place) });
  });
});

describe('a webhook that only names the order has it read again', () => {
  const ID = 820982911946154508n;
  it.each([
    [
      'orders/edited',
      `{"order_edit":{"id":78912328793123782,"order_id":${ID},"line_items":{"additions":[],"removals":[]}}}`,
    ],
    ['fulfillments/create', `{"id":123456,"order_id":${ID},"status":"success"}`],
    ['fulfillments/update', `{"id":123456,"order_id":${ID},"shipment_status":"delivered"}`],
    ['fulfillment_events/create', `{"id":1234567,"fulfillment_id":123456,"status":"in_transit","order_id":${ID}}`],
    ['refunds/create', `{"id":890088186047892319,"order_id":${ID},"refund_line_items":[]}`],
    ['order_transactions/create', `{"id":120560818172775265,"order_id":${ID},"kind":"refund","status":"failure"}`],
    ['returns/request', `{"id":1,"order":{"id":${ID},"admin_graphql_api_id":"gid://shopify/Order/${ID}"}}`],
    ['returns/close', `{"id":1,"order_id":${ID},"status":"closed"}`],
    ['disputes/create', `{"id":285332461850802050,"order_id":${ID},"status":"needs_response"}`],
  ])('%s', (topic, body) => {
    expect(understood(topic, body)).toEqual({
      commands: [{ kind: 'order.stale', orderId: String(ID), because: topic }],
    });
  });

  it.each([
    ['refunds/create', '{"id":1}'],
    ['refunds/create', '{"id":1,"order_id":null}'],
    ['refunds/create', '{"id":1,"order_id":"gid://shopify/Return/7"}'],
    ['fulfillments/update', '[]'],
    ['orders/edited', '{"order_edit":{}}'],
  ])('and is parked where it names none: %s %s', (topic, body) => {
    expect(understood(topic, body)).toEqual({ park: expect.stringContaining('names no order') });
  });

  it.each([
    ['returns/process', '{}'],
    ['returns/update', '{"admin_graphql_api_id":"gid://shopify/Return/1","return_line_items":{"removals":[]}}'],
    [
      'fulfillment_orders/placed_on_hold',
      '{"fulfillment_order":{"id":"gid://shopify/FulfillmentOrder/1","status":"on_hold"}}',
    ],
    ['reverse_fulfillment_orders/dispose', '{"id":11111111,"dispositions":[]}'],
  ])('or says why nothing is lost, where the topic never names one: %s', (topic, body) => {
    expect(understood(topic, body)).toEqual({ commands: [], because: expect.stringMatching(/\w/) });
  });
});

describe('a stock figure', () => {
  it.each([
    ['inventory_levels/update', '{"inventory_item_id":271878346596884015,"location_id":24826418,"available":-1}'],
    ['variants/in_stock', '{"id":1,"inventory_item_id":"gid://shopify/InventoryItem/271878346596884015"}'],
  ])('is read again: %s', (topic, body) => {
    expect(understood(topic, body)).toEqual({
      commands: [{ kind: 'stock.changed', inventoryItemId: '271878346596884015' }],
    });
  });

  it('that names no item is parked, or told otherwise', () => {
    expect(
      understood('inventory_levels/update', '{"location_id":1,"inventory_item_id":"gid://shopify/Order/1"}'),
    ).toEqual({
      park: expect.stringContaining('no inventory item'),
    });
    expect(understood('variants/out_of_stock', '{"id":1}')).toEqual({
      commands: [],
      because: expect.stringMatching(/inventory_levels/),
    });
  });
});

it('takes the app as removed', () => {
  expect(understood('app/uninstalled', { id: 548380009, domain: null })).toEqual({
    commands: [{ kind: 'shop.uninstalled' }],
  });
});

describe('a privacy topic', () => {
  const customer = { id: 191_167, email: 'robin@example.com', phone: '555-0142' };

  it.each([
    [
      'customers/data_request',
      'data-request',
      { customer, orders_requested: [299_938, '280263'], data_request: { id: 9 } },
    ],
    ['customers/redact', 'redact-customer', { customer, orders_to_redact: [299_938, 'gid://shopify/Order/280263'] }],
  ])('%s says whom it is about', (topic, request, payload) => {
    expect(understood(topic, { shop_id: 1, ...payload })).toEqual({
      commands: [
        {
          kind: 'privacy.asked',
          request,
          shopifyId: request === 'data-request' ? '9' : null,
          subject: {
            customerId: '191167',
            email: 'robin@example.com',
            phone: '555-0142',
            orderIds: ['299938', '280263'],
          },
        },
      ],
    });
  });

  it('that names nobody is left to a person; of a shop nobody needs to be named', () => {
    for (const topic of ['customers/data_request', 'customers/redact'])
      expect(understood(topic, { shop_id: 1, customer: { id: null, email: '' } })).toEqual({
        park: 'the request names neither a customer nor an order',
      });
    expect(understood('shop/redact', { shop_id: 1 })).toMatchObject({
      commands: [{ kind: 'privacy.asked', request: 'redact-shop' }],
    });
  });
});

it.each([
  ['a topic nobody knows', 'themes/publish', '{}'],
  ['a name that every object has', 'constructor', '{}'],
  ['no JSON', 'refunds/create', 'oops'],
  ['a cut text', 'orders/create', '{"id": 1'],
])('parks %s', (_what, topic, body) => {
  expect(understood(topic, body)).toEqual({ park: expect.stringMatching(/\w/) });
});

it('parks bytes that are no text', () => {
  const answer = commandsFor({ topic: 'refunds/create', id: '1', body: new Uint8Array([0xff, 0xfe, 0x22]) });
  expect(answer).toEqual({ park: expect.stringContaining('no JSON') });
});

it('gives a reason wherever it does nothing, and only commands that exist', () => {
  for (const topic of Object.keys(TOPICS)) {
    const answer = understood(topic, webhookOrder());
    if ('park' in answer) expect(answer.park).not.toBe('');
    else if (answer.commands.length === 0) expect(answer.because).toMatch(/\w/);
    else for (const command of answer.commands) expect(Command.safeParse(command).success).toBe(true);
  }
});
