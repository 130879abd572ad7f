import type { Breakdown } from '../../policy/decision.ts';
import { formatMoney } from '../../policy/format.ts';

/**
 * Shopify's own sum for an amount beside the policy's, in one sentence for the person who has to look. Where the tip is
 * all that differs, what to do is known: Shopify gives a tip back with the whole order, and no share of it (A28).
 * @param theirs  minor units
 */
export const bothSums = ({ total, tips, currency }: Breakdown, theirs: number): string => {
  const shown = (minor: number): string => formatMoney(minor, currency);
  const sums = `Shopify reckons ${shown(theirs)}, the policy ${shown(total)}`;
  return tips > 0 && total - theirs === tips
    ? `${sums}: Shopify does not give back the tip of ${shown(tips)} with a part of an order; refund ${shown(total)} in Shopify by hand, and say here that it was paid another way`
    : sums;
};
