import { randomUUID } from 'node:crypto';
import type { Order } from '../model/model.ts';
import { capturableOf, paymentsOf, refundableQuantity, unfulfilledOf } from '../model/order-sums.ts';
import { Refused, refuse } from '../model/refused.ts';
import type { Action, Job, World } from '../model/world.ts';
import { restOrder } from '../rest/rest-order.ts';
import { restTransaction } from '../rest/rest-parts.ts';
import { fulfillmentOrderPayload } from './fulfill.ts';
import { makeRefund, takeFromFulfillmentOrders } from './refund.ts';

export const CANCEL_REASONS = ['customer', 'declined', 'fraud', 'inventory', 'other', 'staff'] as const;
export type CancelWish = Readonly<{
  reason: (typeof CANCEL_REASONS)[number];
  restock: boolean;
  /** No refund where null: the order is cancelled and the money stays. */
  refund: 'original' | 'store-credit' | null;
  staffNote: string | null;
}>;

/** What Shopify refuses at once. Asked again when the job runs: a parcel may have left meanwhile. */
export const checkCancellable = (order: Order): void => {
  if (order.cancelledAt !== null) {
    refuse(['orderId'], 'Cannot cancel an order that has already been canceled', 'INVALID');
  }
  if (order.returns.some((ret) => ret.status === 'requested' || ret.status === 'open')) {
    refuse(['orderId'], 'Cannot cancel an order that has returns', 'INVALID');
  }
  if (order.fulfillments.some((fulfillment) => fulfillment.status === 'success')) {
    refuse(['orderId'], 'Cannot cancel an order that has outstanding fulfillments', 'INVALID');
  }
  if (order.transactions.some((t) => t.kind === 'authorization' && t.status === 'pending')) {
    refuse(['orderId'], 'Cannot cancel an order that has pending payments', 'INVALID');
  }
};

/** Cancels at once: voids what is authorised, refunds, restocks, closes. */
export const cancelNow = (world: World, order: Order, action: Action, wish: CancelWish): void => {
  checkCancellable(order);
  for (const authorization of order.transactions.filter((t) => t.kind === 'authorization')) {
    const open = capturableOf(order, authorization);
    if (authorization.status !== 'success' || open.pres <= 0) continue;
    const voided = {
      id: world.nextId('OrderTransaction'),
      parentId: authorization.id,
      kind: 'void' as const,
      status: 'success' as const,
      gateway: authorization.gateway,
      amount: open,
      createdAt: action.at,
      refundId: null,
      message: 'Voided',
    };
    order.transactions.push(voided);
    action.emit('order_transactions/create', () => restTransaction(order, voided, action.shop.timeZone));
  }
  const open = order.fulfillmentOrders.filter((fo) => fo.status !== 'closed' && fo.status !== 'cancelled');
  const { left } = paymentsOf(order);
  const lines = order.lines.filter((line) => refundableQuantity(line) > 0);
  const customer = order.customerId ? world.customers.get(order.customerId) : undefined;
  if (lines.length > 0) {
    makeRefund(world, order, action, {
      lines: lines.map((line) => ({
        lineId: line.id,
        quantity: refundableQuantity(line),
        // Units of closed fulfilment orders cannot be taken from them again.
        restockType:
          wish.restock && unfulfilledOf(order, line.id) >= refundableQuantity(line) ? 'cancel' : 'no_restock',
        locationId: null,
      })),
      shipping: 'full',
      duties: order.lines.flatMap((line) => line.duties.map((duty) => ({ dutyId: duty.id, proportional: false }))),
      tips: true,
      transactions: wish.refund === 'original' && left.pres > 0 ? 'suggested' : [],
      ...(wish.refund === 'store-credit' ? { storeCredit: left } : {}),
      note: null,
    });
  }
  if (wish.refund === 'store-credit' && customer) {
    customer.storeCredit ??= { id: world.nextId('StoreCreditAccount'), currency: order.currency, balance: 0 };
    customer.storeCredit.balance += left.shop;
  }
  for (const line of order.lines) {
    takeFromFulfillmentOrders(world, order, action, line, unfulfilledOf(order, line.id), wish.restock);
  }
  for (const fo of open) {
    fo.status = 'closed';
    action.emit('fulfillment_orders/cancelled', () => fulfillmentOrderPayload(order, fo));
  }
  order.cancelledAt = action.at;
  order.closedAt = action.at;
  order.cancelReason = wish.reason;
  order.cancelNote = wish.staffNote;
  action.emit('orders/cancelled', () => restOrder(world, order));
  action.touch(order);
};

/** Cancels as the Admin API does: a job that is done a little later, and may still fail. */
export const cancelLater = (world: World, order: Order, wish: CancelWish): Job => {
  checkCancellable(order);
  const job: Job = {
    id: randomUUID(),
    kind: 'order-cancel',
    shop: order.shop,
    done: false,
    failed: false,
    errors: [],
    orderId: order.id,
  };
  world.jobs.set(job.id, job);
  world.later(world.jobDelayMs, () => {
    const action = world.begin(world.shopOf(order));
    try {
      cancelNow(world, order, action, wish);
      action.commit();
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      job.failed = true;
      job.errors = error.errors.map(({ field, message }) => ({ field: field && [...field], message, code: 'INVALID' }));
    }
    job.done = true;
  });
  return job;
};
