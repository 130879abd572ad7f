import type { Breakdown } from '../decision.ts';
import { breakdownOf, NOTHING, type Parts } from './breakdown.ts';
import type { Context } from './context.ts';
import type { Units } from './lines.ts';
import {
  dutiesLeft,
  isOnlyAuthorized,
  leftToRefund,
  receivedOf,
  shippingLeft,
  shippingPaid,
  shippingTaxLeft,
  shippingTaxPaid,
} from './paid.ts';
import { dutiesOf, itemsOf, shareOf, taxOf } from './shares.ts';

/** How much of what belongs to the whole order goes back with a part of it. */
export type OrderShare = 'keep' | 'share' | 'all';

const wants = (setting: 'by_clause' | 'always' | 'never'): boolean => setting !== 'never';

/**
 * What goes back for units that are not delivered (P9, P11): all that was paid for them.
 * @param whole they are all that is left and nothing has shipped: then nothing of the order is kept
 * @param part  what goes back of shipping where they are not the whole
 */
export const refundUndelivered = (
  { order, settings, ledger }: Context,
  units: readonly Units[],
  whole: boolean,
  part: OrderShare,
): Breakdown | null => {
  if (receivedOf(order) === 0) {
    return isOnlyAuthorized(order) ? breakdownOf(order.currency, NOTHING, [], 0) : null;
  }
  const share = whole ? 'all' : part;
  const ofOrder = (paid: number, left: number): number => {
    if (share === 'keep') return 0;
    return share === 'all' ? left : Math.min(left, shareOf(ledger, paid, units));
  };
  const tipsShare = whole ? order.tips : shareOf(ledger, order.tips, units);
  const parts: Parts = {
    items: itemsOf(units),
    tax: taxOf(order, units) + ofOrder(shippingTaxPaid(order), shippingTaxLeft(order)),
    shipping: ofOrder(shippingPaid(order), shippingLeft(order)),
    duties: wants(settings['duties.refund']) ? Math.min(dutiesLeft(order), dutiesOf(units)) : 0,
    tips: wants(settings['tips.refund']) ? tipsShare : 0,
  };
  return breakdownOf(order.currency, parts, [], leftToRefund(order));
};
