import type { ClauseId } from '../clauses.ts';
import type { Breakdown } from '../decision.ts';
import type { Currency, Minor } from '../money/money.ts';

export type Deduction = Readonly<{ clause: ClauseId | null; label: string; amount: Minor }>;

export type Parts = Readonly<{ items: Minor; tax: Minor; shipping: Minor; duties: Minor; tips: Minor }>;

export const NOTHING: Parts = { items: 0, tax: 0, shipping: 0, duties: 0, tips: 0 };

const CAPPED = 'limited to what is left to refund';

/**
 * Parts and deductions summed up. No deduction takes more than there is (nobody is charged), and nothing above
 * `atMost` goes back: that cap is a deduction of its own, so that the sum always holds.
 */
export const breakdownOf = (
  currency: Currency,
  parts: Parts,
  asked: readonly Deduction[],
  atMost: Minor,
): Breakdown => {
  let total = parts.items + parts.tax + parts.shipping + parts.duties + parts.tips;
  const deductions: Deduction[] = [];
  const deduct = ({ clause, label, amount }: Deduction): void => {
    const taken = Math.min(amount, total);
    if (taken === 0) return;
    total -= taken;
    deductions.push({ clause, label: taken < amount ? `${label}, as far as it goes` : label, amount: taken });
  };
  for (const deduction of asked) deduct(deduction);
  if (total > atMost) deduct({ clause: null, label: CAPPED, amount: total - atMost });
  return { currency, ...parts, deductions, total };
};
