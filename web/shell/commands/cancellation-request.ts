import type { CommandOf } from '../../../policy/app/commands.ts';
import type { CaseRecord, ThreadOrNull } from '../../../policy/app/records.ts';
import { countOf, formatMoney } from '../../../policy/format.ts';
import { type CancellationEvent, type CancellationFacts, cancellation } from '../../../policy/machines/cancellation.ts';
import { isFinal } from '../../../policy/machines/machine.ts';
import { advance, type Move } from '../advance.ts';
import { askPolicy, newDecision, sentence } from '../ask-policy.ts';
import { cancelAsk } from '../asks.ts';
import { compareMoney, recall, showCase } from '../effects-of.ts';
import { type Context, type Handler, plan, refused, type Verdict, type World } from '../handler.ts';
import { newIntent } from '../intents.ts';
import { cancellationDue } from '../nothing-due.ts';

/** P10–P12: the customer wants the order, or a part of it, cancelled. */
export const cancellationRequest: Handler<'cancellation.request'> = {
  subject: (command) => ({ orderId: command.orderId }),
  decide: (world, command, context) => requestCancellation(world, command, context, null),
};

export const requestCancellation = (
  world: World,
  command: CommandOf<'cancellation.request'>,
  context: Context,
  thread: ThreadOrNull,
): Verdict => {
  if (world.order === null) return refused('not-found', `there is no order ${command.orderId} in this shop`);
  const running = world.cases.find((one) => one.kind === 'cancellation' && !isFinal(cancellation, one.state));
  if (running !== undefined) {
    return refused('ended', `case ${running.number} is cancelling ${running.orderName} already (${running.state})`, {
      caseId: running.id,
    });
  }
  const { facts } = world.order;
  const answer = askPolicy(world, cancelAsk(command.lines), context);
  const { decision } = answer;
  if (decision.verdict === 'needs-info')
    return refused('missing', sentence(decision), { decision, missing: decision.missing, clauses: decision.clauses });
  const due = cancellationDue(decision, facts.currency);
  if (due === null) return refused('policy', sentence(decision), { decision, clauses: decision.clauses });
  const whole = decision.action === 'cancel_order';
  const lines = whole
    ? null
    : decision.units
        .filter((unit) => unit.outcome === 'refunded')
        .map(({ lineItemId, quantity }) => ({ lineItemId, quantity }));
  const caseId = context.ids.id();
  const recorded = newDecision(context, caseId, world, 'cancel', answer);
  const someShipped = facts.fulfillments.some((fulfillment) => fulfillment.status === 'success');
  const moves: Move<CancellationEvent, CancellationFacts>[] = [
    {
      event: 'request',
      facts: { orderCancelled: facts.cancelledAt !== null, disputeOpen: facts.disputeOpen },
      text: command.because ? `asked to cancel: ${command.because}` : 'asked to cancel',
    },
    whole
      ? { event: 'nothing-shipped', text: sentence(decision), clauses: decision.clauses, decisionId: recorded.id }
      : {
          event: someShipped ? 'some-shipped' : 'part-asked',
          text: sentence(decision),
          clauses: decision.clauses,
          decisionId: recorded.id,
        },
  ];
  const advanced = advance(cancellation, { caseId, state: 'new' }, moves, context);
  if (!advanced.ok) return advanced;

  const intent = newIntent(world, context, caseId, due, [], 'cancellation');
  const record: CaseRecord = {
    id: caseId,
    number: context.fresh.caseNumber,
    shop: world.shop.domain,
    kind: 'cancellation',
    state: advanced.state,
    version: 1,
    orderId: facts.id,
    orderName: facts.name,
    policyVersion: world.version.id,
    rma: null,
    data: {
      kind: 'cancellation',
      lines,
      because: command.because ?? null,
      jobResult: null,
      recall: { state: 'asking', askedAt: context.now, fulfillmentOrderIds: [] },
    },
    thread,
    openedBy: context.person?.id ?? null,
    assignee: context.person?.id ?? null,
    createdAt: context.now,
    updatedAt: context.now,
    closedAt: null,
  };
  const money = formatMoney(due.total, due.currency);
  return plan(
    {
      cases: [record],
      intents: [intent],
      decisions: [recorded],
      entries: advanced.entries,
      effects: [recall(context, record), compareMoney(context, intent), ...showCase(context, record)],
    },
    {
      caseId,
      intentId: intent.id,
      decision,
      would: [
        whole
          ? `cancel ${facts.name} in Shopify and restock what was held for it`
          : `take ${countOf(lines?.reduce((sum, line) => sum + line.quantity, 0) ?? 0, 'unit')} off ${facts.name}, and restock what is taken off`,
        decision.refund === null
          ? 'refund nothing: no payment was received'
          : due.total === 0
            ? 'void the authorization: nothing was captured'
            : `refund ${money} to the original payment${approvers(intent.approvalsNeeded)}`,
        'mail the customer',
      ],
    },
  );
};

const approvers = (needed: number): string =>
  needed === 0 ? '' : needed === 1 ? ', once an approver agrees' : `, once ${needed} approvers agree`;
