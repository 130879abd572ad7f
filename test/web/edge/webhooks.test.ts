import { createHmac } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import express from 'express';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Inbox, InboxItem } from '../../../policy/app/store.ts';
import { webhookRoutes } from '../../../web/edge/webhooks.ts';

const SECRET = 'the-current-secret';
const PREVIOUS = 'the-previous-secret';
const SHOP = 'demo.myshopify.com';

/** As the real one: unique by shop, topic and id. */
const memoryInbox = () => {
  const items = new Map<string, InboxItem>();
  let broken = false;
  const inbox: Inbox = {
    store: async (item) => {
      if (broken) throw new Error('the database is away');
      const key = JSON.stringify([item.source, item.shop, item.topic, item.id]);
      if (items.has(key)) return false;
      items.set(key, item);
      return true;
    },
  };
  return { inbox, items: () => [...items.values()], breakDown: () => (broken = true) };
};

const sign = (body: string | Buffer, secret = SECRET): string =>
  createHmac('sha256', secret).update(body).digest('base64');

const headers = (body: string | Buffer, more: Record<string, string> = {}): Record<string, string> => ({
  'content-type': 'application/json',
  'x-shopify-topic': 'orders/create',
  'x-shopify-shop-domain': SHOP,
  'x-shopify-webhook-id': 'b54557e4-bdd9-4b37-8a5f-bf7d70bcd043',
  'x-shopify-triggered-at': '2026-11-22T15:00:00.123456789Z',
  'x-shopify-hmac-sha256': sign(body),
  ...more,
});

let store: ReturnType<typeof memoryInbox>;
let server: Server;
let url: string;
let warnings: unknown[];

beforeEach(async () => {
  store = memoryInbox();
  warnings = [];
  const log = { warn: (fields: unknown) => void warnings.push(fields), error: () => undefined };
  const app = express();
  app.use(webhookRoutes({ inbox: store.inbox, secrets: [SECRET, PREVIOUS], log, limitBytes: 1_000_000 }));
  app.use(express.json());
  app.post('/echo', (req, res) => void res.json(req.body));
  server = createServer(app).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterEach(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

const post = async (body: string | Buffer, given: Record<string, string>): Promise<number> => {
  const response = await fetch(`${url}/webhooks`, {
    method: 'POST',
    body: new Uint8Array(Buffer.from(body)),
    headers: given,
  });
  await response.arrayBuffer();
  return response.status;
};

describe('a delivery that is signed', () => {
  it('is stored as it came before it is acknowledged', async () => {
    const body = '{ "id": 820982911946154508,\n "note": "Grüße \\u00e9 😀" }';
    expect(await post(body, headers(body))).toBe(200);
    const [item] = store.items();
    expect(item).toMatchObject({
      source: 'shopify',
      shop: SHOP,
      topic: 'orders/create',
      id: 'b54557e4-bdd9-4b37-8a5f-bf7d70bcd043',
      triggeredAt: '2026-11-22T15:00:00.123456789Z',
    });
    expect(Buffer.from(item?.body as Uint8Array).toString()).toBe(body);
  });

  it('is taken with the secret from before a rotation', async () => {
    expect(await post('{}', headers('{}', { 'x-shopify-hmac-sha256': sign('{}', PREVIOUS) }))).toBe(200);
    expect(store.items()).toHaveLength(1);
  });

  it('is stored once, however often and however close together it comes', async () => {
    const statuses = await Promise.all(Array.from({ length: 8 }, () => post('{}', headers('{}'))));
    expect(statuses).toEqual(Array(8).fill(200));
    expect(store.items()).toHaveLength(1);
  });

  it.each([
    ['topic', { 'x-shopify-topic': 'orders/paid' }],
    ['shop', { 'x-shopify-shop-domain': 'other.myshopify.com' }],
    ['id', { 'x-shopify-webhook-id': 'another' }],
  ])('is another delivery with another %s', async (_what, more) => {
    await post('{}', headers('{}'));
    await post('{}', headers('{}', more as Record<string, string>));
    expect(store.items()).toHaveLength(2);
  });

  it.each([
    ['is no JSON', 'not json at all'],
    ['is empty', ''],
    ['is no UTF-8', Buffer.from([0xff, 0xfe, 0x00, 0x80])],
    ['is large', JSON.stringify({ filler: 'x'.repeat(900_000) })],
  ] as [string, string | Buffer][])('is stored all the same where its body %s', async (_what, body) => {
    expect(await post(body, headers(body))).toBe(200);
    expect(Buffer.from(store.items()[0]?.body as Uint8Array).equals(Buffer.from(body))).toBe(true);
  });

  it('gets an id from its content where Shopify gave none, and says so', async () => {
    const { 'x-shopify-webhook-id': _, ...without } = headers('{"a":1}');
    expect(await post('{"a":1}', without)).toBe(200);
    expect(await post('{"a":1}', without)).toBe(200);
    expect(store.items().map(({ id }) => id)).toEqual([expect.stringMatching(/^sha256:[0-9a-f]{64}$/)]);
    expect(warnings).toContainEqual({ shop: SHOP, topic: 'orders/create' });
  });

  it.each([
    ['2026-11-22T15:00:00Z', '2026-11-22T15:00:00Z'],
    ['yesterday', null],
    ['1', null],
    ['2026-13-45T15:00:00Z', null],
  ])('keeps when it was triggered only where that is an instant: %s', async (given, kept) => {
    await post('{}', headers('{}', { 'x-shopify-triggered-at': given }));
    expect(store.items()[0]?.triggeredAt).toBe(kept);
  });

  it.each([
    ['the topic', { 'x-shopify-topic': '' }],
    ['the shop', { 'x-shopify-shop-domain': '' }],
    ['a shop that is one', { 'x-shopify-shop-domain': 'evil.example.com' }],
    ['a shop of one name', { 'x-shopify-shop-domain': 'a.myshopify.com.evil.example' }],
  ])('is refused without %s', async (_what, more) => {
    expect(await post('{}', headers('{}', more as Record<string, string>))).toBe(400);
    expect(store.items()).toEqual([]);
  });

  it('is not acknowledged when it could not be stored', async () => {
    store.breakDown();
    expect(await post('{}', headers('{}'))).toBe(503);
  });
});

describe('a delivery that is not signed', () => {
  it.each([
    ['no signature', ''],
    ['the signature of another secret', sign('{}', 'guessed')],
    ['the signature of another body', sign('{ }')],
    ['a signature in hexadecimal', createHmac('sha256', SECRET).update('{}').digest('hex')],
    ['a signature with something behind it', `${sign('{}')}AAAA`],
    ['a signature cut short', sign('{}').slice(0, -2)],
    ['a signature of an empty secret', sign('{}', '')],
  ])('is refused and not stored: %s', async (_what, signature) => {
    expect(await post('{}', headers('{}', { 'x-shopify-hmac-sha256': signature }))).toBe(401);
    expect(store.items()).toEqual([]);
  });
});

it('refuses a body beyond the limit, whether its length was declared or not', async () => {
  const body = Buffer.alloc(1_000_001, 0x20);
  const declared = await post(body, headers(body)).catch(() => 413);
  const streamed = await fetch(`${url}/webhooks`, {
    method: 'POST',
    headers: headers(body),
    body: new Blob([body]).stream(),
    duplex: 'half',
  } as RequestInit)
    .then((response) => response.status)
    .catch(() => 413);
  expect([declared, streamed]).toEqual([413, 413]);
  expect(store.items()).toEqual([]);
});

it('survives a sender who hangs up halfway', async () => {
  const socket = connect(Number(new URL(url).port), '127.0.0.1');
  socket.write('POST /webhooks HTTP/1.1\r\nhost: x\r\ncontent-length: 1000\r\n\r\n{"half":');
  await new Promise((resolve) => setImmediate(resolve));
  socket.destroy();
  expect(await post('{}', headers('{}'))).toBe(200);
  expect(store.items()).toHaveLength(1);
});

it('leaves other routes and their body parsers alone', async () => {
  const response = await fetch(`${url}/echo`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{"a":1}',
  });
  expect(await response.json()).toEqual({ a: 1 });
  expect((await fetch(`${url}/webhooks`)).status).toBe(404);
});
