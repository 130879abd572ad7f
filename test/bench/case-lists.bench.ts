/**
 * Lists of cases in a shop with a million of them: every filter and order that the page offers, its later pages, its
 * searches, one case in detail, and what Slack looks up while somebody types. Goal: 10 ms for 99 of 100.
 *
 *   node test/bench/case-lists.bench.ts [cases]
 *
 * A database that `DATABASE_URL` names is kept, and seeded only where it is empty.
 */
import pg from 'pg';
import { openDatabase } from '../../prisma/index.ts';
import { benchDatabase, spread } from './support/bench-database.ts';
import { seedCases } from './support/seed-cases.ts';

const CASES = Number(process.argv[2] ?? 1_000_000);
const ROUNDS = 200;
const SHOP = 'bench.myshopify.com';

const server = await benchDatabase();
const db = await openDatabase({ url: server.url, secretsKey: new Uint8Array(32).fill(7), dataDir: '/tmp' });
try {
  const shop = {
    domain: SHOP,
    name: 'Bench',
    timeZone: 'America/New_York',
    country: 'US',
    currency: 'USD',
    scopes: [],
  };
  await db.installations.install({ ...shop, contactEmail: 'a@example.com', address: [] }, new Date().toISOString());
  const sql = new pg.Client({ connectionString: server.url });
  await sql.connect();
  const start = performance.now();
  await seedCases(sql, { shop: SHOP, cases: CASES, late: 20 });
  console.log(`${CASES} cases seeded in ${Math.round((performance.now() - start) / 1000)} s`);
  const known = await sql.query<{ id: string }>(
    `SELECT id FROM cases WHERE shop = $1 AND kind = 'return' AND closed_at IS NULL ORDER BY number LIMIT 200`,
    [SHOP],
  );
  const mine = await sql.query<{ assignee: string }>(
    'SELECT assignee FROM cases WHERE assignee IS NOT NULL AND closed_at IS NULL LIMIT 1',
  );
  await sql.end();
  const caseId = (at: number): string => known.rows[at % known.rows.length]?.id ?? '';
  const somebody = mine.rows[0]?.assignee ?? '';

  const later = async (query: object): Promise<string | undefined> => {
    let cursor: string | undefined;
    for (let page = 0; page < 20; page += 1) {
      const { nextCursor } = await db.read.cases(SHOP, { ...query, limit: 25, ...(cursor && { cursor }) });
      cursor = nextCursor ?? undefined;
    }
    return cursor;
  };
  const now = new Date().toISOString();
  // Of open cases, one in sixty is due each day; the oldest twenty days ago.
  const someDaysAgo = new Date(Date.now() - 19.5 * 86_400_000).toISOString();
  const longAgo = '2000-01-01T00:00:00.000Z';
  const number = (at: number): number => 1000 + ((at * 7919) % CASES);
  const QUERIES: Readonly<Record<string, (at: number) => Promise<unknown>>> = {
    'open, changed last': () => db.read.cases(SHOP, { open: true, limit: 25 }),
    'open, oldest': () => db.read.cases(SHOP, { open: true, order: 'oldest', limit: 25 }),
    all: () => db.read.cases(SHOP, { limit: 25 }),
    closed: () => db.read.cases(SHOP, { open: false, limit: 25 }),
    'open returns': () => db.read.cases(SHOP, { open: true, kind: 'return', limit: 25 }),
    'open shortages': () => db.read.cases(SHOP, { open: true, kind: 'backorder', limit: 25 }),
    'one state': () => db.read.cases(SHOP, { open: true, state: 'grey_zone', limit: 25 }),
    'a state nobody is in': () => db.read.cases(SHOP, { state: 'expired', limit: 25 }),
    mine: () => db.read.cases(SHOP, { open: true, lookedAfterBy: somebody, limit: 25 }),
    'mine, nobody': () => db.read.cases(SHOP, { open: true, lookedAfterBy: 'nobody', limit: 25 }),
    waiting: () => db.read.cases(SHOP, { open: true, waiting: true, limit: 25 }),
    'waiting shortages': () => db.read.cases(SHOP, { open: true, waiting: true, kind: 'backorder', limit: 25 }),
    'how many wait': () => db.read.waiting(SHOP, 100),
    'nothing overdue': () => db.read.cases(SHOP, { open: true, dueBefore: longAgo, limit: 25 }),
    'some hundred overdue': () => db.read.cases(SHOP, { open: true, dueBefore: someDaysAgo, limit: 25 }),
    overdue: () => db.read.cases(SHOP, { open: true, dueBefore: now, limit: 25 }),
    'by order': (at) => db.read.cases(SHOP, { text: `#${number(at)}`, limit: 25 }),
    'by RMA': (at) => db.read.cases(SHOP, { text: `RMA-S${number(at).toString(16).padStart(7, '0')}`, limit: 25 }),
    'by product': () => db.read.cases(SHOP, { text: 'headphones', limit: 25 }),
    'by a word nobody wrote': () => db.read.cases(SHOP, { text: 'zeppelin', limit: 25 }),
    'by part of an order': (at) => db.read.cases(SHOP, { text: String(number(at)).slice(0, 3), limit: 25 }),
    'counts by state': () => db.read.counts(SHOP),
    'one case': (at) => db.read.caseDetail(SHOP, caseId(at)),
    'typing an order': (at) => db.typeahead.orders(SHOP, String(number(at)).slice(0, 1 + (at % 6)), 20),
    'typing an RMA': (at) =>
      db.typeahead.returns(SHOP, `RMA-S${number(at).toString(16).padStart(7, '0')}`.slice(0, 5 + (at % 8)), 20),
    'typing a name': () => db.typeahead.orders(SHOP, 'Robin Example', 20),
    'newest orders': () => db.typeahead.orders(SHOP, '', 20),
    'newest returns': () => db.typeahead.returns(SHOP, '', 20),
  };
  const pageTwenty = await later({ open: false });
  const all: typeof QUERIES = {
    // What one round trip takes on this machine at this moment.
    'nothing (SELECT 1)': () => db.ping(),
    ...QUERIES,
    'page 21 of closed': () => db.read.cases(SHOP, { open: false, limit: 25, cursor: pageTwenty }),
  };
  for (const [name, ask] of Object.entries(all)) {
    for (let at = 0; at < 10; at += 1) await ask(at);
    const times: number[] = [];
    for (let at = 0; at < ROUNDS; at += 1) {
      const before = performance.now();
      await ask(at);
      times.push(performance.now() - before);
    }
    const { p50, p99 } = spread(times);
    console.log(`${name.padEnd(24)} p50 ${p50} ms, p99 ${p99} ms${p99 > 10 ? '  (over 10)' : ''}`);
  }
  // Each process keeps a shop's for a minute: what is measured is what the first who asks waits for.
  const once = async (name: string, ask: () => Promise<unknown>): Promise<void> => {
    const before = performance.now();
    await ask();
    console.log(`${name.padEnd(24)} ${Math.round(performance.now() - before)} ms, once a minute`);
  };
  const month = new Date(Date.now() - 30 * 86_400_000).toISOString();
  const days90 = new Date(Date.now() - 90 * 86_400_000).toISOString();
  await once('figures', () => db.admin.figures(SHOP, { month, days90, now }));
} finally {
  await db.close();
  await server.stop();
}
