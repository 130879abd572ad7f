import { idNumber } from '../model/json.ts';
import type { Fulfillment, FulfillmentEvent, Order, Refund, Transaction } from '../model/model.ts';
import { add, decimal, negate } from '../model/money.ts';
import { idAndGid, priceSet, restTime } from './rest-common.ts';
import { restLine } from './rest-line.ts';

/** The zone matters only for how instants are written. */
type Zone = string;

export const restTransaction = (order: Order, transaction: Transaction, zone: Zone) => ({
  ...idAndGid('OrderTransaction', transaction.id),
  // Transactions speak the customer's currency.
  amount: decimal(transaction.amount.pres, order.presentmentCurrency),
  authorization: transaction.kind === 'refund' || transaction.kind === 'void' ? null : `bogus-${transaction.id}`,
  created_at: restTime(transaction.createdAt, zone),
  currency: order.presentmentCurrency,
  device_id: null,
  error_code: null,
  gateway: transaction.gateway,
  kind: transaction.kind,
  location_id: null,
  message: transaction.message,
  order_id: idNumber(order.id),
  parent_id: transaction.parentId && idNumber(transaction.parentId),
  payment_id: `${order.name}.${transaction.id}`,
  processed_at: restTime(transaction.createdAt, zone),
  receipt: {},
  source_name: order.sourceName,
  status: transaction.status,
  test: order.test,
  user_id: null,
  amount_rounding: null,
  payments_refund_attributes: {},
});

export const restRefund = (order: Order, refund: Refund, zone: Zone) => ({
  ...idAndGid('Refund', refund.id),
  created_at: restTime(refund.createdAt, zone),
  note: refund.note,
  order_id: idNumber(order.id),
  processed_at: restTime(refund.createdAt, zone),
  restock: refund.lines.some((line) => line.restockType !== 'no_restock'),
  total_additional_fees_set: priceSet(order, { shop: 0, pres: 0 }),
  total_duties_set: priceSet(order, add(...refund.duties.map((duty) => duty.amount))),
  user_id: null,
  order_adjustments:
    refund.discrepancy.pres === 0
      ? []
      : [
          {
            id: idNumber(refund.id),
            kind: 'refund_discrepancy',
            order_id: idNumber(order.id),
            refund_id: idNumber(refund.id),
            reason: refund.discrepancyReason ?? 'Refund discrepancy',
            amount: decimal(negate(refund.discrepancy).shop, order.currency),
            amount_set: priceSet(order, negate(refund.discrepancy)),
            tax_amount: decimal(0, order.currency),
            tax_amount_set: priceSet(order, { shop: 0, pres: 0 }),
          },
        ],
  transactions: order.transactions
    .filter((transaction) => transaction.refundId === refund.id)
    .map((transaction) => restTransaction(order, transaction, zone)),
  refund_line_items: refund.lines.map((refunded) => {
    const line = order.lines.find((candidate) => candidate.id === refunded.lineId);
    return {
      id: idNumber(refunded.id),
      line_item_id: idNumber(refunded.lineId),
      location_id: refunded.locationId && idNumber(refunded.locationId),
      quantity: refunded.quantity,
      restock_type: refunded.restockType,
      // Bare JSON numbers, unlike everywhere else.
      subtotal: Number(decimal(refunded.subtotal.shop, order.currency)),
      subtotal_set: priceSet(order, refunded.subtotal),
      total_tax: Number(decimal(refunded.tax.shop, order.currency)),
      total_tax_set: priceSet(order, refunded.tax),
      line_item: line && restLine(order, line),
    };
  }),
  refund_shipping_lines: refund.shipping.map((shipping) => ({
    id: idNumber(shipping.id),
    shipping_line: { id: idNumber(shipping.shippingLineId) },
    subtotal_amount_set: priceSet(order, shipping.subtotal),
    tax_amount_set: priceSet(order, shipping.tax),
  })),
  duties: refund.duties.map((duty) => ({
    duty_id: idNumber(duty.dutyId),
    amount_set: priceSet(order, duty.amount),
  })),
  return: refund.returnId ? idAndGid('Return', refund.returnId) : null,
});

export const restFulfillment = (order: Order, fulfillment: Fulfillment, zone: Zone) => ({
  ...idAndGid('Fulfillment', fulfillment.id),
  created_at: restTime(fulfillment.createdAt, zone),
  location_id: idNumber(fulfillment.locationId),
  name: fulfillment.name,
  order_id: idNumber(order.id),
  origin_address: {},
  receipt: {},
  service: fulfillment.service,
  shipment_status: fulfillment.shipmentStatus,
  status: fulfillment.status,
  tracking_company: fulfillment.tracking[0]?.company ?? null,
  tracking_number: fulfillment.tracking[0]?.number ?? null,
  tracking_numbers: fulfillment.tracking.flatMap((tracking) => tracking.number ?? []),
  tracking_url: fulfillment.tracking[0]?.url ?? null,
  tracking_urls: fulfillment.tracking.flatMap((tracking) => tracking.url ?? []),
  updated_at: restTime(fulfillment.updatedAt, zone),
  line_items: fulfillment.lines.flatMap((shipped) => {
    const line = order.lines.find((candidate) => candidate.id === shipped.lineId);
    return line ? [{ ...restLine(order, line), quantity: shipped.quantity }] : [];
  }),
});

export const restFulfillmentEvent = (
  order: Order,
  fulfillment: Fulfillment,
  event: FulfillmentEvent,
  shopId: string,
  zone: Zone,
) => ({
  ...idAndGid('FulfillmentEvent', event.id),
  fulfillment_id: idNumber(fulfillment.id),
  order_id: idNumber(order.id),
  shop_id: idNumber(shopId),
  status: event.status,
  message: event.message,
  happened_at: restTime(event.happenedAt, zone),
  created_at: restTime(event.happenedAt, zone),
  updated_at: restTime(event.happenedAt, zone),
  estimated_delivery_at: null,
  city: event.city,
  province: null,
  country: null,
  zip: null,
  address1: null,
  latitude: null,
  longitude: null,
});
