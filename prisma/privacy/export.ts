import type { EvidenceStore } from '../../policy/app/ports.ts';
import type { PrivacySubject } from '../../policy/app/privacy.ts';
import type { Secrets } from '../secrets.ts';
import { prepared, type Queryable } from '../store/statement.ts';
import { openTranscript } from '../store/transcripts.ts';
import { type Person, type PersonsCase, personOf } from './person.ts';
import { photosIn } from './scrub.ts';
import { tracesOf } from './traces.ts';

type Deps = Readonly<{ db: Queryable; secrets: Secrets; evidence: Pick<EvidenceStore, 'get'> }>;

/** Everything about one person, as JSON that people can read: photos are in it, in base64. */
export const exportPerson = async (
  deps: Deps,
  shop: string,
  subject: PrivacySubject,
  madeAt: string,
): Promise<object> => {
  const person = await personOf(deps.db, deps.secrets, shop, subject);
  const all = { orderIds: person.orders.map(({ id }) => id), caseIds: person.cases.map(({ id }) => id) };
  const traces = await tracesOf(deps.db, deps.secrets, shop, person, all);
  return {
    about: 'what Makegood keeps about one customer of this shop',
    shop,
    madeAt,
    customer: { shopifyId: subject.customerId, email: subject.email, phone: subject.phone },
    orders: person.orders.map(({ facts, contact }) => ({ contact, order: facts })),
    cases: await inTurn(person.cases, (one) => exportCase(deps, shop, one)),
    messages: traces.said.map(({ at, text }) => ({ at, text })),
    drafts: traces.proposals.map(({ createdAt, draft, would, refusal }) => ({ at: createdAt, draft, would, refusal })),
    parcels: await inTurn(traces.parcels, async ({ number, receivedAt, written, seen, endedBecause, photos }) => ({
      number,
      receivedAt,
      written,
      seen,
      endedBecause,
      photos: await exportPhotos(deps, shop, photos),
    })),
    askedOfLanguageModel: traces.asked.map(({ at, text, meaning }) => ({ at, text, meaning })),
  };
};

const exportPhotos = ({ evidence }: Deps, shop: string, photos: unknown): Promise<object[]> =>
  inTurn([...new Set(photosIn(photos))], async (id) => {
    const photo = await evidence.get(shop, id);
    return photo === null
      ? { id, missing: true }
      : { name: photo.ref.name, type: photo.ref.mimetype, base64: Buffer.from(photo.bytes).toString('base64') };
  });

const exportCase = async (deps: Deps, shop: string, one: PersonsCase): Promise<object> => {
  const { db, secrets } = deps;
  const mails = await prepared<object>(db, 'privacy.mails', MAILS, [one.id]);
  const dead = await prepared<object>(db, 'privacy.dead', DEAD, [shop, one.id]);
  const history = await prepared<object>(db, 'privacy.entries', ENTRIES, [one.id]);
  const decisions = await prepared<object>(db, 'privacy.decisions', DECISIONS, [one.id]);
  const refunds = await prepared<object>(db, 'privacy.refunds', REFUNDS, [one.id]);
  const units = await prepared<object>(db, 'privacy.units', UNITS, [one.id]);
  const said = await prepared<Said>(db, 'privacy.said', SAID, [shop, one.id, one.threadChannel, one.threadTs]);
  const { id: _id, threadChannel: _channel, threadTs: _ts, ...told } = one;
  return {
    ...told,
    history: history.rows,
    decisions: decisions.rows,
    refunds: refunds.rows,
    units: units.rows,
    messages: said.rows.map((row) => ({ at: row.at, text: openTranscript(secrets, row) })),
    photos: await exportPhotos(deps, shop, one.data),
    mails: mails.rows,
    undeliverable: dead.rows,
  };
};

/** One after the other: an export is no reason to take every connection. */
export const inTurn = async <T, R>(items: readonly T[], work: (item: T) => Promise<R>): Promise<R[]> => {
  const results: R[] = [];
  for (const item of items) results.push(await work(item));
  return results;
};

/** How much there is of a person. */
export const countPerson = ({ orders, cases }: Person) => ({
  orders: orders.length,
  cases: cases.length,
  photos: new Set(cases.flatMap((one) => photosIn(one.data))).size,
});

type Said = Parameters<typeof openTranscript>[1] & Readonly<{ at: string }>;

const ENTRIES = 'SELECT at, event, text, clauses FROM entries WHERE case_id = $1 ORDER BY seq';
const DECISIONS = `SELECT at, kind, decision->'verdict' AS verdict, decision->'clauses' AS clauses, decision->'refund' AS refund
  FROM decisions WHERE case_id = $1 ORDER BY at, id`;
const REFUNDS = `SELECT created_at AS at, state, breakdown FROM refund_intents WHERE case_id = $1 ORDER BY created_at, id`;
const UNITS =
  'SELECT line_item_id AS "lineItemId", goods, money, result, note FROM units WHERE case_id = $1 ORDER BY line_item_id, index';
const SAID = `SELECT shop, channel, ts, text, sealed, at FROM transcripts
  WHERE shop = $1 AND (case_id = $2 OR (channel = $3 AND thread_ts = $4)) ORDER BY ts`;
const MAILS = `SELECT created_at AS at, payload->>'template' AS template, state FROM effects
  WHERE case_id = $1 AND kind LIKE 'mail.%' ORDER BY created_at, id`;
const DEAD = 'SELECT at, hint, reason FROM dead_addresses WHERE shop = $1 AND case_id = $2 ORDER BY at';
