import type { CancellationData } from '../../../policy/app/records.ts';
import { cancellation } from '../../../policy/machines/cancellation.ts';
import { advance } from '../advance.ts';
import { askPolicy, newDecision, sentence } from '../ask-policy.ts';
import { cancelAsk } from '../asks.ts';
import { retryBackorder } from '../backorder/retry.ts';
import { unexplained, WHY_UNEXPLAINED } from '../by-hand.ts';
import { compareMoney, recall, showCase } from '../effects-of.ts';
import { type Context, type Handler, plan, refused, type Verdict, type World } from '../handler.ts';
import { isOpen, newIntent, nextVersion } from '../intents.ts';
import { cancellationDue } from '../nothing-due.ts';
import { returnOf } from '../return-of.ts';
import { settleReturn } from '../settle-return.ts';

/** A person looked and says: try again. The policy is asked anew, the amount reckoned and approved anew. */
export const caseRetry: Handler<'case.retry'> = {
  subject: (command) => ({ caseId: command.caseId }),
  decide: (world, _command, context) => {
    const found = world.case;
    if (found === null) return refused('not-found', 'no such case');
    const paying = world.intents.find(
      (intent) => isOpen(intent) && !['failed', 'needs_person', 'expired'].includes(intent.state),
    );
    if (paying !== undefined)
      return refused('ended', `a refund of this case is ${paying.state.replaceAll('_', ' ')}: wait for it`, {
        caseId: found.id,
      });
    if (unexplained(found.data) !== null) return refused('missing', WHY_UNEXPLAINED, { caseId: found.id });
    if (found.data.kind === 'backorder') return retryBackorder(world, context);
    return found.data.kind === 'return'
      ? retryReturn(world, context)
      : retryCancellation(world, found.data as CancellationData, context);
  },
};

const retryReturn = (world: World, context: Context): Verdict => {
  const found = returnOf(world);
  if ('ok' in found) return found;
  if (found.state !== 'received')
    return refused('illegal-event', `a return that is ${found.state} has nothing to try again`, { caseId: found.id });
  const settled = settleReturn(world, found, context);
  if ('ok' in settled) return settled;
  const record = nextVersion(found, { state: settled.state }, context);
  return plan(
    {
      cases: [record],
      units: settled.units,
      decisions: settled.decisions,
      intents: settled.intents,
      entries: settled.entries,
      effects: [...settled.effects, ...showCase(context, record)],
    },
    { caseId: found.id, intentId: settled.intents[0]?.id ?? null, decision: settled.decision, would: settled.would },
  );
};

export const retryCancellation = (world: World, data: CancellationData, context: Context): Verdict => {
  const found = world.case;
  if (found === null || world.order === null) return refused('not-found', 'no such case');
  const answer = askPolicy(world, cancelAsk(data.lines, found.createdAt), context);
  const { decision } = answer;
  const due = cancellationDue(decision, world.order.facts.currency);
  if (due === null)
    return refused('policy', sentence(decision), { caseId: found.id, decision, clauses: decision.clauses });
  const recorded = newDecision(context, found.id, world, 'cancel', answer);
  const whole = decision.action === 'cancel_order';
  const lines = whole
    ? null
    : decision.units
        .filter((unit) => unit.outcome === 'refunded')
        .map(({ lineItemId, quantity }) => ({ lineItemId, quantity }));
  const advanced = advance(
    cancellation,
    { caseId: found.id, state: found.state },
    [
      { event: 'try-again', text: 'tried again' },
      {
        event: whole ? 'nothing-shipped' : 'part-asked',
        text: sentence(decision),
        clauses: decision.clauses,
        decisionId: recorded.id,
      },
    ],
    context,
  );
  if (!advanced.ok) return advanced;
  const intent = newIntent(world, context, found.id, due, [], 'cancellation');
  const again = { state: 'asking', askedAt: context.now, fulfillmentOrderIds: [] } as const;
  const record = nextVersion(
    found,
    { state: advanced.state, data: { ...data, lines, jobResult: null, recall: again } },
    context,
  );
  return plan(
    {
      cases: [record],
      intents: [intent],
      decisions: [recorded],
      entries: advanced.entries,
      effects: [recall(context, record), compareMoney(context, intent), ...showCase(context, record)],
    },
    { caseId: found.id, intentId: intent.id, decision, would: ['reckon the amount again and go on'] },
  );
};
