import { CancelEnded, CancelStarted, Lapsed, RefundResult } from '../../../policy/app/effects.ts';
import type { CancellationData, RefundIntentRecord } from '../../../policy/app/records.ts';
import type { Changes } from '../../../policy/app/store.ts';
import { formatMoney } from '../../../policy/format.ts';
import { cancellation } from '../../../policy/machines/cancellation.ts';
import { advance } from '../advance.ts';
import { followCancel, mail, readOrder, showApproval, showCase } from '../effects-of.ts';
import type { Context, Refused, World } from '../handler.ts';
import { moveIntent, nextVersion } from '../intents.ts';
import type { Settle } from './index.ts';
import { answerLost, notPaid } from './not-paid.ts';

const intentOf = (world: World, id: string): RefundIntentRecord | undefined =>
  world.intents.find((one) => one.id === id);

/** orderCancel was answered: its job is followed, or the order had changed and nothing was done. */
export const cancelOrderSettled: Settle<'shopify.cancel-order'> = (world, effect, settled, context) => {
  const intent = intentOf(world, effect.intentId);
  if (intent === undefined || world.case === null) return {};
  if (settled.outcome === 'unknown') return answerLost(world, intent, settled.error, context);
  if (settled.outcome === 'refused')
    return notPaid(world, intent, 'refused', settled.error ?? 'Shopify refused', context);
  const lapsed = Lapsed.safeParse(settled.result);
  if (lapsed.success) return notPaid(world, intent, 'lapsed', lapsed.data.lapsed, context);
  const { jobResult, refundsBefore } = CancelStarted.parse(settled.result);
  const data: CancellationData = { ...(world.case.data as CancellationData), jobResult };
  const record = nextVersion(world.case, { data }, context);
  return { cases: [record], effects: [followCancel(context, record.id, intent.id, jobResult, refundsBefore)] };
};

/** The job has ended: the order is cancelled, the money is on its way back, and everybody hears of it. */
export const followCancelSettled: Settle<'shopify.follow-cancel'> = (world, effect, settled, context) => {
  const intent = intentOf(world, effect.intentId);
  if (intent === undefined || world.case === null) return {};
  if (settled.outcome !== 'done') return notPaid(world, intent, 'refused', settled.error ?? 'the job failed', context);
  const ended = CancelEnded.parse(settled.result);
  const paid = confirmPaid(intent, ended.refundId, ended.amount, context);
  if (!paid.ok) return paid;
  const advanced = advance(
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
  return {
    cases: [record],
    intents: [paid.intent],
    entries: [...paid.entries, ...advanced.entries],
    effects: [
      mail(context, record.id, 'cancelled', intent.id),
      ...approvalCard(intent, paid.intent, context),
      ...showCase(context, record),
    ],
  };
};

/** Lines that never shipped were refunded; the rest of the order goes on. */
export const refundLinesSettled: Settle<'shopify.refund-lines'> = (world, effect, settled, context) => {
  const intent = intentOf(world, effect.intentId);
  if (intent === undefined || world.case === null) return {};
  if (settled.outcome === 'unknown') return answerLost(world, intent, settled.error, context);
  if (settled.outcome === 'refused')
    return notPaid(world, intent, 'refused', settled.error ?? 'Shopify refused', context);
  const lapsed = Lapsed.safeParse(settled.result);
  if (lapsed.success) return notPaid(world, intent, 'lapsed', lapsed.data.lapsed, context);
  const refund = RefundResult.parse(settled.result);
  const paid = confirmPaid(intent, refund.refundId, refund.amount, context);
  if (!paid.ok) return paid;
  const advanced = advance(
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
      ...approvalCard(intent, paid.intent, context),
      ...showCase(context, record),
    ],
  };
};

const approvalCard = (before: RefundIntentRecord, after: RefundIntentRecord, context: Context) =>
  before.approvalsNeeded > 0 ? [showApproval(context, after)] : [];

type Paid = Readonly<{ ok: true; intent: RefundIntentRecord; entries: NonNullable<Changes['entries']>; text: string }>;

/** The money moved: which refund it was, and whether it is what the policy said, to the minor unit. */
export const confirmPaid = (
  intent: RefundIntentRecord,
  refundId: string | null,
  amount: number,
  context: Context,
): Paid | Refused => {
  const shown = formatMoney(amount, intent.breakdown.currency);
  const right = amount === intent.breakdown.total;
  const text =
    amount === 0 && right
      ? 'nothing had been captured, so nothing is refunded'
      : right
        ? `${shown} refunded`
        : `${shown} refunded, ${formatMoney(intent.breakdown.total, intent.breakdown.currency)} was agreed: look at the order in Shopify`;
  const event =
    intent.state === 'unknown'
      ? ('refund-found' as const)
      : refundId === null
        ? ('nothing-to-pay' as const)
        : ('refund-confirmed' as const);
  const moved = moveIntent(intent, event, { refundId, sameAmount: right }, text, context, {
    shopifyRefundId: refundId,
    lastError: right ? null : text,
  });
  return moved.ok ? { ok: true, intent: moved.intent, entries: moved.entries, text } : moved;
};
