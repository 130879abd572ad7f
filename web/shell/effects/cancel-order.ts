import { CallFailed } from '../../../policy/app/ports.ts';
import type { CaseRecord } from '../../../policy/app/records.ts';
import { isOnlyAuthorized, receivedOf } from '../../../policy/decide/paid.ts';
import { undeliveredOf } from '../undelivered-of.ts';
import {
  beginExecution,
  comparedOf,
  isRefusal,
  overtaken,
  readBoth,
  whyDifferent,
  whyLapsed,
  whyNotAsBefore,
} from './ask-again.ts';
import { afterRefusal, lookAgain } from './look-first.ts';
import { caseOf, intentOf, type Runner } from './runner.ts';

/** P11, P9: reads the order, asks the policy again, compares Shopify's sum with ours, then cancels. */
export const cancelOrder: Runner<'shopify.cancel-order'> = async (deps, effect, record) => {
  const intent = intentOf(await caseOf(deps, record, effect.caseId), effect.intentId);
  const over = overtaken(record, intent);
  if (over !== null) return over;
  const { world, facts } = await readBoth(deps, record.shop, effect.caseId);
  const started = intent.state === 'executing' || intent.state === 'unknown';
  const before =
    started && isExecution(intent.execution)
      ? intent.execution.refundsBefore
      : facts.refunds.map((refund) => refund.id);
  if (started) {
    if (facts.cancelledAt !== null) return { done: { jobResult: null, refundsBefore: before } };
    const later = lookAgain(record);
    if (later !== null) return later;
    // Asked again only where the order is as it was before the call.
    const { ask } = undeliveredOf(world.case as CaseRecord);
    const changed = whyNotAsBefore(deps, world, facts, ask, intent, before);
    if (changed !== null) throw new CallFailed('refused', `the answer to the cancellation was lost, and ${changed}`);
  } else if (facts.cancelledAt !== null) {
    return { done: { lapsed: 'somebody cancelled the order in Shopify meanwhile: look at what was refunded there' } };
  } else {
    const lapsed = whyLapsed(deps, world, facts, undeliveredOf(world.case as CaseRecord).ask, intent);
    if (lapsed !== null) return { done: { lapsed } };
    if (intent.breakdown.total > 0) {
      const suggested = await deps.shopify.suggestedRefund(record.shop, {
        orderId: facts.id,
        currency: facts.currency,
        whole: true,
        lines: facts.lines
          .filter((line) => line.currentQuantity > 0)
          .map((line) => ({ lineItemId: line.id, quantity: line.currentQuantity, restock: 'CANCEL' })),
        shipping: intent.breakdown.shipping,
        dutyIds: facts.lines.flatMap((line) => line.dutyIds),
      });
      const different = whyDifferent(intent, suggested.amount);
      if (different !== null) return { done: { lapsed: different, suggested: comparedOf(suggested) } };
    }
    const stopped = await beginExecution(deps, record.shop, record.id, intent.id, { refundsBefore: before });
    if (stopped !== null) return stopped;
  }
  try {
    const { jobResult } = await deps.shopify.cancelOrder(record.shop, {
      orderId: facts.id,
      reason: effect.reason,
      // What is out of stock is not put back for sale.
      restock: effect.reason === 'CUSTOMER',
      // Where nothing was paid nor reserved nothing is: a payment of the last moment is told to a person, not sent back unasked.
      refund: receivedOf(facts) > 0 || isOnlyAuthorized(facts),
      staffNote: `Makegood case ${world.case?.number} (${effect.reason === 'CUSTOMER' ? 'P11' : 'P9'})`,
    });
    return { done: { jobResult, refundsBefore: before } };
  } catch (error) {
    // The job of the first call may be under way: what is refused now may be cancelled in a moment.
    const next = started && isRefusal(error) ? afterRefusal(record) : null;
    if (next === null) throw error;
    return next;
  }
};

/** Follows the job of orderCancel to its end, and tells what was paid back. */
export const followCancel: Runner<'shopify.follow-cancel'> = async (deps, effect, record) => {
  const detail = await caseOf(deps, record, effect.caseId);
  let failure: string | null = null;
  let order: Awaited<ReturnType<typeof deps.shopify.readOrder>>;
  try {
    if (effect.jobResult !== null) {
      const job = await deps.shopify.cancelJob(record.shop, effect.jobResult);
      if (!job.done) return { again: Math.min(30_000, 250 * record.attempts) };
      failure = job.failed ? job.errors.join('; ') || 'Shopify could not cancel the order and gave no reason' : null;
    }
    order = await deps.shopify.readOrder(record.shop, detail.case.orderId);
  } catch (error) {
    // Only the reading was refused: the cancellation was taken before, and its money may have moved.
    if (!isRefusal(error)) throw error;
    return { done: { unread: error.message } };
  }
  const isCancelled = order !== null && order.facts.cancelledAt !== null;
  // A second job, asked for after a lost answer, fails where the first has cancelled the order: the order is what counts.
  if (failure !== null && !isCancelled) throw new CallFailed('refused', failure);
  if (order === null || order.facts.cancelledAt === null) return { again: Math.min(30_000, 500 * record.attempts) };
  await deps.handle(
    { id: `read:${record.id}:${record.attempts}`, shop: record.shop, actor: { kind: 'shopify' } },
    { kind: 'order.observed', facts: order.facts, contact: order.contact },
  );
  const made = order.facts.refunds.filter((refund) => !effect.refundsBefore.includes(refund.id));
  const amount = made.reduce((sum, refund) => sum + refund.paid, 0);
  // Its refund may show a little later than that the order is cancelled.
  const later = amount < intentOf(detail, effect.intentId).breakdown.total ? lookAgain(record) : null;
  return later ?? { done: { cancelledAt: order.facts.cancelledAt, refundId: made.at(-1)?.id ?? null, amount } };
};

const isExecution = (value: unknown): value is { refundsBefore: string[] } =>
  typeof value === 'object' && value !== null && 'refundsBefore' in value && Array.isArray(value.refundsBefore);
