import type { FulfillmentOrderView, ShopifyAdmin } from '../../../../policy/app/ports.ts';
import { gid, legacyId } from '../../../../policy/facts/order-facts.ts';
import type { Call } from '../client.ts';
import { checkUserErrors, missing } from '../failures.ts';
import { HOLD_FULFILLMENT } from '../operations/hold-fulfillment.ts';
import { READ_FULFILLMENT_ORDER } from '../operations/read-fulfillment-order.ts';
import { READ_FULFILLMENT_ORDERS, READ_MORE_FULFILLMENT_ORDERS } from '../operations/read-fulfillment-orders.ts';
import { READ_MORE_FULFILLMENT_ORDER_LINES } from '../operations/read-more-lines.ts';
import { RELEASE_HOLD } from '../operations/release-hold.ts';
import { REQUEST_RECALL } from '../operations/request-recall.ts';
import { allPages } from './pages.ts';

type FulfillmentOrders = Pick<
  ShopifyAdmin,
  'fulfillmentOrders' | 'orderOfFulfillmentOrder' | 'requestRecall' | 'holdFulfillment' | 'releaseHold'
>;

/** Nothing of these can be shipped or held any more. */
const OVER: ReadonlySet<string> = new Set(['CLOSED', 'CANCELLED', 'INCOMPLETE']);

export const createFulfillmentOrders = (call: Call): FulfillmentOrders => ({
  fulfillmentOrders: async (shop, orderId) => {
    const { order } = await call(shop, READ_FULFILLMENT_ORDERS, { id: gid('Order', orderId) });
    if (order === null) return [];
    const all = await allPages(
      order.fulfillmentOrders,
      async (after) =>
        (await call(shop, READ_MORE_FULFILLMENT_ORDERS, { id: gid('Order', orderId), after })).order?.fulfillmentOrders,
    );
    const views: FulfillmentOrderView[] = [];
    for (const one of all.nodes.filter(({ status }) => !OVER.has(status))) {
      const { nodes } = await allPages(
        one.lineItems,
        async (after) =>
          (await call(shop, READ_MORE_FULFILLMENT_ORDER_LINES, { id: one.id, after })).fulfillmentOrder?.lineItems,
      );
      views.push({
        id: legacyId(one.id),
        status: one.status.toLowerCase(),
        requestStatus: one.requestStatus.toLowerCase(),
        holds: one.fulfillmentHolds.map((hold) => ({
          id: hold.id,
          handle: hold.handle,
          reason: hold.reason.toLowerCase(),
        })),
        lines: nodes.map((line) => ({
          id: line.id,
          lineItemId: legacyId(line.lineItem.id),
          remaining: line.remainingQuantity,
        })),
      });
    }
    return views;
  },

  orderOfFulfillmentOrder: async (shop, id) => {
    const { fulfillmentOrder } = await call(shop, READ_FULFILLMENT_ORDER, { id: gid('FulfillmentOrder', id) });
    return fulfillmentOrder === null ? null : legacyId(fulfillmentOrder.orderId);
  },

  requestRecall: async (shop, { fulfillmentOrderId, message }) => {
    const { fulfillmentOrderSubmitCancellationRequest: asked } = await call(shop, REQUEST_RECALL, {
      id: gid('FulfillmentOrder', fulfillmentOrderId),
      message,
    });
    checkUserErrors(REQUEST_RECALL, asked?.userErrors ?? []);
    if (!asked?.fulfillmentOrder) throw missing(REQUEST_RECALL, 'fulfilment order');
    return { requestStatus: asked.fulfillmentOrder.requestStatus.toLowerCase() };
  },

  holdFulfillment: async (shop, { fulfillmentOrderId, handle, notes, lines }) => {
    const { fulfillmentOrderHold: held } = await call(shop, HOLD_FULFILLMENT, {
      id: gid('FulfillmentOrder', fulfillmentOrderId),
      hold: {
        reason: 'INVENTORY_OUT_OF_STOCK',
        reasonNotes: notes,
        handle,
        notifyMerchant: false,
        ...(lines !== null && {
          fulfillmentOrderLineItems: lines.map(({ id, quantity }) => ({
            id: gid('FulfillmentOrderLineItem', id),
            quantity,
          })),
        }),
      },
    });
    checkUserErrors(HOLD_FULFILLMENT, held?.userErrors ?? []);
    if (!held?.fulfillmentHold) throw missing(HOLD_FULFILLMENT, 'hold');
    return { holdId: held.fulfillmentHold.id };
  },

  releaseHold: async (shop, { fulfillmentOrderId, holdIds }) => {
    const { fulfillmentOrderReleaseHold: released } = await call(shop, RELEASE_HOLD, {
      id: gid('FulfillmentOrder', fulfillmentOrderId),
      holdIds: holdIds.map((id) => gid('FulfillmentHold', id)),
    });
    checkUserErrors(RELEASE_HOLD, released?.userErrors ?? []);
    if (!released?.fulfillmentOrder) throw missing(RELEASE_HOLD, 'fulfilment order');
  },
});
