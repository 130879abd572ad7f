import { CancelEnded, CancelStarted, CancelUnread, RefundResult } from '../../../policy/app/effects.ts';
import type { BackorderData, CancellationData, CaseRecord, RefundIntentRecord } from '../../../policy/app/records.ts';
import { dutiesLeft } from '../../../policy/decide/paid.ts';
import { formatMoney } from '../../../policy/format.ts';
import { backorder } from '../../../policy/machines/backorder.ts';
import { cancellation } from '../../../policy/machines/cancellation.ts';
import { advance, entry } from '../advance.ts';
import { alertStaff } from '../backorder/alert-staff.ts';
import { followCancel, mail, readOrder, releaseHold, showApproval, showCase } from '../effects-of.ts';
import type { Context, World } from '../handler.ts';
import { nextVersion } from '../intents.ts';
import { stillHeld } from '../order-news/paid-afterwards.ts';
import type { Settle } from './index.ts';
import { mayBePaid, notPaid, unlessDone } from './not-paid.ts';
import { confirmPaid, foundOther } from './paid.ts';

const intentOf = (world: World, id: string): RefundIntentRecord | undefined =>
  world.intents.find((one) => one.id === id);

/** orderCancel was answered: its job is followed, or the order had changed and nothing was done. */
export const cancelOrderSettled: Settle<'shopify.cancel-order'> = (world, effect, settled, context) => {
  const intent = intentOf(world, effect.intentId);
  if (intent === undefined || world.case === null) return {};
  const stopped = unlessDone(world, intent, settled, context);
  if (stopped !== null) return stopped;
  const { jobResult, refundsBefore } = CancelStarted.parse(settled.result);
  const data = { ...(world.case.data as CancellationData | BackorderData), jobResult };
  const record = nextVersion(world.case, { data }, context);
  return { cases: [record], effects: [followCancel(context, record.id, intent.id, jobResult, refundsBefore)] };
};

/** The job has ended: the order is cancelled, the money is on its way back, and everybody hears of it. */
export const followCancelSettled: Settle<'shopify.follow-cancel'> = (world, effect, settled, context) => {
  const intent = intentOf(world, effect.intentId);
  if (intent === undefined || world.case === null) return {};
  if (settled.outcome !== 'done') return notPaid(world, intent, 'refused', settled.error ?? 'the job failed', context);
  const unread = CancelUnread.safeParse(settled.result);
  if (unread.success) {
    const why = `Shopify took the cancellation, and what came of it could not be read: ${unread.data.unread}; look at the order in Shopify before anything is paid`;
    return mayBePaid(world, intent, 'none-found-too-late', why, context);
  }
  const ended = CancelEnded.parse(settled.result);
  const other = foundOther(world, intent, ended.amount, context);
  if (other !== null) return other;
  const paid = confirmPaid(intent, ended.refundId, ended.amount, context);
  if (!paid.ok) return paid;
  const advanced =
    world.case.kind === 'backorder'
      ? stockOutRefunded(world.case, ended.refundId, `cancelled in Shopify; ${paid.text}`, context)
      : advance(
          cancellation,
          { caseId: world.case.id, state: world.case.state },
          [
            {
              event: 'order-canceled',
              facts: { cancelledAt: ended.cancelledAt },
              text: `cancelled in Shopify; ${paid.text}`,
              clauses: ['P11'],
            },
          ],
          context,
        );
  if (!advanced.ok) return advanced;
  const record = nextVersion(world.case, { state: advanced.state, closedAt: context.now }, context);
  const held = heldWords(world, paid.intent);
  return {
    cases: [record],
    intents: [paid.intent],
    entries: [
      ...paid.entries,
      ...advanced.entries,
      ...(held === null ? [] : [entry(context, record.id, { event: 'order.still-held', text: held })]),
    ],
    effects: [
      mail(context, record.id, 'cancelled', intent.id),
      ...approvalCard(intent, paid.intent, context),
      ...showCase(context, record),
      ...(held === null ? [] : alertStaff(context, record, held)),
    ],
  };
};

/**
 * What was paid for lines that an edit took off before belongs to no line that is cancelled: neither the policy's sum nor
 * Shopify's has it, and with the order cancelled nobody would look for it any more. What the settings keep is no news.
 */
const heldWords = ({ order, settings }: World, { breakdown }: RefundIntentRecord): string | null => {
  if (order === null || breakdown.total === 0) return null;
  const { facts } = order;
  const kept =
    (settings['tips.refund'] === 'never' ? facts.tips : 0) +
    (settings['duties.refund'] === 'never' ? dutiesLeft(facts) : 0);
  const left = facts.cancelledAt === null ? 0 : stillHeld(facts) - kept;
  return left <= 0
    ? null
    : `${formatMoney(left, facts.currency)} of what was paid for the order has not gone back with it, for goods that were taken off it before: look at the order in Shopify and refund it there by hand`;
};

/** P9: the customer has everything back that was paid for what is not delivered. */
const stockOutRefunded = (found: CaseRecord, refundId: string | null, text: string, context: Context) =>
  advance(
    backorder,
    { caseId: found.id, state: found.state },
    [{ event: 'refund-confirmed', facts: { refundId, voided: refundId === null }, text }],
    context,
  );

/** Lines that never shipped were refunded; the rest of the order goes on. */
export const refundLinesSettled: Settle<'shopify.refund-lines'> = (world, effect, settled, context) => {
  const intent = intentOf(world, effect.intentId);
  if (intent === undefined || world.case === null) return {};
  const stopped = unlessDone(world, intent, settled, context);
  if (stopped !== null) return stopped;
  const refund = RefundResult.parse(settled.result);
  const other = foundOther(world, intent, refund.amount, context);
  if (other !== null) return other;
  const paid = confirmPaid(intent, refund.refundId, refund.amount, context);
  if (!paid.ok) return paid;
  const isBackorder = world.case.kind === 'backorder';
  const advanced = isBackorder
    ? stockOutRefunded(world.case, refund.refundId, `out of stock; ${paid.text}`, context)
    : advance(
        cancellation,
        { caseId: world.case.id, state: world.case.state },
        [{ event: 'lines-refunded', facts: { refundId: refund.refundId }, text: `taken off the order; ${paid.text}` }],
        context,
      );
  if (!advanced.ok) return advanced;
  const record = nextVersion(world.case, { state: advanced.state, closedAt: context.now }, context);
  return {
    cases: [record],
    intents: [paid.intent],
    entries: [...paid.entries, ...advanced.entries],
    effects: [
      mail(context, record.id, 'cancelled', intent.id),
      readOrder(context, record.orderId, `after:${intent.id}`),
      // What is refunded stays held; what waited with it goes out.
      ...(isBackorder ? [releaseHold(context, record, 'rest')] : []),
      ...approvalCard(intent, paid.intent, context),
      ...showCase(context, record),
    ],
  };
};

const approvalCard = (before: RefundIntentRecord, after: RefundIntentRecord, context: Context) =>
  before.approvalsNeeded > 0 ? [showApproval(context, after)] : [];
