import { afterAll, beforeAll, expect, it } from 'vitest';
import { verifyChain } from '../../prisma/audit.ts';
import { shopDigestOf } from '../../prisma/shop-chain.ts';
import { type Opened, openFresh } from './open.ts';
import { anEnvelope, done, later, SHOP } from './samples.ts';
import { type Filled, fillWith, type Told } from './support/everything-of-one.ts';
import { readEverything, readPhotos } from './support/read-everything.ts';

/** Whatever is kept about one customer goes with them, wherever it lies; another's stays. */

const QUILL: Told = {
  name: 'Quillon Zedekiah',
  email: 'quillon.zedekiah@example.com',
  phone: '+1 518 555 0142',
  ip: '203.0.113.77',
  said: 'marigoldwhisper',
  street: '77 Thornapple Lane',
  orderId: '884401',
  orderName: '#84401',
};
const OTHER: Told = {
  name: 'Ottilie Brandywine',
  email: 'ottilie@example.net',
  phone: '+1 212 555 0199',
  ip: '198.51.100.9',
  said: 'lanternmoss',
  street: '5 Quarry Road',
  orderId: '884402',
  orderName: '#84402',
};
const wordsOf = ({ name, email, phone, ip, said, street }: Told) => [
  ...name.split(' '),
  email,
  phone,
  ip,
  said,
  street,
];

let opened: Opened;
let quill: Filled;
beforeAll(async () => {
  opened = await openFresh();
  quill = await fillWith(opened, QUILL, 100);
  await fillWith(opened, OTHER, 200);
});
afterAll(() => opened.close());

/** Columns, and the folder, in which one of these words can be read. */
const placesOf = async (told: Told): Promise<string[]> => {
  const has = (says: string): boolean => wordsOf(told).some((word) => says.toLowerCase().includes(word.toLowerCase()));
  const inRows = (await readEverything(opened)).filter(({ says }) => has(says)).map(({ at }) => at);
  const inFolder = readPhotos(opened.dataDir)
    .filter(has)
    .map(() => 'evidence folder');
  return [...new Set([...inRows, ...inFolder])].sort();
};

const SUBJECT = { customerId: '191167', email: QUILL.email, phone: QUILL.phone, orderIds: [QUILL.orderId] };

const PLACES = [
  'case_keys.key',
  'cases.data',
  'decisions.facts',
  'effects.payload',
  'entries.by_name',
  'entries.text',
  'evidence folder',
  'evidence.name',
  'inbox.body',
  'model_calls.meaning',
  'model_calls.text',
  'model_calls.why',
  'orders.contact',
  'orders.facts',
  'parcels.ended_because',
  'parcels.photos',
  'parcels.seen',
  'parcels.written',
  'privacy_requests.subject',
  'proposals.draft',
  'proposals.refusal',
  'proposals.would',
  'shop_entries.text',
  'transcripts.sealed',
  'units.note',
];

it('is known in all these places before', async () => {
  expect(await placesOf(QUILL)).toEqual(PLACES);
});

it('has been looked for in every table that could know a customer', async () => {
  const filled = new Set(PLACES.map((place) => place.split('.')[0]));
  expect((await tableNames()).filter((table) => !filled.has(table) && !KNOWS_NOBODY.has(table))).toEqual([]);
});

/** Tables without a word of or about a customer. A new table belongs here, or into what is filled and cleared. */
const KNOWS_NOBODY: ReadonlySet<string> = new Set([
  '_prisma_migrations',
  'backfills',
  'case_counters',
  'command_outcomes',
  // Digests alone.
  'customer_links',
  'dead_addresses',
  'order_keys',
  'deadlines',
  'folded_cards',
  'inbox_open',
  'language_models',
  'mail_looks',
  'messages',
  'open_lines',
  'parcel_counters',
  // Staff.
  'people',
  'policy_backtests',
  'policy_drafts',
  'policy_versions',
  'reconciliations',
  'refund_intents',
  'role_groups',
  'secrets_check',
  'shop_tokens',
  'shops',
  'slack_installations',
  'slack_states',
]);

it('is all in the export', async () => {
  const exported = JSON.stringify(await opened.db.privacy.export(SHOP, SUBJECT, later(1)));
  for (const word of [QUILL.name, QUILL.email, QUILL.phone, QUILL.ip, QUILL.said, QUILL.street])
    expect(exported).toContain(word);
  const { cases, parcels, drafts, messages, askedOfLanguageModel } = JSON.parse(exported);
  expect(cases.map((one: any) => one.kind)).toEqual(['return', 'cancellation', 'backorder']);
  expect(cases[0]).toMatchObject({ mails: [{ template: 'rma-issued' }], undeliverable: [{ hint: 'q…@example.com' }] });
  expect(cases[0].photos).toHaveLength(2);
  expect(parcels.map((one: any) => [one.seen.senderName, one.photos.length])).toEqual([
    [QUILL.name, 1],
    [QUILL.name, 1],
    [null, 0],
  ]);
  expect(parcels[2].seen.answers).toMatchObject([{ orderName: QUILL.orderName, text: QUILL.said }]);
  expect(drafts).toHaveLength(2);
  expect(messages.length).toBeGreaterThanOrEqual(3);
  expect(askedOfLanguageModel).toHaveLength(1);
  for (const word of wordsOf(OTHER)) expect(exported).not.toContain(word);
});

it('is nowhere after, and what was decided stays', async () => {
  const { sql, db } = opened;
  const decided = async () => (await sql.query('SELECT id, kind, decision FROM decisions ORDER BY id')).rows;
  const paid = async () => (await sql.query('SELECT id, state, breakdown FROM refund_intents ORDER BY id')).rows;
  const before = [await decided(), await paid()];
  const others = await placesOf(OTHER);
  await db.privacy.forget(SHOP, SUBJECT, { now: later(2), force: false });

  expect(await placesOf(QUILL)).toEqual([]);
  expect(await placesOf(OTHER)).toEqual(others);
  expect([await decided(), await paid()]).toEqual(before);
  for (const id of quill.caseIds) expect(await verifyChain(sql, id)).toBeNull();
  expect(await brokenShopEntries()).toEqual([]);
  expect((await sql.query('SELECT hint FROM dead_addresses')).rows).toEqual([{ hint: 'o…@example.net' }]);
  expect((await sql.query('SELECT case_id FROM customer_links')).rows).not.toContainEqual({
    case_id: quill.caseIds[0],
  });
  // What is left of a parcel can still be shown.
  for (const id of quill.parcelIds) expect((await db.parcels.parcel(SHOP, id))?.parcel.photos).toEqual([]);
  // Again: nothing more to clear, and nothing breaks.
  await db.privacy.forget(SHOP, SUBJECT, { now: later(3), force: true });
  expect(await placesOf(OTHER)).toEqual(others);
});

it('leaves no row of a shop that is emptied but its own history and counters', async () => {
  const { sql, db } = opened;
  await db.privacy.removePhotos(SHOP);
  await db.store.transaction(SHOP, (tx) => tx.record(anEnvelope(), done(), { emptied: true }));
  expect(await placesOf(OTHER)).toEqual([]);
  const left: string[] = [];
  for (const table of await tableNames())
    if (((await sql.query(`SELECT FROM "${table}"`)).rowCount ?? 0) > 0) left.push(table);
  // Outcomes of commands have no words of people and go with their day; the key's check is the installation's.
  expect(left.filter((table) => !STAYS.has(table))).toEqual([]);
  expect(await brokenShopEntries()).toEqual([]);
});

const STAYS: ReadonlySet<string> = new Set([
  'case_counters',
  'command_outcomes',
  'inbox',
  'parcel_counters',
  'privacy_requests',
  'secrets_check',
  'shop_entries',
  '_prisma_migrations',
]);

const tableNames = async (): Promise<string[]> =>
  (
    await opened.sql.query<{ name: string }>(
      `SELECT relname AS name FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
        WHERE n.nspname = 'public' AND c.relkind IN ('r', 'p') AND NOT c.relispartition ORDER BY 1`,
    )
  ).rows.map(({ name }) => name);

const brokenShopEntries = async (): Promise<number[]> =>
  (await opened.sql.query('SELECT * FROM shop_entries ORDER BY seq')).rows
    .filter(
      ({ at, by_name, previous_digest, ...row }) =>
        shopDigestOf({ ...row, at: new Date(at).toISOString(), byName: by_name, previousDigest: previous_digest }) !==
        row.digest,
    )
    .map(({ seq }) => seq);
