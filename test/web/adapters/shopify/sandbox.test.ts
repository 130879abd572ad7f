import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { RefundInput } from '../../../../policy/app/ports.ts';
import { createShopifyAdmin, type ShopifyAdapter } from '../../../../web/adapters/shopify/admin.ts';
import { createClock } from '../../../sandbox/clock.ts';
import type { Room } from '../../../sandbox/room.ts';
import { createShopifyRoom } from '../../../sandbox/shopify/room.ts';
import { until } from '../../../support/wait.ts';
import { memoryTokenStore } from './memory-token-store.ts';

/** The adapter against a Shopify that checks every operation, and moves (its own) money. */

const SHOP = 'demo.myshopify.com';
const APP = { apiKey: 'demo-api-key', apiSecret: 'demo-api-secret' };

let server: Server;
let room: Room;
let url: string;
let shopify: ShopifyAdapter;

beforeAll(async () => {
  const app = express();
  // What Makegood would answer to webhooks.
  app.post('/webhooks', (req, res) => void req.resume().on('end', () => res.sendStatus(200)));
  server = createServer(app).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  room = await createShopifyRoom({
    makegoodUrl: url,
    sandboxUrl: url,
    clock: createClock(),
    shopify: APP,
    slack: { team: 'T0DEMO', botToken: 'xoxb-demo', signingSecret: 'demo' },
  });
  app.use('/shopify', room.router);
  await room.start();
  const silent = () => undefined;
  shopify = createShopifyAdmin({
    ...APP,
    appUrl: 'https://makegood.example.com',
    address: `${url}/shopify`,
    tokens: memoryTokenStore(),
    log: { debug: silent, info: silent, warn: silent, error: silent } as never,
    timeoutMs: 1500,
  });
  const { token } = await ask('GET', `/session-token?shop=${SHOP}&staff=1`);
  await shopify.tokens.ensureInstalled(SHOP, token as string);
});
afterAll(async () => {
  await room.stop();
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});
afterEach(() => ask('POST', '/faults', { admin: { timeout: 0, http500: 0, throttle: 0, cutAfterCommit: 0 } }));

/** A control call of the sandbox. */
const ask = async (method: string, path: string, body?: unknown): Promise<Record<string, string>> => {
  const response = await fetch(`${url}/shopify${path}`, {
    method,
    headers: { 'content-type': 'application/json' },
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`${method} ${path}: http ${response.status} ${text.slice(0, 300)}`);
  return text === '' ? {} : JSON.parse(text);
};

/** Two headphones at 40.00 with 8 % tax, shipping 10.00 untaxed: 96.40. */
const placeOrder = async (): Promise<string> => {
  const { id } = await ask('POST', '/orders', {
    line_items: [
      {
        title: 'Headphones',
        sku: 'AUR-HP-01',
        price: '40.00',
        quantity: 2,
        tax_lines: [{ title: 'Tax', rate: 0.08, price: '6.40' }],
      },
    ],
    shipping_lines: [{ title: 'Standard', price: '10.00', tax_lines: [] }],
    shipping_address: { country_code: 'US', name: 'Jo Doe', zip: '10001' },
    email: 'jo@example.com',
  });
  return String(id);
};
const place = async (order: unknown): Promise<string> => String((await ask('POST', '/orders', order)).id);
const order = async (id: string) => {
  const read = await shopify.readOrder(SHOP, id);
  if (read === null) throw new Error(`no order ${id}`);
  return read;
};

it('reads the shop', async () => {
  expect(await shopify.readShop(SHOP)).toMatchObject({
    currency: 'USD',
    country: 'US',
    ianaTimezone: expect.stringContaining('/'),
  });
});

it('reads an order as facts, and none where there is none', async () => {
  const { facts, contact } = await order(await placeOrder());
  expect(facts).toMatchObject({
    currency: 'USD',
    total: 9640,
    financialStatus: 'paid',
    cancelledAt: null,
    shipTo: 'US',
  });
  expect(facts.lines).toMatchObject([{ title: 'Headphones', quantity: 2, unitPrice: 4000, tax: 640 }]);
  expect(contact.email).toBe('jo@example.com');
  expect(await shopify.readOrder(SHOP, '999999999999')).toBeNull();
});

describe('an order of more lines than one read brings', () => {
  const LINES = 120;
  const placeLong = async (): Promise<string> => {
    const { id } = await ask('POST', '/orders', {
      line_items: Array.from({ length: LINES }, (_, i) => ({ title: `Part ${i}`, price: '1.00', quantity: 1 })),
      email: 'jo@example.com',
    });
    return String(id);
  };
  const titles = Array.from({ length: LINES }, (_, i) => `Part ${i}`);

  it('is read whole, and so are its parcel, its refund and what is left to ship', async () => {
    const id = await placeLong();
    const placed = (await order(id)).facts.lines;
    expect(placed.map(({ title }) => title)).toEqual(titles);
    const [toShip] = await shopify.fulfillmentOrders(SHOP, id);
    expect(toShip?.lines).toHaveLength(LINES);

    const shipped = placed.slice(0, 60).map((line) => ({ id: line.id, quantity: 1 }));
    await ask('POST', `/orders/${id}/fulfill`, { lines: shipped });
    const rest = placed.slice(60).map((line) => ({ id: line.id, quantity: 1 }));
    await ask('POST', `/orders/${id}/refund`, { lines: rest });
    const { facts } = await order(id);
    expect(facts.fulfillments[0]?.lines.map((line) => line.lineItemId)).toEqual(shipped.map((line) => line.id));
    expect(facts.refunds[0]?.lines.map((line) => line.lineItemId)).toEqual(rest.map((line) => line.id));
  });
});

describe('an order of more parcels, refunds, payments and returns than one read brings', () => {
  const TIMES = 12;
  const PAYMENTS = 30;

  it('is read whole, and what a refund from all of its payments moved is told whole', async () => {
    const id = await place({
      line_items: Array.from({ length: TIMES }, (_, i) => ({ title: `Part ${i}`, price: '10.00', quantity: 3 })),
      shipping_lines: Array.from({ length: 6 }, (_, i) => ({ title: `Way ${i}`, price: '0.00', tax_lines: [] })),
      transactions: Array.from({ length: PAYMENTS }, () => ({ kind: 'sale', status: 'success', amount: '12.00' })),
      email: 'jo@example.com',
    });
    const placed = (await order(id)).facts;
    expect(placed.transactions).toHaveLength(PAYMENTS);
    expect(placed.shippingLines).toHaveLength(6);
    for (const line of placed.lines) {
      const lines = [{ id: line.id, quantity: 1 }];
      await ask('POST', `/orders/${id}/fulfill`, { lines });
      await ask('POST', `/orders/${id}/return-request`, { reason: 'unwanted', lines });
      await ask('POST', `/orders/${id}/refund`, { lines, amount: '5.00' });
    }
    const { facts } = await order(id);
    const ids = placed.lines.map((line) => line.id);
    expect(facts.fulfillments.map((one) => one.lines[0]?.lineItemId)).toEqual(ids);
    expect(facts.refunds.map((one) => [one.lines[0]?.lineItemId, one.paid])).toEqual(ids.map((line) => [line, 500]));
    expect(facts.returns?.map((one) => one.lines[0]?.lineItemId)).toEqual(ids);
    expect(facts.transactions.length).toBeGreaterThanOrEqual(PAYMENTS + TIMES);
    expect(await shopify.readReturns(SHOP, id)).toHaveLength(TIMES);

    const input = {
      orderId: id,
      currency: 'USD',
      lines: ids.map((lineItemId) => ({ lineItemId, quantity: 2, restock: 'CANCEL' as const })),
      shipping: 0,
      dutyIds: [],
    };
    const { tenders, amount } = await shopify.suggestedRefund(SHOP, input);
    expect([amount, tenders.length > 10]).toEqual([24_000, true]);
    expect((await shopify.refund(SHOP, { ...input, tenders, note: 'P11', key: `key-${id}` })).amount).toBe(24_000);
    expect((await order(id)).facts.refunds.at(-1)?.paid).toBe(24_000);
  });
});

it('opens and reads a return of more lines than one read brings', async () => {
  const LINES = 60;
  const id = await place({
    line_items: Array.from({ length: LINES }, (_, i) => ({ title: `Part ${i}`, price: '1.00', quantity: 2 })),
    email: 'jo@example.com',
  });
  await ask('POST', `/orders/${id}/fulfill`, {});
  const shipped = (await order(id)).facts.fulfillments[0]?.lines ?? [];
  const { lines } = await shopify.createReturn(SHOP, {
    orderId: id,
    lines: shipped.map((line) => ({
      fulfillmentLineItemId: line.fulfillmentLineItemId as string,
      quantity: 1,
      reason: 'changed_mind',
      note: '',
    })),
    shippingFee: null,
    currency: 'USD',
  });
  expect(lines).toHaveLength(LINES);
  const [read] = await shopify.readReturns(SHOP, id);
  expect(read?.lines).toEqual(lines);
  expect(read?.notes).toHaveLength(LINES);
  expect(await shopify.readDispositions(SHOP, read?.id as string)).toHaveLength(LINES);
  await ask('POST', `/orders/${id}/return-request`, {
    reason: 'unwanted',
    lines: shipped.map((line) => ({ id: line.lineItemId, quantity: 1 })),
  });
  const requested = (await shopify.readReturns(SHOP, id)).find((one) => one.status === 'requested');
  expect((await shopify.readReturnRequest(SHOP, requested?.id as string))?.lines).toHaveLength(LINES);
  expect((await shopify.approveReturn(SHOP, requested?.id as string)).lines).toHaveLength(LINES);
});

describe('what is out of stock', () => {
  it('is split off and held, the rest goes on; the same hold twice is refused, and a release frees it', async () => {
    const id = await placeOrder();
    const [only] = await shopify.fulfillmentOrders(SHOP, id);
    expect(only).toMatchObject({ status: 'open', holds: [], lines: [{ remaining: 2 }] });
    const { facts } = await order(id);
    expect(only?.lines[0]?.lineItemId).toBe(facts.lines[0]?.id);
    const hold = {
      fulfillmentOrderId: only?.id as string,
      handle: 'makegood-12-short',
      notes: 'Makegood case 12: out of stock',
      lines: [{ id: only?.lines[0]?.id as string, quantity: 1 }],
    };
    const { holdId } = await shopify.holdFulfillment(SHOP, hold);
    const after = await shopify.fulfillmentOrders(SHOP, id);
    expect(after.map((one) => [one.status, one.holds.map((each) => each.handle), one.lines[0]?.remaining])).toEqual([
      ['on_hold', ['makegood-12-short'], 1],
      ['open', [], 1],
    ]);
    expect(after[0]?.holds[0]?.reason).toBe('inventory_out_of_stock');
    await expect(shopify.holdFulfillment(SHOP, { ...hold, lines: null })).rejects.toMatchObject({ outcome: 'refused' });
    await shopify.releaseHold(SHOP, { fulfillmentOrderId: hold.fulfillmentOrderId, holdIds: [holdId] });
    expect((await shopify.fulfillmentOrders(SHOP, id)).flatMap((one) => one.holds)).toEqual([]);
  });

  it('is told by the figures, below zero too, by item and by variant; null where there is no such thing', async () => {
    const { facts } = await order(await placeOrder());
    const variantId = facts.lines[0]?.variantId as string;
    const known = await shopify.readStock(SHOP, { variantId });
    expect(known).toMatchObject({ variantIds: [variantId], oversells: false });
    const { inventoryItemId } = known as { inventoryItemId: string };
    await ask('POST', '/inventory', { inventory_item_id: inventoryItemId, available: -3 });
    expect(await shopify.readStock(SHOP, { inventoryItemId })).toMatchObject({ inventoryItemId, available: -3 });
    expect(await shopify.readStock(SHOP, { inventoryItemId: '999999999999' })).toBeNull();
    expect(await shopify.readStock(SHOP, { variantId: '999999999999' })).toBeNull();
  });
});

describe('a refund', () => {
  const refundOfOne = async () => {
    const id = await placeOrder();
    const { facts } = await order(id);
    const input: RefundInput = {
      orderId: id,
      currency: 'USD',
      lines: [{ lineItemId: facts.lines[0]?.id as string, quantity: 1, restock: 'CANCEL' }],
      shipping: 0,
      dutyIds: [],
    };
    const { tenders, amount } = await shopify.suggestedRefund(SHOP, input);
    expect(amount).toBe(4320);
    return { id, input: { ...input, tenders, note: 'P9', key: `key-${id}` } };
  };
  const refundsOf = async (id: string) => (await order(id)).facts.refunds.map(({ paid }) => paid);

  it('is made once, however often it is sent under its key', async () => {
    const { id, input } = await refundOfOne();
    const first = await shopify.refund(SHOP, input);
    expect(first.amount).toBe(4320);
    expect(await shopify.refund(SHOP, input)).toEqual(first);
    expect(await refundsOf(id)).toEqual([4320]);
  });

  it('is refused where its key was used for something else', async () => {
    const { id, input } = await refundOfOne();
    await shopify.refund(SHOP, input);
    await expect(shopify.refund(SHOP, { ...input, note: 'another' })).rejects.toMatchObject({ outcome: 'refused' });
    expect(await refundsOf(id)).toEqual([4320]);
  });

  it('is unknown when the answer is lost, and the same key finds it', async () => {
    const { id, input } = await refundOfOne();
    await ask('POST', '/faults', { admin: { cutAfterCommit: 1 } });
    await expect(shopify.refund(SHOP, input)).rejects.toMatchObject({ outcome: 'unknown' });
    await ask('POST', '/faults', { admin: { cutAfterCommit: 0 } });
    expect(await shopify.refund(SHOP, input)).toMatchObject({ amount: 4320 });
    expect(await refundsOf(id)).toEqual([4320]);
  });

  it.each(['timeout', 'http500'])('is unknown after %s', async (fault) => {
    const { input } = await refundOfOne();
    await ask('POST', '/faults', { admin: { [fault]: 1 } });
    await expect(shopify.refund(SHOP, input)).rejects.toMatchObject({ outcome: 'unknown' });
  });

  it("is refused in Shopify's words where it is more than was paid", async () => {
    const { input } = await refundOfOne();
    const tenders = input.tenders.map((tender) => ({ ...tender, amount: 999_999 }));
    await expect(shopify.refund(SHOP, { ...input, tenders })).rejects.toMatchObject({
      outcome: 'refused',
      message: expect.stringMatching(/CreateRefund: .*net payment/),
    });
  });
});

it('cancels an order by a job, once', async () => {
  const id = await placeOrder();
  const input = { orderId: id, reason: 'CUSTOMER' as const, restock: true, refund: true, staffNote: 'case 1' };
  const { jobResult } = await shopify.cancelOrder(SHOP, input);
  const job = await until('the job of the cancellation', async () => {
    const seen = await shopify.cancelJob(SHOP, jobResult);
    return seen.done && seen;
  });
  expect(job).toMatchObject({ failed: false, errors: [], cancelledAt: expect.any(String) });
  const { facts } = await order(id);
  expect(facts.cancelledAt).not.toBeNull();
  expect(facts.refunds.reduce((sum, { paid }) => sum + paid, 0)).toBe(9640);
  await expect(shopify.cancelOrder(SHOP, input)).rejects.toMatchObject({
    outcome: 'refused',
    message: expect.stringContaining('already been canceled'),
  });
});

describe('a return', () => {
  it('goes its whole way: opened with a fee, tracked, summed up, settled, closed', async () => {
    const id = await placeOrder();
    await ask('POST', `/orders/${id}/fulfill`, {});
    const { facts } = await order(id);
    const fulfillmentLineItemId = facts.fulfillments[0]?.lines[0]?.fulfillmentLineItemId as string;
    const made = await shopify.createReturn(SHOP, {
      orderId: id,
      lines: [{ fulfillmentLineItemId, quantity: 2, reason: 'changed_mind', note: '' }],
      shippingFee: 650,
      currency: 'USD',
    });
    expect(made.lines).toEqual([expect.objectContaining({ lineItemId: facts.lines[0]?.id, quantity: 2 })]);
    const line = made.lines[0] as (typeof made.lines)[number];
    expect(await shopify.readReturns(SHOP, id)).toEqual([
      {
        ...made,
        status: 'open',
        createdAt: expect.any(String),
        notes: ['Changed their mind'],
        processed: 0,
        refunds: [],
      },
    ]);

    await shopify.recordTracking(SHOP, {
      reverseFulfillmentOrderId: line.reverseFulfillmentOrderId,
      number: '1Z999',
      url: null,
    });

    const settled = { returnId: made.id, refundShipping: 0, currency: 'USD' };
    const money = await shopify.suggestedReturnMoney(SHOP, {
      ...settled,
      lines: [{ returnLineItemId: line.returnLineItemId, quantity: 2 }],
    });
    expect(money.amount).toBe(7990);

    const disposition = { reverseFulfillmentOrderLineItemId: line.reverseFulfillmentOrderLineItemId, quantity: 1 };
    const paid = await shopify.processReturn(SHOP, {
      ...settled,
      note: 'P12',
      tenders: money.tenders,
      lines: [
        {
          returnLineItemId: line.returnLineItemId,
          quantity: 2,
          dispositions: [
            { ...disposition, type: 'RESTOCKED' },
            { ...disposition, type: 'NOT_RESTOCKED' },
          ],
        },
      ],
    });
    expect(paid).toEqual({ refundId: expect.stringMatching(/^\d+$/), amount: 7990 });
    await shopify.closeReturn(SHOP, made.id);

    const [read] = await shopify.readReturns(SHOP, id);
    expect(read).toMatchObject({ status: 'closed', processed: 2, refunds: [{ id: paid.refundId, amount: 7990 }] });
    expect((await order(id)).facts.returns).toMatchObject([{ id: made.id, status: 'closed' }]);
    await shopify.reopenReturn(SHOP, made.id);
    expect((await order(id)).facts.returns).toMatchObject([{ id: made.id, status: 'open' }]);
  });

  it('is cancelled while it is open, and declined only while it is asked for', async () => {
    const id = await placeOrder();
    await ask('POST', `/orders/${id}/fulfill`, {});
    const { facts } = await order(id);
    const made = await shopify.createReturn(SHOP, {
      orderId: id,
      lines: [
        {
          fulfillmentLineItemId: facts.fulfillments[0]?.lines[0]?.fulfillmentLineItemId as string,
          quantity: 1,
          reason: 'changed_mind',
          note: '',
        },
      ],
      shippingFee: null,
      currency: 'USD',
    });
    await expect(shopify.declineReturn(SHOP, { returnId: made.id, note: 'no' })).rejects.toMatchObject({
      outcome: 'refused',
    });
    await shopify.cancelReturn(SHOP, made.id);
    await ask('POST', `/orders/${id}/return-request`, {
      reason: 'unwanted',
      lines: [{ sku: 'AUR-HP-01', quantity: 1 }],
    });
    const requested = (await shopify.readReturns(SHOP, id)).find((one) => one.status === 'requested');
    await shopify.declineReturn(SHOP, { returnId: requested?.id as string, note: 'The warranty is over (P23).' });
    const statuses = (await shopify.readReturns(SHOP, id)).map(({ status }) => status);
    expect(statuses.toSorted()).toEqual(['canceled', 'declined']);
  });
});

it('tells which orders changed since an instant, and when', async () => {
  const [early, late] = [await placeOrder(), await placeOrder()];
  const { facts } = await order(late);
  const changed = async (since: string) => (await shopify.changedOrders(SHOP, since, null)).orders;
  const all = await changed(facts.createdAt.slice(0, 10));
  expect(all.map(({ id }) => id)).toEqual(expect.arrayContaining([early, late]));
  const told = all.find(({ id }) => id === late);
  expect(Date.parse(told?.updatedAt as string)).toBe(Date.parse(facts.updatedAt));
  const next = new Date(Date.parse(facts.updatedAt) + 3_600_000).toISOString();
  expect(await shopify.changedOrders(SHOP, next, null)).toEqual({ orders: [], nextCursor: null });
});

it('comes through when Shopify throttles now and then', async () => {
  // Five refusals of one call in a row end it: at this rate that is one run in a hundred thousand.
  await ask('POST', '/faults', { admin: { throttle: 0.05 } });
  for (let count = 0; count < 40; count += 1)
    expect(await shopify.background.readShop(SHOP)).toMatchObject({ currency: 'USD' });
});
