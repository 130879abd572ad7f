import type { Breakdown, Decision } from '../../policy/decision.ts';
import type { Currency } from '../../policy/money/money.ts';

export const nothingDue = (currency: Currency): Breakdown => ({
  currency,
  items: 0,
  tax: 0,
  shipping: 0,
  duties: 0,
  tips: 0,
  deductions: [],
  total: 0,
});

/**
 * What a cancellation that the policy grants gives back (P11): nothing where nothing was paid nor reserved, of which the
 * policy itself says no sum. @returns null where it is not granted
 */
export const cancellationDue = ({ verdict, action, refund }: Decision, currency: Currency): Breakdown | null =>
  verdict === 'granted' && (action === 'cancel_order' || action === 'refund_lines')
    ? (refund ?? nothingDue(currency))
    : null;
