import { createHmac, randomUUID } from 'node:crypto';
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { describe, expect, it } from 'vitest';
import { readPostmaster } from '../../prisma/embedded/leftover.ts';
import { DEMO, type Sandbox, startSandbox } from '../sandbox/sandbox.ts';
import { environment } from '../sandbox/stage.ts';
import { freePorts } from '../support/ports.ts';
import { createDice } from '../support/storm/dice.ts';
import { makegoodProcess } from '../support/storm/makegood-process.ts';
import { installedPostgres, ownPostgres } from '../support/storm/own-postgres.ts';
import { until } from '../support/wait.ts';

/**
 * Makegood and its database die together, SIGKILL, in the middle of a burst of webhooks, again and again; the sender
 * sends again what was not acknowledged. Nothing acknowledged is lost, nothing counts twice. `STORM_SEED` replays the dice.
 */
const SEED = Number(process.env.STORM_SEED ?? Math.floor(Math.random() * 1_000_000_000));
const WEBHOOKS = 600;
const SENDERS = 12;
const DEATHS = 3;
/** A slow machine is no failure. */
const PATIENCE_MS = 300_000;

type Database = Readonly<{
  /** What Makegood is told; undefined: its own embedded one. */
  url: string | undefined;
  /** Where its rows can be read now. */
  readUrl(): string;
  kill(): Promise<void>;
  start(): Promise<void>;
  drop(): Promise<void>;
}>;

const embedded = async (dataDir: string): Promise<Database> => {
  const home = path.join(dataDir, 'postgres', 'postgres');
  const postmaster = () => readPostmaster(path.join(home, 'data'));
  return {
    url: undefined,
    readUrl: () => {
      const password = readFileSync(path.join(home, 'password'), 'utf8').trim();
      return `postgres://makegood:${password}@127.0.0.1:${postmaster()?.port}/postgres`;
    },
    kill: async () => {
      const running = postmaster();
      if (running === null) throw new Error('the embedded database is not there');
      process.kill(running.pid, 'SIGKILL');
    },
    start: async () => {},
    drop: async () => {},
  };
};

const installed = async (): Promise<Database> => {
  const server = await ownPostgres(installedPostgres() as string);
  await server.start();
  return { ...server, readUrl: () => server.url };
};

const webhook = (index: number): { id: string; body: string; orderId: string } => {
  const orderId = String(6_200_000_000_000 + index);
  const price = (100 + index).toString();
  const set = {
    shop_money: { amount: price, currency_code: 'USD' },
    presentment_money: { amount: price, currency_code: 'USD' },
  };
  const at = new Date().toISOString();
  const body = {
    id: Number(orderId),
    admin_graphql_api_id: `gid://shopify/Order/${orderId}`,
    name: `#${8001 + index}`,
    email: `burst-${index}@example.com`,
    created_at: at,
    updated_at: at,
    processed_at: at,
    cancelled_at: null,
    currency: 'USD',
    presentment_currency: 'USD',
    taxes_included: false,
    financial_status: 'paid',
    fulfillment_status: null,
    total_price: price,
    total_price_set: set,
    current_total_price_set: set,
    subtotal_price_set: set,
    total_tax_set: {
      shop_money: { amount: '0.00', currency_code: 'USD' },
      presentment_money: { amount: '0.00', currency_code: 'USD' },
    },
    line_items: [
      {
        id: Number(orderId) + 10_000_000,
        title: 'Headphones',
        quantity: 1,
        current_quantity: 1,
        fulfillable_quantity: 1,
        price,
        price_set: set,
        tax_lines: [],
        discount_allocations: [],
        requires_shipping: true,
      },
    ],
    shipping_lines: [],
    refunds: [],
    fulfillments: [],
  };
  return { id: randomUUID(), body: JSON.stringify(body), orderId };
};

const storm = async (database: Database, dataDir: string): Promise<void> => {
  console.log(`both killed: STORM_SEED=${SEED}`);
  const dice = createDice(SEED);
  const [port] = (await freePorts(1)) as [number];
  const makegoodUrl = `http://127.0.0.1:${port}`;
  const sandbox: Sandbox = await startSandbox({ port: 0, smtpPort: 0, makegoodUrl });
  const logFile = path.join(dataDir, 'makegood.log');
  const told = environment(
    { port, sandboxPort: 0, smtpPort: 0, dataDir, databaseUrl: database.url, logLevel: 'warn' },
    sandbox,
    makegoodUrl,
  );
  const makegood = makegoodProcess({ url: makegoodUrl, environment: told, logFile });
  try {
    await makegood.start();
    const installs = await fetch(`${sandbox.url}/shopify/shops/${DEMO.shop}/install`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{}',
    });
    expect(installs.status).toBeLessThan(300);

    const all = Array.from({ length: WEBHOOKS }, (_, index) => webhook(index));
    const acknowledged = new Set<string>();
    let refusals = 0;
    const post = async ({ id, body }: (typeof all)[number]): Promise<boolean> => {
      const hmac = createHmac('sha256', DEMO.shopify.apiSecret).update(body).digest('base64');
      const response = await fetch(`${makegoodUrl}/webhooks`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          'x-shopify-topic': 'orders/create',
          'x-shopify-hmac-sha256': hmac,
          'x-shopify-shop-domain': DEMO.shop,
          'x-shopify-api-version': '2026-10',
          'x-shopify-webhook-id': id,
          'x-shopify-event-id': id,
          'x-shopify-triggered-at': new Date().toISOString(),
        },
        body,
        signal: AbortSignal.timeout(5_000),
      });
      await response.arrayBuffer();
      return response.ok;
    };
    let next = 0;
    const sender = async (): Promise<void> => {
      while (next < all.length) {
        const one = all[next] as (typeof all)[number];
        next += 1;
        while (!(await post(one).catch(() => false))) {
          refusals += 1;
          await new Promise((resolve) => setTimeout(resolve, 100));
        }
        acknowledged.add(one.id);
        // Here and there Shopify sends again what was acknowledged.
        if (dice.chance(0.2)) await post(one).catch(() => false);
      }
    };
    const senders = Promise.all(Array.from({ length: SENDERS }, sender));
    const deaths = (async () => {
      for (let death = 1; death <= DEATHS; death += 1) {
        const after = Math.floor((WEBHOOKS * death) / (DEATHS + 1)) + dice.between(-40, 40);
        await until('the middle of the burst', async () => acknowledged.size >= after, PATIENCE_MS);
        // In either order, and at once.
        await Promise.all(dice.chance(0.5) ? [database.kill(), makegood.kill()] : [makegood.kill(), database.kill()]);
        await database.start();
        await makegood.start();
      }
    })();
    await Promise.all([senders, deaths]);
    expect(refusals).toBeGreaterThan(0);
    expect(makegood.kills()).toBe(DEATHS);

    const pool = new pg.Pool({ connectionString: database.readUrl(), max: 2 });
    pool.on('error', () => {});
    try {
      await until(
        'all of it to be dealt with',
        async () => (await pool.query('SELECT FROM inbox_open WHERE parked_at IS NULL')).rowCount === 0,
        PATIENCE_MS,
      );
      const { rows: stored } = await pool.query<{ id: string; count: number }>(
        `SELECT id, count(*)::int AS count FROM inbox WHERE topic = 'orders/create' GROUP BY id`,
      );
      const counts = new Map(stored.map(({ id, count }) => [id, count]));
      const { rows: orders } = await pool.query<{ id: string }>('SELECT id FROM orders WHERE shop = $1', [DEMO.shop]);
      const known = new Set(orders.map(({ id }) => id));
      expect({
        lost: all.filter(({ id }) => !counts.has(id)).length,
        doubled: stored.filter(({ count }) => count > 1).length,
        parked: (await pool.query('SELECT reason FROM inbox_open')).rows,
        unknown: all.filter(({ orderId }) => !known.has(orderId)).length,
      }).toEqual({ lost: 0, doubled: 0, parked: [], unknown: 0 });
    } finally {
      await pool.end();
    }
  } finally {
    await makegood.stop();
    await sandbox.stop();
  }
};

const inFolder = async (work: (dataDir: string) => Promise<void>): Promise<void> => {
  const dataDir = mkdtempSync(path.join(tmpdir(), 'storm-both-'));
  // Under root the server runs as another account, which has to get in.
  chmodSync(dataDir, 0o711);
  try {
    await work(dataDir);
  } finally {
    rmSync(dataDir, { recursive: true, force: true });
  }
};

describe(`Makegood and its database killed together in a burst (STORM_SEED=${SEED})`, () => {
  it('the embedded one: 0 lost, 0 doubled', () => inFolder(async (dataDir) => storm(await embedded(dataDir), dataDir)));

  it.runIf(installedPostgres() !== null)('a server of the machine’s own package: 0 lost, 0 doubled', () =>
    inFolder(async (dataDir) => {
      const database = await installed();
      try {
        await storm(database, dataDir);
      } finally {
        await database.drop();
      }
    }),
  );
});
