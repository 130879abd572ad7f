import { parseCurrency } from '../money/currencies.ts';
import { type Currency, sum } from '../money/money.ts';
import { ORDER_FACTS_LIMITS as LIMITS } from './admin-order.graphql.ts';
import {
  adminFulfillment,
  adminLine,
  adminRefund,
  adminReturn,
  adminShippingLine,
  adminTransaction,
} from './admin-parts.ts';
import { bag, listOf, needBag, nodes, priceBag } from './admin-read.ts';
import { instant, moneyOf, needInstant } from './amounts.ts';
import { checkedOrder } from './checked-order.ts';
import type { OrderContact, OrderFacts } from './order-facts.ts';
import {
  asNode,
  child,
  children,
  flag,
  has,
  id,
  missingFact,
  type Node,
  needCount,
  needId,
  needText,
  text,
  word,
} from './read.ts';
import { FINANCIAL_STATUSES } from './webhook-order.ts';

const NOBODY: Node = { at: 'order', value: {} };

const adminContact = (order: Node): OrderContact => {
  const customer = child(order, 'customer') ?? NOBODY;
  const shipping = child(order, 'shippingAddress') ?? NOBODY;
  const billing = child(order, 'billingAddress') ?? NOBODY;
  const own = [text(customer, 'firstName'), text(customer, 'lastName')].filter((part) => part !== null).join(' ');
  const emailOf = child(customer, 'defaultEmailAddress') ?? NOBODY;
  const phoneOf = child(customer, 'defaultPhoneNumber') ?? NOBODY;
  return {
    name: own === '' ? (text(shipping, 'name') ?? text(billing, 'name')) : own,
    email: text(order, 'email') ?? text(emailOf, 'emailAddress'),
    phone: text(order, 'phone') ?? text(phoneOf, 'phoneNumber') ?? text(shipping, 'phone') ?? text(billing, 'phone'),
    postcode: text(shipping, 'zip') ?? text(billing, 'zip'),
    locale: text(order, 'customerLocale'),
  };
};

/** The line that stands for the tip: the Admin API does not mark it, but tells the sum of tips apart. */
const isTip = (line: Node, tips: number, currency: Currency): boolean =>
  tips > 0 &&
  !has(line, 'product') &&
  flag(line, 'requiresShipping') === false &&
  needCount(line, 'quantity') === 1 &&
  priceBag(line, 'originalUnitPriceSet', currency) === tips &&
  /^tip$/i.test(text(line, 'title') ?? '');

const OPEN_DISPUTE = /^(needs_response|under_review)$/i;
/** Accepted by the merchant, refunded by the bank, or lost: each time the customer has the money. */
const LOST_DISPUTE = /^(lost|accepted|charge_refunded)$/i;

const disputes = (statuses: readonly string[]): Pick<OrderFacts, 'disputeOpen' | 'disputeLost'> => {
  const disputeOpen = statuses.some((status) => OPEN_DISPUTE.test(status));
  return { disputeOpen, ...(!disputeOpen && LOST_DISPUTE.test(statuses.at(-1) ?? '') ? { disputeLost: true } : {}) };
};

/**
 * Facts and contact of the Admin API's answer to `ORDER_FACTS_FRAGMENT`: the same facts as `parseWebhookOrder`, and what
 * only the API tells (returns, disputes, inventory items, fulfilment line items).
 * @throws PolicyError naming the field; also where a list has more than one read brings
 */
export const parseAdminOrder = (node: unknown): { facts: OrderFacts; contact: OrderContact } => {
  const order = asNode(node, 'order');
  const currency = parseCurrency(order.value.presentmentCurrencyCode, 'order.presentmentCurrencyCode');
  const shopCurrency = parseCurrency(order.value.currencyCode, 'order.currencyCode');
  const taxesIncluded = flag(order, 'taxesIncluded');
  if (taxesIncluded === null) throw missingFact('order.taxesIncluded');
  const createdAt = needInstant(order, 'createdAt');
  const tips = bag(order, 'totalTipReceivedSet', currency) ?? 0;
  const lineNodes = nodes(order, 'lineItems');
  const tipIds = new Set(lineNodes.filter((line) => isTip(line, tips, currency)).map((line) => needId(line, 'id')));
  const refunds = listOf(order, 'refunds', LIMITS.refunds).map((r) => adminRefund(r, currency, tipIds, createdAt));
  const refundedOf = (lineItemId: string | null): number =>
    sum(refunds.flatMap((r) => r.lines.filter((l) => l.lineItemId === lineItemId).map((l) => l.quantity)));
  // Nothing to tell while no payment was so much as tried, say where a draft order is to be paid later.
  const { displayFinancialStatus, transactions } = order.value;
  const isUntried = displayFinancialStatus === null && Array.isArray(transactions) && transactions.length === 0;
  const financialStatus = isUntried ? 'pending' : word(order, 'displayFinancialStatus', FINANCIAL_STATUSES);
  if (financialStatus === null) throw missingFact('order.displayFinancialStatus');
  const total = child(order, 'totalPriceSet');
  const outstanding = bag(order, 'totalOutstandingSet', currency);
  const contact = adminContact(order);
  return {
    contact,
    facts: checkedOrder({
      id: needId(order, 'id'),
      name: needText(order, 'name'),
      createdAt,
      updatedAt: instant(order, 'updatedAt') ?? createdAt,
      cancelledAt: instant(order, 'cancelledAt'),
      shopCurrency,
      currency,
      totalShop: moneyOf(asNode(total?.value.shopMoney, 'order.totalPriceSet.shopMoney'), shopCurrency),
      total: needBag(order, 'totalPriceSet', currency),
      ...(outstanding === null ? {} : { outstanding }),
      taxesIncluded,
      financialStatus,
      shipTo: text(child(order, 'shippingAddress') ?? NOBODY, 'countryCodeV2'),
      contactable: { email: contact.email !== null, phone: contact.phone !== null, name: contact.name !== null },
      lines: lineNodes
        .filter((line) => !tipIds.has(needId(line, 'id')))
        .map((line) => adminLine(line, currency, taxesIncluded, refundedOf(id(line, 'id')))),
      shippingLines: nodes(order, 'shippingLines').map((line) => adminShippingLine(line, currency)),
      tips,
      fulfillments: listOf(order, 'fulfillments', LIMITS.fulfillments).map((f) => adminFulfillment(f, tipIds)),
      refunds,
      transactions: listOf(order, 'transactions', LIMITS.transactions).map((t) => adminTransaction(t, currency)),
      returns: nodes(order, 'returns').map(adminReturn),
      ...disputes(children(order, 'disputes').map((d) => text(d, 'status') ?? '')),
      tags: Array.isArray(order.value.tags)
        ? order.value.tags.filter((tag): tag is string => typeof tag === 'string')
        : [],
    }),
  };
};
