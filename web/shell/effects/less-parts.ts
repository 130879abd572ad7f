import type { SuggestedMoney } from '../../../policy/app/ports.ts';
import type { RefundIntentRecord } from '../../../policy/app/records.ts';
import { BY_HAND } from '../by-hand.ts';

/**
 * What Shopify's own sum can't know. P33: what missing parts cost is found when the goods are looked at, and Shopify
 * takes fees only when a return is made. And what somebody gave back by hand without naming units. So its sum is
 * compared, and sent, less these deductions; every other difference still stops the money.
 */
export const lessParts = (intent: RefundIntentRecord, suggested: SuggestedMoney): SuggestedMoney => {
  const parts = intent.breakdown.deductions
    .filter((deduction) => deduction.clause === 'P33' || deduction.label === BY_HAND)
    .reduce((sum, deduction) => sum + deduction.amount, 0);
  if (parts === 0) return suggested;
  let left = parts;
  // The last payment gives way first: the ones before it go back in the order that Shopify chose.
  const tenders = suggested.tenders
    .toReversed()
    .map((tender) => {
      const off = Math.min(left, tender.amount);
      left -= off;
      return { ...tender, amount: tender.amount - off };
    })
    .toReversed()
    .filter((tender) => tender.amount > 0);
  return { ...suggested, amount: Math.max(0, suggested.amount - parts), tenders };
};
