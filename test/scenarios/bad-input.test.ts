import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { DEMO } from '../sandbox/sandbox.ts';
import { signature } from '../sandbox/shopify/delivery/deliveries.ts';
import { sign } from '../sandbox/slack/deliver.ts';
import { freePorts } from '../support/ports.ts';
import { setTheStage } from '../support/set-the-stage.ts';
import { said } from '../support/stage.ts';
import { until } from '../support/wait.ts';

/** What comes in wrong, over the same HTTP as what comes in right. */
const { stage } = setTheStage();

const storedUnder = async (id: string): Promise<number> =>
  (await stage.db.query('SELECT FROM inbox WHERE id = $1', [id])).rowCount ?? 0;
const storedFromSlack = async (): Promise<number> =>
  (await stage.db.query(`SELECT FROM inbox WHERE source = 'slack'`)).rowCount ?? 0;

const webhook = (id: string, topic: string, body: string, hmac: string | null) =>
  fetch(`${stage.makegoodUrl}/webhooks`, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      'x-shopify-topic': topic,
      'x-shopify-shop-domain': DEMO.shop,
      'x-shopify-webhook-id': id,
      ...(hmac === null ? {} : { 'x-shopify-hmac-sha256': hmac }),
    },
    body,
  });
const signed = (body: string): string => signature(DEMO.shopify.apiSecret, body);

describe('an address that is none', () => {
  it.each([
    ['/nowhere', 404],
    ['/cases/%E0%A4%A', 400],
    ['/slack/nowhere', 404],
  ])('%s is answered %i in a word, and tells nothing of the server', async (path, status) => {
    const answer = await fetch(`${stage.makegoodUrl}${path}`);
    expect(answer.status).toBe(status);
    expect(await answer.text()).toMatch(/^[a-z ]{1,40}$/);
  });
});

describe('a webhook that nobody can vouch for', () => {
  const body = JSON.stringify({ id: 1, line_items: [] });
  it.each([
    ['signed with another secret', 'bad-1', signature('another-secret', body)],
    ['signed for another body', 'bad-2', signature(DEMO.shopify.apiSecret, `${body} `)],
    ['with a signature that is none', 'bad-3', 'not base64 at all'],
    ['without a signature', 'bad-4', null],
  ])('%s is answered 401, and nothing is stored', async (_what, id, hmac) => {
    expect((await webhook(id, 'orders/updated', body, hmac)).status).toBe(401);
    expect(await storedUnder(id)).toBe(0);
  });
});

describe('a request in the name of Slack that Slack did not sign', () => {
  const body = JSON.stringify({
    type: 'event_callback',
    team_id: DEMO.slack.team,
    event_id: 'Ev0BAD',
    event: {
      type: 'message',
      channel: 'C0RETURNS',
      channel_type: 'channel',
      user: 'U0AGENT',
      text: 'hello',
      ts: '1.2',
    },
  });
  const now = () => Math.floor(Date.now() / 1000);
  const send = (timestamp: string, by: string) =>
    fetch(`${stage.makegoodUrl}/slack/events`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'x-slack-request-timestamp': timestamp,
        'x-slack-signature': by,
      },
      body,
    });

  it.each([
    ['with another secret', 0, 'another-secret'],
    ['rightly, but more than five minutes ago', -301, DEMO.slack.signingSecret],
  ])('signed %s is answered 401, and nothing is stored', async (_what, seconds, secret) => {
    const before = await storedFromSlack();
    const timestamp = String(now() + seconds);
    expect((await send(timestamp, sign(secret, timestamp, body))).status).toBe(401);
    expect(await storedFromSlack()).toBe(before);
  });

  it('signed as it should be is taken: only the signature was wrong', async () => {
    const before = await storedFromSlack();
    const timestamp = String(now());
    expect((await send(timestamp, sign(DEMO.slack.signingSecret, timestamp, body))).status).toBe(200);
    expect(await storedFromSlack()).toBe(before + 1);
  });
});

describe('a webhook that is Shopify’s and can not be understood', () => {
  it.each([
    ['is not JSON', 'odd-1', 'orders/updated', '{"id": 1, "line_items": [', /JSON/],
    ['is no order', 'odd-2', 'orders/updated', '[]', /orders\/updated/],
    [
      'lacks what every order has',
      'odd-3',
      'orders/updated',
      JSON.stringify({ id: 77, admin_graphql_api_id: 'gid://shopify/Order/77', line_items: [{ id: 1 }] }),
      /orders\/updated can't be understood: \S+/,
    ],
    ['names no order', 'odd-4', 'refunds/create', '{"id": 5}', /names no order/],
    ['is about something nobody asked for', 'odd-5', 'carts/create', '{"id": 5}', /carts\/create/],
  ])('%s: answered 200, kept, and shown with the reason', async (_what, id, topic, body, reason) => {
    expect((await webhook(id, topic, body, signed(body))).status).toBe(200);
    expect(await storedUnder(id)).toBe(1);
    const { seq } =
      (await stage.db.query<{ seq: string }>('SELECT seq::text FROM inbox WHERE id = $1', [id])).rows[0] ?? {};
    const parked = await until('the delivery among the parked', async () => {
      const { status, body: shown } = await stage.admin<{
        deliveries: { id: string; topic: string; reason: string }[];
      }>('101', '/api/parked');
      expect(status).toBe(200);
      return shown.deliveries.find((delivery) => delivery.id === seq);
    });
    expect(parked.topic).toBe(topic);
    expect(parked.reason).toMatch(reason);
  });
});

describe('an order number that nobody has', () => {
  it('is said so in Slack, with the nearest ones, and nothing is opened', async () => {
    for (const name of ['#4001', '#4002', '#4107']) {
      await stage.call('POST', '/shopify/orders', {
        name,
        currency: 'USD',
        line_items: [{ title: 'Headphones', quantity: 1, price: '40.00' }],
      });
      await until(`order ${name} in Makegood`, async () =>
        JSON.stringify((await stage.admin('1', `/api/orders?text=${encodeURIComponent(name)}`)).body).includes(name),
      );
    }
    const { ts } = await stage.say('U0AGENT', 'C0RETURNS', 'cancel #4003, customer changed her mind', {
      mention: true,
    });
    const answer = said(await stage.seen('C0RETURNS', /4003/, { thread: ts }));
    expect(answer).toContain('#4002');
    expect(answer).toContain('#4001');
    expect((await stage.db.query('SELECT FROM cases')).rowCount).toBe(0);
  });
});

describe('a return of what has not shipped', () => {
  it('is answered in Slack with what does not fit, instead of with silence', async () => {
    const { ts } = await stage.say('U0AGENT', 'C0RETURNS', 'return for #4001, 1 headphones, changed their mind', {
      mention: true,
    });
    const answer = said(await stage.seen('C0RETURNS', /not shipped/, { thread: ts }));
    expect(answer).not.toContain('proposal.confirm');
    expect((await stage.db.query('SELECT FROM cases')).rowCount).toBe(0);
  });
});

describe('a Makegood that can not start', () => {
  /** Ends by itself, or the test does. */
  const start = async (environment: Record<string, string>): Promise<{ code: number | null; lines: string[] }> => {
    const main = path.join(import.meta.dirname, '../../web/main.ts');
    const child = spawn(process.execPath, [main], {
      env: { PATH: process.env.PATH ?? '', ...environment },
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    let text = '';
    child.stderr.on('data', (part: Buffer) => {
      text += part.toString();
    });
    const [code] = (await once(child, 'close', { signal: AbortSignal.timeout(50_000) })) as [number | null];
    return { code, lines: text.split('\n').filter((line) => line.trim() !== '') };
  };
  const dataDir = mkdtempSync(path.join(tmpdir(), 'makegood-start-'));
  afterAll(() => rmSync(dataDir, { recursive: true, force: true }));
  const whole = (more: Record<string, string>): Record<string, string> => ({
    APP_URL: 'https://makegood.example.com',
    SHOPIFY_API_KEY: 'key',
    SHOPIFY_API_SECRET: 'shopify-app-secret',
    SLACK_SIGNING_SECRET: 'slack-signing-secret',
    SMTP_URL: 'smtp://user:mail-password@127.0.0.1:1',
    // The key of the stage's database.
    MAKEGOOD_SECRETS_KEY: Buffer.from('makegood-demo-key-not-for-others').toString('base64'),
    MAKEGOOD_DATA_DIR: dataDir,
    DATABASE_URL: stage.databaseUrl,
    HOST: '127.0.0.1',
    LOG_LEVEL: 'silent',
    ...more,
  });

  it('says that its port is in use, and by which variable to change it', async () => {
    const taken = createServer().listen(0, '127.0.0.1');
    await once(taken, 'listening');
    const { port } = taken.address() as AddressInfo;
    const { code, lines } = await start(whole({ PORT: String(port) }));
    taken.close();
    expect(lines).toEqual([expect.stringContaining(`port ${port} is in use`)]);
    expect(lines[0]).toContain('PORT');
    expect(code).toBe(1);
  });

  it('says where the database does not answer, without its password', async () => {
    const [port] = await freePorts(1);
    const { code, lines } = await start(
      whole({ DATABASE_URL: `postgres://makegood:top-secret@127.0.0.1:${port}/shop` }),
    );
    expect(lines).toEqual([expect.stringContaining(`database unreachable at 127.0.0.1:${port}`)]);
    expect(lines.join()).not.toContain('top-secret');
    expect(code).toBe(1);
  });

  it('names everything that is missing at once, one line each, and where it is found', async () => {
    const { code, lines } = await start({});
    const names = [
      'APP_URL',
      'MAKEGOOD_SECRETS_KEY',
      'SHOPIFY_API_KEY',
      'SHOPIFY_API_SECRET',
      'SLACK_SIGNING_SECRET',
      'SMTP_URL',
    ];
    for (const name of names)
      expect(
        lines.filter((line) => line.startsWith(`${name} `)),
        name,
      ).toHaveLength(1);
    expect(lines).toHaveLength(names.length);
    expect(code).toBe(1);
  });

  it('refuses a key that does not open what is stored', async () => {
    const { code, lines } = await start(
      whole({ PORT: '0', MAKEGOOD_SECRETS_KEY: Buffer.alloc(32, 7).toString('base64') }),
    );
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatch(/key/i);
    expect(code).toBe(1);
  });
});
