import { describe, expect, it } from 'vitest';
import { isUnderWay } from '../../policy/app/money-under-way.ts';
import { nextStep } from '../../policy/app/next-step.ts';
import { notAccepted } from '../../policy/app/not-accepted.ts';
import type { CaseData, ReturnData, ShipFirst, UnitRecord } from '../../policy/app/records.ts';
import { compareSums, previewText, type ReturnSums } from '../../policy/app/return-preview.ts';
import { isAsked, isReplaced, payoutWords, shipsFirst } from '../../policy/app/ship-first.ts';

const asked: ShipFirst = {
  because: 'she travels on Friday',
  by: 'person-1',
  byName: 'Ana',
  intentIds: ['first'],
  dropped: false,
  worth: 96_12,
  sentAt: null,
  backBy: null,
};
const ofReturn = (shipFirst?: ShipFirst | null): CaseData =>
  ({
    kind: 'return',
    reason: 'wrong_item',
    rma: null,
    ...(shipFirst === undefined ? {} : { shipFirst }),
  }) as unknown as ReturnData;
const cancellation: CaseData = { kind: 'cancellation', lines: null, because: null, jobResult: null };
const sent = { ...asked, sentAt: '2026-11-29T12:00:00.000Z' };

describe('P17: a replacement before its goods', () => {
  it.each([
    { what: 'nobody asked for one', data: ofReturn(), asked: false, replaced: false, first: false },
    { what: 'nobody asks any more', data: ofReturn(null), asked: false, replaced: false, first: false },
    { what: 'somebody asks', data: ofReturn(asked), asked: true, replaced: false, first: true },
    { what: 'it was dropped', data: ofReturn({ ...asked, dropped: true }), asked: false, replaced: false, first: true },
    { what: 'it is out', data: ofReturn(sent), asked: false, replaced: true, first: true },
    { what: 'a cancellation has none', data: cancellation, asked: false, replaced: false, first: false },
  ])('$what', ({ data, asked: isWanted, replaced, first }) => {
    expect(isAsked(data)).toBe(isWanted);
    expect(isReplaced(data)).toBe(replaced);
    expect(shipsFirst(data, 'first') !== null).toBe(first);
    expect(shipsFirst(data, 'another amount')).toBeNull();
  });

  it('is called by what its goods are worth, any other amount by what is paid', () => {
    const amount = (id: string) => ({ id, breakdown: { total: id === 'first' ? 0 : 5_00, currency: 'USD' } });
    expect(payoutWords(ofReturn(asked), amount('first'))).toBe('replacement before its goods (worth $96.12)');
    expect(payoutWords(ofReturn(asked), amount('second'))).toBe('refund of $5.00');
  });

  it.each([
    ['awaiting_approval', true],
    ['unknown', true],
    ['succeeded', false],
    ['rejected', false],
  ] as const)('an amount that is %s is under way: %s', (state, is) => {
    expect(isUnderWay({ state })).toBe(is);
  });

  it.each([
    {
      state: 'expired',
      data: ofReturn(sent),
      says: /replacement is out: wait for its goods, or write them off — agent/,
    },
    { state: 'suspected_lost', data: ofReturn(sent), says: /replacement is out/ },
    { state: 'suspected_lost', data: ofReturn(asked), says: /^(?!.*replacement is out)/ },
    { state: 'settling', data: ofReturn(sent), says: /^(?!.*write them off)/ },
  ])('in $state the next step is $says', ({ state, data, says }) => {
    expect(nextStep({ case: { kind: 'return', state, data }, units: [], intents: [], deadlines: [] })).toMatch(says);
  });
});

describe('P25, P22: what is here and stays the customer’s', () => {
  const unit = (goods: string, money = 'none') => ({ goods, money }) as UnitRecord;
  it.each([
    { state: 'received', units: [unit('rejected'), unit('accepted')], count: 1 },
    { state: 'declined', units: [unit('arrived'), unit('expected'), unit('missing')], count: 1 },
    { state: 'declined', units: [unit('arrived', 'paid')], count: 0 },
    { state: 'closed', units: [unit('arrived')], count: 0 },
  ])('in $state: $count', ({ state, units, count }) => {
    expect(notAccepted({ state }, units)).toHaveLength(count);
  });
});

describe('what a return comes to before it is made', () => {
  const sums: ReturnSums = { items: 89_00, tax: 7_12, restocking: 0, shippingFee: 0, exchange: null };
  it('is nothing to speak of where both reckon the same', () => {
    expect(compareSums(sums, { ...sums })).toBeNull();
  });

  it('is told in both columns from one minor unit on', () => {
    const preview = compareSums(sums, { ...sums, tax: 7_13, exchange: 96_12 });
    expect(preview).toEqual({ policy: sums, shopify: { ...sums, tax: 7_13, exchange: 96_12 } });
    expect(previewText(preview as NonNullable<typeof preview>, 'USD')).toBe(
      'before anything comes back Shopify reckons tax $7.13, the policy $7.12; what goes out in exchange $96.12, the policy nothing',
    );
  });
});
