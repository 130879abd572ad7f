import { CallFailed, type ShopifyAdmin } from '../../../../policy/app/ports.ts';
import { PolicyError } from '../../../../policy/errors.ts';
import { parseAdminOrder } from '../../../../policy/facts/admin-order.ts';
import { gid, legacyId } from '../../../../policy/facts/order-facts.ts';
import type { Call } from '../client.ts';
import { checkUserErrors, missing } from '../failures.ts';
import { CANCEL_ORDER } from '../operations/cancel-order.ts';
import { READ_CANCEL_JOB } from '../operations/read-cancel-job.ts';
import { READ_CHANGED_ORDERS } from '../operations/read-changed-orders.ts';
import { READ_ORDER } from '../operations/read-order.ts';
import { wholeOrder } from './whole-order.ts';

/** orderCancel's own limit: "Staff note is too long. Maximum length is 255 characters." */
const LONGEST_STAFF_NOTE = 255;

type Orders = Pick<ShopifyAdmin, 'readOrder' | 'changedOrders' | 'cancelOrder' | 'cancelJob'>;

export const createOrders = (call: Call): Orders => ({
  readOrder: async (shop, orderId) => {
    const { order } = await call(shop, READ_ORDER, { id: gid('Order', orderId) });
    return order === null ? null : parsed(await wholeOrder(call, shop, order));
  },

  changedOrders: async (shop, since, cursor) => {
    const query = `updated_at:>='${new Date(since).toISOString()}'`;
    const { orders } = await call(shop, READ_CHANGED_ORDERS, { query, cursor });
    return {
      orders: orders.nodes.map(({ id, updatedAt }) => ({
        id: legacyId(id),
        updatedAt: new Date(updatedAt).toISOString(),
      })),
      nextCursor: orders.pageInfo.hasNextPage ? (orders.pageInfo.endCursor ?? null) : null,
    };
  },

  cancelOrder: async (shop, { orderId, reason, restock, refund, staffNote }) => {
    const { orderCancel } = await call(shop, CANCEL_ORDER, {
      orderId: gid('Order', orderId),
      reason,
      restock,
      refund,
      staffNote: staffNote.slice(0, LONGEST_STAFF_NOTE),
    });
    checkUserErrors(CANCEL_ORDER, orderCancel?.orderCancelUserErrors ?? []);
    if (!orderCancel?.jobResult) throw missing(CANCEL_ORDER, 'job');
    return { jobResult: orderCancel.jobResult.id };
  },

  cancelJob: async (shop, jobResult) => {
    const { node } = await call(shop, READ_CANCEL_JOB, { id: jobResult });
    // Shopify forgets old jobs: then only the order itself tells.
    if (node === null || !('done' in node)) return { done: true, failed: false, errors: [], cancelledAt: null };
    return {
      done: node.done,
      failed: node.status === 'FAILED',
      errors: node.errors.map(({ message }) => message),
      cancelledAt: node.order?.cancelledAt ?? null,
    };
  },
});

/** An order that can't be understood whole is never acted on by half: a person sees what is wrong with it. */
const parsed = (order: unknown): ReturnType<typeof parseAdminOrder> => {
  try {
    return parseAdminOrder(order);
  } catch (error) {
    if (!(error instanceof PolicyError)) throw error;
    throw new CallFailed('refused', `the order can't be read: ${error.path}: ${error.message}`, { cause: error });
  }
};
