import { gidOf } from '../../model/json.ts';
import type { Line, Order } from '../../model/model.ts';
import type { Bag } from '../../model/money.ts';
import { add, ZERO } from '../../model/money.ts';
import {
  currentOf,
  currentQuantity,
  dutiesOf,
  financialStatus,
  fulfilledOf,
  outstandingOf,
  paymentsOf,
  refundableQuantity,
  totalsOf,
  unfulfilledOf,
} from '../../model/order-sums.ts';
import type { World } from '../../model/world.ts';
import { connection, firstOf, type PageArgs } from '../connection.ts';
import { moneyBag, moneyV2, shopDecimal } from '../money-out.ts';
import { addressNode, metafieldFields, taxLineNodes, time, timeOrNull } from './common.ts';
import { customerNode } from './customer.ts';
import { fulfillmentNode, fulfillmentOrderNode } from './fulfillment.ts';
import { discountApplicationNode, lineNode, shippingLineNode } from './line.ts';
import { refundNode, transactionNode } from './refund.ts';
import { returnNode } from './return.ts';
import { suggestedRefund } from './suggested-refund.ts';

const needsShipping = (line: Line) => line.requiresShipping && !line.giftCard;

export const displayFulfillmentStatus = (order: Order): string => {
  const open = order.fulfillmentOrders.filter((fo) => !['closed', 'cancelled'].includes(fo.status));
  const shipped = order.lines.some((line) => fulfilledOf(order, line.id) > 0);
  const left = order.lines.some((line) => unfulfilledOf(order, line.id) > 0);
  if (shipped) return left ? 'PARTIALLY_FULFILLED' : 'FULFILLED';
  if (open.length > 0 && open.every((fo) => fo.status === 'on_hold')) return 'ON_HOLD';
  if (open.some((fo) => fo.status === 'in_progress')) return 'IN_PROGRESS';
  return 'UNFULFILLED';
};

export const returnStatus = (order: Order): string => {
  const has = (status: string) => order.returns.some((ret) => ret.status === status);
  if (has('requested')) return 'RETURN_REQUESTED';
  if (has('open')) return 'IN_PROGRESS';
  return has('closed') ? 'RETURNED' : 'NO_RETURN';
};

/** Both forms of an amount: `totalPrice` (deprecated, shop currency) and `totalPriceSet`. */
const amounts = (order: Order, bags: Record<string, Bag>) =>
  Object.fromEntries(
    Object.entries(bags).flatMap(([name, bag]) => [
      [name, shopDecimal(order, bag)],
      [`${name}Set`, moneyBag(order, bag)],
    ]),
  );

export const orderNode = (world: World, order: Order): object => {
  const totals = totalsOf(order);
  const current = currentOf(order);
  const payments = paymentsOf(order);
  const status = financialStatus(order);
  const taxes = [...order.lines, ...order.shippingLines].flatMap((line) => line.taxLines);
  const hasDuties = order.lines.some((line) => line.duties.length > 0);
  const units = (of: (line: Line) => number) => order.lines.reduce((sum, line) => sum + Math.max(0, of(line)), 0);
  const weight = String(order.lines.reduce((sum, line) => sum + line.grams * line.quantity, 0));
  const refundedShipping = add(...order.shippingLines.map((line) => line.refunded));
  const cartDiscount = totals.discounts;
  return {
    __typename: 'Order',
    id: gidOf('Order', order.id),
    legacyResourceId: order.id,
    name: order.name,
    number: order.number - 1000,
    additionalFees: [],
    alerts: [],
    billingAddress: () => addressNode(order.billingAddress, order.id),
    billingAddressMatchesShippingAddress:
      JSON.stringify(order.billingAddress) === JSON.stringify(order.shippingAddress),
    canMarkAsPaid: outstandingOf(order).pres > 0 && order.cancelledAt === null,
    canNotifyCustomer: order.email !== null,
    cancelReason: order.cancelReason?.toUpperCase() ?? null,
    cancellation: order.cancelledAt === null ? null : { staffNote: order.cancelNote },
    cancelledAt: timeOrNull(order.cancelledAt),
    capturable: payments.capturable.pres > 0,
    clientIp: null,
    closed: order.closedAt !== null,
    closedAt: timeOrNull(order.closedAt),
    confirmationNumber: `C${order.number}`,
    confirmed: true,
    createdAt: time(order.createdAt),
    currencyCode: order.currency,
    presentmentCurrencyCode: order.presentmentCurrency,
    currentCartDiscountAmountSet: moneyBag(order, current.discounts),
    currentShippingPriceSet: moneyBag(order, current.shipping),
    currentSubtotalLineItemsQuantity: units(currentQuantity),
    currentSubtotalPriceSet: moneyBag(order, current.subtotal),
    currentTaxLines: () => taxLineNodes(order, taxes),
    currentTotalAdditionalFeesSet: null,
    currentTotalDiscountsSet: moneyBag(order, current.discounts),
    currentTotalDutiesSet: hasDuties ? moneyBag(order, current.duties) : null,
    currentTotalPriceSet: moneyBag(order, order.cancelledAt === null ? current.total : ZERO),
    currentTotalTaxSet: moneyBag(order, current.tax),
    currentTotalWeight: weight,
    customAttributes: [],
    customer: () => {
      const customer = order.customerId ? world.customers.get(order.customerId) : undefined;
      return customer ? customerNode(world, customer) : null;
    },
    customerAcceptsMarketing: false,
    customerLocale: order.locale,
    discountApplications: (args: PageArgs) =>
      connection(
        order.discountApplications.map((application, index) => ({ application, index })),
        args,
        ({ index }) => String(index),
        ({ application, index }) => discountApplicationNode(application, index, order.currency),
      ),
    discountCode: order.discountApplications.find(({ code }) => code)?.code ?? null,
    discountCodes: order.discountApplications.flatMap(({ code }) => code ?? []),
    displayAddress: () => addressNode(order.shippingAddress, order.id),
    // Without any payment there is no status to show.
    displayFinancialStatus: order.transactions.length === 0 && totals.total.pres > 0 ? null : status.toUpperCase(),
    displayFulfillmentStatus: displayFulfillmentStatus(order),
    disputes: order.disputes.map((dispute) => ({
      __typename: 'OrderDisputeSummary',
      id: gidOf('OrderDisputeSummary', dispute.id),
      initiatedAs: dispute.type.toUpperCase(),
      status: dispute.status.toUpperCase(),
    })),
    dutiesIncluded: false,
    edited: order.edited,
    email: order.email,
    estimatedTaxes: false,
    fulfillable: order.lines.some((line) => unfulfilledOf(order, line.id) > 0),
    fulfillmentOrders: (args: PageArgs) =>
      connection(
        order.fulfillmentOrders,
        args,
        (fo) => fo.id,
        (fo) => fulfillmentOrderNode(world, order, fo),
      ),
    fulfillments: ({ first }: { first?: number | null }) =>
      firstOf(order.fulfillments, first).map((fulfillment) => fulfillmentNode(world, order, fulfillment)),
    fulfillmentsCount: { count: order.fulfillments.length, precision: 'EXACT' },
    fullyPaid: order.transactions.length > 0 && outstandingOf(order).pres <= 0,
    hasTimelineComment: false,
    lineItems: (args: PageArgs) =>
      connection(
        order.lines,
        args,
        (l) => l.id,
        (l) => lineNode(world, order, l),
      ),
    merchantEditable: order.cancelledAt === null,
    merchantEditableErrors: order.cancelledAt === null ? [] : ['The order is canceled.'],
    nonFulfillableLineItems: (args: PageArgs) =>
      connection(
        order.lines.filter((line) => unfulfilledOf(order, line.id) === 0 && fulfilledOf(order, line.id) === 0),
        args,
        (line) => line.id,
        (line) => lineNode(world, order, line),
      ),
    note: order.note,
    originalTotalAdditionalFeesSet: null,
    originalTotalDutiesSet: hasDuties ? moneyBag(order, add(...order.lines.map(dutiesOf))) : null,
    originalTotalPriceSet: moneyBag(order, totals.total),
    paymentCollectionDetails: { additionalPaymentCollectionUrl: null },
    paymentGatewayNames: [...new Set(order.transactions.filter((t) => t.kind !== 'void').map((t) => t.gateway))],
    phone: order.phone,
    poNumber: null,
    processedAt: time(order.processedAt),
    productNetwork: false,
    refundDiscrepancySet: moneyBag(order, current.discrepancy),
    refundable: order.lines.some((line) => refundableQuantity(line) > 0) || payments.left.pres > 0,
    refunds: ({ first }: { first?: number | null }) =>
      firstOf(order.refunds, first).map((refund) => refundNode(world, order, refund)),
    requiresShipping: order.lines.some(needsShipping),
    restockable: order.lines.some((line) => line.variantId !== null && refundableQuantity(line) > 0),
    returnStatus: returnStatus(order),
    returns: (args: PageArgs & { query?: string | null }) => {
      const status = /status:(\w+)/i.exec(args.query ?? '')?.[1]?.toLowerCase();
      const list = order.returns.filter((ret) => !status || ret.status === status);
      return connection(
        list,
        args,
        (ret) => ret.id,
        (ret) => returnNode(world, order, ret),
      );
    },
    risk: { assessments: [], recommendation: 'ACCEPT' },
    riskLevel: 'LOW',
    shippingAddress: () => addressNode(order.shippingAddress, order.id),
    shippingLine: () => {
      const [line] = order.shippingLines;
      return line ? shippingLineNode(order, line) : null;
    },
    shippingLines: (args: PageArgs) =>
      connection(
        order.shippingLines,
        args,
        (line) => line.id,
        (line) => shippingLineNode(order, line),
      ),
    sourceName: order.sourceName,
    statusPageUrl: `https://${order.shop}/orders/${order.id}/authenticate`,
    subtotalLineItemsQuantity: units((line) => line.quantity),
    suggestedRefund: (args: Parameters<typeof suggestedRefund>[2]) => suggestedRefund(world, order, args),
    tags: [...order.tags].sort(),
    taxExempt: false,
    taxLines: () => taxLineNodes(order, taxes),
    taxesIncluded: order.taxesIncluded,
    test: order.test,
    totalCashRoundingAdjustment: { paymentSet: moneyBag(order, ZERO), refundSet: moneyBag(order, ZERO) },
    totalTipReceived: moneyV2(order.tips.shop, order.currency),
    totalTipReceivedSet: moneyBag(order, order.tips),
    totalWeight: weight,
    transactions: (args: { first?: number | null; capturable?: boolean | null }) =>
      firstOf(
        order.transactions.filter((t) => args.capturable !== true || t.kind === 'authorization'),
        args.first,
      ).map((transaction) => transactionNode(world, order, transaction)),
    transactionsCount: { count: order.transactions.length, precision: 'EXACT' },
    unpaid: payments.received.pres === 0 && totals.total.pres > 0,
    updatedAt: time(order.updatedAt),
    ...metafieldFields(order.metafields, 'ORDER', () => orderNode(world, order)),
    ...amounts(order, {
      cartDiscountAmount: cartDiscount,
      netPayment: payments.net,
      subtotalPrice: totals.subtotal,
      totalCapturable: payments.capturable,
      totalDiscounts: totals.discounts,
      totalPrice: totals.total,
      totalReceived: payments.received,
      totalRefunded: payments.refunded,
      totalShippingPrice: totals.shipping,
      totalTax: totals.tax,
    }),
    // Below zero where the merchant owes the customer.
    totalOutstandingSet: moneyBag(order, outstandingOf(order)),
    totalRefundedShippingSet: moneyBag(order, refundedShipping),
  };
};
