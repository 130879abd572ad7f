import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import express, { type Express, type RequestHandler, type Router } from 'express';
import { adminRoutes } from '../../../../web/edge/admin/routes.ts';
import { demoShop } from './demo-shop.ts';
import { memoryMails } from './memory-mails.ts';
import { memoryModels } from './memory-models.ts';
import { memoryBackfills, memoryPrivacy } from './memory-privacy.ts';
import { type MemoryWorld, memoryWorld } from './memory-world.ts';
import { NOW, SHOP } from './records.ts';

/** Stands for the session-token middleware: the token is `<staff id>` or `<staff id>@<shop>`. */
export const plainSession: RequestHandler = (req, res, next) => {
  const token = /^Bearer (\d+)(?:@(.+))?$/.exec(req.get('Authorization') ?? '');
  if (token === null) {
    res.set('X-Shopify-Retry-Invalid-Session-Request', '1').status(401).json({ detail: 'no valid session token' });
    return;
  }
  res.locals.session = { shop: token[2] ?? SHOP, staffId: token[1] };
  next();
};

export type Served = Readonly<{
  url: string;
  world: MemoryWorld;
  reported: unknown[];
  /** The API as it is mounted, to look at its routes. */
  router: Router;
  close(): Promise<void>;
}>;

/** The admin API over real HTTP, on a free port. */
export const serveAdmin = async (
  more: { limit?: RequestHandler; before?: (app: Express) => void; after?: (app: Express) => void } = {},
): Promise<Served> => {
  const world = memoryWorld(demoShop());
  const reported: unknown[] = [];
  const app = express();
  more.before?.(app);
  const router = adminRoutes({
    read: world.read,
    policy: world.policy.read,
    backfills: memoryBackfills(),
    privacy: memoryPrivacy(),
    backtester: world.policy.backtester,
    handle: world.handle,
    preview: world.preview,
    evidence: world.evidence,
    admin: world.own.admin,
    models: memoryModels(),
    connectSlack: async () => 'https://slack.com/oauth/v2/authorize?state=once',
    audit: world.own.audit,
    parcels: world.own.parcels,
    dismissParked: world.retryParked,
    retryParked: world.retryParked,
    mails: memoryMails(),
    clock: { now: () => NOW },
    requireSession: plainSession,
    limit: more.limit,
    report: (error) => reported.push(error),
  });
  app.use('/api', router);
  more.after?.(app);
  const server = await new Promise<Server>((resolve) => {
    const listening = app.listen(0, '127.0.0.1', () => resolve(listening));
  });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    world,
    reported,
    router,
    close: () =>
      new Promise((resolve, reject) => {
        server.closeAllConnections();
        server.close((error) => (error ? reject(error) : resolve()));
      }),
  };
};

export type Answer = Readonly<{ status: number; headers: Headers; body: unknown }>;

/** One request as a page makes it. `as`: a staff id, or `null` for no token. */
export const ask = async (
  url: string,
  path: string,
  options: { as?: string | null; method?: string; body?: unknown; headers?: Record<string, string> } = {},
): Promise<Answer> => {
  const { as = '201', method = 'GET', body, headers = {} } = options;
  const response = await fetch(`${url}${path}`, {
    method,
    headers: {
      ...(as === null ? {} : { Authorization: `Bearer ${as}` }),
      ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
      ...headers,
    },
    body: body === undefined || typeof body === 'string' || body instanceof Blob ? body : JSON.stringify(body),
  });
  const text = await response.text();
  return {
    status: response.status,
    headers: response.headers,
    body: response.headers.get('Content-Type')?.includes('json') ? JSON.parse(text) : text,
  };
};
