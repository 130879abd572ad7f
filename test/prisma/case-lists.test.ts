import fc from 'fast-check';
import { v7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MONEY_UNDER_WAY } from '../../policy/app/money-under-way.ts';
import { STATES_FOR_AGENT } from '../../policy/app/next-step.ts';
import type { CaseQuery } from '../../policy/app/read-model.ts';
import type { CaseRecord, DeadlineRecord, RefundIntentRecord, UnitRecord } from '../../policy/app/records.ts';
import { REMINDERS } from '../../policy/app/reminders.ts';
import {
  GOODS_FOR_STAFF,
  GOODS_WITH_CUSTOMER,
  MONEY_FOR_AGENT,
  waitsForStaff,
} from '../../policy/app/waits-for-staff.ts';
import { type Opened, openFresh } from './open.ts';
import { aCase, aDeadline, anEnvelope, anIntent, aUnit, done, later, returnData } from './samples.ts';

/** A shop whose cases stand in every way that lists tell apart, and the same lists told in plain words. */
const LISTED = 'lists.myshopify.com';
const CASES = 120;
const PEOPLE = ['ana', 'ben'];
const STATES = {
  cancellation: [...STATES_FOR_AGENT.cancellation, 'canceling', 'canceled'],
  backorder: [...STATES_FOR_AGENT.backorder, 'waiting', 'fulfilled'],
  return: [...STATES_FOR_AGENT.return, 'received', 'authorized', 'frozen', 'closed'],
} as const;

type Standing = Readonly<{
  case: CaseRecord;
  units: readonly UnitRecord[];
  intents: readonly RefundIntentRecord[];
  deadlines: readonly DeadlineRecord[];
}>;

const maybe = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(arbitrary, { nil: null });

/** Few instants and few values, so that many cases are equal in what a list goes by. */
const standing: fc.Arbitrary<Standing> = fc
  .record({
    kind: fc.constantFrom('cancellation', 'backorder', 'return'),
    state: fc.nat(),
    updated: fc.nat(12),
    closed: fc.boolean(),
    assignee: maybe(fc.constantFrom(...PEOPLE)),
    openedBy: maybe(fc.constantFrom(...PEOPLE)),
    order: fc.integer({ min: 1001, max: 1012 }),
    finding: maybe(fc.constantFrom('refused', null)),
    goods: fc.array(fc.constantFrom(...GOODS_FOR_STAFF, ...GOODS_WITH_CUSTOMER, 'accepted'), { maxLength: 2 }),
    refunds: fc.array(fc.constantFrom(...MONEY_FOR_AGENT, ...MONEY_UNDER_WAY, 'succeeded', 'rejected'), {
      maxLength: 1,
    }),
    due: fc.array(
      fc.record({
        at: fc.nat(5),
        kind: fc.constantFrom('rma-deadline', ...REMINDERS),
        state: fc.constantFrom('open', 'late', 'done'),
      }),
      { maxLength: 2 },
    ),
  })
  .map((of): Standing => {
    const states = STATES[of.kind];
    const undelivered = of.finding === null ? {} : { undelivered: { fulfillmentId: '1', finding: of.finding } };
    const data = {
      cancellation: aCase().data,
      backorder: { kind: 'backorder', lines: [], notifiedAt: null, answer: null, eta: null },
      return: { ...returnData(), ...undelivered },
    }[of.kind] as CaseRecord['data'];
    const record = aCase({
      shop: LISTED,
      kind: of.kind,
      state: states[of.state % states.length],
      updatedAt: later(of.updated),
      closedAt: of.closed ? later(of.updated) : null,
      assignee: of.assignee,
      openedBy: of.openedBy,
      orderName: `#${of.order}`,
      data,
    });
    return {
      case: record,
      units: of.goods.map((goods, index) => aUnit(record.id, { goods, index })),
      intents: of.refunds.map((state) =>
        anIntent(record.id, { shop: LISTED, state: state as RefundIntentRecord['state'] }),
      ),
      deadlines: of.due.map(({ at, kind, state }) =>
        aDeadline(record.id, { shop: LISTED, kind, state: state as DeadlineRecord['state'], dueAt: later(at) }),
      ),
    };
  });

type Asked = Omit<CaseQuery, 'limit' | 'cursor'>;

const asked: fc.Arbitrary<Asked> = fc.record(
  {
    kind: fc.constantFrom('cancellation', 'backorder', 'return'),
    state: fc.constantFrom(...new Set(Object.values(STATES).flat())),
    open: fc.boolean(),
    lookedAfterBy: fc.constantFrom(...PEOPLE),
    dueBefore: fc.nat(5).map(later),
    waiting: fc.boolean(),
    order: fc.constantFrom('updated', 'oldest'),
    text: fc.constantFrom('', '#10', '1003', '#1012', '#2', '7', '31'),
  },
  { requiredKeys: [] },
);

const fits = (one: Standing, asked_: Asked): boolean => {
  const { kind, state, open, lookedAfterBy, dueBefore, waiting, text = '' } = asked_;
  const typed = text.replace('#', '');
  return (
    (kind === undefined || one.case.kind === kind) &&
    (state === undefined || one.case.state === state) &&
    (open === undefined || (one.case.closedAt === null) === open) &&
    (lookedAfterBy === undefined || (one.case.assignee ?? one.case.openedBy) === lookedAfterBy) &&
    (dueBefore === undefined ||
      (one.case.state !== 'frozen' &&
        one.deadlines.some(
          ({ kind: what, state: stands, dueAt }) => stands !== 'done' && dueAt < dueBefore && !REMINDERS.includes(what),
        ))) &&
    (waiting !== true || (one.case.closedAt === null && waitsForStaff(one))) &&
    (typed === '' || one.case.orderName.slice(1).startsWith(typed) || String(one.case.number) === typed)
  );
};

const told = (all: readonly Standing[], asked_: Asked): readonly string[] => {
  const newest = [...all]
    .filter((one) => fits(one, asked_))
    .sort((a, b) => b.case.updatedAt.localeCompare(a.case.updatedAt) || b.case.id.localeCompare(a.case.id))
    .map((one) => one.case.id);
  return asked_.order === 'oldest' ? newest.toReversed() : newest;
};

describe('lists of cases, however they are filtered', () => {
  let opened: Opened;
  let all: readonly Standing[] = [];
  beforeAll(async () => {
    opened = await openFresh();
    all = fc
      .sample(standing, CASES)
      .map((one, index) => ({ ...one, case: { ...one.case, number: index + 1 } satisfies CaseRecord }));
    await opened.db.store.transaction(LISTED, (tx) =>
      tx.record({ ...anEnvelope(), shop: LISTED }, done(), {
        cases: all.map((one) => one.case),
        units: all.flatMap((one) => one.units),
        intents: all.flatMap((one) => one.intents),
        deadlines: all.flatMap((one) => one.deadlines),
      }),
    );
  });
  afterAll(() => opened.close());

  it('show, page by page, each case that fits once and in order', async () => {
    await fc.assert(
      fc.asyncProperty(asked, fc.integer({ min: 1, max: 60 }), async (query, limit) => {
        const seen: string[] = [];
        let cursor: string | undefined;
        do {
          const page = await opened.db.read.cases(LISTED, { ...query, limit, ...(cursor && { cursor }) });
          expect(page.cases.length).toBeLessThanOrEqual(limit);
          seen.push(...page.cases.map((summary) => summary.case.id));
          cursor = page.nextCursor ?? undefined;
        } while (cursor !== undefined);
        expect(seen).toEqual(told(all, query));
      }),
      { numRuns: 150 },
    );
  });

  it('count what waits for staff as the list of it does', async () => {
    const waiting = told(all, { waiting: true });
    expect(waiting.length).toBeGreaterThan(10);
    expect(await opened.db.read.waiting(LISTED, CASES)).toBe(waiting.length);
    expect(await opened.db.read.waiting(LISTED, 7)).toBe(7);
  });

  it('count what is overdue as the list of it does', async () => {
    for (const before of [later(2), later(9)]) {
      const late = told(all, { open: true, dueBefore: before });
      expect(await opened.db.read.overdue(LISTED, before, CASES)).toBe(late.length);
      expect(await opened.db.read.overdue(LISTED, before, 1)).toBe(Math.min(1, late.length));
    }
  });

  it('show each case as it was recorded', async () => {
    const { cases } = await opened.db.read.cases(LISTED, { limit: CASES });
    const records = new Map(all.map((one) => [one.case.id, one.case]));
    for (const summary of cases) expect(summary.case).toEqual(records.get(summary.case.id));
  });

  it('read what people may be late with from an index of exactly that', async () => {
    const { rows } = await opened.sql.query<{ made: string }>(
      `SELECT pg_get_indexdef('deadlines_coming_idx'::regclass) AS made`,
    );
    expect([...(rows[0]?.made ?? '').matchAll(/'([a-z-]+)'::text/g)].map(([, kind]) => kind)).toEqual([
      'open',
      ...REMINDERS,
    ]);
  });
});

describe('beside a process of an earlier version, which writes due dates alone', () => {
  const MIXED = 'mixed.myshopify.com';
  const [missing, over, right] = [1, 2, 3].map((number) => aCase({ shop: MIXED, number })) as [
    CaseRecord,
    CaseRecord,
    CaseRecord,
  ];
  let opened: Opened;
  beforeAll(async () => {
    opened = await openFresh();
    const deadlines = [missing, over, right].map(({ id }) =>
      aDeadline(id, { shop: MIXED, dueAt: later(3), state: id === missing.id ? 'open' : 'late' }),
    );
    await opened.db.store.transaction(MIXED, (tx) =>
      tx.record({ ...anEnvelope(), shop: MIXED }, done(), { cases: [missing, over, right], deadlines }),
    );
    await opened.sql.query(
      `UPDATE deadlines SET state = CASE WHEN case_id = $1 THEN 'late' ELSE 'done' END
                             WHERE case_id IN ($1, $2)`,
      [missing.id, over.id],
    );
  });
  afterAll(() => opened.close());

  it('the sweep writes since when people are late, and where they no longer are', async () => {
    await opened.db.upkeep();
    const { cases } = await opened.db.read.cases(MIXED, { open: true, dueBefore: later(9), limit: 10 });
    expect(cases.map((summary) => summary.case.id).sort()).toEqual([missing.id, right.id].sort());
  });
});

describe('a case with two due dates', () => {
  const PUNCTUAL = 'punctual.myshopify.com';
  const record = aCase({ shop: PUNCTUAL });
  const [first, second] = [3, 5].map((at) => aDeadline(record.id, { shop: PUNCTUAL, dueAt: later(at) })) as [
    DeadlineRecord,
    DeadlineRecord,
  ];
  type State = DeadlineRecord['state'];
  let opened: Opened;
  beforeAll(async () => {
    opened = await openFresh();
    await opened.db.store.transaction(PUNCTUAL, (tx) =>
      tx.record({ ...anEnvelope(), shop: PUNCTUAL }, done(), { cases: [record] }),
    );
  });
  afterAll(() => opened.close());

  // One after the other: what was written before is what it stands on.
  it.each<[State, State, boolean, string]>([
    ['open', 'open', true, 'nobody has looked yet'],
    ['late', 'open', true, 'one is late, the other over'],
    ['late', 'late', true, 'both are late'],
    ['done', 'late', true, 'the later one still is'],
    ['done', 'dropped', false, 'both are over with'],
    ['late', 'done', true, 'one stands again'],
    ['dropped', 'done', false, 'and is dropped'],
  ])('%s and %s: overdue is %s, because %s', async (one, other, isOverdue) => {
    await opened.db.store.transaction(PUNCTUAL, (tx) =>
      tx.record({ ...anEnvelope(), shop: PUNCTUAL }, done(), {
        deadlines: [
          { ...first, state: one },
          { ...second, state: other },
        ],
      }),
    );
    const listed = async (hours: number): Promise<readonly string[]> => {
      const { cases } = await opened.db.read.cases(PUNCTUAL, { open: true, dueBefore: later(hours), limit: 10 });
      return cases.map((summary) => summary.case.id);
    };
    expect(await listed(9)).toEqual(isOverdue ? [record.id] : []);
    expect(await opened.db.read.overdue(PUNCTUAL, later(9), 10)).toBe(isOverdue ? 1 : 0);
    expect(await listed(3)).toEqual([]);
  });
});

describe('a search that finds more than it can show', () => {
  const SHOP_OF_MANY = 'many.myshopify.com';
  const MANY = 300;
  const MOST = 250;
  let opened: Opened;
  const ids: string[] = [];
  beforeAll(async () => {
    opened = await openFresh();
    // Ids rise with time, as those of the program do.
    for (let n = 0; n < MANY; n += 1) ids.push(v7({ msecs: Date.parse(later(n)) }));
    await opened.db.store.transaction(SHOP_OF_MANY, (tx) =>
      tx.record({ ...anEnvelope(), shop: SHOP_OF_MANY }, done(), {
        cases: ids.map((id, n) =>
          // The words of the newest come first in the alphabet.
          aCase({ id, shop: SHOP_OF_MANY, number: n + 1, orderName: n < 40 ? `#77-${n}` : '#77', updatedAt: later(n) }),
        ),
      }),
    );
  });
  afterAll(() => opened.close());

  const found = async (text: string): Promise<string[]> => {
    const { cases } = await opened.db.read.cases(SHOP_OF_MANY, { text, limit: MOST });
    return cases.map((summary) => summary.case.id);
  };

  it('shows the newest with that very word', async () => {
    expect(await found('#77')).toEqual(ids.slice(MANY - MOST).toReversed());
  });

  it('shows those that only begin so where the word alone finds too few', async () => {
    const shown = await found('#7');
    expect(shown).toHaveLength(MOST);
    expect(await found('#77-3')).toHaveLength(11);
  });
});
