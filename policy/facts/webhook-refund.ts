import { PolicyError, quoted } from '../errors.ts';
import { parseCurrency } from '../money/currencies.ts';
import { parseAmount } from '../money/decimal.ts';
import { type Minor, sum } from '../money/money.ts';
import { type Currencies, instant, needPresentment, presentment } from './amounts.ts';
import type { RefundFacts, TransactionFacts } from './order-facts.ts';
import { child, children, has, id, missingFact, type Node, needCount, needId, text, word } from './read.ts';
import { UNNUMBERED } from './webhook-fulfillment.ts';

export const TRANSACTION_KINDS = ['authorization', 'sale', 'capture', 'refund', 'void', 'change'] as const;
export const TRANSACTION_STATUSES = ['success', 'pending', 'failure', 'error', 'awaiting_response', 'unknown'] as const;

export const transactionKind = (written: string | null): TransactionFacts['kind'] => {
  const kind = (written ?? '').toLowerCase().replace(/^emv_/, '');
  return TRANSACTION_KINDS.find((known) => known === kind) ?? 'other';
};

export const restockOf = (written: string | null): 'cancel' | 'return' | 'none' => {
  const restock = written?.toLowerCase();
  return restock === 'cancel' || restock === 'return' ? restock : 'none';
};

/** A payment of a REST order, in the currency that it says. */
export const orderTransaction = (node: Node, currencies: Currencies, orderedAt: string): TransactionFacts => {
  const set = child(node, 'amount_set');
  const told = has(node, 'currency') ? parseCurrency(node.value.currency, `${node.at}.currency`) : null;
  if (told !== null && told !== currencies.shop && told !== currencies.presentment) {
    const expected = [...new Set([currencies.presentment, currencies.shop])].join(' or ');
    throw new PolicyError('money/mixed-currencies', `${node.at}.currency`, `expected ${expected}, got ${quoted(told)}`);
  }
  const currency = set ? currencies.presentment : (told ?? currencies.presentment);
  return {
    id: id(node, 'id') ?? UNNUMBERED,
    parentId: id(node, 'parent_id'),
    kind: transactionKind(text(node, 'kind')),
    status: word(node, 'status', TRANSACTION_STATUSES) ?? 'unknown',
    gateway: text(node, 'gateway') ?? '',
    amount: set
      ? needPresentment(node, 'amount', currencies)
      : parseAmount(node.value.amount, currency, `${node.at}.amount`),
    currency,
    processedAt: instant(node, 'processed_at') ?? instant(node, 'created_at') ?? orderedAt,
  };
};

/** Shipping that a refund gave back: its own lines, or an adjustment in the older form. */
const refundedShipping = (node: Node, currencies: Currencies): { shipping: Minor; shippingTax: Minor } => {
  const lines = children(node, 'refund_shipping_lines');
  if (lines.length > 0) {
    return {
      shipping: sum(lines.map((line) => needPresentment(line, 'subtotal_amount', currencies))),
      shippingTax: sum(lines.map((line) => presentment(line, 'tax_amount', currencies) ?? 0)),
    };
  }
  const adjustments = children(node, 'order_adjustments').filter((a) => text(a, 'kind') === 'shipping_refund');
  return {
    // Adjustments are written as what they take from the order: negative.
    shipping: sum(adjustments.map((a) => Math.abs(needPresentment(a, 'amount', currencies)))),
    shippingTax: sum(adjustments.map((a) => Math.abs(presentment(a, 'tax_amount', currencies) ?? 0))),
  };
};

/** What a refund has to know of its order. */
export type Setting = Readonly<{
  currencies: Currencies;
  taxesIncluded: boolean;
  tipIds: ReadonlySet<string>;
  /** Stands in for the time of a payment that has none. */
  orderedAt: string;
}>;

/** Money that a refund moved or is moving. Without any word of payments: what its parts add up to. */
const paidOf = (node: Node, parts: Minor, { currencies, orderedAt }: Setting): Minor => {
  if (!has(node, 'transactions')) return parts;
  const moving = children(node, 'transactions')
    .map((t) => orderTransaction(t, currencies, orderedAt))
    .filter((t) => t.kind === 'refund' && (t.status === 'success' || t.status === 'pending'));
  if (moving.every((t) => t.currency === currencies.presentment)) return sum(moving.map((t) => t.amount));
  // Told in the shop's currency only: what the parts come to is what the customer got, where there are any.
  if (parts === 0) throw missingFact(`${node.at}.transactions[0].amount_set.presentment_money`);
  return parts;
};

/** Money of a refund that the payment provider could not give back. */
const failedOf = (node: Node, { currencies, orderedAt }: Setting): Minor =>
  sum(
    children(node, 'transactions')
      .map((t) => orderTransaction(t, currencies, orderedAt))
      .filter((t) => t.kind === 'refund' && (t.status === 'failure' || t.status === 'error'))
      .filter((t) => t.currency === currencies.presentment)
      .map((t) => t.amount),
  );

/**
 * A refund of a REST order. Lines that are tips are no goods: what a refund gave back of them is in `paid` only.
 */
export const webhookRefund = (node: Node, setting: Setting): RefundFacts => {
  const { currencies, taxesIncluded, tipIds, orderedAt } = setting;
  const all = children(node, 'refund_line_items').map((line) => ({
    lineItemId: needId(line, 'line_item_id'),
    quantity: needCount(line, 'quantity'),
    subtotal: presentment(line, 'subtotal', currencies) ?? 0,
    tax: presentment(line, 'total_tax', currencies) ?? 0,
    restock: restockOf(text(line, 'restock_type')),
  }));
  const { shipping, shippingTax } = refundedShipping(node, currencies);
  const duties = sum(children(node, 'duties').map((duty) => presentment(duty, 'amount', currencies) ?? 0));
  const tax = taxesIncluded ? 0 : sum(all.map((line) => line.tax)) + shippingTax;
  const failed = failedOf(node, setting);
  const parts = sum(all.map((line) => line.subtotal)) + shipping + duties + tax;
  return {
    id: id(node, 'id') ?? UNNUMBERED,
    createdAt: instant(node, 'created_at') ?? instant(node, 'processed_at') ?? orderedAt,
    note: text(node, 'note'),
    lines: all.filter((line) => !tipIds.has(line.lineItemId)),
    shipping,
    shippingTax,
    duties,
    paid: paidOf(node, parts, setting),
    ...(failed === 0 ? {} : { failed }),
  };
};
