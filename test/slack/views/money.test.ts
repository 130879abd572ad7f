import fc from 'fast-check';
import { expect, it } from 'vitest';
import { breakdownText, estimateText, TABLE_WIDTH } from '../../../slack/views/money.ts';
import { bothSums } from '../../../slack/views/money-actions.ts';
import { aBreakdown, anIntent } from '../support/builders.ts';

const linesOf = (text: string | null): string[] => (text ?? '').split('\n').slice(1, -1);

it('a label that is too long for a narrow thread goes on below, and its amount stands beside its end', () => {
  const money = aBreakdown({
    deductions: [{ clause: 'P12', label: 'original shipping of a free order', amount: 750 }],
    total: 8890,
  });
  expect(linesOf(breakdownText(money))).toEqual([
    'Goods                       $80.00',
    'Tax                          $6.40',
    'Shipping                    $10.00',
    'Original shipping of a',
    '  free order (P12)          −$7.50',
    '──────────────────────────────────',
    'Refund                      $88.90',
  ]);
});

it('no table of money is wider than a narrow thread', () => {
  const amount = fc.nat(999_999);
  const deductions = fc.array(
    fc.record({
      clause: fc.constantFrom('P12' as const, null),
      label: fc.string({ maxLength: 80, unit: fc.constantFrom('a', 'b', 'refunded', ' ') }),
      amount,
    }),
    { maxLength: 8 },
  );
  fc.assert(
    fc.property(deductions, amount, fc.constantFrom('USD', 'JPY', 'GBP'), (taken, total, currency) => {
      const money = aBreakdown({ currency, deductions: taken, total });
      const suggested = { amount: total + 1, items: total, tax: 0, shipping: 0, fees: total };
      for (const text of [
        breakdownText(money),
        estimateText({ ...money, missing: [] }),
        bothSums(anIntent({ breakdown: money, suggested } as never)),
      ])
        for (const line of linesOf(text)) expect(line.length).toBeLessThanOrEqual(TABLE_WIDTH);
    }),
  );
});
