import { describe, expect, it } from 'vitest';
import type { RefundIntentRecord } from '../../../policy/app/records.ts';
import type { RefundFacts } from '../../../policy/facts/order-facts.ts';
import { lessByHand, tooMuchByHand } from '../../../web/shell/by-hand.ts';
import { refundAttribute } from '../../../web/shell/commands/refund-attribute.ts';
import type { World } from '../../../web/shell/handler.ts';
import { handRefundNews } from '../../../web/shell/order-news/hand-refunds.ts';
import { aCase, context, order, returnData, unit, world } from './return-world.ts';

/** Units that somebody refunded in Shopify by hand: paid where money moved; else owed until a person has looked. */

const LATER = '2026-11-23T16:00:00.000Z';
const byHand = (paid: number): RefundFacts => ({
  id: '77',
  createdAt: LATER,
  paid,
  note: 'by phone',
  lines: [{ lineItemId: '1', quantity: 1, restock: 'no_restock' }] as never,
  shipping: 0,
  shippingTax: 0,
  duties: 0,
});

const here = (): World => {
  const record = aCase({ state: 'authorized', data: returnData() });
  const units = [unit(), unit({ id: 'unit-2', index: 1 })];
  return world({
    case: record,
    units,
    files: [{ record, units, intents: [], deadlines: [] }] as never,
  });
};

const news = (paid: number) => {
  const before = here();
  const facts = { ...order(), refunds: [byHand(paid)] };
  return { before, changes: handRefundNews(before, order(), facts, context(undefined, LATER)) };
};

describe('a refund by hand that names a unit of the return', () => {
  it('settles it where money moved', () => {
    const { changes } = news(4320);
    expect(changes?.units?.map(({ id, money }) => [id, money])).toEqual([
      ['unit-1', 'paid'],
      ['unit-2', 'none'],
    ]);
    expect(changes?.cases?.[0]?.data.byHand).toEqual([{ refundId: '77', amount: 4320, for: 'units' }]);
  });

  it('leaves it owed where none did, and stops with a person', () => {
    const { changes } = news(0);
    expect(changes?.units?.map(({ money }) => money)).toEqual(['none', 'none']);
    expect(changes?.cases?.[0]?.data.byHand).toEqual([{ refundId: '77', amount: 0, for: null, unitIds: ['unit-1'] }]);
  });

  const attribute = (to: 'line' | 'shipping' | 'goodwill') => {
    const { before, changes } = news(0);
    const record = changes?.cases?.[0] ?? null;
    return refundAttribute.decide(
      { ...before, case: record },
      { kind: 'refund.attribute', caseId: 'case-1', refundId: '77', to },
      context(undefined, LATER),
    );
  };

  it('is settled once a person says that it was for the goods', () => {
    const verdict = attribute('line');
    expect(verdict).toMatchObject({ changes: { units: [{ id: 'unit-1', money: 'paid' }] } });
  });

  it.each(['shipping', 'goodwill'] as const)('can not have been for %s: nothing was given', (to) => {
    expect(attribute(to)).toMatchObject({
      ok: false,
      code: 'invalid',
      because: expect.stringMatching(/no money moved/),
    });
  });
});

describe('what was given by hand for goods that were paid for before', () => {
  const given = (what: 'line' | 'shipping' | 'goodwill' | 'units') =>
    returnData({ byHand: [{ refundId: '77', amount: 1607, for: what }] });
  const refund = (state: string, deductions: readonly object[] = [], parts: object = {}) =>
    ({
      state,
      unitIds: ['unit-1'],
      breakdown: { items: 4000, tax: 320, shipping: 500, duties: 0, tips: 0, deductions, ...parts },
    }) as unknown as RefundIntentRecord;
  const less = { label: 'refunded by hand already', clause: 'P17', amount: 1607 };
  const paid = [unit({ money: 'paid' })];
  const both = [...paid, unit({ id: 'unit-2', index: 1, money: 'paid' })];
  /** The other unit, 48.20 with its shipping, was settled by hand for as much. */
  const other = (amount: number, line: number) =>
    returnData({
      byHand: [
        { refundId: '77', amount: line, for: 'line' },
        { refundId: '78', amount, for: 'units' },
      ],
    });
  type Asked = readonly [
    Parameters<typeof tooMuchByHand>[0],
    Parameters<typeof tooMuchByHand>[1],
    Parameters<typeof tooMuchByHand>[2],
  ];

  it.each<[string, number, Asked]>([
    ['is too much where nothing is left', 1607, [given('line'), [refund('succeeded')], paid]],
    ['so is carriage', 1607, [given('shipping'), [refund('succeeded')], paid]],
    ['goodwill is not', 0, [given('goodwill'), [refund('succeeded')], paid]],
    ['nor what names its units', 0, [given('units'), [refund('succeeded')], paid]],
    ['not where it was taken off', 0, [given('line'), [refund('succeeded', [less])], paid]],
    ['nor where a cap took it off', 0, [given('line'), [refund('succeeded', [{ ...less, clause: null }])], paid]],
    ['only what was not', 607, [given('line'), [refund('succeeded', [{ ...less, amount: 1000 }])], paid]],
    ['not before our own refund', 0, [given('line'), [refund('awaiting_approval')], paid]],
    ['not while a unit is owed', 0, [given('line'), [refund('succeeded')], [...paid, unit({ id: 'unit-2' })]]],
    ['not what the other unit still lacked', 0, [other(4319, 501), [refund('succeeded')], both]],
    ['nor to the cent', 0, [other(4319, 502), [refund('succeeded')], both]],
    ['only what is beyond its share', 1107, [other(4320, 1607), [refund('succeeded')], both]],
  ])('%s: %i', (_what, amount, [data, intents, units]) => {
    expect(tooMuchByHand(data, intents, units, order().lines)).toBe(amount);
  });
});

describe('shipping that was given back by hand', () => {
  const due = {
    currency: 'USD',
    items: 8000,
    tax: 640,
    shipping: 600,
    duties: 0,
    tips: 0,
    deductions: [],
    total: 9240,
  };
  const given = (more: Partial<RefundFacts>) => {
    const refund = { ...byHand(400), lines: [], ...more };
    const changes = handRefundNews(here(), order(), { ...order(), refunds: [refund] }, context(undefined, LATER));
    const all = changes?.cases?.[0]?.data.byHand ?? [];
    return returnData({ byHand: all.map((one) => ({ ...one, for: 'shipping' as const })) });
  };

  it('and that Shopify has down as such is not taken off again: the policy gives only what is left of it', () => {
    expect(lessByHand(due, given({ shipping: 400 }), []).total).toBe(9240);
    expect(lessByHand(due, given({ shipping: 370, shippingTax: 30 }), []).total).toBe(9240);
  });

  it('as a mere amount is taken off', () => {
    expect(lessByHand(due, given({}), []).total).toBe(8840);
  });
});

describe('a refund by hand for one unit of a line that two open returns are about', () => {
  const files = ['case-1', 'case-2'].map((id) => ({
    record: aCase({ id, data: returnData({ lines: [{ lineItemId: '1', quantity: 1 }] }) }),
    units: [unit({ id: `${id}-unit`, caseId: id })],
    intents: [],
    deadlines: [],
  }));
  const of = (index: number, quantity: number) => {
    const { record, units } = files[index] as (typeof files)[number];
    const before = world({ case: record, units, files: files as never });
    const refund = { ...byHand(4320), lines: [{ lineItemId: '1', quantity, restock: 'none' }] as never };
    const changes = handRefundNews(before, order(), { ...order(), refunds: [refund] }, context(undefined, LATER));
    return { before, changes };
  };
  const told = (index: number, to: 'line' | 'goodwill') => {
    const { before, changes } = of(index, 1);
    const verdict = refundAttribute.decide(
      { ...before, case: changes?.cases?.[0] ?? null },
      { kind: 'refund.attribute', caseId: before.case?.id ?? '', refundId: '77', to },
      context(undefined, LATER),
    );
    return 'changes' in verdict ? verdict.changes : undefined;
  };

  it.each([0, 1])('settles the unit of neither (%i) before a person has said whose it was', (index) => {
    const { changes } = of(index, 1);
    expect(changes?.units?.map(({ money }) => money)).toEqual(['none']);
    expect(changes?.cases?.[0]?.data.byHand).toMatchObject([{ for: null, amount: 4320 }]);
  });

  it('is of units in the one that it was for, and leaves what is due for the others', () => {
    const its = told(0, 'line');
    expect(its?.units?.map(({ money }) => money)).toEqual(['paid']);
    expect(its?.cases?.[0]?.data.byHand?.[0]?.for).toBe('units');
    const other = told(1, 'goodwill');
    expect(other?.units ?? []).toEqual([]);
    expect(other?.cases?.[0]?.data.byHand?.[0]?.for).toBe('goodwill');
  });

  it('settles both where it names both', () => {
    for (const index of [0, 1]) expect(of(index, 2).changes?.units?.map(({ money }) => money)).toEqual(['paid']);
  });
});
