import { createHmac, randomBytes } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import express from 'express';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Database, openDatabase } from '../../../prisma/index.ts';
import { webhookRoutes } from '../../../web/edge/webhooks.ts';
import { type FreshDatabase, freshDatabase } from '../../support/database.ts';

const SECRET = 'secret';
const SHOP = 'demo.myshopify.com';

let fresh: FreshDatabase;
let database: Database;
let server: Server;
let url: string;

beforeAll(async () => {
  fresh = await freshDatabase();
  database = await openDatabase({ url: fresh.url, secretsKey: randomBytes(32), dataDir: tmpdir() });
  const log = { warn: () => undefined, error: () => undefined };
  const app = express().use(webhookRoutes({ inbox: database.inbox, secrets: [SECRET], log }));
  server = createServer(app).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/webhooks`;
});
afterAll(async () => {
  await new Promise((resolve) => server.close(resolve));
  await database.close();
  await fresh.drop();
});

const post = async (
  id: string,
  body: string,
  signature = createHmac('sha256', SECRET).update(body).digest('base64'),
) => {
  const response = await fetch(url, {
    method: 'POST',
    body,
    headers: {
      'x-shopify-topic': 'orders/create',
      'x-shopify-shop-domain': SHOP,
      'x-shopify-webhook-id': id,
      'x-shopify-triggered-at': '2026-11-22T15:00:00.123456789Z',
      'x-shopify-hmac-sha256': signature,
    },
  });
  return response.status;
};

const claimed = async () => {
  const items = [];
  for (let batch = await database.drain.claim(100); batch.length > 0; batch = await database.drain.claim(100)) {
    items.push(...batch);
    await database.drain.done(batch.map(({ rowId }) => rowId));
  }
  return items;
};

it('keeps every acknowledged webhook once, whatever is in it, and none that is forged', async () => {
  const bodies = Array.from(
    { length: 60 },
    (_, index) => `{"id":${9007199254740993n + BigInt(index)},"note":"Grüße \\u0000 😀"}`,
  );
  const first = bodies.map((body, index) => post(`delivery-${index}`, body));
  const again = bodies.slice(0, 20).map((body, index) => post(`delivery-${index}`, body));
  const forged = post('forged', '{}', 'AAAA');
  expect(new Set(await Promise.all([...first, ...again]))).toEqual(new Set([200]));
  expect(await forged).toBe(401);

  const items = await claimed();
  expect(items.map(({ id }) => id).sort()).toEqual(bodies.map((_, index) => `delivery-${index}`).sort());
  const stored = items.find(({ id }) => id === 'delivery-7');
  expect(Buffer.from(stored?.body ?? []).toString()).toBe(bodies[7]);
  expect(stored).toMatchObject({ source: 'shopify', shop: SHOP, topic: 'orders/create' });
});

it('knows a delivery that was handled already', async () => {
  expect(await post('delivery-late', '{"id":1}')).toBe(200);
  expect(await claimed()).toHaveLength(1);
  expect(await post('delivery-late', '{"id":1}')).toBe(200);
  expect(await claimed()).toEqual([]);
});
