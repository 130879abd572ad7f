import { REASON_DEFINITIONS } from '../../actions/returns.ts';
import { gidOf } from '../../model/json.ts';
import type { Order, Return, ReturnLine, ReverseDelivery, ReverseFulfillmentOrder } from '../../model/model.ts';
import { ZERO } from '../../model/money.ts';
import { unitsTotal } from '../../model/order-sums.ts';
import type { World } from '../../model/world.ts';
import { connection, type PageArgs } from '../connection.ts';
import { moneyBag } from '../money-out.ts';
import { time, timeOrNull } from './common.ts';
import { fulfillmentLineNode } from './fulfillment.ts';
import { lineNode } from './line.ts';
import { orderNode } from './order.ts';
import { locationNode } from './product.ts';
import { refundNode, transactionNode } from './refund.ts';
import { suggestedOutcome, suggestedReturnRefund } from './return-outcome.ts';

export const reasonDefinitionNode = (definition: (typeof REASON_DEFINITIONS)[number]) => ({
  __typename: 'ReturnReasonDefinition',
  id: gidOf('ReturnReasonDefinition', definition.id),
  name: definition.name,
  handle: definition.handle,
  deleted: false,
});

const shippedLineNode = (world: World, order: Order, line: ReturnLine) => {
  const fulfillment = order.fulfillments.find((candidate) => candidate.id === line.fulfillmentId);
  const shipped = fulfillment?.lines.find((candidate) => candidate.id === line.fulfillmentLineId);
  return shipped ? fulfillmentLineNode(world, order, shipped) : null;
};

const returnLineNode = (world: World, order: Order, line: ReturnLine): object => {
  const definition = REASON_DEFINITIONS.find((candidate) => candidate.id === line.reasonDefinition);
  const orderLine = order.lines.find((candidate) => candidate.id === line.lineId);
  const total = orderLine ? unitsTotal(orderLine, 0, line.quantity) : ZERO;
  const fee = (minor: number) => Math.round((minor * (line.restockingFee?.percentage ?? 0)) / 100);
  return {
    __typename: 'ReturnLineItem',
    id: gidOf('ReturnLineItem', line.id),
    customerNote: line.customerNote,
    fulfillmentLineItem: () => shippedLineNode(world, order, line),
    processableQuantity: line.quantity - line.processed,
    processedQuantity: line.processed,
    quantity: line.quantity,
    refundableQuantity: line.quantity - line.refunded,
    refundedQuantity: line.refunded,
    restockingFee: line.restockingFee && {
      __typename: 'RestockingFee',
      id: gidOf('Fee', line.restockingFee.id),
      percentage: line.restockingFee.percentage,
      amountSet: moneyBag(order, { shop: fee(total.shop), pres: fee(total.pres) }),
    },
    returnReason: line.reason,
    returnReasonDefinition: definition ? reasonDefinitionNode(definition) : null,
    returnReasonNote: line.note,
    unprocessedQuantity: line.quantity - line.processed,
    withCodeDiscountedTotalPriceSet: moneyBag(order, total),
  };
};

export const returnNode = (world: World, order: Order, ret: Return): object => {
  const refunds = order.refunds.filter((refund) => refund.returnId === ret.id);
  const refundIds = new Set(refunds.map((refund) => refund.id));
  const processing = <T extends { quantity: number; processed: number }>(list: readonly T[], status?: string | null) =>
    list.filter((line) => {
      if (status === 'PROCESSED') return line.processed > 0;
      return status === 'PROCESSABLE' ? line.processed < line.quantity : true;
    });
  return {
    __typename: 'Return',
    id: gidOf('Return', ret.id),
    name: ret.name,
    status: ret.status.toUpperCase(),
    createdAt: time(ret.createdAt),
    closedAt: timeOrNull(ret.closedAt),
    requestApprovedAt: timeOrNull(ret.approvedAt),
    decline: ret.decline,
    order: () => orderNode(world, order),
    returnLineItems: (args: PageArgs & { processingStatus?: string | null }) =>
      connection(
        processing(ret.lines, args.processingStatus),
        args,
        (line) => line.id,
        (line) => returnLineNode(world, order, line),
      ),
    exchangeLineItems: (args: PageArgs & { processingStatus?: string | null }) =>
      connection(
        processing(ret.exchangeLines, args.processingStatus),
        args,
        (line) => line.id,
        (line) => exchangeLineNode(world, order, line),
      ),
    returnShippingFees: ret.shippingFee
      ? [
          {
            __typename: 'ReturnShippingFee',
            id: gidOf('Fee', ret.shippingFee.id),
            amountSet: moneyBag(order, ret.shippingFee.amount),
          },
        ]
      : [],
    reverseFulfillmentOrders: (args: PageArgs) =>
      connection(
        ret.reverseOrders,
        args,
        (rfo) => rfo.id,
        (rfo) => reverseOrderNode(world, order, ret, rfo),
      ),
    refunds: (args: PageArgs) =>
      connection(
        refunds,
        args,
        (refund) => refund.id,
        (refund) => refundNode(world, order, refund),
      ),
    suggestedFinancialOutcome: (args: Parameters<typeof suggestedOutcome>[3]) =>
      suggestedOutcome(world, order, ret, args),
    suggestedRefund: (args: Parameters<typeof suggestedReturnRefund>[3]) =>
      suggestedReturnRefund(world, order, ret, args),
    totalQuantity: ret.lines.reduce((sum, line) => sum + line.quantity, 0),
    transactions: (args: PageArgs) =>
      connection(
        order.transactions.filter((transaction) => transaction.refundId && refundIds.has(transaction.refundId)),
        args,
        (transaction) => transaction.id,
        (transaction) => transactionNode(world, order, transaction),
      ),
  };
};

const exchangeLineNode = (world: World, order: Order, line: Return['exchangeLines'][number]): object => {
  const found = world.findVariant(line.variantId);
  const lines = () =>
    order.lines.filter((candidate) => line.lineIds.includes(candidate.id)).map((each) => lineNode(world, order, each));
  return {
    __typename: 'ExchangeLineItem',
    id: gidOf('ExchangeLineItem', line.id),
    lineItem: () => lines()[0] ?? null,
    lineItems: lines,
    processableQuantity: line.quantity - line.processed,
    processedQuantity: line.processed,
    productId: found ? gidOf('Product', found.product.id) : null,
    quantity: line.quantity,
    title: found?.product.title ?? null,
    unprocessedQuantity: line.quantity - line.processed,
    variantId: gidOf('ProductVariant', line.variantId),
    variantSku: found?.variant.sku ?? null,
    variantTitle: found?.variant.title ?? null,
  };
};

export const reverseLineNode = (
  world: World,
  order: Order,
  ret: Return,
  line: ReverseFulfillmentOrder['lines'][number],
): object => ({
  __typename: 'ReverseFulfillmentOrderLineItem',
  id: gidOf('ReverseFulfillmentOrderLineItem', line.id),
  totalQuantity: line.total,
  fulfillmentLineItem: () => {
    const returnLine = ret.lines.find((candidate) => candidate.id === line.returnLineId);
    return returnLine ? shippedLineNode(world, order, returnLine) : null;
  },
  dispositions: line.dispositions.map((disposition) => ({
    __typename: 'ReverseFulfillmentOrderDisposition',
    id: gidOf('ReverseFulfillmentOrderDisposition', disposition.id),
    type: disposition.type,
    quantity: disposition.quantity,
    createdAt: time(disposition.createdAt),
    location: () => {
      const location = disposition.locationId ? world.locations.get(disposition.locationId) : undefined;
      return location ? locationNode(location) : null;
    },
  })),
});

export const reverseOrderNode = (world: World, order: Order, ret: Return, rfo: ReverseFulfillmentOrder): object => ({
  __typename: 'ReverseFulfillmentOrder',
  id: gidOf('ReverseFulfillmentOrder', rfo.id),
  status: rfo.status.toUpperCase(),
  order: () => orderNode(world, order),
  lineItems: (args: PageArgs) =>
    connection(
      rfo.lines,
      args,
      (line) => line.id,
      (line) => reverseLineNode(world, order, ret, line),
    ),
  reverseDeliveries: (args: PageArgs) =>
    connection(
      rfo.deliveries,
      args,
      (delivery) => delivery.id,
      (delivery) => reverseDeliveryNode(world, order, ret, rfo, delivery),
    ),
  thirdPartyConfirmation: null,
});

export const reverseDeliveryNode = (
  world: World,
  order: Order,
  ret: Return,
  rfo: ReverseFulfillmentOrder,
  delivery: ReverseDelivery,
): object => ({
  __typename: 'ReverseDelivery',
  id: gidOf('ReverseDelivery', delivery.id),
  reverseFulfillmentOrder: () => reverseOrderNode(world, order, ret, rfo),
  reverseDeliveryLineItems: (args: PageArgs) =>
    connection(
      delivery.lines,
      args,
      (line) => line.id,
      (line) => {
        const own = rfo.lines.find((candidate) => candidate.id === line.reverseLineId);
        return {
          __typename: 'ReverseDeliveryLineItem',
          id: gidOf('ReverseDeliveryLineItem', line.id),
          quantity: line.quantity,
          dispositions: [],
          reverseFulfillmentOrderLineItem: () => own && reverseLineNode(world, order, ret, own),
        };
      },
    ),
  deliverable: {
    __typename: 'ReverseDeliveryShippingDeliverable',
    tracking: { ...delivery.tracking, carrierName: null },
    label: delivery.labelUrl && {
      publicFileUrl: delivery.labelUrl,
      createdAt: time(delivery.createdAt),
      updatedAt: time(delivery.updatedAt),
    },
  },
});
