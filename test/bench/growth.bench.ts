/**
 * What a webhook, a claim, a case's update and an order cost in a database that has seen little, and in one that has
 * seen a hundred times as much. Goal: at most 1.3 times. Both lie on one server and take turns, so that what else the
 * machine does weighs on both alike.
 *
 *   node test/bench/growth.bench.ts [few] [many]
 *
 * On a server that `DATABASE_URL` names the two databases (makegood_growth_<cases>) are kept, and used again.
 */
import { randomUUID } from 'node:crypto';
import { tmpdir } from 'node:os';
import pg from 'pg';
import type { CaseRecord } from '../../policy/app/records.ts';
import { type Database, openDatabase } from '../../prisma/index.ts';
import { benchDatabase, spread } from './support/bench-database.ts';
import { orderBodies } from './support/bodies.ts';
import { pastOrders } from './support/past-orders.ts';
import { seedCases } from './support/seed-cases.ts';

const SIZES = [Number(process.argv[2] ?? 10_000), Number(process.argv[3] ?? 1_000_000)] as const;
const ROUNDS = 15;
/** Webhooks that arrive together, as in a burst. */
const TOGETHER = 50;
/** The cases that are worked on: as many in a shop that has seen little. */
const WORKED_ON = 200;
const SHOP = 'bench.myshopify.com';
const DONE = { status: 'done', replayed: false, caseId: null, proposalId: null, intentId: null } as const;

const SEED_INBOX = `
INSERT INTO inbox (day, key, source, shop, topic, id, body)
SELECT (now() AT TIME ZONE 'UTC')::date - n % 2, md5('inbox' || n)::uuid, 'shopify', $1, 'orders/updated', 'seed-' || n,
       decode(repeat(md5(n::text), 20), 'hex') FROM generate_series(1, $2::int) n
ON CONFLICT DO NOTHING`;

type Sized = Readonly<{ db: Database; worked: readonly string[] }>;

const withDatabase = (url: string, name: string): string => {
  const changed = new URL(url);
  changed.pathname = `/${name}`;
  return changed.href;
};

/** The database of this size, made where it is not there. */
const open = async (server: string, size: number): Promise<Sized> => {
  const name = `makegood_growth_${size}`;
  const admin = new pg.Client({ connectionString: server });
  await admin.connect();
  const there = await admin.query('SELECT FROM pg_database WHERE datname = $1', [name]);
  if (there.rowCount === 0) await admin.query(`CREATE DATABASE ${name}`);
  await admin.end();
  const url = withDatabase(server, name);
  const db = await openDatabase({ url, secretsKey: new Uint8Array(32).fill(7), dataDir: tmpdir() });
  const shop = { domain: SHOP, name: 'Bench', timeZone: 'UTC', country: 'US', currency: 'USD', scopes: [] };
  await db.installations.install({ ...shop, contactEmail: 'a@example.com', address: [] }, new Date().toISOString());
  const sql = new pg.Client({ connectionString: url });
  await sql.connect();
  await seedCases(sql, { shop: SHOP, cases: size, late: -1 });
  const { rows: stored } = await sql.query<{ seeded: boolean }>('SELECT EXISTS (SELECT FROM inbox) AS seeded');
  if (stored[0]?.seeded !== true) await sql.query(SEED_INBOX, [SHOP, size]);
  await sql.query('VACUUM (ANALYZE) inbox, inbox_open, cases');
  const { rows: open_ } = await sql.query<{ id: string }>(
    'SELECT id FROM cases WHERE shop = $1 AND closed_at IS NULL ORDER BY number DESC LIMIT $2',
    [SHOP, WORKED_ON],
  );
  await sql.end();
  return { db, worked: open_.map(({ id }) => id) };
};

const [body] = orderBodies(20_000, 1) as [Buffer];

const storeWebhooks = async ({ db }: Sized): Promise<number> => {
  const stored = await Promise.all(
    Array.from({ length: TOGETHER }, () =>
      db.inbox.store({
        source: 'shopify',
        shop: SHOP,
        topic: 'orders/updated',
        id: randomUUID(),
        triggeredAt: null,
        body,
      }),
    ),
  );
  return stored.length;
};

const claimThem = async ({ db }: Sized): Promise<number> => {
  const claimed = await db.drain.claim(TOGETHER);
  await db.drain.done(claimed.map(({ rowId }) => rowId));
  return claimed.length;
};

let turn = 0;
const updateCase = async ({ db, worked }: Sized): Promise<number> => {
  turn += 1;
  const id = worked[(turn * 37) % worked.length] ?? '';
  const at = new Date().toISOString();
  await db.store.transaction(SHOP, async (tx) => {
    const found = (await tx.case(id)) as CaseRecord;
    await tx.lock(`order:${found.orderId}`);
    const [units] = await Promise.all([tx.units(id), tx.intents(id), tx.deadlines(id)]);
    await tx.record({ id: randomUUID(), shop: SHOP, actor: { kind: 'system' } }, DONE, {
      cases: [{ ...found, version: found.version + 1, updatedAt: at }],
      units: units.map((unit) => ({ ...unit, note: `turn ${turn}` })),
      entries: [
        {
          id: randomUUID(),
          caseId: id,
          at,
          by: 'system',
          byName: 'Makegood',
          event: 'case.note',
          from: null,
          to: null,
          text: 'what happened then, in one sentence',
          clauses: ['P24'],
          decisionId: null,
        },
      ],
    });
  });
  return 1;
};

const NEW_ORDERS = 5_000_000;
let placed = NEW_ORDERS + Math.floor(Date.now() / 1000);
const saveOrder = async ({ db }: Sized): Promise<number> => {
  placed += 1;
  const [past] = pastOrders(placed, 1);
  if (past === undefined) throw new Error('no order was made');
  const contact = { name: 'Robin Example', email: `r${placed}@example.com`, phone: null, postcode: null, locale: null };
  await db.store.transaction(SHOP, (tx) =>
    tx.record({ id: randomUUID(), shop: SHOP, actor: { kind: 'system' } }, DONE, {
      orders: [{ facts: past.request.order, contact }],
    }),
  );
  return 1;
};

/** Each with how often it is done in a turn. */
const COSTS: readonly (readonly [what: string, times: number, work: (of: Sized) => Promise<number>])[] = [
  ['a webhook stored', 10, storeWebhooks],
  ['a webhook claimed', 10, claimThem],
  ['a case updated', 40, updateCase],
  ['an order saved', 40, saveOrder],
];

const server = await benchDatabase();
const sized: Sized[] = [];
try {
  for (const size of SIZES) sized.push(await open(server.url, size));
  const spent = new Map<string, number[][]>(COSTS.map(([what]) => [what, []]));
  // The first turn warms up, and counts for nothing.
  for (let round = 0; round <= ROUNDS; round += 1) {
    for (const [what, times, work] of COSTS) {
      const pair = [0, 0];
      for (const which of round % 2 === 0 ? [0, 1] : [1, 0]) {
        const start = performance.now();
        let did = 0;
        for (let time = 0; time < times; time += 1) did += await work(sized[which] as Sized);
        pair[which] = (performance.now() - start) / did;
      }
      if (round > 0) spent.get(what)?.push(pair);
    }
  }
  for (const [what, pairs] of spent) {
    const ratio = spread(pairs.map(([few = 0, many = 0]) => many / few)).p50;
    const [few, many] = [0, 1].map((which) => spread(pairs.map((pair) => pair[which] ?? 0)).p50);
    console.log(
      `${what.padEnd(20)} ${few} ms with ${SIZES[0]}, ${many} ms with ${SIZES[1]}: ${ratio} times${ratio > 1.3 ? '  (over 1.3)' : ''}`,
    );
  }
} finally {
  for (const { db } of sized) await db.close();
  await server.stop();
}
