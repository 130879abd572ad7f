import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import { createClock, type SandboxClock } from '../clock.ts';
import type { ShopifyControl, ShopifyRoomOptions } from './room.ts';
import { createShopifyRoom } from './room.ts';

/** What Makegood would have got. */
export type Received = { topic: string; headers: Record<string, string>; raw: string; body: Record<string, unknown> };

export type TriedRoom = Readonly<{
  url: string;
  /** Where the stand-in for Makegood listens. */
  makegoodUrl: string;
  room: ShopifyControl;
  clock: SandboxClock;
  received: Received[];
  /** What the stand-in for Makegood answers to webhooks. */
  answer: { status: number; delayMs: number };
  post(path: string, body: unknown, headers?: Record<string, string>): Promise<{ status: number; body: Json }>;
  get(path: string): Promise<{ status: number; body: Json }>;
  /** One Admin API call with a good token of the demo shop. */
  admin(query: string, variables?: Record<string, unknown>, token?: string): Promise<Json>;
  /** Places the reference order: 2 headphones at 40.00, 8 % tax on top, shipping 10.00, 96.40 in all. */
  placeReference(
    more?: Record<string, unknown>,
  ): Promise<{ id: number; gid: string; lineGid: string; saleGid: string }>;
  stop(): Promise<void>;
}>;

// Answers are read as loosely as a test needs them.
export type Json = any;

export const SECRETS = { apiKey: 'test-api-key', apiSecret: 'test-api-secret' };

/** A Shopify room over real HTTP, with a stand-in for Makegood that keeps what it is sent. */
export const tryRoom = async (options: Partial<ShopifyRoomOptions> = {}): Promise<TriedRoom> => {
  const received: Received[] = [];
  const answer = { status: 200, delayMs: 0 };
  const makegood = express();
  makegood.post('/webhooks', express.text({ type: () => true, limit: '10mb' }), async (request, response) => {
    const raw = String(request.body);
    const headers = request.headers as Record<string, string>;
    received.push({ topic: headers['x-shopify-topic'] ?? '', headers, raw, body: JSON.parse(raw) });
    if (answer.delayMs > 0) await new Promise((resolve) => setTimeout(resolve, answer.delayMs));
    response.sendStatus(answer.status);
  });
  makegood.get('/', (_request, response) => {
    response.send('<html></html>');
  });
  const makegoodServer = createServer(makegood).listen(0, '127.0.0.1');
  const app = express();
  const server = createServer(app).listen(0, '127.0.0.1');
  await Promise.all([makegoodServer, server].map((each) => once(each, 'listening')));
  const at = (which: typeof server) => `http://127.0.0.1:${(which.address() as AddressInfo).port}`;
  const url = `${at(server)}/shopify`;
  const clock = createClock();
  const room = createShopifyRoom({
    makegoodUrl: at(makegoodServer),
    sandboxUrl: at(server),
    clock,
    shopify: SECRETS,
    slack: { team: 'T0TEST', botToken: 'xoxb-test', signingSecret: 'test-signing-secret' },
    jobDelayMs: 20,
    webhookRetryAfterMs: [10, 20, 30],
    ...options,
  });
  app.use('/shopify', room.router);
  await room.start();

  const read = async (response: Response) => {
    const text = await response.text();
    const isJson = response.headers.get('content-type')?.includes('json');
    return { status: response.status, body: isJson ? JSON.parse(text) : text };
  };
  const post: TriedRoom['post'] = async (path, body, headers = {}) =>
    read(
      await fetch(`${url}${path}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body: typeof body === 'string' ? body : JSON.stringify(body),
      }),
    );
  let own: string | undefined;
  const admin: TriedRoom['admin'] = async (query, variables = {}, token) => {
    own ??= room.accessToken();
    const headers = { 'x-shopify-access-token': token ?? own };
    return (await post('/admin/api/2026-10/graphql.json', { query, variables }, headers)).body;
  };
  return {
    url,
    makegoodUrl: at(makegoodServer),
    room,
    clock,
    received,
    answer,
    post,
    get: async (path) => read(await fetch(`${url}${path}`)),
    admin,
    placeReference: async (more = {}) => {
      const { body } = await post('/orders', {
        email: 'ann@example.com',
        line_items: [
          {
            title: 'Aurora wireless headphones',
            sku: 'AUR-HP-01',
            price: '40.00',
            quantity: 2,
            tax_lines: [{ title: 'Sales tax', rate: 0.08, price: '6.40' }],
          },
        ],
        shipping_lines: [{ title: 'Standard', price: '10.00' }],
        shipping_address: { name: 'Ann Example', country_code: 'US', zip: '10001' },
        ...more,
      });
      const order = room.world.findOrder(String(body.id));
      if (!order) throw new Error(`order was not placed: ${JSON.stringify(body)}`);
      return {
        id: body.id,
        gid: body.admin_graphql_api_id,
        lineGid: `gid://shopify/LineItem/${order.lines[0]?.id}`,
        saleGid: `gid://shopify/OrderTransaction/${order.transactions[0]?.id}`,
      };
    },
    stop: async () => {
      await room.stop();
      for (const each of [server, makegoodServer]) {
        each.closeAllConnections();
        await new Promise((resolve) => each.close(resolve));
      }
    },
  };
};
