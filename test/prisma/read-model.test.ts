import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CaseRecord, RefundIntentState } from '../../policy/app/records.ts';
import type { Changes } from '../../policy/app/store.ts';
import { waitsForStaff } from '../../policy/app/waits-for-staff.ts';
import { createPool } from '../../prisma/connect.ts';
import { seedPeople } from '../../prisma/index.ts';
import { detailCases } from '../../prisma/read/case-detail.ts';
import { createSecrets } from '../../prisma/secrets.ts';
import { KEY, type Opened, openFresh } from './open.ts';
import {
  aCase,
  aDeadline,
  aDecision,
  anEffect,
  anEntry,
  anEnvelope,
  anIntent,
  aProposal,
  aUnit,
  done,
  granted,
  later,
  returnData,
  SHOP,
  someContact,
  someFacts,
} from './samples.ts';

const OTHER = 'other.myshopify.com';

let opened: Opened;
let read: Opened['db']['read'];
beforeAll(async () => {
  opened = await openFresh();
  ({ read } = opened.db);
  await seedPeople(opened.db.installations, SHOP, 'T0DEMO');
});
afterAll(() => opened.close());

const record = (changes: Changes, shop = SHOP): Promise<void> =>
  opened.db.store.transaction(shop, (tx) => tx.record({ ...anEnvelope(), shop }, done(), changes));
const saveOrder = (id: string, name: string, shop = SHOP): Promise<void> =>
  record({ orders: [{ facts: someFacts({ id, name }), contact: someContact() }] }, shop);
let numbers = 100;
const newCase = async (over: Partial<CaseRecord> = {}): Promise<CaseRecord> => {
  numbers += 1;
  const created = aCase({ number: numbers, ...over });
  await record({ cases: [created] });
  return created;
};

describe('orders', () => {
  beforeAll(async () => {
    for (let n = 1001; n <= 1012; n += 1) await saveOrder(String(n), `#${n}`);
    await saveOrder('2001', 'EN-2001-B');
    await saveOrder('1005', '#1005', OTHER);
  });

  it.each(['#1003', '1003', ' 1003 '])('finds %j by its name', async (name) => {
    expect(await read.orderByName(SHOP, name)).toMatchObject({
      facts: { id: '1003' },
      customerName: 'Zoë Sample',
      openCases: [],
    });
  });

  it.each([
    { name: 'en-2001-b', id: '2001' },
    { name: '2001', id: '2001' },
    { name: '#9999', id: undefined },
    { name: '', id: undefined },
    { name: '###', id: undefined },
  ])('finds $name → $id', async ({ name, id }) => {
    expect((await read.orderByName(SHOP, name))?.facts.id).toBe(id);
  });

  it.each([
    { name: '#1013', nearest: ['#1012', '#1011'] },
    { name: '#1000', nearest: ['#1001', '#1002'] },
    // A digit too many: the neighbour comes first, then the one a slip explains.
    { name: '#10003', nearest: ['EN-2001-B', '#1003'] },
    { name: 'no digits', nearest: [] },
  ])('suggests $nearest for $name', async ({ name, nearest }) => {
    expect(await read.nearestOrders(SHOP, name, 2)).toEqual(nearest);
  });

  it('searches by the beginning of a name, and shows the newest where nothing is asked', async () => {
    expect((await read.searchOrders(SHOP, '100', 20)).map((view) => view.facts.name)).toEqual([
      '#1001',
      '#1002',
      '#1003',
      '#1004',
      '#1005',
      '#1006',
      '#1007',
      '#1008',
      '#1009',
    ]);
    expect(await read.searchOrders(SHOP, '', 5)).toHaveLength(5);
    expect(await read.searchOrders(SHOP, '%', 5)).toHaveLength(5);
    expect(await read.searchOrders(SHOP, 'nothing', 5)).toEqual([]);
  });

  it.each(['100', '#1003', 'en-2001', '', '%', 'nothing', 'Robin Example', 'robin@example.com'])(
    'offers for %s while it is typed what the search would find',
    async (text) => {
      const found = await read.searchOrders(SHOP, text, 7);
      const offered = await opened.db.typeahead.orders(SHOP, text, 7);
      expect(offered.map(({ id }) => id).toSorted()).toEqual(found.map(({ facts }) => facts.id).toSorted());
      expect((await opened.db.typeahead.orders(OTHER, '100', 7)).map(({ name }) => name)).toEqual(['#1005']);
    },
  );

  it('shows the open cases of an order, and not the closed', async () => {
    const open = await newCase({ orderId: '1007', orderName: '#1007' });
    await newCase({ orderId: '1007', orderName: '#1007', closedAt: later(1) });
    expect((await read.order(SHOP, '1007'))?.openCases).toEqual([
      { id: open.id, number: open.number, kind: 'cancellation', state: 'requested', rma: null },
    ]);
    expect(await read.openCasesOfOrder(SHOP, '1007')).toEqual([open]);
    expect(await read.openCasesOfOrder(OTHER, '1007')).toEqual([]);
  });
});

describe('a case in detail', () => {
  it('has everything that was recorded, in order', async () => {
    const ana = await read.person(SHOP, { kind: 'staff', staffId: '101' });
    const opened_ = await newCase({
      kind: 'return',
      state: 'received',
      rma: 'RMA-4F7K2QZ',
      data: returnData({ tracking: { number: '1Z 999 AA1', carrier: 'UPS', url: null, recordedAt: later(1) } }),
      openedBy: ana?.id ?? null,
    });
    const units = [0, 1].map((index) => aUnit(opened_.id, { index, goods: 'arrived' }));
    const intent = anIntent(opened_.id);
    const deadline = aDeadline(opened_.id);
    const policy = await opened.db.store.transaction(SHOP, (tx) => tx.policyVersionAt(later(0)));
    const decision = aDecision(opened_.id, { policyVersion: policy.id });
    const effect = anEffect({ caseId: opened_.id });
    await record({
      units: [...units].reverse(),
      intents: [intent],
      deadlines: [deadline],
      decisions: [decision],
      effects: [effect],
      entries: [anEntry(opened_.id, { event: 'return.open' }), anEntry(opened_.id, { event: 'parcel.receive' })],
    });
    const said = { channel: 'C0RETURNS', threadTs: opened_.thread?.ts ?? '', by: 'Ana Ruiz', at: later(2) };
    await opened.db.store.noteTranscript(SHOP, { ...said, caseId: opened_.id, ts: '2.0', text: 'it arrived' });
    await opened.db.store.noteTranscript(SHOP, { ...said, caseId: null, ts: '1.0', text: 'please check #1003' });
    await opened.db.store.noteTranscript(SHOP, { ...said, caseId: null, ts: '1.0', text: 'said twice' });

    const detail = await read.caseDetail(SHOP, opened_.id);
    expect(detail).toMatchObject({
      case: opened_,
      order: { id: '1003' },
      shop: { domain: SHOP },
      units,
      intents: [intent],
      deadlines: [deadline],
      decisions: [decision],
      policies: [{ id: policy.id, number: 1, effectiveAt: policy.effectiveAt }],
      effects: [{ id: effect.id, caseId: opened_.id, state: 'queued' }],
      openedByName: 'Ana Ruiz',
      messages: [
        { by: 'Ana Ruiz', text: 'please check #1003' },
        { by: 'Ana Ruiz', text: 'it arrived' },
      ],
    });
    expect(detail?.entries.map(({ seq, event }) => ({ seq, event }))).toEqual([
      { seq: 1, event: 'return.open' },
      { seq: 2, event: 'parcel.receive' },
    ]);
    expect(detail?.next).toContain('129.00');
    expect(await read.caseByRma(SHOP, 'RMA-4F7K2QZ')).toEqual(detail);
    expect(await read.caseByRma(SHOP, 'rma 4f7k2qz')).toEqual(detail);
    expect(await read.caseByRma(OTHER, 'RMA-4F7K2QZ')).toBeNull();
    expect(await read.caseByThread(SHOP, 'C0RETURNS', opened_.thread?.ts ?? '')).toMatchObject({
      case: { orderId: '1003' },
    });
    expect(await read.caseByThread(SHOP, 'C0RETURNS', '0.0')).toBeNull();
    for (const id of ['nonsense', randomUUID()]) expect(await read.caseDetail(SHOP, id)).toBeNull();
    expect(await read.caseDetail(OTHER, opened_.id)).toBeNull();
  });

  it('is read as it stood at one moment: what is written while it is read is not half in it', async () => {
    const settling = await newCase({ kind: 'return', state: 'settling', data: returnData() });
    const intent = anIntent(settling.id, { state: 'approved' });
    await record({ intents: [intent] });
    const stop = (): Promise<void> =>
      record({
        cases: [{ ...settling, state: 'received', version: settling.version + 1 }],
        intents: [{ ...intent, state: 'needs_person', version: intent.version + 1 }],
        entries: [anEntry(settling.id, { event: 'return.order-changed' })],
      });
    const pool = createPool(opened.url, { max: 1, name: 'one moment', pipeline: true });
    try {
      // Whatever asks for the case waits until the refund was stopped, and only then goes on.
      let stopped: Promise<void> | null = null;
      const connect = async () => {
        const client = await pool.connect();
        const query = client.query.bind(client) as (...asked: unknown[]) => Promise<pg.QueryResult>;
        const slowly = async (...asked: unknown[]): Promise<pg.QueryResult> => {
          const answer = await query(...asked);
          if ((asked[0] as { name?: string }).name === 'case.by-id') {
            stopped ??= stop();
            await stopped;
          }
          return answer;
        };
        return Object.assign(client, { query: slowly });
      };
      const slow = detailCases({ connect: connect as pg.Pool['connect'] }, createSecrets(KEY));
      const [before, after] = [
        await slow.caseDetail(SHOP, settling.id),
        await detailCases(pool, createSecrets(KEY)).caseDetail(SHOP, settling.id),
      ];
      expect(stopped).not.toBeNull();
      expect(before).toMatchObject({ case: { state: 'settling' }, intents: [{ state: 'approved' }], entries: [] });
      expect(after).toMatchObject({ case: { state: 'received' }, intents: [{ state: 'needs_person' }] });
      expect(after?.entries).toHaveLength(1);
    } finally {
      await pool.end();
    }
  });

  it('is found by what people type', async () => {
    const found = async (text: string) =>
      (await read.cases(SHOP, { text, limit: 5 })).cases.map((summary) => summary.case.rma);
    for (const text of ['RMA-4F7K2QZ', '4F7K2QZ', 'rma 4f7k2qz', '1z999aa1']) {
      const open = await read.cases(SHOP, { kind: 'return', open: true, text, limit: 5 });
      expect(open.cases).not.toEqual([]);
      expect((await opened.db.typeahead.returns(SHOP, text, 5)).map(({ id }) => id)).toEqual(
        open.cases.map(({ case: { id } }) => id),
      );
    }
    for (const text of ['RMA-4F7K2QZ', 'rma4f7k2qz', '4F7K2QZ', 'RMA-4F7K2', '1z999aa1', '1Z 999']) {
      expect(await found(text)).toEqual(['RMA-4F7K2QZ']);
    }
    expect(await found('RMA-9X3M8TK')).toEqual([]);
  });

  it('is found by its number, in its own shop', async () => {
    const one = await newCase();
    expect(
      (await read.cases(SHOP, { text: String(one.number), limit: 5 })).cases.map((summary) => summary.case),
    ).toEqual([one]);
    expect((await read.cases(OTHER, { text: String(one.number), limit: 5 })).cases).toEqual([]);
  });
});

describe('lists of cases', () => {
  /** A shop of its own, so that only these are in its lists. */
  const LISTED = 'listed.myshopify.com';
  const listed: CaseRecord[] = [];
  beforeAll(async () => {
    for (let n = 0; n < 25; n += 1) {
      listed.push(
        aCase({
          shop: LISTED,
          number: n + 1,
          // Several of one instant: the id decides between them.
          updatedAt: later(Math.floor(n / 4)),
          kind: n % 5 === 0 ? 'return' : 'cancellation',
          state: n % 3 === 0 ? 'needs_agent' : 'canceled',
          closedAt: n % 3 === 0 ? null : later(n),
          data: n % 5 === 0 ? returnData() : aCase().data,
        }),
      );
    }
    await record({ cases: listed }, LISTED);
    newestFirst = [...listed].sort((a, b) => b.updatedAt.localeCompare(a.updatedAt) || b.id.localeCompare(a.id));
  });
  let newestFirst: readonly CaseRecord[] = [];

  it.each([1, 3, 4, 7, 25, 100])('shows every case once in pages of %i, newest first', async (limit) => {
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await read.cases(LISTED, { limit, cursor });
      expect(page.cases.length).toBeLessThanOrEqual(limit);
      seen.push(...page.cases.map((summary) => summary.case.id));
      cursor = page.nextCursor ?? undefined;
    } while (cursor !== undefined);
    expect(seen).toEqual(newestFirst.map((one) => one.id));
  });

  it.each([
    { query: { kind: 'return' as const }, keeps: (one: CaseRecord) => one.kind === 'return' },
    { query: { state: 'needs_agent' }, keeps: (one: CaseRecord) => one.state === 'needs_agent' },
    { query: { open: true }, keeps: (one: CaseRecord) => one.closedAt === null },
    { query: { open: false }, keeps: (one: CaseRecord) => one.closedAt !== null },
    {
      query: { open: true, kind: 'return' as const },
      keeps: (one: CaseRecord) => one.closedAt === null && one.kind === 'return',
    },
    { query: { text: '#1003' }, keeps: () => true },
    { query: { text: '1004' }, keeps: () => false },
  ])('filters by $query', async ({ query, keeps }) => {
    const page = await read.cases(LISTED, { ...query, limit: 100 });
    expect(page.cases.map((summary) => summary.case)).toEqual(newestFirst.filter(keeps));
  });

  it.each(['nonsense', '0_x', '99999999999999999999_x', `999999999999999_${randomUUID()}`])(
    'starts from the beginning with the cursor %j',
    async (cursor) => {
      expect((await read.cases(LISTED, { limit: 1, cursor })).cases[0]?.case).toEqual(newestFirst[0]);
    },
  );

  it('counts the open ones by state', async () => {
    expect(await read.counts(LISTED)).toEqual({ needs_agent: listed.filter((one) => one.closedAt === null).length });
    expect(await read.counts('empty.myshopify.com')).toEqual({});
  });

  it('finds and counts those that wait for staff, as the policy tells them', async () => {
    const shop = 'waiting.myshopify.com';
    await saveOrder('1001', '#1001', shop);
    const standing: [string, string[], string | null, object?][] = [
      ['received', ['arrived'], null],
      ['received', ['accepted'], null],
      ['received', ['wait_part'], null],
      ['received', ['expected', 'wrong_item'], null],
      ['received', ['accepted'], 'awaiting_approval'],
      ['received', ['arrived'], 'executing'],
      ['received', ['accepted'], 'failed'],
      ['authorized', ['expected'], null],
      ['review', ['expected'], null],
      ['refused_suspected', ['expected'], null],
      ['refused_suspected', ['expected'], null, { undelivered: { fulfillmentId: '1', finding: null } }],
      ['refused_suspected', ['expected'], null, { undelivered: { fulfillmentId: '1', finding: 'refused' } }],
    ];
    const expected: string[] = [];
    for (const [state, goods, refund, more] of standing) {
      numbers += 1;
      const one = aCase({
        shop,
        number: numbers,
        kind: 'return',
        state,
        orderId: '1001',
        data: { ...returnData(), ...more },
      });
      const units = goods.map((what, index) => aUnit(one.id, { goods: what, index }));
      const intents = refund === null ? [] : [anIntent(one.id, { state: refund as RefundIntentState })];
      await record({ cases: [one], units, intents }, shop);
      if (waitsForStaff({ case: one, units, intents, deadlines: [] })) expected.push(one.id);
    }
    const { cases } = await read.cases(shop, { waiting: true, limit: 50 });
    expect(cases.map((summary) => summary.case.id).toSorted()).toEqual(expected.toSorted());
    expect(await read.waiting(shop, 50)).toBe(expected.length);
    expect(expected).toHaveLength(7);
    expect(await read.waiting(shop, 2)).toBe(2);
  });

  it('tells what is due, how much it is about and until when', async () => {
    const one = await newCase({ state: 'needs_agent', updatedAt: later(500) });
    const dead = anIntent(one.id, {
      state: 'rejected',
      breakdown: { ...anIntent(one.id).breakdown, total: 1 },
      createdAt: later(9),
    });
    const alive = anIntent(one.id, { state: 'proposed' });
    const [soon, past] = [
      aDeadline(one.id, { dueAt: later(10) }),
      aDeadline(one.id, { dueAt: later(5), state: 'done' }),
    ];
    await record({ intents: [dead, alive], deadlines: [aDeadline(one.id, { dueAt: later(20) }), soon, past] });
    const [summary] = (await read.cases(SHOP, { limit: 1 })).cases;
    expect(summary).toMatchObject({ case: one, amount: { minor: 12900, currency: 'EUR' }, dueAt: later(10) });
    expect(summary?.next).toContain('129.00');
  });
});

describe('proposals, refunds and effects', () => {
  it('finds the open proposal of a thread, the newest where there are several', async () => {
    const thread = { channel: 'C0RETURNS', ts: '77.7' };
    const [older, newer] = [aProposal({ thread }), aProposal({ thread, createdAt: later(1) })];
    await record({ proposals: [older, newer] });
    expect(await read.openProposalByThread(SHOP, thread.channel, thread.ts)).toEqual(newer);
    await record({ proposals: [{ ...newer, version: 2, state: 'dismissed' }] });
    expect(await read.openProposalByThread(SHOP, thread.channel, thread.ts)).toEqual(older);
    expect(await read.proposal(SHOP, older.id)).toEqual(older);
    expect(await read.proposal(OTHER, older.id)).toBeNull();
    expect(await read.proposal(SHOP, 'nonsense')).toBeNull();
  });

  it('shows what waits for approval with the decision it rests on', async () => {
    const ben = await read.person(SHOP, { kind: 'staff', staffId: '102' });
    const one = await newCase();
    const led = { ...granted(), factsDigest: 'the one' };
    const waiting = anIntent(one.id, { proposedBy: ben?.id ?? null, createdAt: later(5), updatedAt: later(5) });
    await record({
      intents: [waiting, anIntent(one.id, { state: 'succeeded' })],
      decisions: [
        aDecision(one.id, { at: later(1) }),
        aDecision(one.id, { at: later(5), decision: led }),
        aDecision(one.id, { at: later(9) }),
      ],
    });
    const view = await read.intent(SHOP, waiting.id);
    expect(view).toEqual({
      intent: waiting,
      case: one,
      proposedByName: 'Ben Okafor',
      delegatedToName: null,
      decision: led,
    });
    expect(await read.awaitingApproval(SHOP)).toContainEqual(view);
    expect(await read.awaitingApproval(OTHER)).toEqual([]);
    expect(await read.intent(OTHER, waiting.id)).toBeNull();
    expect(await read.intent(SHOP, 'nonsense')).toBeNull();
  });

  it('lists effects by state', async () => {
    const [parked, queued] = [anEffect(), anEffect()];
    await record({ effects: [parked, queued] }, OTHER);
    await opened.db.store.parkEffect(parked.id, 'no such order');
    expect(await read.effects(OTHER, { states: ['parked', 'unknown'], limit: 5 })).toMatchObject([
      { id: parked.id, lastError: 'no such order' },
    ]);
    expect(await read.effects(OTHER, { states: ['queued'], limit: 5 })).toMatchObject([
      { id: queued.id, state: 'queued' },
    ]);
    expect(await read.effects(OTHER, { states: [], limit: 5 })).toEqual([]);
  });

  it('hides no effect that stopped behind newer payments that were refused, which nobody repeats', async () => {
    const shop = 'refused.myshopify.com';
    const payment = { kind: 'shopify.process-return', caseId: randomUUID(), intentId: randomUUID() } as const;
    const [parked, paid, mail] = [anEffect(), anEffect({ effect: payment }), anEffect()];
    await record({ effects: [parked, paid, mail] }, shop);
    await opened.db.store.parkEffect(parked.id, 'no such order');
    for (const { id } of [mail, paid])
      await record({ settledEffects: [{ id, state: 'refused', result: null, error: 'no' }] }, shop);
    const found = await read.effects(shop, {
      states: ['parked', 'refused'],
      notRefused: ['shopify.process-return'],
      limit: 2,
    });
    expect(found.map(({ id }) => id).sort()).toEqual([parked.id, mail.id].sort());
  });
});
