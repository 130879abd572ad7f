import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { TransactionFacts } from '../../../policy/facts/order-facts.ts';
import { tendersFor } from '../../../web/shell/effects/tenders.ts';

const paid = (id: string, gateway: string, amount: number, more: Partial<TransactionFacts> = {}): TransactionFacts => ({
  id,
  parentId: null,
  kind: 'sale',
  status: 'success',
  gateway,
  amount,
  currency: 'USD' as TransactionFacts['currency'],
  processedAt: `2026-11-0${id}T10:00:00Z`,
  ...more,
});
const USD = 'USD' as TransactionFacts['currency'];
const card = paid('1', 'shopify_payments', 6000);
const gift = paid('2', 'gift_card', 2000);
const paypal = paid('3', 'paypal', 1640);
const parts = (total: number, how: Parameters<typeof tendersFor>[3], all = [card, gift, paypal]) =>
  tendersFor(all, total, USD, how).map(({ parentId, amount }) => [parentId, amount]);

describe('which payments a refund goes back to', () => {
  it.each([
    // The gift card takes all it can, then what was paid first.
    { how: 'gift_card_first', total: 1500, expected: [['2', 1500]] },
    {
      how: 'gift_card_first',
      total: 2500,
      expected: [
        ['2', 2000],
        ['1', 500],
      ],
    }, // prettier-ignore
    {
      how: 'newest_first',
      total: 2500,
      expected: [
        ['3', 1640],
        ['2', 860],
      ],
    }, // prettier-ignore
    {
      how: 'proportional',
      total: 4820,
      expected: [
        ['1', 3000],
        ['2', 1000],
        ['3', 820],
      ],
    }, // prettier-ignore
    // All of it is all of each, in whatever order.
    {
      how: 'proportional',
      total: 9640,
      expected: [
        ['1', 6000],
        ['2', 2000],
        ['3', 1640],
      ],
    }, // prettier-ignore
  ] as const)('$how, $total', ({ how, total, expected }) => {
    expect(parts(total, how)).toEqual(expected);
  });

  it('what went back before, or is on its way, is not there a second time', () => {
    const back = [
      paid('5', 'gift_card', 1200, { kind: 'refund', parentId: '2', status: 'pending' }),
      paid('6', 'gift_card', 500, { kind: 'refund', parentId: '2', status: 'failure' }),
    ];
    expect(parts(1000, 'gift_card_first', [card, gift, ...back])).toEqual([
      ['2', 800],
      ['1', 200],
    ]);
  });

  it('an authorization is no payment, its capture is; a refund that names the authorization counts for the capture', () => {
    const captured = [
      paid('1', 'shopify_payments', 9000, { kind: 'authorization' }),
      paid('2', 'shopify_payments', 9000, { kind: 'capture', parentId: '1' }),
      paid('3', 'shopify_payments', 4000, { kind: 'refund', parentId: '1' }),
    ];
    expect(parts(5000, 'gift_card_first', captured)).toEqual([['2', 5000]]);
    expect(() => parts(5001, 'gift_card_first', captured)).toThrow(/only/);
  });

  it('law: the parts add up to the amount, and none is more than is left of its payment', () => {
    const amounts = fc.array(fc.integer({ min: 1, max: 1_000_000 }), { minLength: 1, maxLength: 8 });
    const how = fc.constantFrom('gift_card_first', 'proportional', 'newest_first');
    fc.assert(
      fc.property(amounts, how, fc.double({ min: 0, max: 1, noNaN: true }), (all, order, share) => {
        const payments = all.map((amount, index) => paid(`${index + 1}`, index % 3 ? 'card' : 'gift_card', amount));
        const total = Math.floor(all.reduce((sum, one) => sum + one, 0) * share);
        const tenders = tendersFor(payments, total, USD, order as 'proportional');
        expect(tenders.reduce((sum, one) => sum + one.amount, 0)).toBe(total);
        for (const tender of tenders)
          expect(tender.amount).toBeLessThanOrEqual(payments.find((one) => one.id === tender.parentId)?.amount ?? 0);
      }),
    );
  });
});
