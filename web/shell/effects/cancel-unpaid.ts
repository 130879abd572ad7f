import { z } from 'zod';
import { CallFailed } from '../../../policy/app/ports.ts';
import { lookAgain } from './look-first.ts';
import { caseOf, type Runner } from './runner.ts';

/** Kept between the runs once orderCancel was answered. */
const Asked = z.object({ jobResult: z.string() });
const BETWEEN_LOOKS_MS = 1_000;

/**
 * The bank has paid the customer, and the order that was to be cancelled would still be shipped: it is cancelled in
 * Shopify, and nothing is refunded. One that left meanwhile is a person's.
 */
export const cancelUnpaid: Runner<'shopify.cancel-unpaid'> = async (deps, effect, record) => {
  const { case: found } = await caseOf(deps, record, effect.caseId);
  const order = await deps.shopify.readOrder(record.shop, found.orderId);
  if (order === null) throw new CallFailed('refused', `Shopify knows no order ${found.orderName} any more`);
  const { facts } = order;
  if (facts.cancelledAt !== null) return { done: { cancelled: true } };
  if (facts.disputeLost !== true) throw new CallFailed('refused', 'the dispute does not count as lost any more');
  if (facts.fulfillments.some((parcel) => parcel.status === 'success'))
    throw new CallFailed('refused', 'some of it has shipped');
  const asked = Asked.safeParse(record.result);
  if (asked.success) {
    const job = await deps.shopify.cancelJob(record.shop, asked.data.jobResult);
    if (job.done && job.failed) throw new CallFailed('refused', job.errors.join('; ') || 'Shopify gave no reason');
    return { again: BETWEEN_LOOKS_MS, progress: asked.data };
  }
  if (record.unsure === true) {
    const later = lookAgain(record);
    if (later !== null) return later;
  }
  const isCustomers = found.kind === 'cancellation';
  const { jobResult } = await deps.shopify.cancelOrder(record.shop, {
    orderId: facts.id,
    reason: isCustomers ? 'CUSTOMER' : 'INVENTORY',
    restock: isCustomers,
    refund: false,
    staffNote: `Makegood case ${found.number}: the dispute is lost, the bank has paid the customer`,
  });
  return { again: BETWEEN_LOOKS_MS, progress: { jobResult } };
};
