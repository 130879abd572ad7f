import { randomUUID } from 'node:crypto';
import { NOTHING_SEEN } from '../../../policy/app/parcels.ts';
import type { PrivacyRequestRecord } from '../../../policy/app/privacy.ts';
import type { CaseRecord, EvidenceRef } from '../../../policy/app/records.ts';
import type { Opened } from '../open.ts';
import {
  AT,
  aCase,
  aDeadline,
  aDecision,
  anEffect,
  anEntry,
  anEnvelope,
  anIntent,
  anItem,
  aProposal,
  aUnit,
  done,
  returnData,
  SHOP,
  someContact,
  someFacts,
} from '../samples.ts';

/** One customer, told apart by these words, and whatever may be kept about one. */
export type Told = Readonly<{
  name: string;
  email: string;
  phone: string;
  ip: string;
  /** A word of what they wrote, and one of what was written about them. */
  said: string;
  street: string;
  orderId: string;
  orderName: string;
}>;

export type Filled = Readonly<{ caseIds: readonly string[]; parcelIds: readonly string[] }>;

const ended = (told: Told, number: number, over: Partial<CaseRecord>): CaseRecord =>
  aCase({
    number,
    orderId: told.orderId,
    orderName: told.orderName,
    state: 'closed',
    closedAt: AT,
    thread: { channel: 'C0RETURNS', ts: `${number}.0001` },
    ...over,
  });

/** A case of every kind, and all that hangs on one or was said beside it. */
export const fillWith = async ({ db, sql }: Opened, told: Told, first: number): Promise<Filled> => {
  const about = `${told.name}, ${told.street}, ${told.email}, ${told.phone}: ${told.said}`;
  const photo = (name: string): Promise<EvidenceRef> =>
    db.evidence.put(SHOP, {
      name: `${name} ${told.said}.jpg`,
      mimetype: 'image/jpeg',
      bytes: Buffer.from(about + name),
    });
  const [ofGoods, ofTest, ofParcel, ofStranger, ofDraft] = await Promise.all(
    ['goods', 'test', 'parcel', 'stranger', 'draft'].map(photo),
  );
  // Of a mail that came when nothing waited for photos any more.
  const loose = await photo('loose');
  await sql.query(`UPDATE evidence SET created_at = created_at - interval '2 days' WHERE id = $1`, [loose.id]);

  const returned = ended(told, first, {
    kind: 'return',
    data: returnData({
      because: about,
      photos: [ofGoods as EvidenceRef],
      testPhotos: [ofTest as EvidenceRef],
      photosWaived: told.said,
      tracking: { number: `1Z${told.said}`, carrier: 'UPS', url: `https://ups.com/${told.said}`, recordedAt: AT },
      judged: { inconclusive: 'accept' },
      declined: { clauses: ['P25'], because: about },
    }),
  });
  const cancelled = ended(told, first + 1, {
    kind: 'cancellation',
    data: { kind: 'cancellation', lines: null, because: about, jobResult: null },
  });
  const waited = ended(told, first + 2, {
    kind: 'backorder',
    data: {
      kind: 'backorder',
      lines: [],
      notifiedAt: AT,
      answer: 'wait',
      eta: null,
      because: about,
      consent: { at: AT, how: 'link', note: about, policyVersion: randomUUID(), eta: null, ip: told.ip },
    },
  });
  const cases = [returned, cancelled, waited];
  const parcel = (over: object) => ({
    id: randomUUID(),
    shop: SHOP,
    version: 1,
    number: first,
    state: 'matched' as const,
    problem: 'unmarked' as const,
    written: `RMA? ${told.said}`,
    seen: {
      tracking: null,
      senderName: told.name,
      senderPhone: told.phone,
      orderNumber: null,
      note: told.street,
      answers: [],
    },
    photos: [ofParcel as EvidenceRef],
    receivedAt: AT,
    holdUntil: null,
    askedAt: null,
    caseId: returned.id,
    ended: null,
    endedBecause: null,
    channel: null,
    by: 'p1',
    byName: 'Ana Ruiz',
    endedByName: null,
    createdAt: AT,
    updatedAt: AT,
    ...over,
  });
  const parcels = [
    parcel({}),
    parcel({
      number: first + 1,
      state: 'closed',
      caseId: null,
      photos: [ofStranger],
      ended: 'sent_back',
      endedBecause: about,
    }),
    parcel({
      number: first + 2,
      state: 'quarantined',
      written: null,
      caseId: null,
      photos: [],
      seen: {
        ...NOTHING_SEEN,
        answers: [{ orderId: told.orderId, orderName: told.orderName, at: AT, text: told.said, fromCustomer: true }],
      },
    }),
  ];
  const request: PrivacyRequestRecord = {
    id: randomUUID(),
    shop: SHOP,
    kind: 'data-request',
    shopifyId: '77',
    state: 'done',
    subject: { customerId: null, email: told.email, phone: told.phone, orderIds: [told.orderId] },
    found: null,
    receivedAt: AT,
    dueAt: '2026-12-22T15:00:00.000Z',
    lookAt: null,
    doneAt: AT,
  };
  const thread = { channel: 'C0RETURNS', ts: `${first}.9` };
  await db.store.transaction(SHOP, async (tx) => {
    const contact = someContact({ name: told.name, email: told.email, phone: told.phone, postcode: '12207' });
    await tx.record(anEnvelope(), done(), {
      orders: [{ facts: someFacts({ id: told.orderId, name: told.orderName, tags: [told.said] }), contact }],
      cases,
      units: cases.map(({ id }) => aUnit(id, { note: about })),
      entries: cases.flatMap(({ id }) => [
        anEntry(id, { text: `asked for by ${told.name}` }),
        anEntry(id, { event: 'case.note', text: told.said, by: 'customer', byName: told.name }),
        anEntry(id, { text: 'the goods are here' }),
      ]),
      decisions: cases.map(({ id }) =>
        aDecision(id, { facts: { now: AT, order: { tags: [told.said] }, ask: { because: about } } }),
      ),
      intents: cases.map(({ id }) => anIntent(id, { orderId: told.orderId, state: 'succeeded' })),
      deadlines: cases.map(({ id }) => aDeadline(id, { state: 'done' })),
      parcels,
      proposals: [
        aProposal({
          orderId: told.orderId,
          thread,
          draft: {
            kind: 'return.open',
            contact: { name: told.name, email: told.email },
            because: about,
            photos: [ofDraft],
          },
        }),
        aProposal({
          orderId: null,
          state: 'dismissed',
          draft: { kind: 'return.open', because: about },
          refusal: about,
          would: [about],
        }),
      ],
      effects: [
        ...cases.map(({ id }) =>
          anEffect({
            caseId: id,
            effect: { kind: 'slack.say', ...say(thread, about), caseId: id, orderId: told.orderId },
          }),
        ),
        anEffect({ effect: { kind: 'slack.say', ...say(thread, about), caseId: null, orderId: told.orderId } }),
        anEffect({
          caseId: returned.id,
          effect: { kind: 'mail.send', caseId: returned.id, template: 'rma-issued', intentId: null },
        }),
      ],
      privacyRequests: [request],
      shopEntries: [
        {
          id: randomUUID(),
          at: AT,
          by: 'p1',
          byName: 'Ana Ruiz',
          event: 'parcel.close',
          subject: null,
          text: `parcel 1: sent back: ${about}`,
          clauses: ['P20'],
        },
        {
          id: randomUUID(),
          at: AT,
          by: 'p1',
          byName: 'Ana Ruiz',
          event: 'shop.configure',
          subject: null,
          text: 'the channel was changed',
          clauses: [],
        },
      ],
    });
  });
  const speak = (
    channel: string,
    ts: string,
    more: Readonly<{ caseId: string | null; threadTs: string; text: string }>,
  ) => db.store.noteTranscript(SHOP, { channel, ts, by: 'U0AGENT', at: AT, ...more });
  await speak('C0RETURNS', `${first}.1`, { caseId: returned.id, threadTs: `${first}.0001`, text: told.said });
  await speak('C0RETURNS', `${first}.2`, { caseId: null, threadTs: `${first + 1}.0001`, text: told.said });
  await speak('C0RETURNS', `${first}.3`, { caseId: null, threadTs: thread.ts, text: told.said });
  await speak('C0RETURNS', `${first}.4`, {
    caseId: null,
    threadTs: `${first}.4`,
    text: `${told.phone} called: ${told.said}`,
  });
  await speak('mail', `<${first}@mail>`, { caseId: waited.id, threadTs: waited.id, text: about });
  await db.languageModels.note(SHOP, {
    at: AT,
    by: 'p1',
    text: about,
    outcome: 'proposed',
    meaning: { email: told.email },
    why: about,
    tokens: 9,
    ms: 9,
  });
  await db.deadAddresses.note(SHOP, told.email, { reason: 'there is no such mailbox', caseId: returned.id, at: AT });
  await db.customerLinks.issue({
    id: randomUUID(),
    shop: SHOP,
    caseId: returned.id,
    purpose: 'case',
    createdAt: AT,
    expiresAt: '2027-01-01T00:00:00.000Z',
  });
  // One is dealt with, one can't be; a third says nothing but whose order it is.
  for (const body of [
    about,
    JSON.stringify({ email: told.email }),
    JSON.stringify({ id: Number(told.orderId), said: told.said }),
  ])
    await db.inbox.store(anItem({ topic: 'orders/updated', body: Buffer.from(body) }));
  const claimed = await db.drain.claim(9);
  for (const { rowId } of claimed.slice(1)) await db.drain.done([rowId]);
  await db.drain.park(claimed[0]?.rowId ?? '', 'not an order');
  return { caseIds: cases.map(({ id }) => id), parcelIds: parcels.map(({ id }) => id) };
};

const say = ({ channel, ts }: Readonly<{ channel: string; ts: string }>, text: string) => ({
  channel,
  threadTs: ts,
  text,
});
