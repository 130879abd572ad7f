import { NOTHING_SEEN } from '../../policy/app/parcels.ts';
import type { EvidenceRef, ProposalRecord } from '../../policy/app/records.ts';
import { textPlace } from '../language-models.ts';
import type { Secrets } from '../secrets.ts';
import { openParcel, type ParcelRow, sealParcel } from '../store/parcels.ts';
import { openProposal } from '../store/proposals.ts';
import { prepared, type Queryable } from '../store/statement.ts';
import { openTranscript } from '../store/transcripts.ts';
import { mentionsOf } from './mentions.ts';
import { contactsOf, type Person } from './person.ts';

/** What stands about a person outside of their orders and cases, found by what it says. */
export type Traces = Readonly<{
  proposals: readonly ProposalRecord[];
  said: readonly Readonly<{ channel: string; ts: string; at: string; text: string }>[];
  parcels: readonly ReturnType<typeof openParcel>[];
  asked: readonly Readonly<{ id: string; at: string; text: string; meaning: unknown }>[];
}>;

/**
 * Looks through what people wrote and read in a shop: most of it is sealed, so that it has to be opened to tell whom it
 * is about. What hangs on one of the `cases` is theirs whatever it says.
 */
export const tracesOf = async (
  db: Queryable,
  secrets: Secrets,
  shop: string,
  person: Person,
  { orderIds, caseIds }: Readonly<{ orderIds: readonly string[]; caseIds: readonly string[] }>,
): Promise<Traces> => {
  const mentions = mentionsOf({
    contacts: contactsOf(person),
    orderNames: person.orders.map(({ facts }) => facts.name),
  });
  const others = new Set(person.cases.map(({ id }) => id).filter((id) => !caseIds.includes(id)));
  const waiting = new Set(person.orders.map(({ id }) => id).filter((id) => !orderIds.includes(id)));
  const isKept = (one: Readonly<{ caseId: string | null; orderId?: string | null }>): boolean =>
    (one.caseId !== null && others.has(one.caseId)) || (one.orderId != null && waiting.has(one.orderId));

  const drafts = (await prepared<ProposalRecord>(db, 'privacy.proposals', PROPOSALS, [shop])).rows
    .filter((one) => !isKept(one))
    .map((one) => openProposal(secrets, one));
  const proposals = drafts.filter(
    (one) =>
      (one.orderId !== null && orderIds.includes(one.orderId)) ||
      (one.caseId !== null && caseIds.includes(one.caseId)) ||
      mentions(JSON.stringify([one.draft, one.would, one.refusal])),
  );
  const threads = new Set(proposals.map(({ thread }) => `${thread.channel} ${thread.ts}`));
  const kept = new Set(
    person.cases.filter(({ id }) => others.has(id)).map((one) => `${one.threadChannel} ${one.threadTs}`),
  );
  const said = (await prepared<SaidRow>(db, 'privacy.all-said', SAID, [shop])).rows
    .filter((row) => !isKept(row) && !kept.has(`${row.channel} ${row.threadTs}`))
    .map((row) => ({ ...row, text: openTranscript(secrets, row) }))
    .filter((row) => threads.has(`${row.channel} ${row.threadTs}`) || mentions(row.text));
  const parcels = (await prepared<ParcelRow>(db, 'privacy.parcels', PARCELS, [shop])).rows
    .filter((row) => !isKept(row))
    .map((row) => openParcel(secrets, row))
    .filter(
      (parcel) =>
        (parcel.caseId !== null && caseIds.includes(parcel.caseId)) ||
        parcel.seen.answers.some(({ orderId }) => orderIds.includes(orderId)) ||
        mentions(JSON.stringify([parcel.seen, parcel.written, parcel.endedBecause])),
    );
  const asked = (await prepared<AskedRow>(db, 'privacy.asked', ASKED, [shop])).rows
    .map(({ text, ...row }) => ({ ...row, text: secrets.open(textPlace(shop, row.id), text) }))
    .filter(({ text, meaning, why }) => mentions(JSON.stringify([text, meaning, why])));
  return { proposals, said, parcels, asked };
};

/** Clears them. A draft that nobody confirmed is none any more. @returns photos that nothing refers to now */
export const clearTraces = async (
  db: Queryable,
  secrets: Secrets,
  shop: string,
  { proposals, said, parcels, asked }: Traces,
  now: string,
): Promise<readonly EvidenceRef[]> => {
  await prepared(db, 'privacy.clear-proposals', CLEAR_PROPOSALS, [shop, proposals.map(({ id }) => id), now]);
  await prepared(db, 'privacy.clear-traces', CLEAR_SAID, [
    shop,
    said.map(({ channel }) => channel),
    said.map(({ ts }) => ts),
  ]);
  for (const parcel of parcels) {
    const { seen } = sealParcel(secrets, { ...parcel, seen: NOTHING_SEEN });
    await prepared(db, 'privacy.clear-parcel', CLEAR_PARCEL, [shop, parcel.id, seen]);
  }
  await prepared(db, 'privacy.clear-asked', 'DELETE FROM model_calls WHERE shop = $1 AND id = ANY($2::uuid[])', [
    shop,
    asked.map(({ id }) => id),
  ]);
  return [...parcels.flatMap(({ photos }) => photos), ...proposals.flatMap(photosOfDraft)];
};

const photosOfDraft = ({ draft }: ProposalRecord): readonly EvidenceRef[] =>
  Array.isArray(draft.photos) ? (draft.photos as EvidenceRef[]) : [];

type SaidRow = Parameters<typeof openTranscript>[1] & Readonly<{ threadTs: string; caseId: string | null; at: string }>;
type AskedRow = Readonly<{ id: string; at: string; text: Buffer; meaning: unknown; why: string | null }>;

const PROPOSALS = `
SELECT id, shop, version, state, draft, order_id AS "orderId", case_id AS "caseId", decision, would, missing, refusal,
       by, by_name AS "byName", jsonb_build_object('channel', thread_channel, 'ts', thread_ts) AS thread,
       message_ts AS "messageTs", ended_by AS "endedBy", ended_by_name AS "endedByName", ended_at AS "endedAt",
       created_at AS "createdAt"
  FROM proposals WHERE shop = $1 ORDER BY created_at, id`;
const SAID = `
SELECT shop, channel, ts, thread_ts AS "threadTs", case_id AS "caseId", text, sealed, at
  FROM transcripts WHERE shop = $1 ORDER BY at, channel, ts`;
const PARCELS = `
SELECT id, shop, version, number, state, problem, written, seen, photos, received_at AS "receivedAt",
       hold_until AS "holdUntil", asked_at AS "askedAt", case_id AS "caseId", ended, ended_because AS "endedBecause",
       channel, by, by_name AS "byName", ended_by_name AS "endedByName", created_at AS "createdAt",
       updated_at AS "updatedAt"
  FROM parcels WHERE shop = $1 ORDER BY number`;
const ASKED = 'SELECT id, at, text, meaning, why FROM model_calls WHERE shop = $1 ORDER BY at, id';
/** What a proposal was about stays; what was said in it goes. */
const CLEAR_PROPOSALS = `
UPDATE proposals SET would = '{}', refusal = NULL,
       draft = jsonb_strip_nulls(jsonb_build_object('kind', draft->'kind', 'orderId', to_jsonb(order_id), 'caseId', to_jsonb(case_id::text))),
       state = CASE WHEN state = 'open' THEN 'lapsed' ELSE state END,
       ended_at = coalesce(ended_at, $3::timestamptz)
 WHERE shop = $1 AND id = ANY($2::uuid[])`;
const CLEAR_SAID = `
DELETE FROM transcripts t USING unnest($2::text[], $3::text[]) AS gone (channel, ts)
 WHERE t.shop = $1 AND t.channel = gone.channel AND t.ts = gone.ts`;
const CLEAR_PARCEL = `
UPDATE parcels SET written = NULL, seen = $3, photos = '[]', ended_because = NULL WHERE shop = $1 AND id = $2`;
