import { parseCurrency } from '../money/currencies.ts';
import { sum } from '../money/money.ts';
import { type Currencies, instant, needPresentment, notNegative, presentment } from './amounts.ts';
import { checkedOrder } from './checked-order.ts';
import type { OrderContact, OrderFacts } from './order-facts.ts';
import { asNode, child, children, count, flag, has, missingFact, type Node, needId, text, word } from './read.ts';
import { webhookContact } from './webhook-contact.ts';
import { webhookFulfillment } from './webhook-fulfillment.ts';
import { webhookLine, webhookShippingLine } from './webhook-lines.ts';
import { orderTransaction, webhookRefund } from './webhook-refund.ts';

export const FINANCIAL_STATUSES = [
  'pending',
  'authorized',
  'partially_paid',
  'paid',
  'partially_refunded',
  'refunded',
  'voided',
  'expired',
] as const;

const isTip = (line: Node): boolean => has(line, 'tip');

/** A tip is a line of the order where the customer left one at checkout; it is no goods. */
const tipsOf = (order: Node, currencies: Currencies) => {
  const tips = children(order, 'line_items').filter(isTip);
  if (tips.length > 0) return sum(tips.map((tip) => notNegative(needPresentment(tip, 'price', currencies), tip.at)));
  if (Number(order.value.total_tip_received ?? 0) === 0 && !has(order, 'total_tip_received_set')) return 0;
  return notNegative(needPresentment(order, 'total_tip_received', currencies), `${order.at}.total_tip_received`);
};

/** A line that says it has shipped while the order tells of no parcel. */
const demandFulfillments = (order: Node): void => {
  if (children(order, 'fulfillments').length > 0) return;
  const shipped =
    /^(fulfilled|partial)$/.test(text(order, 'fulfillment_status') ?? '') ||
    children(order, 'line_items').some((line) => /^(fulfilled|partial)$/.test(text(line, 'fulfillment_status') ?? ''));
  if (shipped) throw missingFact(`${order.at}.fulfillments`);
};

const taxesIncludedOf = (order: Node): boolean => {
  const included = flag(order, 'taxes_included');
  if (included !== null) return included;
  const taxed = [...children(order, 'line_items'), ...children(order, 'shipping_lines')].some(
    (line) => children(line, 'tax_lines').length > 0,
  );
  if (taxed) throw missingFact(`${order.at}.taxes_included`);
  return false;
};

const financialStatus = (order: Node): OrderFacts['financialStatus'] => {
  const status = word(order, 'financial_status', FINANCIAL_STATUSES);
  if (status === null) throw missingFact(`${order.at}.financial_status`);
  return status;
};

const shopMoney = (order: Node, key: string, currencies: Currencies) => {
  const set = child(order, `${key}_set`);
  const value = set ? { [key]: child(set, 'shop_money')?.value.amount } : { [key]: order.value[key] };
  return presentment({ at: order.at, value }, key, { shop: currencies.shop, presentment: currencies.shop });
};

/**
 * Facts and contact of an Order as Shopify posts it to `orders/*` (REST form; read with `parseJson`).
 * Not told there, and null: returns, disputes, inventory items, fulfilment line items, delivery dates.
 * @throws PolicyError naming the field that is missing, ill-typed, or contradicts another
 * @see https://shopify.dev/docs/api/admin-rest/latest/resources/order
 */
export const parseWebhookOrder = (json: unknown): { facts: OrderFacts; contact: OrderContact } => {
  const order = asNode(json, 'order');
  const orderId = needId(order, 'id');
  const shop = parseCurrency(order.value.currency, 'order.currency');
  const currencies = {
    shop,
    presentment: has(order, 'presentment_currency')
      ? parseCurrency(order.value.presentment_currency, 'order.presentment_currency')
      : shop,
  };
  const createdAt = instant(order, 'created_at') ?? instant(order, 'processed_at') ?? instant(order, 'updated_at');
  if (createdAt === null) throw missingFact('order.created_at');
  const taxesIncluded = taxesIncludedOf(order);
  demandFulfillments(order);
  const lineNodes = children(order, 'line_items');
  const tipIds = new Set(lineNodes.filter(isTip).map((line) => needId(line, 'id')));
  const refunds = children(order, 'refunds').map((refund) =>
    webhookRefund(refund, { currencies, taxesIncluded, tipIds, orderedAt: createdAt }),
  );
  const refundedOf = (lineItemId: string): number =>
    sum(refunds.flatMap((refund) => refund.lines.filter((l) => l.lineItemId === lineItemId).map((l) => l.quantity)));
  const lines = lineNodes
    .filter((line) => !isTip(line))
    .map((line) => webhookLine(line, currencies, taxesIncluded, refundedOf(needId(line, 'id'))));
  const shippingLines = children(order, 'shipping_lines')
    .filter((line) => flag(line, 'is_removed') !== true)
    .map((line) => webhookShippingLine(line, currencies));
  const tips = tipsOf(order, currencies);
  const computed =
    sum(lines.map((l) => l.total + l.duties + (taxesIncluded ? 0 : l.tax))) +
    sum(shippingLines.map((l) => l.total + (taxesIncluded ? 0 : l.tax))) +
    tips;
  const total = presentment(order, 'total_price', currencies) ?? computed;
  const outstanding = shop === currencies.presentment ? presentment(order, 'total_outstanding', currencies) : null;
  const contact = webhookContact(order);
  return {
    contact,
    facts: checkedOrder({
      id: orderId,
      name: text(order, 'name') ?? `#${count(order, 'order_number') ?? orderId}`,
      createdAt,
      updatedAt: instant(order, 'updated_at') ?? createdAt,
      cancelledAt: instant(order, 'cancelled_at'),
      shopCurrency: shop,
      currency: currencies.presentment,
      totalShop: shopMoney(order, 'total_price', currencies) ?? total,
      total,
      ...(outstanding === null ? {} : { outstanding }),
      taxesIncluded,
      financialStatus: financialStatus(order),
      shipTo: text(child(order, 'shipping_address') ?? { at: '', value: {} }, 'country_code'),
      contactable: { email: contact.email !== null, phone: contact.phone !== null, name: contact.name !== null },
      lines,
      shippingLines,
      tips,
      fulfillments: children(order, 'fulfillments').map((f) => webhookFulfillment(f, tipIds)),
      refunds,
      transactions: children(order, 'transactions').map((t) => orderTransaction(t, currencies, createdAt)),
      returns: null,
      disputeOpen: null,
      tags: (text(order, 'tags') ?? '')
        .split(',')
        .map((tag) => tag.trim())
        .filter((tag) => tag !== ''),
    }),
  };
};
