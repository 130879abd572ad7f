import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { moneyByClause } from '../../policy/backtest/compare.ts';
import {
  type BacktestEvent,
  type BacktestOptions,
  type BacktestResult,
  backtest,
  type PastCase,
} from '../../policy/backtest/index.ts';
import type { Breakdown, Decision, DecisionRequest } from '../../policy/decision.ts';
import { PolicyError } from '../../policy/errors.ts';
import type { OrderFacts } from '../../policy/facts/order-facts.ts';
import { parseSettings } from '../../policy/settings.ts';
import { createVersion, type PolicyVersion } from '../../policy/versions/index.ts';

const version = (settings: object): PolicyVersion =>
  createVersion({ number: 1, settings: parseSettings(settings), effectiveAt: '2026-01-01T00:00:00Z' });
const [asks, refuses] = [version({ missingParts: 'ask' }), version({ missingParts: 'refuse' })];

const pastCase = (label: string, currency = 'USD'): PastCase => ({
  label,
  request: {
    now: '2026-11-22T15:00:00Z',
    shop: { timeZone: 'America/New_York', country: 'US', currency: 'USD' },
    order: { name: label, currency } as OrderFacts,
    ask: { kind: 'cancel' },
  },
});

const breakdown = (total: number, currency = 'USD'): Breakdown => ({
  currency,
  items: total,
  tax: 0,
  shipping: 0,
  duties: 0,
  tips: 0,
  deductions: [],
  total,
});
const decision = (over: Partial<Decision>): Decision => ({
  verdict: 'granted',
  action: 'refund',
  clauses: ['P17'],
  reasons: [],
  missing: [],
  warnings: [],
  units: [],
  rmaDeadline: null,
  estimate: null,
  reimbursement: null,
  refund: null,
  factsDigest: '',
  ...over,
});
const asking = decision({ verdict: 'needs-person', action: 'ask', clauses: ['P33'] });
const refusing = decision({ verdict: 'refused', action: 'reject', clauses: ['P33'] });
const paying = (total: number, currency = 'USD') => decision({ refund: breakdown(total, currency) });

/** Answers by the setting that differs between the two versions. */
const answering =
  (whenAsk: (request: DecisionRequest) => Decision, whenRefuse: (request: DecisionRequest) => Decision) =>
  (request: DecisionRequest): Decision =>
    request.settings.missingParts === 'refuse' ? whenRefuse(request) : whenAsk(request);

const run = async (
  cases: Iterable<PastCase> | AsyncIterable<PastCase>,
  options: BacktestOptions,
): Promise<{ events: readonly BacktestEvent[]; result: BacktestResult }> => {
  const events: BacktestEvent[] = [];
  for await (const event of backtest(asks, refuses, cases, options)) events.push(event);
  const last = events.at(-1);
  if (last?.kind !== 'result') throw new Error('expected a result at the end');
  return { events, result: last.result };
};

describe('a backtest', () => {
  it('against itself changes nothing', async () => {
    const { result } = await run([pastCase('#1'), pastCase('#2')], { decide: () => paying(100) });
    expect(result).toMatchObject({ cases: 2, same: 2, changed: 0, flips: 0, turns: [], money: [], examples: [] });
  });

  it('without cases still ends with a result', async () => {
    const { events } = await run([], { decide: () => asking });
    expect(events).toEqual([expect.objectContaining({ kind: 'result' })]);
  });

  it.each([
    { name: 'asked → refused', a: asking, b: refusing, flips: 1, directions: { better: 0, worse: 1, other: 0 } },
    { name: 'refused → asked', a: refusing, b: asking, flips: 1, directions: { better: 1, worse: 0, other: 0 } },
    { name: 'more money', a: paying(100), b: paying(120), flips: 0, directions: { better: 1, worse: 0, other: 0 } },
    { name: 'less money', a: paying(100), b: paying(80), flips: 0, directions: { better: 0, worse: 1, other: 0 } },
    {
      name: 'another clause, same money',
      a: paying(100),
      b: { ...paying(100), clauses: ['P4'] as const },
      flips: 0,
      directions: { better: 0, worse: 0, other: 1 },
    },
  ])('counts $name', async ({ a, b, flips, directions }) => {
    const { result } = await run([pastCase('#1')], {
      decide: answering(
        () => a,
        () => b,
      ),
    });
    expect(result).toMatchObject({ changed: 1, flips, directions });
  });

  it('counts by kind of question, the ones that flip most first', async () => {
    const about = (ask: string, name: string): PastCase => ({
      ...pastCase(name),
      about: { orderId: name, caseId: null, ask },
    });
    const cases = [
      about('cancel', '1'),
      about('return', '2'),
      about('return', '3'),
      about('stock-out', '4'),
      about('settle', '5'),
    ];
    const before = (request: DecisionRequest) => (request.order.name === '5' ? paying(100) : asking);
    const after = (request: DecisionRequest) =>
      ({ '2': refusing, '3': refusing, '5': paying(90) })[request.order.name] ?? before(request);
    const { result } = await run(cases, { decide: answering(before, after) });
    expect(result.asks).toEqual([
      { ask: 'return', cases: 2, flips: 2, changed: 2 },
      { ask: 'settle', cases: 1, flips: 0, changed: 1 },
      { ask: 'cancel', cases: 1, flips: 0, changed: 0 },
      { ask: 'stock-out', cases: 1, flips: 0, changed: 0 },
    ]);
    expect(result.examples[0]?.about).toEqual({ orderId: '2', caseId: null, ask: 'return' });
  });

  it('says what became what, most frequent first, with the order behind it', async () => {
    const one = (request: DecisionRequest): Decision => (request.order.name === '#9' ? paying(500) : asking);
    const { result } = await run(
      ['#1', '#9', '#2'].map((label) => pastCase(label)),
      {
        decide: answering(one, () => refusing),
      },
    );
    expect(result.turns).toEqual([
      { from: { verdict: 'needs-person', action: 'ask' }, to: { verdict: 'refused', action: 'reject' }, count: 2 },
      { from: { verdict: 'granted', action: 'refund' }, to: { verdict: 'refused', action: 'reject' }, count: 1 },
    ]);
    expect(result.examples.map(({ label }) => label)).toEqual(['#1', '#9', '#2']);
    expect(result.examples[1]).toMatchObject({
      before: { verdict: 'granted', total: 500, clauses: ['P17'] },
      after: { verdict: 'refused', total: null, clauses: ['P33'] },
      direction: 'worse',
    });
    expect(result.clauses).toEqual(['P17', 'P33']);
  });

  it('keeps currencies and clauses apart', async () => {
    const cases = [pastCase('#1', 'USD'), pastCase('#2', 'JPY')];
    const { result } = await run(cases, {
      decide: answering(
        ({ order }) => paying(100, order.currency),
        ({ order }) => ({ ...paying(70, order.currency), clauses: ['P33'] }),
      ),
    });
    expect(new Set(result.money)).toEqual(
      new Set([
        { basis: 'due', clause: 'P17', currency: 'USD', before: 100, after: 0, delta: -100 },
        { basis: 'due', clause: 'P33', currency: 'USD', before: 0, after: 70, delta: 70 },
        { basis: 'due', clause: 'P17', currency: 'JPY', before: 100, after: 0, delta: -100 },
        { basis: 'due', clause: 'P33', currency: 'JPY', before: 0, after: 70, delta: 70 },
      ]),
    );
  });

  it.each([
    ['needs-info', [{ basis: 'due', clause: 'P17', currency: 'USD', delta: -100 }]],
    ['needs-person', [{ basis: 'due', clause: 'P17', currency: 'USD', delta: -100 }]],
    ['refused', []],
  ] as const)('tells money that waits from money that is refused: %s', async (verdict, waits) => {
    const decide = answering(
      () => paying(100),
      () => ({ ...paying(0), verdict, refund: null, clauses: ['P3'] }),
    );
    const { result } = await run([pastCase('#1')], { decide });
    expect(result.money).toEqual([
      { basis: 'due', clause: 'P17', currency: 'USD', before: 100, after: 0, delta: -100 },
    ]);
    expect(result.waits).toEqual(waits);
  });

  it('counts a question that can’t be answered, and stops at a fault of ours', async () => {
    const contradictory = () => {
      throw new PolicyError('facts/contradictory', 'order', 'more refunded than paid');
    };
    const { result } = await run([pastCase('#1')], { decide: contradictory });
    expect(result).toMatchObject({
      cases: 1,
      unanswerable: 1,
      changed: 0,
      problems: [{ label: '#1', code: 'facts/contradictory' }],
    });
    const broken = () => {
      throw new TypeError('no such thing');
    };
    await expect(run([pastCase('#1')], { decide: broken })).rejects.toThrow('no such thing');
  });

  it('reports as it goes, reads one case at a time, and keeps a bounded number of examples', async () => {
    let read = 0;
    const many = function* (): Generator<PastCase> {
      for (; read < 5000; ) {
        read += 1;
        yield pastCase(`#${read}`);
      }
    };
    const decide = answering(
      ({ order }) => paying(Number(order.name.slice(1))),
      ({ order }) => (Number(order.name.slice(1)) % 2 ? asking : refusing),
    );
    const seen: number[] = [];
    let result: BacktestResult | null = null;
    for await (const event of backtest(asks, refuses, many(), {
      every: 1000,
      examples: 5,
      examplesPerTurn: 3,
      decide,
    })) {
      if (event.kind === 'progress') {
        seen.push(event.cases);
        expect(read).toBe(event.cases);
      } else result = event.result;
    }
    expect(seen).toEqual([1000, 2000, 3000, 4000, 5000]);
    expect(result?.examples).toHaveLength(5);
    expect(result).toMatchObject({
      cases: 5000,
      changed: 5000,
      flips: 5000,
      directions: { better: 0, worse: 5000, other: 0 },
    });
  });

  it('can be stopped in the middle', async () => {
    let closed = false;
    const endless = function* (): Generator<PastCase> {
      try {
        for (let at = 0; ; at += 1) yield pastCase(`#${at}`);
      } finally {
        closed = true;
      }
    };
    for await (const event of backtest(asks, refuses, endless(), { every: 10, decide: () => asking })) {
      if (event.kind === 'progress' && event.cases >= 30) break;
    }
    expect(closed).toBe(true);
  });

  it('takes cases as they are read from a database', async () => {
    const rows = async function* (): AsyncGenerator<PastCase> {
      yield pastCase('#1');
      yield pastCase('#2');
    };
    const { result } = await run(rows(), {
      decide: answering(
        () => asking,
        () => refusing,
      ),
    });
    expect(result).toMatchObject({ cases: 2, changed: 2 });
  });
});

/** Two headphones at 40.00, tax 8 % on top, shipping 10.00, both in one parcel. */
const order: OrderFacts = {
  id: '1001',
  name: '#1001',
  createdAt: '2026-11-01T15:00:00Z',
  updatedAt: '2026-11-03T15:00:00Z',
  cancelledAt: null,
  shopCurrency: 'USD',
  currency: 'USD',
  totalShop: 96_40,
  total: 96_40,
  taxesIncluded: false,
  financialStatus: 'paid',
  shipTo: 'US',
  contactable: { email: true, phone: false, name: true },
  lines: [
    {
      id: '1',
      productId: '11',
      variantId: '111',
      inventoryItemId: null,
      title: 'Headphones',
      variantTitle: null,
      sku: null,
      quantity: 2,
      currentQuantity: 2,
      requiresShipping: true,
      giftCard: false,
      unitPrice: 40_00,
      discount: 0,
      total: 80_00,
      tax: 6_40,
      duties: 0,
      dutyIds: [],
    },
  ],
  shippingLines: [{ id: '2', title: 'Standard', price: 10_00, discount: 0, total: 10_00, tax: 0 }],
  tips: 0,
  fulfillments: [
    {
      id: '3',
      status: 'success',
      createdAt: '2026-11-03T15:00:00Z',
      lines: [{ lineItemId: '1', quantity: 2, fulfillmentLineItemId: null }],
      shipmentStatus: null,
      deliveredAt: null,
      tracking: [],
    },
  ],
  refunds: [],
  transactions: [
    {
      id: '4',
      parentId: null,
      kind: 'sale',
      status: 'success',
      gateway: 'bogus',
      amount: 96_40,
      currency: 'USD',
      processedAt: '2026-11-01T15:00:00Z',
    },
  ],
  returns: null,
  disputeOpen: null,
  tags: [],
};
const pastQuestion = (label: string, ask: DecisionRequest['ask']): PastCase => ({
  label,
  request: {
    now: '2026-11-22T15:00:00Z',
    shop: { timeZone: 'America/New_York', country: 'US', currency: 'USD' },
    order,
    ask,
  },
});

describe('a backtest of the policy itself', () => {
  const both = [{ lineItemId: '1', quantity: 2 }];
  const past = [
    pastQuestion('a change of mind, settled', {
      kind: 'settle',
      return: { reason: 'changed_mind', lines: both },
      parcel: { receivedAt: '2026-11-20T15:00:00Z', rmaMarked: true },
      inspection: [{ lineItemId: '1', quantity: 2, result: 'accepted' }],
    }),
    pastQuestion('the wrong item ordered', { kind: 'return', reason: 'customer_ordered_wrong', lines: both }),
    pastQuestion('cancelled too late', { kind: 'cancel' }),
    pastQuestion('a line of another order', { kind: 'stock-out', lines: [{ lineItemId: '9', quantity: 1 }] }),
  ];
  const before = version({});
  const testing = async (settings: object): Promise<BacktestResult> => {
    for await (const event of backtest(before, version(settings), past))
      if (event.kind === 'result') return event.result;
    throw new Error('expected a result');
  };

  it('shows what a restocking fee, which counts under P12, would have kept', async () => {
    const result = await testing({ restockingFee: 10 });
    const settled = result.examples.find(({ label }) => label === 'a change of mind, settled');
    expect(settled).toMatchObject({ before: { total: 86_40 }, after: { total: 77_76 }, direction: 'worse' });
    expect(result.money.filter(({ basis }) => basis === 'due')).toEqual([
      { basis: 'due', clause: 'P12', currency: 'USD', before: 86_40, after: 77_76, delta: -8_64 },
    ]);
    expect(result).toMatchObject({ cases: 4, unanswerable: 1, flips: 0 });
    expect(result.problems).toEqual([{ label: 'a line of another order', code: 'ask/unknown-line' }]);
  });

  it('shows who would no longer be asked', async () => {
    const result = await testing({ 'wrongItemCustomer.carriage': 'charge' });
    expect(result).toMatchObject({ changed: 1, flips: 1, directions: { better: 1, worse: 0, other: 0 } });
    expect(result.turns).toEqual([
      { from: { verdict: 'needs-person', action: 'ask' }, to: { verdict: 'granted', action: 'issue_rma' }, count: 1 },
    ]);
    expect(result.clauses).toContain('P12');
  });

  it('shows nothing for a setting that no past case touches', async () => {
    expect(await testing({ 'test.slaDays': 3 })).toMatchObject({ changed: 0, money: [] });
  });
});

const clauses = fc.constantFrom('P9' as const, 'P12' as const, 'P17' as const, 'P25' as const);
const someDecision = fc
  .record({
    verdict: fc.constantFrom('granted' as const, 'refused' as const, 'needs-person' as const),
    total: fc.option(fc.nat(10_000)),
    units: fc.array(fc.record({ clause: clauses, amount: fc.nat(5_000) }), { maxLength: 4 }),
    cites: fc.array(clauses, { maxLength: 3 }),
    taken: fc.array(fc.record({ clause: fc.option(clauses), amount: fc.nat(500) }), { maxLength: 2 }),
    owed: fc.option(fc.record({ clause: clauses, amount: fc.nat(2_000) })),
  })
  .map(({ verdict, total, units, cites, taken, owed }) =>
    decision({
      verdict,
      clauses: cites,
      units: units.map((unit) => ({ lineItemId: '1', quantity: 1, outcome: 'refunded', ...unit })),
      refund:
        total === null ? null : { ...breakdown(total), deductions: taken.map((one) => ({ label: 'fee', ...one })) },
      reimbursement: owed === null ? null : { currency: 'USD', ...owed },
    }),
  );

describe('laws of a backtest', () => {
  const due = (one: Decision): number => (one.refund?.total ?? 0) + (one.reimbursement?.amount ?? 0);

  it('the parts by clause add up to the whole', () => {
    fc.assert(
      fc.property(someDecision, (one) => {
        expect(moneyByClause(one).reduce((sum, part) => sum + part.amount, 0)).toBe(due(one));
      }),
    );
  });

  it('counts add up, money adds up, and the way back is the same with the signs turned', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(someDecision, someDecision), { maxLength: 12 }), async (pairs) => {
        const cases = pairs.map((_, at) => pastCase(String(at)));
        const of = (side: 0 | 1) => (request: DecisionRequest) => {
          const pair = pairs[Number(request.order.name)];
          if (pair === undefined) throw new Error('no such case');
          return pair[side];
        };
        const { result } = await run(cases, { decide: answering(of(0), of(1)) });
        const { result: back } = await run(cases, { decide: answering(of(1), of(0)) });
        const { better, worse, other } = result.directions;
        expect(result.same + result.changed + result.unanswerable).toBe(result.cases);
        expect(better + worse + other).toBe(result.changed);
        expect(result.turns.reduce((sum, turn) => sum + turn.count, 0)).toBe(result.changed);
        const moved = pairs.reduce((sum, [a, b]) => sum + due(b) - due(a), 0);
        expect(result.money.reduce((sum, { delta }) => sum + delta, 0)).toBe(moved);
        expect(back.directions).toEqual({ better: worse, worse: better, other });
        expect(back.flips).toBe(result.flips);
        expect(back.money.reduce((sum, { delta }) => sum + delta, 0)).toBe(-moved + 0);
      }),
    );
  });
});
