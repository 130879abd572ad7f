import { seedPeople } from '../../prisma/seed.ts';
import { buildAdmin } from '../../web/admin/build.ts';
import { parseConfig } from '../../web/config.ts';
import { type Running, startMakegood } from '../../web/start.ts';
import { DEMO, type Sandbox, startSandbox } from './sandbox.ts';
import { seedDemo } from './shopify/index.ts';

/**
 * Makegood and the sandbox, joined as in production: only addresses and secrets differ, and they come from the
 * environment. The demo and the scenario tests stand on this.
 */
export type Stage = Readonly<{
  makegoodUrl: string;
  sandboxUrl: string;
  sandbox: Sandbox;
  running: Running;
  /** A control call of the sandbox; an answer that is not 2xx throws with what it said. */
  call<T = Record<string, unknown>>(method: 'GET' | 'POST' | 'DELETE', path: string, body?: unknown): Promise<T>;
  stop(): Promise<void>;
}>;

export type StageOptions = Readonly<{
  port: number;
  sandboxPort: number;
  smtpPort: number;
  dataDir: string;
  databaseUrl?: string | undefined;
  logLevel: string;
  orders: 'demo' | 'none';
  /** File in which the sandbox's state is kept between two runs. */
  keepIn?: string | undefined;
  /** Settings of the shop's first policy version. */
  settings?: Readonly<Record<string, unknown>>;
}>;

/** In the demo money moves as soon as it is approved, unless the settings say otherwise. */
const DEMO_SETTINGS = { 'approval.undoSeconds': 0 };

export const startStage = async (options: StageOptions): Promise<Stage> => {
  const makegoodUrl = `http://127.0.0.1:${options.port}`;
  await buildAdmin({ ifStale: true });
  const sandbox = await startSandbox({
    port: options.sandboxPort,
    smtpPort: options.smtpPort,
    makegoodUrl,
    keepIn: options.keepIn,
  });
  let running: Running | null = null;
  const stop = async (): Promise<void> => {
    await running?.stop();
    await sandbox.stop();
  };
  try {
    running = await startMakegood(parseConfig(environment(options, sandbox, makegoodUrl)), { web: true, work: true });
    const call = caller(sandbox.url);
    await seed(running, sandbox, call, options);
    sandbox.keep();
    return { makegoodUrl, sandboxUrl: sandbox.url, sandbox, running, call, stop };
  } catch (error) {
    await stop();
    throw error;
  }
};

/** What Makegood is told, whether it runs in this process or in one of its own. */
export const environment = (
  options: Omit<StageOptions, 'orders'>,
  sandbox: Sandbox,
  makegoodUrl: string,
): Record<string, string | undefined> => ({
  NODE_ENV: 'development',
  PORT: String(options.port),
  HOST: '127.0.0.1',
  APP_URL: makegoodUrl,
  DATABASE_URL: options.databaseUrl,
  MAKEGOOD_DATA_DIR: options.dataDir,
  // Only ever encrypts the demo's own made-up data.
  MAKEGOOD_SECRETS_KEY: Buffer.from('makegood-demo-key-not-for-others').toString('base64'),
  SHOPIFY_API_KEY: DEMO.shopify.apiKey,
  SHOPIFY_API_SECRET: DEMO.shopify.apiSecret,
  SHOPIFY_ADDRESS: `${sandbox.url}/shopify`,
  SHOPIFY_APP_BRIDGE_URL: `${sandbox.url}/shopify/app-bridge.js`,
  SLACK_SIGNING_SECRET: DEMO.slack.signingSecret,
  SLACK_CLIENT_ID: 'demo-slack-client-id',
  SLACK_CLIENT_SECRET: 'demo-slack-client-secret',
  SLACK_AUTHORIZE_URL: `${sandbox.url}/slack/oauth/v2/authorize`,
  SLACK_TEAM: DEMO.slack.team,
  SLACK_BOT_TOKEN: DEMO.slack.botToken,
  SLACK_CHANNEL: 'C0RETURNS',
  SLACK_API_URL: `${sandbox.url}/slack/api/`,
  MAIL_INBOUND_SECRET: DEMO.mailInboundSecret,
  SMTP_URL: `smtp://127.0.0.1:${sandbox.smtpPort}`,
  MAKEGOOD_SANDBOX_URL: sandbox.url,
  MAKEGOOD_FIRST_SETTINGS: JSON.stringify({ ...DEMO_SETTINGS, ...options.settings }),
  LOG_LEVEL: options.logLevel,
});

const seed = async (running: Running, sandbox: Sandbox, call: Stage['call'], options: StageOptions): Promise<void> => {
  await call('POST', `/shopify/shops/${DEMO.shop}/install`, {});
  await seedPeople(running.makegood.database.installations, DEMO.shop, DEMO.slack.team);
  if (options.orders === 'demo' && !sandbox.restored) await seedDemo(sandbox.shopify);
};

const caller =
  (base: string): Stage['call'] =>
  async (method, path, body) => {
    const response = await fetch(`${base}${path}`, {
      method,
      headers:
        body === undefined
          ? { accept: 'application/json' }
          : { 'content-type': 'application/json', accept: 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${path} answered ${response.status}: ${text.slice(0, 500)}`);
    return text === '' ? {} : JSON.parse(text);
  };
