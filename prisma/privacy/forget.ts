import type pg from 'pg';
import type { Blobs } from '../../policy/app/ports.ts';
import type { PrivacyFound, PrivacySubject } from '../../policy/app/privacy.ts';
import type { OrderContact } from '../../policy/facts/order-facts.ts';
import { inTransaction } from '../in-transaction.ts';
import type { Secrets } from '../secrets.ts';
import { sealContact } from '../store/orders.ts';
import { searchKey } from '../store/search-keys.ts';
import { prepared, type Queryable } from '../store/statement.ts';
import { countPerson, inTurn } from './export.ts';
import { mentionsInCase, mentionsOf } from './mentions.ts';
import { casesOf, contactsOf, type Person, type PersonsCase, type PersonsOrder, personOf } from './person.ts';
import { removeLoosePhotos, removePhotos } from './photos.ts';
import { fromPrivacyRow, PRIVACY_SELECT, type PrivacyRow } from './rows.ts';
import { CLEARED, photosIn, scrubbed } from './scrub.ts';
import { clearTakenIn } from './taken-in.ts';
import { clearTraces, tracesOf } from './traces.ts';

type Deps = Readonly<{ pool: pg.Pool; secrets: Secrets; blobs: Blobs }>;

/**
 * Clears what is kept about a person. An order is cleared under its lock, so that no command works on it meanwhile. An
 * order with an open case keeps name and address to write to, and its case as it is, until the case ends or `force`.
 */
export const forgetPerson = async (
  { pool, secrets, blobs }: Deps,
  shop: string,
  subject: PrivacySubject,
  { now, force }: Readonly<{ now: string; force: boolean }>,
): Promise<PrivacyFound> => {
  const person = await personOf(pool, secrets, shop, subject);
  const contacts = contactsOf(person);
  // Found by what the orders still say, and so before they are cleared.
  const ended = { orderIds: endedOrders(person, force), caseIds: endedCases(person, force).map(({ id }) => id) };
  const traces = await tracesOf(pool, secrets, shop, person, ended);
  const photos = [...(await clearOrders({ pool, secrets }, shop, person, { now, force }))];
  await inTransaction(pool, async (db) => {
    photos.push(...(await clearTraces(db, secrets, shop, traces, now)).map(({ id }) => id));
    await clearShopEntries(db, shop, mentionsOf({ contacts, orderNames: [] }));
    await clearDataRequests(db, secrets, shop, subject);
  });
  await removePhotos(pool, blobs, shop, photos);
  await removeLoosePhotos(pool, blobs, shop);
  const mentions = mentionsOf({ contacts, orderNames: person.orders.map(({ facts }) => facts.name) });
  const ids = person.orders.map(({ id }) => id);
  await clearTakenIn(pool, secrets, shop, (text) => ids.some((id) => text.includes(id)) || mentions(text));
  return {
    ...countPerson(person),
    waitingFor: force ? [] : openCases(person),
    orderIds: person.orders.map(({ id }) => id),
  };
};

/** Each order under its lock. @returns photos that nothing refers to any more */
const clearOrders = async (
  { pool, secrets }: Pick<Deps, 'pool' | 'secrets'>,
  shop: string,
  person: Person,
  how: Readonly<{ now: string; force: boolean }>,
): Promise<readonly string[]> => {
  const photos: string[] = [];
  const contacts = contactsOf(person);
  await inTurn(person.orders, (order) =>
    inTransaction(pool, async (db) => {
      await db.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`${shop}/order:${order.id}`]);
      photos.push(...(await clearOrder(db, secrets, shop, order, await casesOf(db, shop, [order.id]), contacts, how)));
    }),
  );
  return photos;
};

/** These orders alone, where their cases have ended: what came in and could not be handled yet stays as it is. */
export const forgetOrders = async (
  { pool, secrets, blobs }: Deps,
  shop: string,
  person: Person,
  now: string,
): Promise<void> => {
  await removePhotos(pool, blobs, shop, await clearOrders({ pool, secrets }, shop, person, { now, force: false }));
};

const endedCases = ({ cases }: Person, force: boolean): readonly PersonsCase[] =>
  cases.filter((one) => force || one.closedAt !== null);

/** Orders without an open case. */
const endedOrders = ({ orders, cases }: Person, force: boolean): readonly string[] =>
  orders.map(({ id }) => id).filter((id) => force || !cases.some((one) => one.orderId === id && one.closedAt === null));

/** The shop's own history is of parcels and of what stopped: a sentence of staff may name somebody. */
const clearShopEntries = async (db: Queryable, shop: string, mentions: (text: string) => boolean): Promise<void> => {
  const { rows } = await prepared<{ id: string; text: string }>(db, 'privacy.shop-texts', SHOP_TEXTS, [shop]);
  const telling = rows.filter(({ text }) => mentions(text)).map(({ id }) => id);
  await prepared(db, 'privacy.clear-shop-entries', CLEAR_SHOP_ENTRIES, [shop, telling, CLEARED]);
};

/** Whom an answered data request was about is kept until Shopify's limit, unless they are forgotten before. */
const clearDataRequests = async (
  db: Queryable,
  secrets: Secrets,
  shop: string,
  { email, phone, customerId }: PrivacySubject,
): Promise<void> => {
  const { rows } = await prepared<PrivacyRow>(db, 'privacy.answered', ANSWERED, [shop]);
  const theirs = rows.filter((row) => {
    const { subject } = fromPrivacyRow(secrets, row);
    return (
      (email !== null && subject?.email?.toLowerCase() === email.toLowerCase()) ||
      (customerId !== null && subject?.customerId === customerId) ||
      (phone !== null && subject?.phone === phone)
    );
  });
  await prepared(
    db,
    'privacy.clear-answered',
    'UPDATE privacy_requests SET subject = NULL WHERE id = ANY($1::uuid[])',
    [theirs.map(({ id }) => id)],
  );
};

const openCases = ({ cases }: Person): number[] =>
  cases.filter((one) => one.closedAt === null).map((one) => one.number);

/** @returns photos that nothing refers to any more */
const clearOrder = async (
  db: Queryable,
  secrets: Secrets,
  shop: string,
  { id, facts, contact }: PersonsOrder,
  cases: readonly PersonsCase[],
  contacts: ReturnType<typeof contactsOf>,
  { now, force }: Readonly<{ now: string; force: boolean }>,
): Promise<readonly string[]> => {
  const isOpen = !force && cases.some((one) => one.closedAt === null);
  const kept: OrderContact = isOpen
    ? { name: contact.name, email: contact.email, phone: null, postcode: null, locale: contact.locale }
    : { name: null, email: null, phone: null, postcode: null, locale: contact.locale };
  const reachable = { email: kept.email !== null, phone: false, name: kept.name !== null };
  await prepared(db, 'privacy.clear-order', CLEAR_ORDER, [
    shop,
    id,
    JSON.stringify({ ...(scrubbed(facts) as object), contactable: reachable }),
    sealContact(secrets, shop, id, kept),
    isOpen ? null : now,
  ]);
  await prepared(db, 'privacy.clear-keys', 'DELETE FROM order_keys WHERE shop = $1 AND order_id = $2', [shop, id]);
  const ended = cases.filter((one) => force || one.closedAt !== null);
  const mentions = mentionsInCase(contacts);
  await inTurn(ended, (one) => clearCase(db, shop, one, mentions));
  if (!isOpen)
    await prepared(db, 'privacy.clear-loose-effects', CLEAR_LOOSE_EFFECTS, [shop, id, JSON.stringify(CLEARED)]);
  return ended.flatMap((one) => photosIn(one.data));
};

const clearCase = async (
  db: Queryable,
  shop: string,
  one: PersonsCase,
  mentions: (text: string) => boolean,
): Promise<void> => {
  const { rows } = await prepared<{ id: string; event: string; text: string }>(db, 'privacy.texts', TEXTS, [one.id]);
  const free = freeWords(one.data);
  const telling = rows.filter(({ event, text }) => {
    const lower = text.toLowerCase();
    return event.endsWith('.note') || free.some((word) => lower.includes(word)) || mentions(text);
  });
  const keys = [one.id, telling.map(({ id }) => id), CLEARED];
  await prepared(db, 'privacy.clear-entries', CLEAR_ENTRIES, keys);
  await prepared(db, 'privacy.clear-case', CLEAR_CASE, [one.id, JSON.stringify(scrubbed(one.data))]);
  await prepared(db, 'privacy.clear-units', 'UPDATE units SET note = NULL WHERE case_id = $1', [one.id]);
  await prepared(db, 'privacy.clear-effects', CLEAR_EFFECTS, [one.id, JSON.stringify(CLEARED)]);
  await prepared(db, 'privacy.clear-links', 'DELETE FROM customer_links WHERE case_id = $1', [one.id]);
  await prepared(db, 'privacy.clear-dead', 'DELETE FROM dead_addresses WHERE shop = $1 AND case_id = $2', [
    shop,
    one.id,
  ]);
  await prepared(db, 'privacy.clear-said', CLEAR_SAID, [shop, one.id, one.threadChannel, one.threadTs]);
  const tracking = trackingOf(one.data);
  if (tracking !== null)
    await prepared(db, 'privacy.clear-words', 'DELETE FROM case_keys WHERE shop = $1 AND case_id = $2 AND key = $3', [
      shop,
      one.id,
      searchKey(tracking),
    ]);
  const decisions = await prepared<{ id: string; facts: unknown }>(db, 'privacy.facts', FACTS, [one.id]);
  await inTurn(decisions.rows, async ({ id, facts }) => {
    await prepared(db, 'privacy.clear-facts', 'UPDATE decisions SET facts = $2 WHERE id = $1', [
      id,
      JSON.stringify(scrubbedRequest(facts)),
    ]);
  });
};

/** Only the order and the question: settings have texts of the merchant's own. */
const scrubbedRequest = (request: unknown): unknown =>
  typeof request === 'object' && request !== null
    ? Object.fromEntries(
        Object.entries(request).map(([name, part]) => [
          name,
          name === 'order' || name === 'ask' ? scrubbed(part) : part,
        ]),
      )
    : request;

/** Sentences that people wrote into the case, where the history may repeat them. */
const freeWords = (data: unknown): readonly string[] => {
  if (typeof data !== 'object' || data === null) return [];
  return Object.entries(data).flatMap(([name, value]) =>
    typeof value === 'string' && (name === 'because' || name === 'note') && value.length > 2
      ? [value.toLowerCase()]
      : freeWords(value),
  );
};

const trackingOf = (data: unknown): string | null => {
  const number = (data as { tracking?: { number?: unknown } | null } | null)?.tracking?.number;
  return typeof number === 'string' ? number : null;
};

const CLEAR_ORDER = `
UPDATE orders SET facts = $3, contact = $4, redacted_at = coalesce(redacted_at, $5::timestamptz) WHERE shop = $1 AND id = $2`;
const TEXTS = 'SELECT id, event, text FROM entries WHERE case_id = $1';
/** Without its salt an entry is checked without its text: the chain stays whole. */
const CLEAR_ENTRIES = `
UPDATE entries SET text = $3, salt = NULL, by_name = CASE WHEN by = 'customer' THEN $3 ELSE by_name END
 WHERE case_id = $1 AND id = ANY($2::uuid[])`;
const CLEAR_CASE = 'UPDATE cases SET data = $2 WHERE id = $1';
const CLEAR_EFFECTS = `
UPDATE effects SET payload = jsonb_set(payload, '{text}', $2::jsonb) WHERE case_id = $1 AND payload ? 'text'`;
/** Said about an order that never became a case. */
const CLEAR_LOOSE_EFFECTS = `
UPDATE effects SET payload = jsonb_set(payload, '{text}', $3::jsonb)
 WHERE shop = $1 AND case_id IS NULL AND payload->>'orderId' = $2 AND payload ? 'text'`;
const CLEAR_SAID = `
DELETE FROM transcripts WHERE shop = $1 AND (case_id = $2 OR (channel = $3 AND thread_ts = $4))`;
const FACTS = 'SELECT id, facts FROM decisions WHERE case_id = $1';
const SHOP_TEXTS = 'SELECT id, text FROM shop_entries WHERE shop = $1 AND salt IS NOT NULL';
const CLEAR_SHOP_ENTRIES = `
UPDATE shop_entries SET text = $3, salt = NULL WHERE shop = $1 AND id = ANY($2::uuid[])`;
const ANSWERED = `
SELECT ${PRIVACY_SELECT} FROM privacy_requests WHERE shop = $1 AND kind = 'data-request' AND state = 'done' AND subject IS NOT NULL`;
