import type { Breakdown, Decision, ReturnPostage } from '../decision.ts';
import { amountIn } from '../money/decimal.ts';
import { type Minor, sum } from '../money/money.ts';
import { breakdownOf, type Deduction, type Parts } from './breakdown.ts';
import { type Context, settingsFor } from './context.ts';
import type { Units } from './lines.ts';
import { dutiesLeft, leftToRefund, shippingLeft, shippingPaid, shippingTaxLeft, shippingTaxPaid } from './paid.ts';
import { AMONG_SHIPPED, dutiesOf, itemsOf, paidFor, shareOf, taxOf } from './shares.ts';
import type { Terms } from './terms.ts';

/** What the deduction is called: Shopify takes it as a percentage of each line, apart from what shipping costs. */
export const RESTOCKING_FEE = 'restocking fee';

export type Fees = Readonly<{
  returnPostage?: ReturnPostage;
  originalShippingCost?: Minor;
  /** What missing parts cost, as found at the inspection. */
  missingParts?: Minor;
}>;

export type Priced = Readonly<{
  breakdown: Breakdown;
  reimbursement: Decision['reimbursement'];
  /** What has to be known before the refund is final. */
  missing: readonly string[];
  /** What has to be known before the reimbursement is. */
  missingToReimburse: readonly string[];
}>;

/** Whether the customer paid nothing for shipping what comes back. */
export const shippedFree = (context: Context, units: readonly Units[]): boolean =>
  shippingPaid(context.order) === 0 && units.some((u) => u.entry.line.requiresShipping);

/**
 * What a free shipment cost us: as told, else by the rate table where the merchant keeps one. Null where unknown, or
 * where the table's amount is none of the order's currency.
 */
const freeShippingCost = ({ order, settings }: Context, told: Minor | undefined): Minor | null => {
  if (told !== undefined) return told;
  if (settings['originalShipping.freeOrders'] !== 'rate_table') return null;
  const rates = settings['originalShipping.rates'];
  const rate = (order.shipTo === null ? undefined : rates[order.shipTo]) ?? rates['*'];
  return rate === undefined ? null : amountIn(rate, order.currency);
};

const extra = (setting: 'by_clause' | 'always' | 'never', terms: Terms, amount: () => Minor): Minor =>
  setting === 'always' || (setting === 'by_clause' && terms.extras === 'share') ? amount() : 0;

const partsOf = ({ order, settings, ledger }: Context, terms: Terms, units: readonly Units[]): Parts => {
  const share = (paid: Minor, left: Minor): Minor =>
    terms.shipping === 'share' ? Math.min(left, shareOf(ledger, paid, units)) : 0;
  return {
    items: itemsOf(units),
    tax: taxOf(order, units) + share(shippingTaxPaid(order), shippingTaxLeft(order)),
    shipping: share(shippingPaid(order), shippingLeft(order)),
    duties: extra(settings['duties.refund'], terms, () => Math.min(dutiesLeft(order), dutiesOf(units))),
    tips: extra(settings['tips.refund'], terms, () => shareOf(ledger, order.tips, units)),
  };
};

/** A percentage of what was paid for the goods, tax included either way; half a unit is rounded to the customer. */
const restockingFee = (context: Context, units: readonly Units[]): Minor =>
  sum(
    units.map((unit) => {
      const percent = settingsFor(context, unit.entry.line.productId).restockingFee;
      return Math.ceil((paidFor(context.order, unit) * Math.round(percent * 100)) / 10_000 - 0.5);
    }),
  );

/** What is refunded for units that come back, under the terms that their return has. */
export const priceReturn = (context: Context, terms: Terms, units: readonly Units[], fees: Fees): Priced => {
  const { order } = context;
  const missing: string[] = [];
  const deductions: Deduction[] = [];
  const postage = fees.returnPostage;
  if (postage?.paidBy === 'merchant' && terms.ourLabel !== 'free') {
    if (postage.amount !== undefined) {
      const label = terms.ourLabel === 'deduct' ? 'return label' : 'the way back of a refused parcel';
      deductions.push({ clause: terms.clause, label, amount: postage.amount });
    } else if (terms.ourLabel === 'deduct') missing.push('returnPostage.amount');
  }
  if (terms.freeShippingCost === 'deduct' && shippedFree(context, units)) {
    const cost = freeShippingCost(context, fees.originalShippingCost);
    if (cost === null) missing.push('originalShippingCost');
    else
      deductions.push({
        clause: 'P12',
        label: 'original shipping of a free order',
        amount: shareOf(context.ledger, cost, units, AMONG_SHIPPED),
      });
  }
  if (terms.restocking)
    deductions.push({ clause: terms.clause, label: RESTOCKING_FEE, amount: restockingFee(context, units) });
  if (fees.missingParts) deductions.push({ clause: 'P33', label: 'missing parts', amount: fees.missingParts });

  const breakdown = breakdownOf(order.currency, partsOf(context, terms, units), deductions, leftToRefund(order));
  const owed = postage?.paidBy === 'customer' && terms.theirPostage === 'reimburse';
  return {
    breakdown,
    missing,
    missingToReimburse: owed && postage.amount === undefined ? ['returnPostage.amount'] : [],
    reimbursement:
      owed && postage.amount ? { currency: order.currency, amount: postage.amount, clause: terms.clause } : null,
  };
};
