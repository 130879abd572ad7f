import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { verifyChain } from '../../prisma/index.ts';
import { shopDigestOf } from '../../prisma/shop-chain.ts';
import { DEMO } from '../sandbox/sandbox.ts';
import { setTheStage } from '../support/set-the-stage.ts';
import { until } from '../support/wait.ts';

/** What is kept about customers lies encrypted, is shown to those who ask, and goes when they want it to. */

const SHOP = DEMO.shop;
const { stage, say } = setTheStage();

const QUILL = {
  email: 'quillon.zedekiah@example.com',
  phone: '+1 518 555 0142',
  words: ['quillon', 'zedekiah', '5185550142', '518 555 0142', 'marigold lane'],
};

const orderOf = (name: string) => ({
  name,
  email: QUILL.email,
  phone: QUILL.phone,
  currency: 'USD',
  taxes_included: false,
  customer: { first_name: 'Quillon', last_name: 'Zedekiah', email: QUILL.email, phone: QUILL.phone },
  shipping_address: {
    first_name: 'Quillon',
    last_name: 'Zedekiah',
    address1: '77 Marigold Lane',
    city: 'Albany',
    province_code: 'NY',
    zip: '12207',
    country_code: 'US',
    phone: QUILL.phone,
  },
  line_items: [{ title: 'Headphones', sku: 'HP-1', quantity: 2, price: '40.00', tax_lines: [] }],
  shipping_lines: [{ title: 'Standard', price: '10.00', tax_lines: [] }],
});

const shipped = async (name: string): Promise<number> => {
  const { id } = await stage.call<{ id: number }>('POST', '/shopify/orders', orderOf(name));
  await stage.call('POST', `/shopify/orders/${id}/fulfill`, { tracking: { company: 'UPS', number: `1Z999${id}` } });
  await until('the shipment', async () => {
    const order = await stage.running.makegood.database.read.order(SHOP, String(id));
    return order?.facts.fulfillments.some((one) => one.status === 'success');
  });
  return id;
};

/** Tables and columns in which one of these words stands in the open, whatever the column's type. */
const inTheOpen = async (words: readonly string[]): Promise<string[]> => {
  const { rows: columns } = await stage.db.query<{ schema: string; table: string; column: string; type: string }>(
    `SELECT n.nspname AS schema, c.relname AS table, a.attname AS column, format_type(a.atttypid, NULL) AS type
       FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace JOIN pg_attribute a ON a.attrelid = c.oid
      WHERE n.nspname = 'public' AND c.relkind IN ('r', 'p') AND a.attnum > 0 AND NOT a.attisdropped
      ORDER BY 1, 2`,
  );
  const found: string[] = [];
  for (const { schema, table, column, type } of columns) {
    const name = `${schema}."${table}"`;
    for (const word of words) {
      const holds =
        type === 'bytea' ? `position($1::bytea in "${column}") > 0` : `"${column}"::text ILIKE '%' || $1 || '%'`;
      const { rows } = await stage.db.query<{ n: number }>(`SELECT count(*)::int AS n FROM ${name} WHERE ${holds}`, [
        type === 'bytea' ? Buffer.from(word) : word,
      ]);
      if ((rows[0]?.n ?? 0) > 0) found.push(`${table}.${column}: ${word}`);
    }
  }
  return found;
};

const photos = (): string[] => {
  const folder = join(stage.dataDir, 'evidence');
  return existsSync(folder)
    ? readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((n) => n.length > 40)
    : [];
};

const ask = async (topic: string, payload: object): Promise<void> => {
  await stage.call('POST', '/shopify/deliver', { topic, payload });
};
const requests = () => stage.running.makegood.database.privacy.list(SHOP, 10);
const requestThat = (kind: string, state: string) =>
  until(`a ${kind} that is ${state}`, async () =>
    (await requests()).find((one) => one.kind === kind && one.state === state),
  );
const history = async () => (await stage.running.makegood.database.policy.shopEntries(SHOP, 50)).map((one) => one.text);

/** A return from RMA to refund, and closed. */
const settledReturn = async (name: string): Promise<number> => {
  const id = await shipped(name);
  const { ts } = await say.propose(
    `RMA for ${name}: 2 headphones, one is broken, Quillon called from +1 518 555 0142`,
    {
      files: [say.photo],
    },
  );
  await say.press('U0AGENT', ts, 'proposal.amend:troubleshootingDone:yes');
  await say.press('U0AGENT', ts, 'proposal.confirm');
  await say.accepted(ts);
  // What agents say among themselves in the case's thread is kept with it.
  await stage.say('U0AGENT', say.channel, 'Quillon Zedekiah called from +1 518 555 0142', { thread_ts: ts });
  await say.approve(name);
  await until('the case to be closed', async () => {
    const { cases } = await stage.running.makegood.database.read.cases(SHOP, { text: name, limit: 1 });
    return cases[0]?.case.closedAt;
  });
  return id;
};

describe('a customer', () => {
  let closed: number;
  let open: number;
  beforeAll(async () => {
    closed = await settledReturn('#1401');
    open = await shipped('#1402');
    const { ts } = await say.propose('RMA for #1402: 2 headphones, customer changed their mind');
    await say.press('U0AGENT', ts, 'proposal.confirm');
    await say.state('#1402', 'authorized');
  }, 120_000);

  it('stands nowhere in the database in the open', async () => {
    // An order that can't be understood is parked, and keeps its body.
    await ask('orders/updated', { ...orderOf('#1403'), id: 'not an id' });
    await until('the odd one to be parked', async () =>
      (await stage.running.makegood.database.read.parked(SHOP, 5)).find((one) => one.topic === 'orders/updated'),
    );
    expect(await inTheOpen(QUILL.words)).toEqual([]);
    expect(photos().length).toBe(1);
  });

  it('is found by name, address and number all the same', async () => {
    const { read } = stage.running.makegood.database;
    for (const words of ['Quillon Zedekiah', 'zedekiah', 'QUILLON.Zedekiah@example.com', '(518) 555-0142'])
      expect((await read.searchOrders(SHOP, words, 9)).map((one) => one.facts.name).sort()).toEqual(['#1401', '#1402']);
  });

  it('who asks is answered: the merchant downloads all of it, and only an owner may', async () => {
    await ask('customers/data_request', {
      shop_id: 1,
      shop_domain: SHOP,
      orders_requested: [closed],
      customer: { id: 191167, email: QUILL.email, phone: QUILL.phone },
      data_request: { id: 9999 },
    });
    const request = await requestThat('data-request', 'ready');
    expect(request.found).toMatchObject({ orders: 2, cases: 2, photos: 1 });
    expect(Date.parse(request.dueAt) - Date.parse(request.receivedAt)).toBe(30 * 86_400_000);
    const listed = await stage.admin<{ requests: { id: string; canDownload: boolean }[] }>('1', '/api/privacy');
    expect(listed.body.requests).toMatchObject([{ id: request.id, canDownload: true, kind: 'data-request' }]);
    expect(JSON.stringify(listed.body)).not.toContain('quillon');

    expect((await stage.admin('101', `/api/privacy/${request.id}/export`)).status).toBe(403);
    const { status, body } = await stage.admin<any>('1', `/api/privacy/${request.id}/export`);
    expect(status).toBe(200);
    expect(body.orders.map((one: any) => one.contact.email)).toEqual([QUILL.email, QUILL.email]);
    expect(body.cases).toHaveLength(2);
    expect(body.cases[0].photos[0].base64).toBe(say.photo.base64);
    expect(body.cases[0].refunds[0].breakdown.total).toBeGreaterThanOrEqual(8000);
    expect(JSON.stringify(body.cases[0].messages)).toContain('Quillon Zedekiah called');
    expect(await history()).toContain('downloaded what is kept about a customer who asked');
    expect((await requestThat('data-request', 'done')).doneAt).not.toBeNull();
  });

  it('is forgotten: all but what the open case needs at once, the rest when it has ended, and decisions stay', async () => {
    const decisionsOf = async () =>
      (await stage.db.query(`SELECT id, decision FROM decisions ORDER BY id`)).rows as {
        id: string;
        decision: object;
      }[];
    const before = await decisionsOf();
    await ask('customers/redact', {
      shop_id: 1,
      shop_domain: SHOP,
      customer: { id: 191167, email: QUILL.email, phone: QUILL.phone },
      orders_to_redact: [closed],
    });
    const waiting = await requestThat('redact-customer', 'waiting');
    expect(photos()).toEqual([]);
    const contactOf = async (id: number) =>
      stage.running.makegood.database.store.transaction(SHOP, async (tx) => (await tx.order(String(id)))?.contact);
    expect(await contactOf(closed)).toMatchObject({ name: null, email: null, phone: null, postcode: null });
    expect(await contactOf(open)).toMatchObject({ name: 'Quillon Zedekiah', email: QUILL.email, phone: null });
    expect(await stage.running.makegood.database.read.searchOrders(SHOP, 'zedekiah', 9)).toEqual([]);
    expect(await stage.running.makegood.database.read.parked(SHOP, 5)).toEqual([]);

    // Everything that was decided can still be read, and the history is whole.
    expect(await decisionsOf()).toEqual(before);
    const { cases } = await stage.running.makegood.database.read.cases(SHOP, { limit: 9 });
    for (const one of cases) {
      expect(await verifyChain(stage.db, one.case.id)).toBeNull();
      expect((await stage.admin('1', `/api/cases/${one.case.id}`)).status).toBe(200);
    }

    // Shopify tells of the order again: nothing comes back.
    await stage.call('POST', `/shopify/orders/${closed}/edit`, { lines: [] }).catch(() => null);
    await stage.running.makegood.reconcile();

    // The open case ends; the next day's look clears the rest.
    const found = cases.find((one) => one.case.orderName === '#1402');
    const { status } = await stage.admin('1', `/api/cases/${found?.case.id}/steps`, {
      method: 'POST',
      body: { kind: 'return.cancel', because: 'keeps it' },
    });
    expect(status).toBe(200);
    await stage.call('POST', '/clock', { advance: 'P1DT1M' });
    const done = await until('it to be done', async () =>
      (await requests()).find((one) => one.id === waiting.id && one.state === 'done'),
    );
    expect(done.doneAt && done.doneAt < done.dueAt).toBe(true);
    expect(await contactOf(open)).toMatchObject({ name: null, email: null });
    expect(await inTheOpen(QUILL.words)).toEqual([]);
    expect((await history()).filter((text) => text.includes('of a customer'))).toHaveLength(2);
  });
});

describe('a shop', () => {
  it('that has left is emptied: nothing stays but its own history, which is whole', async () => {
    // While it is here nothing of it goes, whoever says so.
    await ask('shop/redact', { shop_id: 1, shop_domain: SHOP });
    await until('the request to be parked', async () =>
      (await stage.running.makegood.database.read.parked(SHOP, 5)).find((one) => one.topic === 'shop/redact'),
    );
    await stage.call('POST', `/shopify/shops/${SHOP}/uninstall`);
    await until('it to have left', async () => (await stage.running.makegood.database.read.shop(SHOP))?.uninstalledAt);
    await stage.call('POST', '/clock', { advance: 'PT49H' });
    await ask('shop/redact', { shop_id: 1, shop_domain: SHOP });
    await until('the shop to be gone', async () => (await stage.running.makegood.database.read.shop(SHOP)) === null);

    const { rows: tables } = await stage.db.query<{ table: string }>(
      `SELECT table_name AS table FROM information_schema.columns
        WHERE table_schema = 'public' AND column_name = 'shop' AND table_name NOT LIKE 'inbox\\_d%' ORDER BY 1`,
    );
    const left: Record<string, number> = {};
    for (const { table } of tables) {
      const { rows } = await stage.db.query<{ n: number }>(
        `SELECT count(*)::int AS n FROM "${table}" WHERE shop = $1`,
        [SHOP],
      );
      if ((rows[0]?.n ?? 0) > 0) left[table] = rows[0]?.n ?? 0;
    }
    // Numbers of cases go on; the rest is the removal itself.
    const stays = ['case_counters', 'effects', 'inbox', 'parcel_counters', 'privacy_requests', 'shop_entries'];
    expect(Object.keys(left).filter((table) => !stays.includes(table))).toEqual([]);
    expect((await stage.db.query('SELECT count(*)::int AS n FROM entries')).rows).toEqual([{ n: 0 }]);
    expect((await stage.db.query(`SELECT count(*)::int AS n FROM inbox WHERE length(body) > 0`)).rows).toEqual([
      { n: 0 },
    ]);
    const entries = await stage.db.query('SELECT * FROM shop_entries WHERE shop = $1 ORDER BY seq', [SHOP]);
    let previous: string | null = null;
    for (const { at, by_name, previous_digest, ...row } of entries.rows) {
      const entry = { ...row, at: new Date(at).toISOString(), byName: by_name, previousDigest: previous_digest };
      expect(previous_digest).toBe(previous);
      expect(shopDigestOf(entry)).toBe(row.digest);
      previous = row.digest;
    }
    expect(entries.rows.at(-1)).toMatchObject({ event: 'privacy.emptied' });

    // It comes back as one that was never here.
    await stage.call('POST', `/shopify/shops/${SHOP}/install`, {});
    await until('it to be back', () => stage.running.makegood.database.read.shop(SHOP));
    const { id } = await stage.call<{ id: number }>('POST', '/shopify/orders', orderOf('#1404'));
    await until('its order', () => stage.running.makegood.database.read.order(SHOP, String(id)));
  });
});
