import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { HandRefund, RefundIntentRecord, ReturnData, UnitRecord } from '../../../policy/app/records.ts';
import { leftToRefund, shippingLeft } from '../../../policy/decide/paid.ts';
import type { OrderFacts, RefundFacts } from '../../../policy/facts/order-facts.ts';
import { askPolicy } from '../../../web/shell/ask-policy.ts';
import { settleAsk } from '../../../web/shell/asks.ts';
import { lessByHand, tooMuchByHand } from '../../../web/shell/by-hand.ts';
import type { ReturnCaseRecord } from '../../../web/shell/return-of.ts';
import { aCase, context, NOW, order, returnData, unit, world } from './return-world.ts';

/**
 * Refunds that people make in Shopify by hand between our own of one return: for the goods, shipping, goodwill, or for
 * whole units. Minor units throughout.
 */

type Step =
  | Readonly<{ kind: 'line' | 'goodwill'; amount: number }>
  | Readonly<{ kind: 'shipping'; amount: number; named: boolean }>
  /** One unit is refunded by hand, this much below what its goods cost. */
  | Readonly<{ kind: 'unit'; short: number }>
  /** So many units are here and are settled by us. */
  | Readonly<{ kind: 'ours'; units: number }>;

type Now = Readonly<{
  facts: OrderFacts;
  data: ReturnData;
  units: readonly UnitRecord[];
  intents: readonly RefundIntentRecord[];
}>;

const GOODS_AND_TAX = 4320;
const amount = fc.integer({ min: 1, max: 6000 });
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ kind: fc.constantFrom('line' as const, 'goodwill' as const), amount }),
  fc.record({ kind: fc.constant('shipping' as const), amount: fc.integer({ min: 1, max: 1000 }), named: fc.boolean() }),
  fc.record({ kind: fc.constant('unit' as const), short: fc.constantFrom(0, 0, 1, 501, 2000) }),
  fc.record({ kind: fc.constant('ours' as const), units: fc.constantFrom(1, 1, 2) }),
);

const start = (count: number, reason: ReturnData['reason']): Now => {
  const line = { quantity: count, price: '40.00', tax: (3.2 * count).toFixed(2) };
  return {
    facts: order({ unitsShipped: count, lines: [line] } as never),
    data: returnData({
      reason,
      lines: [{ lineItemId: '1', quantity: count }],
      parcel: { receivedAt: NOW, rmaMarked: true, carrierAcceptedAt: null },
    }),
    units: Array.from({ length: count }, (_, index) => unit({ id: `unit-${index + 1}`, index })),
    intents: [],
  };
};

const refunded = (now: Now, refund: Partial<RefundFacts>): OrderFacts => {
  const gone = (refund.lines ?? []).reduce((sum, line) => sum + line.quantity, 0);
  return {
    ...now.facts,
    financialStatus: 'partially_refunded',
    lines: now.facts.lines.map((line) => ({ ...line, currentQuantity: line.currentQuantity - gone })),
    refunds: [
      ...now.facts.refunds,
      {
        id: String(now.facts.refunds.length + 1),
        createdAt: NOW,
        note: null,
        lines: [],
        shipping: 0,
        shippingTax: 0,
        duties: 0,
        paid: 0,
        ...refund,
      },
    ],
  };
};

const unitLines = (quantity: number): RefundFacts['lines'] => [
  { lineItemId: '1', quantity, subtotal: 4000 * quantity, tax: 320 * quantity, restock: 'return' },
];

const byHand = (now: Now, refund: Omit<HandRefund, 'refundId'>): ReturnData => ({
  ...now.data,
  byHand: [...(now.data.byHand ?? []), { refundId: String(now.facts.refunds.length + 1), ...refund }],
});

const unpaid = ({ units }: Now): readonly UnitRecord[] => units.filter(({ money }) => money !== 'paid');
const pay = (now: Now, ids: ReadonlySet<string>): readonly UnitRecord[] =>
  now.units.map((one) => (ids.has(one.id) ? { ...one, goods: 'accepted', result: 'accepted', money: 'paid' } : one));

/** What the policy gives for these units as things stand, less what was given for them by hand. */
const dueFor = (now: Now, ids: ReadonlySet<string>) => {
  const units = now.units.map(
    (one): UnitRecord => (ids.has(one.id) ? { ...one, goods: 'accepted', result: 'accepted' } : one),
  );
  const record = aCase({ state: 'received', data: now.data }) as ReturnCaseRecord;
  const here = world({
    case: record,
    units,
    intents: now.intents,
    order: { ...world().order, facts: now.facts } as never,
  });
  const { refund } = askPolicy(here, settleAsk(record, units), context()).decision;
  return refund === null ? null : lessByHand(refund, now.data, now.intents);
};

const settleOurs = (now: Now, count: number): Now => {
  const ids = new Set(
    unpaid(now)
      .slice(0, count)
      .map(({ id }) => id),
  );
  const breakdown = ids.size === 0 ? null : dueFor(now, ids);
  if (breakdown === null) return now;
  const intent = { id: `intent-${now.intents.length}`, state: 'succeeded', unitIds: [...ids], breakdown };
  return {
    ...now,
    facts: refunded(now, { lines: unitLines(ids.size), shipping: breakdown.shipping, paid: breakdown.total }),
    units: pay(now, ids),
    intents: [...now.intents, intent as unknown as RefundIntentRecord],
  };
};

const take = (now: Now, what: Step): Now => {
  const left = leftToRefund(now.facts);
  if (what.kind === 'ours') return settleOurs(now, what.units);
  if (what.kind === 'unit') {
    const [first] = unpaid(now);
    const paid = Math.min(GOODS_AND_TAX - what.short, left);
    if (first === undefined || paid <= 0) return now;
    return {
      ...now,
      facts: refunded(now, { lines: unitLines(1), paid }),
      data: byHand(now, { amount: paid, for: 'units' }),
      units: pay(now, new Set([first.id])),
    };
  }
  const named = what.kind === 'shipping' && what.named;
  const paid = Math.min(what.amount, left, named ? shippingLeft(now.facts) : left);
  if (paid <= 0) return now;
  return {
    ...now,
    facts: refunded(now, { paid, ...(named ? { shipping: paid } : {}) }),
    data: byHand(now, { amount: paid, for: what.kind, ...(named ? { shipping: paid } : {}) }),
  };
};

const sum = (all: readonly number[]): number => all.reduce((total, one) => total + one, 0);
const story = fc.record({
  count: fc.constantFrom(2, 3),
  reason: fc.constantFrom('wrong_item_sent' as const, 'defective' as const, 'changed_mind' as const),
  steps: fc.array(step, { minLength: 1, maxLength: 7 }),
});

/** What came of a story once every unit is settled, and what the return would have given at the start. */
const told = ({
  count,
  reason,
  steps,
}: Readonly<{ count: number; reason: ReturnData['reason']; steps: readonly Step[] }>) => {
  const before = start(count, reason);
  const end = settleOurs(steps.reduce(take, before), count);
  const hand = end.data.byHand ?? [];
  const given = (what: HandRefund['for']): number =>
    sum(hand.filter((one) => one.for === what).map((one) => one.amount));
  const ours = sum(end.intents.map(({ breakdown }) => breakdown.total));
  const due = dueFor(before, new Set(before.units.map(({ id }) => id)))?.total ?? 0;
  const has = ours + given('line') + given('shipping') + given('units');
  return { end, due, has, before, hand };
};

it('never gives more than was paid', () => {
  fc.assert(
    fc.property(story, (one) => {
      const { end, before } = told(one);
      expect(sum(end.facts.refunds.map(({ paid }) => paid))).toBeLessThanOrEqual(leftToRefund(before.facts));
    }),
    { numRuns: 300 },
  );
});

it('leaves nothing due unpaid, but for what a person settled lower by hand, or what is not left', () => {
  fc.assert(
    fc.property(story, (one) => {
      const { end, due, has, hand } = told(one);
      expect(end.units.every(({ money }) => money === 'paid')).toBe(true);
      const capped = end.intents.some(({ breakdown }) => breakdown.deductions.some(({ clause }) => clause === null));
      const lower = hand.some((refund) => refund.for === 'units');
      if (!capped && !lower) expect(has).toBeGreaterThanOrEqual(due);
    }),
    { numRuns: 300 },
  );
});

it('says that the customer has too much only where they have', () => {
  fc.assert(
    fc.property(story, (one) => {
      const { end, due, has } = told(one);
      const tooMuch = tooMuchByHand(end.data, end.intents, end.units, end.facts.lines);
      expect(tooMuch).toBeLessThanOrEqual(Math.max(0, has - due) + one.count);
    }),
    { numRuns: 300 },
  );
});
