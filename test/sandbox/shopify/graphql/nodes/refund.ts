import { gidOf } from '../../model/json.ts';
import type { Order, Refund, Transaction } from '../../model/model.ts';
import { add, negate, share, ZERO } from '../../model/money.ts';
import { capturableOf, lineTotal, refundableOn } from '../../model/order-sums.ts';
import type { World } from '../../model/world.ts';
import { connection, type PageArgs } from '../connection.ts';
import { moneyBag, moneyV2, shopDecimal } from '../money-out.ts';
import { time } from './common.ts';
import { lineNode, shippingLineNode } from './line.ts';
import { orderNode } from './order.ts';
import { locationNode } from './product.ts';
import { returnNode } from './return.ts';

const gatewayName = (gateway: string): string => gateway.replace(/_/g, ' ').replace(/^./, (c) => c.toUpperCase());

export const transactionNode = (world: World, order: Order, transaction: Transaction): object => {
  const open = transaction.kind === 'authorization' ? capturableOf(order, transaction) : ZERO;
  const refundable = refundableOn(order, transaction);
  return {
    __typename: 'OrderTransaction',
    id: gidOf('OrderTransaction', transaction.id),
    accountNumber: transaction.gateway === 'bogus' ? '•••• •••• •••• 4242' : null,
    amount: shopDecimal(order, transaction.amount),
    amountSet: moneyBag(order, transaction.amount),
    amountV2: moneyV2(transaction.amount.shop, order.currency),
    createdAt: time(transaction.createdAt),
    processedAt: time(transaction.createdAt),
    errorCode: null,
    fees: [],
    formattedGateway: gatewayName(transaction.gateway),
    gateway: transaction.gateway,
    kind: transaction.kind.toUpperCase(),
    manualPaymentGateway: transaction.gateway === 'manual',
    manuallyCapturable: open.pres > 0,
    maximumRefundable: refundable.pres > 0 ? shopDecimal(order, refundable) : null,
    maximumRefundableV2: refundable.pres > 0 ? moneyV2(refundable.shop, order.currency) : null,
    multiCapturable: false,
    order: () => orderNode(world, order),
    parentTransaction: () => {
      const parent = order.transactions.find((candidate) => candidate.id === transaction.parentId);
      return parent ? transactionNode(world, order, parent) : null;
    },
    paymentId: `${order.name}.${transaction.id}`,
    status: transaction.status.toUpperCase(),
    test: order.test,
    totalUnsettled: shopDecimal(order, open),
    totalUnsettledSet: moneyBag(order, open),
    totalUnsettledV2: moneyV2(open.shop, order.currency),
  };
};

export const refundLineNode = (
  world: World,
  order: Order,
  refunded: Pick<Refund['lines'][number], 'lineId' | 'quantity' | 'restockType' | 'locationId' | 'subtotal' | 'tax'> & {
    id?: string;
  },
): object => {
  const line = order.lines.find((candidate) => candidate.id === refunded.lineId);
  const unit = line ? share(lineTotal(line), line.quantity, 0, 1) : ZERO;
  return {
    id: refunded.id ? gidOf('RefundLineItem', refunded.id) : null,
    lineItem: () => line && lineNode(world, order, line),
    location: () => {
      const location = refunded.locationId ? world.locations.get(refunded.locationId) : undefined;
      return location ? locationNode(location) : null;
    },
    price: shopDecimal(order, unit),
    priceSet: moneyBag(order, unit),
    quantity: refunded.quantity,
    restockType: refunded.restockType.toUpperCase(),
    restocked: refunded.restockType !== 'no_restock',
    subtotal: shopDecimal(order, refunded.subtotal),
    subtotalSet: moneyBag(order, refunded.subtotal),
    totalTax: shopDecimal(order, refunded.tax),
    totalTaxSet: moneyBag(order, refunded.tax),
  };
};

export const dutyRefundNode = (order: Order, dutyId: string, amount: Parameters<typeof moneyBag>[1]) => {
  const duty = order.lines.flatMap((line) => line.duties).find((candidate) => candidate.id === dutyId);
  return {
    amountSet: moneyBag(order, amount),
    originalDuty: duty
      ? {
          __typename: 'Duty',
          id: gidOf('Duty', duty.id),
          price: moneyBag(order, duty.price),
          harmonizedSystemCode: duty.hsCode,
          countryCodeOfOrigin: duty.origin,
          taxLines: [],
        }
      : null,
  };
};

export const refundNode = (world: World, order: Order, refund: Refund): object => {
  const transactions = order.transactions.filter((transaction) => transaction.refundId === refund.id);
  // Money that is still on its way does not count as refunded.
  const settled = add(...transactions.filter((t) => t.status === 'success').map((t) => t.amount));
  return {
    __typename: 'Refund',
    id: gidOf('Refund', refund.id),
    legacyResourceId: refund.id,
    createdAt: time(refund.createdAt),
    processedAt: time(refund.createdAt),
    updatedAt: time(refund.createdAt),
    note: refund.note,
    order: () => orderNode(world, order),
    duties: refund.duties.map((duty) => dutyRefundNode(order, duty.dutyId, duty.amount)),
    orderAdjustments: (args: PageArgs) =>
      connection(
        refund.discrepancy.pres === 0 ? [] : [refund],
        args,
        (each) => each.id,
        (each) => ({
          __typename: 'OrderAdjustment',
          id: gidOf('OrderAdjustment', each.id),
          amountSet: moneyBag(order, negate(each.discrepancy)),
          taxAmountSet: moneyBag(order, ZERO),
          reason: each.discrepancyReason ?? 'REFUND_DISCREPANCY',
        }),
      ),
    refundLineItems: (args: PageArgs) =>
      connection(
        refund.lines,
        args,
        (line) => line.id,
        (line) => refundLineNode(world, order, line),
      ),
    refundShippingLines: (args: PageArgs) =>
      connection(
        refund.shipping,
        args,
        (line) => line.id,
        (line) => ({
          __typename: 'RefundShippingLine',
          id: gidOf('RefundShippingLine', line.id),
          shippingLine: () => {
            const own = order.shippingLines.find((candidate) => candidate.id === line.shippingLineId);
            return own && shippingLineNode(order, own);
          },
          subtotalAmountSet: moneyBag(order, line.subtotal),
          taxAmountSet: moneyBag(order, line.tax),
        }),
      ),
    return: () => {
      const ret = order.returns.find((candidate) => candidate.id === refund.returnId);
      return ret ? returnNode(world, order, ret) : null;
    },
    totalRefunded: moneyV2(settled.shop, order.currency),
    totalRefundedSet: moneyBag(order, settled),
    transactions: (args: PageArgs) =>
      connection(
        transactions,
        args,
        (t) => t.id,
        (t) => transactionNode(world, order, t),
      ),
  };
};
