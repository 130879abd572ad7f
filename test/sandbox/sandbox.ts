import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import express from 'express';
import { clockRoutes, createClock, type SandboxClock } from './clock.ts';
import { DEMO } from './demo-values.ts';
import { createKeep } from './keep.ts';
import { createMailRoom, type MailRoom } from './mail/room.ts';
import { page, staticPages } from './pages/serve.ts';
import type { RoomOptions } from './room.ts';
import { createShopifyRoom, type ShopifyRoomOptions } from './shopify/room.ts';
import type { SlackSettings } from './slack/context.ts';
import { createSlackRoom, type SlackRoom } from './slack/room.ts';
import { tellMakegood } from './tell-makegood.ts';

export { DEMO } from './demo-values.ts';

export type SandboxOptions = Readonly<{
  /** 0 takes a free port. */
  port?: number;
  smtpPort?: number;
  makegoodUrl?: string;
  shopify?: RoomOptions['shopify'];
  slack?: RoomOptions['slack'];
  /** File in which the rooms' state is kept between two runs; left out: forgotten. */
  keepIn?: string | undefined;
  slackSettings?: SlackSettings;
  /** A bigger allowance, a slower cancellation job, dice that fall the same way twice. */
  shopifySettings?: Pick<ShopifyRoomOptions, 'bucket' | 'jobDelayMs' | 'random' | 'webhookRetryAfterMs'>;
}>;

export type Sandbox = Readonly<{
  url: string;
  smtpPort: number;
  shopify: ReturnType<typeof createShopifyRoom>;
  slack: SlackRoom;
  mail: MailRoom;
  clock: SandboxClock;
  /** True where it goes on from what was kept. */
  restored: boolean;
  /** From now on what it holds is kept: what a start that failed half-way held is nothing to go on from. */
  keep(): void;
  /** Where Makegood listens, for those who learn it only after the sandbox is up. */
  pointAt(makegoodUrl: string): void;
  stop(): Promise<void>;
}>;

/** One line that names the port, what it is for and what to do. */
const named = (error: unknown, port: number, purpose: string, variable: string): Error =>
  (error as { code?: string }).code === 'EADDRINUSE'
    ? new Error(`port ${port} (${purpose}) is in use: end what listens there, or set ${variable} to another port`, {
        cause: error,
      })
    : new Error(`could not listen on port ${port} (${purpose}): ${(error as Error).message}`, { cause: error });

/**
 * Starts the local Shopify, Slack and mailbox on loopback.
 * @throws Error that names the port when one is in use
 */
export const startSandbox = async (options: SandboxOptions = {}): Promise<Sandbox> => {
  const port = options.port ?? DEMO.port;
  const smtpPort = options.smtpPort ?? DEMO.smtpPort;
  const app = express().disable('x-powered-by').set('etag', false);
  const server = createServer(app);
  const listening = once(server, 'listening');
  server.listen(port, '127.0.0.1');
  await listening.catch((error: unknown) => {
    throw named(error, port, 'sandbox: Shopify, Slack and mail', 'SANDBOX_PORT');
  });
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

  const clock = createClock();
  const keep = createKeep(options.keepIn ?? null);
  let makegoodUrl = options.makegoodUrl ?? DEMO.makegoodUrl;
  const shared: RoomOptions = {
    get makegoodUrl() {
      return makegoodUrl;
    },
    sandboxUrl: url,
    clock,
    keep,
    shopify: options.shopify ?? DEMO.shopify,
    slack: options.slack ?? DEMO.slack,
  };
  const moved = new Map<string, unknown>([['offsetMs', 0]]);
  keep.add('clock', moved);
  const shopify = createShopifyRoom(Object.assign(Object.create(shared), options.shopifySettings));
  const slack = createSlackRoom(shared, options.slackSettings);
  const mail = createMailRoom(shared, smtpPort);

  app.use('/shopify', shopify.router);
  app.use('/slack', slack.router);
  app.use('/mail', mail.router);
  app.use('/clock', clockRoutes(clock));
  app.get('/', page('home.html'));
  app.get('/about', (_request, response) => {
    response.json({
      makegoodUrl,
      url,
      smtpPort: mail.smtpPort(),
      shop: DEMO.shop,
      now: clock.now(),
      offsetMs: clock.offsetMs(),
    });
  });
  app.use('/assets', staticPages());
  const restored = keep.load();
  await clock.move(Number(moved.get('offsetMs')));
  clock.onMove((offsetMs) => {
    moved.set('offsetMs', offsetMs);
  });
  clock.onMove((offsetMs) => tellMakegood(makegoodUrl, shared.slack.signingSecret, offsetMs));

  const closeServer = async (): Promise<void> => {
    const closed = once(server, 'close');
    server.close();
    server.closeAllConnections();
    await closed;
  };
  try {
    await mail.start();
  } catch (error) {
    await closeServer();
    throw named(error, smtpPort, 'mail server of the sandbox', 'SMTP_PORT');
  }
  await Promise.all([shopify.start(), slack.start()]);

  return {
    url,
    smtpPort: mail.smtpPort(),
    shopify,
    slack,
    mail,
    clock,
    pointAt: (address) => {
      makegoodUrl = address;
    },
    restored,
    keep: () => keep.start(),
    stop: async () => {
      keep.stop();
      await Promise.all([shopify.stop(), slack.stop(), mail.stop()]);
      await closeServer();
    },
  };
};
