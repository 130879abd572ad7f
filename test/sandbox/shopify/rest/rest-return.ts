import { gidOf, idNumber } from '../model/json.ts';
import type { Order, Return, ReverseDelivery, ReverseFulfillmentOrder } from '../model/model.ts';
import { idAndGid, priceSet } from './rest-common.ts';

/** `returns/request`, `approve`, `decline`, `cancel`. */
export const restReturn = (order: Order, ret: Return) => ({
  ...idAndGid('Return', ret.id),
  order: idAndGid('Order', order.id),
  order_id: idNumber(order.id),
  status: ret.status,
  name: ret.name,
  total_return_line_items: ret.lines.reduce((sum, line) => sum + line.quantity, 0),
  decline: ret.decline && { reason: ret.decline.reason.toLowerCase(), note: ret.decline.note },
  return_line_items: ret.lines.map((line) => ({
    ...idAndGid('ReturnLineItem', line.id),
    fulfillment_line_item: {
      ...idAndGid('FulfillmentLineItem', line.fulfillmentLineId),
      line_item: idAndGid('LineItem', line.lineId),
    },
    quantity: line.quantity,
    return_reason: line.reason.toLowerCase(),
    return_reason_note: line.note,
    customer_note: line.customerNote,
    refundable_quantity: line.quantity - line.refunded,
    refunded_quantity: line.refunded,
    restocking_fee: line.restockingFee && {
      ...idAndGid('Fee', line.restockingFee.id),
      percentage: line.restockingFee.percentage,
    },
  })),
  exchange_line_items: ret.exchangeLines.map((line) => ({
    ...idAndGid('ExchangeLineItem', line.id),
    quantity: line.quantity,
    variant_id: idNumber(line.variantId),
  })),
  return_shipping_fees: ret.shippingFee
    ? [
        {
          ...idAndGid('Fee', ret.shippingFee.id),
          amount_set: priceSet(order, ret.shippingFee.amount),
        },
      ]
    : [],
});

/** `returns/close`, `reopen`: little more than the state. */
export const restReturnState = (order: Order, ret: Return) => ({
  ...idAndGid('Return', ret.id),
  order_id: idNumber(order.id),
  status: ret.status,
});

export const restReverseDelivery = (ret: Return, rfo: ReverseFulfillmentOrder, delivery: ReverseDelivery) => ({
  ...idAndGid('ReverseDelivery', delivery.id),
  shipping_deliverable: {
    tracking: { number: delivery.tracking.number, url: delivery.tracking.url, carrier_name: null },
    label: { public_file_url: delivery.labelUrl },
  },
  return: { id: idNumber(ret.id), admin_graphql_api_id: gidOf('Return', ret.id) },
  reverse_fulfillment_order: idAndGid('ReverseFulfillmentOrder', rfo.id),
  reverse_delivery_line_items: delivery.lines.map((line) => ({
    ...idAndGid('ReverseDeliveryLineItem', line.id),
    quantity: line.quantity,
    reverse_fulfillment_order_line_item: idAndGid('ReverseFulfillmentOrderLineItem', line.reverseLineId),
  })),
});
