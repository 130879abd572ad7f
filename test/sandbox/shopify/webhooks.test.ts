import { createHmac } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Json, SECRETS, type TriedRoom, tryRoom } from './try-room.ts';

let tried: TriedRoom;
beforeEach(async () => {
  tried = await tryRoom();
});
afterEach(() => tried.stop());

const topics = () => tried.received.map(({ topic }) => topic);

describe('deliveries', () => {
  it('are signed over the raw body, with every header', async () => {
    await tried.placeReference({ note: 'ünïcødé & <tags>' });
    await tried.room.webhooksDelivered();
    const [first] = tried.received;
    expect(first).toBeDefined();
    for (const { raw, headers } of tried.received) {
      const expected = createHmac('sha256', SECRETS.apiSecret).update(raw, 'utf8').digest('base64');
      expect(headers['x-shopify-hmac-sha256']).toBe(expected);
      expect(headers).toMatchObject({
        'x-shopify-shop-domain': 'demo.myshopify.com',
        'x-shopify-api-version': '2026-10',
        'content-type': expect.stringContaining('application/json'),
      });
      expect(headers['x-shopify-webhook-id']).toMatch(/^[0-9a-f-]{36}$/);
      expect(Date.parse(headers['x-shopify-triggered-at'] ?? '')).not.toBeNaN();
    }
    const ids = tried.received.map(({ headers }) => headers['x-shopify-webhook-id']);
    const events = tried.received.map(({ headers }) => headers['x-shopify-event-id']);
    expect(new Set(ids).size).toBe(ids.length);
    expect(new Set(events).size).toBe(1);
  });

  it('are tried again under the same id until they are taken', async () => {
    tried.answer.status = 500;
    await tried.placeReference();
    while (tried.received.length < 6) await new Promise((resolve) => setTimeout(resolve, 5));
    tried.answer.status = 200;
    await tried.room.webhooksDelivered();
    const states = new Set(tried.room.deliveries().map(({ state }) => state));
    expect(states).toEqual(new Set(['delivered']));
    const tries = tried.received.filter(({ topic }) => topic === 'orders/create');
    expect(tries.length).toBeGreaterThan(1);
    expect(new Set(tries.map(({ headers }) => headers['x-shopify-webhook-id'])).size).toBe(1);
    expect(new Set(tries.map(({ raw }) => raw)).size).toBe(1);
  });

  it('that take too long count as failed, though they arrived', async () => {
    const slow = await tryRoom({ webhookTimeoutMs: 250, webhookRetryAfterMs: Array(20).fill(10) });
    slow.answer.delayMs = 800;
    await slow.post('/deliver', { topic: 'orders/updated', payload: { id: 1 } });
    while (slow.received.length < 2) await new Promise((resolve) => setTimeout(resolve, 5));
    slow.answer.delayMs = 0;
    await slow.room.webhooksDelivered();
    expect(slow.room.deliveries()).toMatchObject([{ state: 'delivered' }]);
    await slow.stop();
  });

  it('are given up in the end', async () => {
    tried.answer.status = 503;
    await tried.post('/deliver', { topic: 'orders/updated', payload: { id: 1 } });
    await tried.room.webhooksDelivered();
    expect(tried.room.deliveries()).toMatchObject([{ state: 'given-up', attempts: 4, status: 503 }]);
  });

  it('wait for somebody to listen', async () => {
    const gone = await tryRoom();
    const { makegoodUrl } = gone;
    await gone.stop();
    const alone = await tryRoom({ makegoodUrl });
    await alone.placeReference();
    const waiting = () => alone.room.deliveries().filter(({ error }) => error === 'nobody listens there');
    while (waiting().length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    expect(waiting()[0]).toMatchObject({ state: 'waiting', attempts: 0 });
    await alone.stop();
  });

  it('come twice, or not at all, at the rates that are set', async () => {
    await tried.post('/faults', { deliveries: { duplicate: 1 } });
    await tried.post('/deliver', { topic: 'orders/updated', payload: { id: 1 } });
    await tried.room.webhooksDelivered();
    expect(tried.received).toHaveLength(2);
    expect(tried.received[0]?.headers['x-shopify-webhook-id']).toBe(tried.received[1]?.headers['x-shopify-webhook-id']);
    await tried.post('/faults', { deliveries: { duplicate: 0, drop: 1 } });
    await tried.placeReference();
    await tried.room.webhooksDelivered();
    expect(tried.received).toHaveLength(2);
    expect(tried.room.deliveries().at(-1)?.state).toBe('dropped');
  });

  it('carry any payload as it is given', async () => {
    const headers = { 'X-Shopify-Hmac-Sha256': 'wrong', 'X-Shopify-Webhook-Id': 'same-id' };
    const answer = await tried.post(
      '/deliver',
      `{"topic":"orders/updated","payload":{"id":9007199254740993123},"headers":${JSON.stringify(headers)}}`,
    );
    expect(answer.status).toBe(202);
    await tried.room.webhooksDelivered();
    expect(tried.received[0]?.headers).toMatchObject({
      'x-shopify-hmac-sha256': 'wrong',
      'x-shopify-webhook-id': 'same-id',
    });
  });
});

describe('what follows by itself', () => {
  it('a paid order: created, its payment, paid', async () => {
    await tried.placeReference();
    await tried.room.webhooksDelivered();
    expect(topics().sort()).toEqual([
      'inventory_levels/update',
      'order_transactions/create',
      'orders/create',
      'orders/paid',
    ]);
  });

  it('shipping and delivery', async () => {
    const { id } = await tried.placeReference();
    const shipped = await tried.post(`/orders/${id}/fulfill`, { tracking: { number: '1Z1', company: 'UPS' } });
    const [parcel] = shipped.body.fulfillments;
    await tried.post(`/fulfillments/${parcel.id}/events`, { status: 'delivered' });
    await tried.room.webhooksDelivered();
    expect(topics()).toEqual(
      expect.arrayContaining([
        'fulfillments/create',
        'orders/fulfilled',
        'fulfillment_events/create',
        'fulfillments/update',
      ]),
    );
    const event = tried.received.find(({ topic }) => topic === 'fulfillment_events/create')?.body as Json;
    expect(event).toMatchObject({ fulfillment_id: parcel.id, order_id: id, status: 'delivered' });
    const last = tried.received.filter(({ topic }) => topic === 'orders/updated').at(-1)?.body as Json;
    expect(last.fulfillments[0]).toMatchObject({ shipment_status: 'delivered', tracking_number: '1Z1' });
    expect(last.fulfillment_status).toBe('fulfilled');
  });

  it('a cancellation by hand', async () => {
    const { id } = await tried.placeReference();
    await tried.post(`/orders/${id}/cancel`, { reason: 'customer' });
    await tried.room.webhooksDelivered();
    expect(topics()).toEqual(
      expect.arrayContaining([
        'refunds/create',
        'orders/cancelled',
        'order_transactions/create',
        'inventory_levels/update',
        'fulfillment_orders/cancelled',
      ]),
    );
    const cancelled = tried.received.find(({ topic }) => topic === 'orders/cancelled')?.body as Json;
    expect(cancelled).toMatchObject({ id, cancel_reason: 'customer', financial_status: 'refunded' });
    expect(cancelled.cancelled_at).toMatch(/[+-]\d\d:\d\d$/);
  });

  it('stock that runs out and comes back', async () => {
    const { products } = (await tried.get('/products')).body;
    const [variant] = products[0].variants;
    await tried.post('/inventory', { inventory_item_id: variant.inventory_item_id, available: 0 });
    await tried.post('/inventory', { inventory_item_id: variant.inventory_item_id, available: 5 });
    await tried.room.webhooksDelivered();
    expect(topics().sort()).toEqual([
      'inventory_levels/update',
      'inventory_levels/update',
      'variants/in_stock',
      'variants/out_of_stock',
    ]);
  });

  it('a chargeback, an edit, a request', async () => {
    const { id } = await tried.placeReference();
    await tried.post(`/orders/${id}/dispute`, { status: 'needs_response' });
    await tried.post(`/orders/${id}/dispute`, { status: 'won' });
    const line = tried.room.world.findOrder(String(id))?.lines[0]?.id;
    const edited = await tried.post(`/orders/${id}/edit`, { lines: [{ id: line, quantity: 1 }] });
    expect(edited.body.line_items[0]).toMatchObject({ quantity: 2, current_quantity: 1 });
    expect(edited.body.current_total_price).toBe('53.20');
    await tried.post(`/orders/${id}/fulfill`, {});
    await tried.post(`/orders/${id}/return-request`, { reason: 'defective', note: 'broken' });
    await tried.room.webhooksDelivered();
    expect(topics()).toEqual(
      expect.arrayContaining(['disputes/create', 'disputes/update', 'orders/edited', 'returns/request']),
    );
    const request = tried.received.find(({ topic }) => topic === 'returns/request')?.body as Json;
    expect(request).toMatchObject({
      status: 'requested',
      order: { id },
      return_line_items: [{ quantity: 1, return_reason: 'defective', customer_note: 'broken' }],
    });
  });

  it('nothing reaches an app that is not installed', async () => {
    await tried.post('/shops', {
      domain: 'second.myshopify.com',
      currency: 'EUR',
      country: 'DE',
      timeZone: 'Europe/Berlin',
    });
    const order = { line_items: [{ title: 'Lamp', price: '10.00', quantity: 1 }] };
    await tried.post('/orders?shop=second.myshopify.com', order);
    expect(tried.room.deliveries()).toEqual([]);
    expect((await tried.post('/shops/second.myshopify.com/install', {})).body).toEqual({
      status: 200,
      installed: true,
    });
    const token = tried.room.accessToken('second.myshopify.com');
    await tried.post('/orders?shop=second.myshopify.com', order);
    await tried.post('/shops/second.myshopify.com/uninstall', {});
    await tried.room.webhooksDelivered();
    expect(topics()).toEqual(expect.arrayContaining(['orders/create', 'app/uninstalled']));
    const headers = { 'x-shopify-access-token': token };
    const { status } = await tried.post('/admin/api/2026-10/graphql.json', { query: '{ shop { name } }' }, headers);
    expect(status).toBe(401);
  });
});
