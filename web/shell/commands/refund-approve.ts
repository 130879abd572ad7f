import type { CaseRecord, RefundIntentRecord } from '../../../policy/app/records.ts';
import { payoutWords } from '../../../policy/app/ship-first.ts';
import type { NewEffect, NewEntry } from '../../../policy/app/store.ts';
import { mayApprove } from '../../../policy/approvals/may-approve.ts';
import { cancellation } from '../../../policy/machines/cancellation.ts';
import { advance } from '../advance.ts';
import { endApprovalDeadlines } from '../approval-deadlines.ts';
import {
  cancelOrder,
  processReturn,
  refundLines,
  showApproval,
  showApprovalOnceMore,
  showCase,
} from '../effects-of.ts';
import { type Context, type Handler, plan, type Refused, refused, type World } from '../handler.ts';
import { moveIntent, nextVersion } from '../intents.ts';
import { orderVersionOf } from '../order-version.ts';
import { isRecalled } from '../recall/recall.ts';
import { toPerson } from '../settled/to-person.ts';
import { stillDue } from '../still-due.ts';

/** Somebody who may, and who did not propose it, agrees that the money goes out. */
export const refundApprove: Handler<'refund.approve'> = {
  subject: (command) => ({ intentId: command.intentId }),
  decide: (world, _command, context) => {
    const { intent: shown, case: found } = world;
    if (shown === null || found === null || world.order === null) return refused('not-found', 'no such refund');
    if (shown.state !== 'awaiting_approval') return refused('ended', endedBecause(shown), { caseId: found.id });
    // The order changed a moment ago and gives the same: nobody has to propose that once more.
    const still = stillDue(world, world.order.facts, shown, context);
    const same = still !== null && typeof still !== 'string' ? still : { intent: shown, entries: [] };
    const { intent } = same;
    const may = mayApprove({
      person: context.person,
      proposedBy: intent.proposedBy,
      approvals: intent.approvals,
      people: world.people,
      guest: context.person?.guest === true,
      connectedWorkspace: context.actor.kind === 'slack' && context.actor.team !== world.shop.slackTeam,
      intentOrderVersion: intent.orderVersion,
      currentOrderVersion: orderVersionOf(world.order.facts),
    });
    if (!may.ok && may.rule === 'order-changed') {
      // Approvals lapse with the order they were given for; the case goes back to whoever looks after it.
      const lapsed = toPerson(world, intent, 'order-changed', may.because, context);
      return 'ok' in lapsed ? lapsed : refused('stale', may.because, { caseId: found.id, changes: lapsed });
    }
    if (!may.ok) return refused(may.code, may.because, { caseId: found.id });

    const approvals = [...intent.approvals, { personId: context.by, name: context.byName, at: context.now }];
    const complete = approvals.length >= intent.approvalsNeeded;
    const what = payoutWords(found.data, intent);
    const moved = moveIntent(
      intent,
      complete ? 'approve' : 'approve-first',
      { approverAllowed: true, approvalsNeeded: intent.approvalsNeeded, approvals: approvals.length },
      complete ? `${what} approved` : `${what} approved, ${approvals.length} of ${intent.approvalsNeeded}`,
      context,
      { approvals, delegatedTo: null },
    );
    if (!moved.ok) return moved;
    if (!complete) {
      return plan(
        {
          intents: [moved.intent],
          entries: [...same.entries, ...moved.entries],
          effects: [showApproval(context, moved.intent)],
        },
        { caseId: found.id, intentId: intent.id },
      );
    }
    const started = startPaying(world, found, moved.intent, context);
    if ('ok' in started) return started;
    return plan(
      {
        cases: [started.record],
        intents: [moved.intent],
        entries: [...same.entries, ...moved.entries, ...started.entries],
        effects: [
          ...started.effects,
          showApproval(context, moved.intent),
          ...showApprovalOnceMore(context, moved.intent, world.settings),
          ...showCase(context, started.record),
        ],
        deadlines: endApprovalDeadlines(world.deadlines),
      },
      { caseId: found.id, intentId: intent.id, would: [what] },
    );
  },
};

type Started = Readonly<{ record: CaseRecord; entries: readonly NewEntry[]; effects: readonly NewEffect[] }>;

/** An approved amount goes its way: through orderCancel, refundCreate or returnProcess, after the seconds left to stop it. */
export const startPaying = (
  world: World,
  found: CaseRecord,
  intent: RefundIntentRecord,
  context: Context,
): Started | Refused => {
  const undoSeconds = intent.approvalsNeeded === 0 ? 0 : Number(world.settings['approval.undoSeconds']);
  const runAt = undoSeconds > 0 ? new Date(Date.parse(context.now) + undoSeconds * 1000).toISOString() : undefined;
  if (found.data.kind === 'return') {
    return { record: nextVersion(found, {}, context), entries: [], effects: [processReturn(context, intent, runAt)] };
  }
  if (found.data.kind === 'backorder') {
    // The customer's answer has moved the case already; the money follows.
    const effect =
      found.data.refund === 'order'
        ? cancelOrder(context, intent, 'INVENTORY', runAt)
        : refundLines(context, intent, runAt, 'NO_RESTOCK');
    return { record: nextVersion(found, {}, context), entries: [], effects: [effect] };
  }
  // A fulfilment service still has the goods: nothing is cancelled or paid before it has let them go.
  if (!isRecalled(found.data)) return { record: nextVersion(found, {}, context), entries: [], effects: [] };
  const whole = found.data.lines === null;
  // Stopped and approved anew: the case has been on its way since the first time.
  if (found.state === 'canceling' || found.state === 'canceling_lines')
    return {
      record: nextVersion(found, {}, context),
      entries: [],
      effects: [whole ? cancelOrder(context, intent, 'CUSTOMER', runAt) : refundLines(context, intent, runAt)],
    };
  const advanced = advance(
    cancellation,
    { caseId: found.id, state: found.state },
    [
      whole
        ? {
            event: found.data.recall?.state === 'accepted' ? 'recall-accepted' : 'recall-not-needed',
            facts: { activeReturns: false, pendingAuthorization: pendingAuthorization(world) },
            text: 'no fulfilment service holds the order: it can be cancelled',
          }
        : { event: 'accept', text: 'the request counts as acceptance: what did not ship is refunded' },
    ],
    context,
  );
  if (!advanced.ok) return advanced;
  return {
    record: nextVersion(found, { state: advanced.state }, context),
    entries: advanced.entries,
    effects: [whole ? cancelOrder(context, intent, 'CUSTOMER', runAt) : refundLines(context, intent, runAt)],
  };
};

const pendingAuthorization = (world: World): boolean =>
  world.order?.facts.transactions.some((one) => one.kind === 'authorization' && one.status === 'pending') ?? false;

export const endedBecause = (intent: RefundIntentRecord): string => {
  const last = intent.approvals.at(-1);
  switch (intent.state) {
    case 'approved':
    case 'executing':
      return `approved already${last ? ` by ${last.name}` : ''}: the money is on its way`;
    case 'succeeded':
      return `paid already${last ? `, approved by ${last.name}` : ''}`;
    case 'rejected':
      return 'declined already';
    case 'superseded':
      return 'the order changed after this was proposed, so approvals lapsed: a new amount has to be proposed';
    default:
      return `this refund is ${intent.state.replaceAll('_', ' ')} and can't be decided on`;
  }
};
