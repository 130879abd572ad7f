import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { silent } from '../../prisma/log.ts';
import { createRetention } from '../../prisma/retention.ts';
import { createSecrets } from '../../prisma/secrets.ts';
import { KEY, type Opened, openFresh } from './open.ts';
import { aCase, anEnvelope, done, returnData, SHOP, someContact, someFacts } from './samples.ts';

let opened: Opened;
let now = '2027-03-01T12:00:00.000Z';
beforeAll(async () => {
  opened = await openFresh({ now: () => now });
});
afterAll(() => opened.close());

const NO_BLOBS = { put: async () => {}, get: async () => null, remove: async () => {} };
const DAYS_AGO = (days: number): string =>
  new Date(Date.parse('2027-03-01T12:00:00Z') - days * 86_400_000).toISOString();
const nextHour = (): void => {
  now = new Date(Date.parse(now) + 2 * 3_600_000).toISOString();
};

const shownOf = async (id: string): Promise<number> => {
  const detail = await opened.db.read.caseDetail(SHOP, id);
  return detail?.case.data.kind === 'return' ? detail.case.data.photos.length : -1;
};

const aClosedCase = async (number: number, closedAt: string | null) => {
  const orderId = String(5000 + number);
  const photo = await opened.db.evidence.put(SHOP, {
    name: 'a.png',
    mimetype: 'image/png',
    bytes: new TextEncoder().encode(`photo ${number}`),
  });
  const one = aCase({
    number,
    orderId,
    kind: 'return',
    state: closedAt === null ? 'received' : 'closed',
    closedAt,
    data: { ...returnData(), photos: [photo] },
  });
  await opened.db.store.transaction(SHOP, (tx) =>
    tx.record({ ...anEnvelope(), shop: SHOP }, done(), {
      orders: [{ facts: someFacts({ id: orderId, name: `#${orderId}` }), contact: someContact() }],
      cases: [one],
    }),
  );
  const has = async () => ({
    photo: (await opened.db.evidence.get(SHOP, photo.id)) !== null,
    name: (await opened.db.read.order(SHOP, orderId))?.customerName ?? null,
    shown: await shownOf(one.id),
  });
  return { has };
};

const keep = (retention: object): Promise<unknown> =>
  opened.sql.query('UPDATE shops SET preferences = $2 WHERE domain = $1', [
    SHOP,
    JSON.stringify({ version: 1, retention }),
  ]);

it('keeps everything until an owner says otherwise, then photos and people only for so long', async () => {
  const [old, young, open] = [
    await aClosedCase(1, DAYS_AGO(100)),
    await aClosedCase(2, DAYS_AGO(40)),
    await aClosedCase(3, null),
  ];
  const all = { photo: true, name: 'Zo\u00eb Sample', shown: 1 };
  await opened.db.upkeep();
  expect(await old.has()).toEqual(all);

  await keep({ photoDays: 90 });
  nextHour();
  await opened.db.upkeep();
  expect(await old.has()).toEqual({ ...all, photo: false, shown: 0 });
  expect(await young.has()).toEqual(all);
  expect(await open.has()).toEqual(all);

  await keep({ photoDays: 90, personalDays: 30 });
  nextHour();
  await opened.db.upkeep();
  expect(await old.has()).toEqual({ photo: false, name: null, shown: 0 });
  expect(await young.has()).toEqual({ photo: false, name: null, shown: 0 });
  expect(await open.has()).toEqual(all);
});

it('empties messages that were dealt with, and none that wait for a person', async () => {
  const insert = async (daysAgo: number, open: boolean): Promise<string> => {
    const key = randomUUID();
    const { rows } = await opened.sql.query(
      `INSERT INTO inbox (day, key, source, shop, topic, id, body)
       VALUES ((now() AT TIME ZONE 'UTC')::date - $1::int, $2::uuid, 'shopify', $3, 'orders/updated', $2::text, 'x') RETURNING seq, day::text AS day`,
      [daysAgo, key, SHOP],
    );
    if (open)
      await opened.sql.query(
        `INSERT INTO inbox_open (seq, day, key, shop, ready_at, parked_at) VALUES ($1, $2, $3, $4, now(), now())`,
        [rows[0].seq, rows[0].day, key, SHOP],
      );
    return key;
  };
  await opened.sql.query(
    `DO $$ DECLARE day date := (now() AT TIME ZONE 'UTC')::date - 5; BEGIN
       EXECUTE format('CREATE TABLE inbox_d%s PARTITION OF inbox FOR VALUES FROM (%L) TO (%L)', to_char(day, 'YYYYMMDD'), day, day + 1);
     END $$`,
  );
  const [handled, parked, today] = [await insert(5, false), await insert(5, true), await insert(0, false)];
  await keep({ webhookDays: 3 });
  nextHour();
  await opened.db.upkeep();
  const { rows } = await opened.sql.query(`SELECT key, length(body)::int AS length FROM inbox WHERE shop = $1`, [SHOP]);
  const left = Object.fromEntries(rows.map(({ key, length }) => [key, length]));
  expect(left).toMatchObject({ [handled]: 0, [parked]: 1, [today]: 1 });
});

it('empties the messages of many days though all of them at once would take the server too long', async () => {
  const days = [6, 7, 8];
  for (const ago of days) {
    await opened.sql.query(
      `DO $$ DECLARE day date := (now() AT TIME ZONE 'UTC')::date - ${ago}; BEGIN
         EXECUTE format('CREATE TABLE inbox_d%s PARTITION OF inbox FOR VALUES FROM (%L) TO (%L)', to_char(day, 'YYYYMMDD'), day, day + 1);
       END $$`,
    );
    await opened.sql.query(
      `INSERT INTO inbox (day, key, source, shop, topic, id, body)
       SELECT (now() AT TIME ZONE 'UTC')::date - ${ago}, gen_random_uuid(), 'shopify', $1, 'orders/updated', n::text, 'x'
         FROM generate_series(1, 20) n`,
      [SHOP],
    );
  }
  await opened.sql.query(`CREATE FUNCTION slowly() RETURNS trigger LANGUAGE plpgsql AS
    $$ BEGIN PERFORM pg_sleep(0.03); RETURN new; END $$`);
  await opened.sql.query('CREATE TRIGGER slowly BEFORE UPDATE ON inbox FOR EACH ROW EXECUTE FUNCTION slowly()');
  await keep({ webhookDays: 3 });
  const pool = new pg.Pool({ connectionString: opened.url, max: 1, statement_timeout: 1_500 });
  try {
    await createRetention({ pool, secrets: createSecrets(KEY), blobs: NO_BLOBS, log: silent })(now);
    const { rows } = await opened.sql.query(
      `SELECT FROM inbox WHERE shop = $1 AND day < (now() AT TIME ZONE 'UTC')::date - 5 AND body <> ''`,
      [SHOP],
    );
    expect(rows).toHaveLength(0);
  } finally {
    await pool.end();
    await opened.sql.query('DROP TRIGGER slowly ON inbox');
  }
});

it('keeps no photo for longer than a week that came into no case, whatever owners say', async () => {
  const put = async (text: string, daysAgo: number): Promise<string> => {
    const bytes = new TextEncoder().encode(text);
    const { id } = await opened.db.evidence.put(SHOP, { name: 'a.png', mimetype: 'image/png', bytes });
    await opened.sql.query('UPDATE evidence SET created_at = created_at - make_interval(days => $2) WHERE id = $1', [
      id,
      daysAgo,
    ]);
    return id;
  };
  const used = await aClosedCase(4, DAYS_AGO(2));
  await opened.sql.query(`UPDATE evidence SET created_at = created_at - interval '9 days'`);
  const [old, shared, young] = [await put('never sent', 8), await put('photo 4', 8), await put('just looked at', 6)];
  const there = async (id: string): Promise<boolean> => (await opened.db.evidence.get(SHOP, id)) !== null;
  await keep({});
  now = new Date(Date.parse(now) + 26 * 3_600_000).toISOString();
  await opened.db.upkeep();
  expect([await there(old), await there(shared), await there(young)]).toEqual([false, false, true]);
  // Of the same bytes, and in a case.
  expect(await used.has()).toMatchObject({ photo: true, shown: 1 });
});
