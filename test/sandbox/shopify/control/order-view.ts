import { idNumber } from '../model/json.ts';
import type { Order } from '../model/model.ts';
import { paymentsOf } from '../model/order-sums.ts';
import type { World } from '../model/world.ts';
import { idAndGid, priceSet, restTime } from '../rest/rest-common.ts';
import { restOrder } from '../rest/rest-order.ts';
import { restTransaction } from '../rest/rest-parts.ts';
import { restReturn, restReverseDelivery } from '../rest/rest-return.ts';

/** The order as it stands: its webhook form, and what Shopify keeps beside it. */
export const orderView = (world: World, order: Order): Record<string, unknown> => {
  const zone = world.shopOf(order).timeZone;
  const { received, refunded, left } = paymentsOf(order);
  return {
    ...restOrder(world, order),
    shop: order.shop,
    edited: order.edited,
    cancel_note: order.cancelNote,
    transactions: order.transactions.map((transaction) => restTransaction(order, transaction, zone)),
    total_received_set: priceSet(order, received),
    total_refunded_set: priceSet(order, refunded),
    net_payment_set: priceSet(order, left),
    returns: order.returns.map((ret) => ({
      ...restReturn(order, ret),
      created_at: restTime(ret.createdAt, zone),
      closed_at: ret.closedAt === null ? null : restTime(ret.closedAt, zone),
      processed: ret.lines.reduce((sum, line) => sum + line.processed, 0),
      reverse_fulfillment_orders: ret.reverseOrders.map((rfo) => ({
        ...idAndGid('ReverseFulfillmentOrder', rfo.id),
        status: rfo.status,
        line_items: rfo.lines.map((line) => ({
          ...idAndGid('ReverseFulfillmentOrderLineItem', line.id),
          return_line_item_id: idNumber(line.returnLineId),
          total_quantity: line.total,
          dispositions: line.dispositions.map(({ type, quantity }) => ({ type: type.toLowerCase(), quantity })),
        })),
        deliveries: rfo.deliveries.map((delivery) => restReverseDelivery(ret, rfo, delivery)),
      })),
    })),
    holds: order.fulfillmentOrders.flatMap((fo) =>
      fo.holds.map((hold) => ({
        ...idAndGid('FulfillmentHold', hold.id),
        fulfillment_order_id: idNumber(fo.id),
        reason: hold.reason.toLowerCase(),
        reason_notes: hold.notes,
        handle: hold.handle,
        external_id: hold.externalId,
      })),
    ),
    fulfillment_orders: order.fulfillmentOrders.map((fo) => ({
      ...idAndGid('FulfillmentOrder', fo.id),
      status: fo.status,
      request_status: fo.requestStatus,
      service: fo.service,
      assigned_location_id: idNumber(fo.locationId),
      line_items: fo.lines.map((line) => ({
        ...idAndGid('FulfillmentOrderLineItem', line.id),
        line_item_id: idNumber(line.lineId),
        quantity: line.total,
        fulfillable_quantity: line.remaining,
      })),
    })),
    disputes: order.disputes.map((dispute) => ({
      id: idNumber(dispute.id),
      status: dispute.status,
      type: dispute.type,
    })),
  };
};
