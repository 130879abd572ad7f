import express, { Router } from 'express';
import { z } from 'zod';
import type { Room, RoomOptions } from '../room.ts';
import type { AdminCall } from './admin-endpoint.ts';
import { adminEndpoint } from './admin-endpoint.ts';
import { subscribedTopics } from './app-toml.ts';
import { accessTokenRoute } from './auth/oauth.ts';
import { hostParam, mintSessionToken } from './auth/session-token.ts';
import { createTokens } from './auth/tokens.ts';
import { stockShop } from './catalog.ts';
import type { Control } from './control/control.ts';
import { createControl } from './control/control.ts';
import { createFaults } from './control/faults.ts';
import { NotHere } from './control/not-here.ts';
import { controlErrors, controlRoutes, jsonBody, send } from './control/routes.ts';
import type { Delivery } from './delivery/deliveries.ts';
import { createDeliveries } from './delivery/deliveries.ts';
import { seedDemo } from './demo-orders.ts';
import type { BucketSize } from './graphql/bucket.ts';
import { createAdminApi } from './graphql/endpoint.ts';
import type { World } from './model/world.ts';
import { createWorld } from './model/world.ts';
import { adminPages } from './pages/pages.ts';
import { restOrder } from './rest/rest-order.ts';
import { DEFAULT_SCOPES, DEMO_SHOP } from './shop.ts';

export type ShopifyRoomOptions = RoomOptions &
  Readonly<{
    /** `demo` places the demo's orders when the room starts. */
    seed?: 'demo' | 'empty';
    /** Access scopes that merchants grant. */
    scopes?: readonly string[];
    /** How long orderCancel's job takes, in milliseconds of real time. */
    jobDelayMs?: number;
    bucket?: BucketSize;
    webhookRetryAfterMs?: readonly number[];
    /** Rolls the dice of all faults; from 0 to 1. */
    random?: () => number;
    /** How long an answer to a webhook may take: 5 s unless said otherwise. */
    webhookTimeoutMs?: number;
  }>;

export type ShopifyControl = Readonly<{
  control: Control;
  world: World;
  calls(): readonly AdminCall[];
  deliveries(): readonly Delivery[];
  setFaults(body: unknown): unknown;
  sessionToken(shop?: string, staff?: string): string;
  /** A working offline token, as if Makegood had exchanged one. */
  accessToken(shop?: string): string;
  expireAccessTokens(shop?: string): void;
  /** Tokens that were handed out to the shop's installation, oldest first. */
  grants(shop?: string): readonly Readonly<{ accessToken: string }>[];
  /** Resolves when every webhook is delivered or given up. */
  webhooksDelivered(): Promise<void>;
}>;

/** The local Shopify: Admin API, tokens, webhooks, the admin's frame, and the calls that make things happen. */
export const createShopifyRoom = (options: ShopifyRoomOptions): Room & ShopifyControl => {
  const world: World = createWorld(options.clock, {
    jobDelayMs: options.jobDelayMs ?? 300,
    rest: { order: (order) => restOrder(world, order) },
  });
  const tokens = createTokens();
  const faults = createFaults(options.random);
  const calls: AdminCall[] = [];
  const stopping = new AbortController();
  const deliveries = createDeliveries({
    makegoodUrl: () => options.makegoodUrl,
    secret: options.shopify.apiSecret,
    faults: () => faults.rates().deliveries,
    ...(options.webhookRetryAfterMs ? { retryAfterMs: options.webhookRetryAfterMs } : {}),
    ...(options.random ? { random: options.random } : {}),
    ...(options.webhookTimeoutMs ? { timeoutMs: options.webhookTimeoutMs } : {}),
  });
  const subscribed = subscribedTopics();
  world.onWebhook((webhook) => {
    if (subscribed.has(webhook.topic)) deliveries.enqueue(webhook);
  });
  const api = createAdminApi(world, {
    sandboxUrl: options.sandboxUrl,
    ...(options.bucket ? { bucket: options.bucket } : {}),
  });
  const scopes = options.scopes ?? DEFAULT_SCOPES;
  const control = createControl({ world, deliveries, tokens, scopes });
  const shop = { ...DEMO_SHOP, scopes: [...scopes] };
  world.shops.set(shop.domain, shop);
  stockShop(world, shop);
  for (const name of ['shops', 'orders', 'customers', 'locations', 'products', 'levels', 'jobs', 'counters'] as const) {
    options.keep?.add(`shopify.${name}`, world[name]);
  }
  options.keep?.add('shopify.tokens', tokens.grants);

  const sessionToken = (domain: string = shop.domain, staff = '1'): string => {
    control.shop(domain);
    return mintSessionToken(options.shopify, domain, staff);
  };

  /** What the merchant's browser does after installing: it opens the app. */
  const openApp = async (domain: string): Promise<{ status: number; installed: boolean }> => {
    control.shop(domain).installed = true;
    const query = new URLSearchParams({
      shop: domain,
      host: hostParam(domain),
      embedded: '1',
      id_token: sessionToken(domain),
    });
    try {
      const answer = await fetch(`${options.makegoodUrl}/?${query}`, {
        redirect: 'manual',
        signal: AbortSignal.timeout(10_000),
      });
      await answer.arrayBuffer();
      return { status: answer.status, installed: true };
    } catch (error) {
      throw new NotHere(`makegood at ${options.makegoodUrl} does not answer: ${String(error)}`);
    }
  };

  const router = Router();
  router.post(
    '/admin/api/:version/graphql.json',
    express.text({ type: () => true, limit: '5mb' }),
    adminEndpoint({
      api,
      tokens,
      faults,
      calls,
      shopNamed: (domain) => {
        const found = world.shops.get(domain);
        return found?.installed ? found : undefined;
      },
      stopping: stopping.signal,
    }),
  );
  router.post(
    '/admin/oauth/access_token',
    express.json(),
    express.urlencoded({ extended: false }),
    accessTokenRoute({ app: options.shopify, tokens, shopNamed: (domain) => world.shops.get(domain) }),
  );
  /** After so many lines the file of a bulk operation breaks off; null: it does not. */
  let bulkFileLines: number | null = null;
  router.post('/bulk-files', jsonBody, (request: express.Request, response: express.Response) => {
    const { breakAfter, forget } = z
      .strictObject({ breakAfter: z.number().int().positive().nullish(), forget: z.boolean().optional() })
      .parse(request.body);
    bulkFileLines = breakAfter ?? null;
    if (forget === true) api.forgetBulkFiles();
    send(response, { breakAfter: bulkFileLines });
  });
  // As the storage that Shopify puts the files of bulk operations into: whoever has the address may read it.
  router.get('/bulk/:file', (request, response) => {
    const file = api.bulkFile(request.params.file.replace(/\.jsonl$/, ''));
    const whole = bulkFileLines === null;
    if (file === null) response.status(404).type('xml').send('<Error><Code>NoSuchKey</Code></Error>');
    else if (!whole) {
      response.type('application/jsonl').set('content-length', String(Buffer.byteLength(file)));
      const part = file.split('\n').slice(0, bulkFileLines ?? 0);
      // In the middle of a line, as a connection breaks.
      response.write(part.join('\n').slice(0, -5), () => setTimeout(() => response.destroy(), 100));
    } else response.type('application/jsonl').send(file);
  });
  router.use(adminPages({ options, world, defaultShop: shop.domain }));
  router.get('/session-token', (request, response) => {
    const { shop: domain, staff } = request.query;
    send(response, { token: sessionToken(domain ? String(domain) : undefined, staff ? String(staff) : undefined) });
  });
  router.get('/calls', (_request, response) => send(response, { calls }));
  router.get('/deliveries', (_request, response) => send(response, { deliveries: deliveries.list() }));
  router.get('/faults', (_request, response) => send(response, faults.rates()));
  router.post('/faults', jsonBody, (request: express.Request, response: express.Response) =>
    send(response, faults.set(request.body)),
  );
  router.post('/shops/:domain/install', async (request, response) =>
    send(response, await openApp(String(request.params.domain))),
  );
  router.use(controlRoutes(control, shop.domain));
  router.use(controlErrors);

  const room: Room & ShopifyControl = {
    router,
    control,
    world,
    calls: () => calls,
    deliveries: deliveries.list,
    setFaults: faults.set,
    sessionToken,
    accessToken: (domain = shop.domain) => tokens.issue(domain, control.shop(domain).scopes, null).accessToken,
    expireAccessTokens: (domain = shop.domain) => tokens.expireAccess(domain),
    grants: (domain = shop.domain) => tokens.grants.filter((grant) => grant.shop === domain && grant.userId === null),
    webhooksDelivered: deliveries.idle,
    start: async () => {
      if (options.seed === 'demo') await seedDemo(room);
    },
    stop: async () => {
      stopping.abort();
      world.stop();
      deliveries.stop();
    },
  };
  return room;
};
