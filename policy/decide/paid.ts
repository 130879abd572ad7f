import { PolicyError } from '../errors.ts';
import type { OrderFacts } from '../facts/order-facts.ts';
import { type Minor, sum } from '../money/money.ts';

const byStatus = (order: OrderFacts): Minor => {
  switch (order.financialStatus) {
    case 'paid':
    case 'partially_refunded':
    case 'refunded':
      return order.total;
    case 'pending':
    case 'authorized':
    case 'voided':
    case 'expired':
      return 0;
    case 'partially_paid':
      if (order.outstanding !== undefined) return Math.max(0, order.total - order.outstanding);
      throw new PolicyError(
        'facts/missing',
        'order.transactions',
        'the order is partly paid and tells neither its payments nor what is outstanding',
      );
    default:
      return order.financialStatus satisfies never;
  }
};

/** What the customer has paid so far, in the order's currency: its payments where they are told, else by its status. */
export const receivedOf = (order: OrderFacts): Minor => {
  const payments = order.transactions.filter(
    (t) => t.status === 'success' && t.currency === order.currency && (t.kind === 'sale' || t.kind === 'capture'),
  );
  if (payments.length === 0) return byStatus(order);
  const change = order.transactions.filter((t) => t.status === 'success' && t.kind === 'change');
  return sum(payments.map((t) => t.amount)) - sum(change.map((t) => t.amount));
};

/**
 * The amount that an order is told apart by: what was paid for it, or its total while nothing was. After an exchange
 * Shopify's total counts what came back and what went out for it, and nobody paid both.
 */
export const amountOf = (order: OrderFacts): Minor =>
  order.financialStatus === 'paid' || /refunded$/.test(order.financialStatus) ? receivedOf(order) : order.total;

/**
 * What went back already, or is on its way.
 * @throws PolicyError `facts/missing` where something went back and nobody tells how much: it could be paid twice
 */
export const refundedOf = (order: OrderFacts): Minor => {
  const transactions = order.transactions.filter(
    (t) => t.kind === 'refund' && (t.status === 'success' || t.status === 'pending') && t.currency === order.currency,
  );
  const refunded = Math.max(sum(order.refunds.map((refund) => refund.paid)), sum(transactions.map((t) => t.amount)));
  if (refunded === 0 && order.total > 0 && /refunded$/.test(order.financialStatus)) {
    throw new PolicyError(
      'facts/missing',
      'order.refunds',
      `the order is ${order.financialStatus.replace('_', ' ')} and tells of no refund: ask Shopify for them`,
    );
  }
  return refunded;
};

/** The most that may still go back. */
export const leftToRefund = (order: OrderFacts): Minor => Math.max(0, receivedOf(order) - refundedOf(order));

/** Money is reserved and none was taken: what a cancellation gives back is the reservation. */
export const isOnlyAuthorized = (order: OrderFacts): boolean =>
  receivedOf(order) === 0 && (order.financialStatus === 'authorized' || order.financialStatus === 'partially_paid');

/** Shipping as the customer paid it, before anything went back. */
export const shippingPaid = (order: OrderFacts): Minor => sum(order.shippingLines.map((line) => line.total));
export const shippingTaxPaid = (order: OrderFacts): Minor =>
  order.taxesIncluded ? 0 : sum(order.shippingLines.map((line) => line.tax));

export const shippingLeft = (order: OrderFacts): Minor =>
  Math.max(0, shippingPaid(order) - sum(order.refunds.map((refund) => refund.shipping)));
export const shippingTaxLeft = (order: OrderFacts): Minor =>
  Math.max(0, shippingTaxPaid(order) - (order.taxesIncluded ? 0 : sum(order.refunds.map((r) => r.shippingTax))));
export const dutiesLeft = (order: OrderFacts): Minor =>
  Math.max(0, sum(order.lines.map((l) => l.duties)) - sum(order.refunds.map((refund) => refund.duties)));
