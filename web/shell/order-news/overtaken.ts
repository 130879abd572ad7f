import { endOf } from '../../../policy/app/deadline-stands.ts';
import type { CancellationData, CaseRecord } from '../../../policy/app/records.ts';
import type { Changes } from '../../../policy/app/store.ts';
import { PolicyError } from '../../../policy/errors.ts';
import type { OrderFacts } from '../../../policy/facts/order-facts.ts';
import { cancellation } from '../../../policy/machines/cancellation.ts';
import { isFinal } from '../../../policy/machines/machine.ts';
import { advance } from '../advance.ts';
import { askPolicy, newDecision, sentence } from '../ask-policy.ts';
import { cancelAsk } from '../asks.ts';
import { alertStaff } from '../backorder/alert-staff.ts';
import { retryCancellation } from '../commands/case-retry.ts';
import { compareMoney, mail, showCase } from '../effects-of.ts';
import type { Context, World } from '../handler.ts';
import { dropIntents, newIntent, nextVersion } from '../intents.ts';
import { cancellationDue } from '../nothing-due.ts';
import { isPaying, isUnsettled } from './stop-intents.ts';

/**
 * A cancellation that the world was faster than (P11, P12): the goods shipped while it was asked for, or somebody
 * cancelled the order in Shopify. Nothing of it is done while an amount of the case is on its way.
 */
export const overtakenNews = (world: World, facts: OrderFacts, context: Context): Changes | null => {
  const found = world.case;
  if (found === null || found.data.kind !== 'cancellation' || isFinal(cancellation, found.state)) return null;
  if (isPaying(world.intents) || isUnsettled(world.intents) || found.data.stageBeforeDispute != null) return null;
  if (facts.cancelledAt !== null) return cancelledByHand(world, found, facts.cancelledAt, context);
  if (!facts.fulfillments.some((parcel) => parcel.status === 'success')) return null;
  return shipped(world, found, found.data, context);
};

const cancelledByHand = (world: World, found: CaseRecord, cancelledAt: string, context: Context): Changes | null => {
  const text = 'the order was cancelled in Shopify by hand: what was paid back there is what counts';
  const advanced = advance(
    cancellation,
    { caseId: found.id, state: found.state },
    [{ event: 'order-canceled', facts: { cancelledAt }, text }],
    context,
  );
  const dropped = dropIntents(world.intents, text, context);
  if (!advanced.ok || 'ok' in dropped) return null;
  const record = nextVersion(found, { state: advanced.state, closedAt: context.now }, context);
  return {
    cases: [record],
    intents: dropped.intents,
    entries: [...dropped.entries, ...advanced.entries],
    deadlines: endOf(world.deadlines, 'dropped'),
    effects: [...showCase(context, record), ...alertStaff(context, record, text)],
  };
};

/** The question of the case, or null where it no longer fits the order: a person is asked when the money would move. */
const ask = (world: World, data: CancellationData, context: Context): ReturnType<typeof askPolicy> | null => {
  try {
    return askPolicy(world, cancelAsk(data.lines, world.case?.createdAt), context);
  } catch (error) {
    if (error instanceof PolicyError) return null;
    throw error;
  }
};

const shipped = (world: World, found: CaseRecord, data: CancellationData, context: Context): Changes | null => {
  const answer = ask(world, data, context);
  if (answer === null) return null;
  const { decision } = answer;
  const recorded = newDecision(context, found.id, world, 'cancel', answer);
  const subject = { caseId: found.id, state: found.state };
  const said = { clauses: decision.clauses, decisionId: recorded.id };
  if (decision.verdict === 'refused' && decision.action === 'offer_return') {
    const text = `it shipped meanwhile: ${sentence(decision)}`;
    const advanced = advance(cancellation, subject, [{ event: 'shipped-meanwhile', text, ...said }], context);
    const dropped = dropIntents(world.intents, text, context);
    if (!advanced.ok || 'ok' in dropped) return null;
    const record = nextVersion(found, { state: advanced.state, closedAt: context.now }, context);
    return {
      cases: [record],
      intents: dropped.intents,
      decisions: [recorded],
      entries: [...dropped.entries, ...advanced.entries],
      deadlines: endOf(world.deadlines, 'dropped'),
      effects: [
        mail(context, found.id, 'too-late'),
        ...showCase(context, record),
        ...alertStaff(context, record, 'it shipped before it could be cancelled: a return can be offered'),
      ],
    };
  }
  // Asked for as a whole, and a part of it is out: what is not may still be cancelled.
  const isPart = data.lines === null && decision.verdict === 'granted' && decision.action === 'refund_lines';
  const due = world.order === null ? null : cancellationDue(decision, world.order.facts.currency);
  if (!isPart || due === null) return null;
  // Stopped because the sum no longer fitted: now it is known why, and the rest goes on by itself.
  if (found.state === 'needs_agent') {
    const retried = retryCancellation(world, data, context);
    return retried.ok ? retried.changes : null;
  }
  const text = `a part of it shipped meanwhile: ${sentence(decision)}`;
  const advanced = advance(cancellation, subject, [{ event: 'part-shipped-meanwhile', text, ...said }], context);
  const dropped = dropIntents(world.intents, text, context);
  if (!advanced.ok || 'ok' in dropped) return null;
  const lines = decision.units
    .filter((unit) => unit.outcome === 'refunded')
    .map(({ lineItemId, quantity }) => ({ lineItemId, quantity }));
  const intent = newIntent(world, context, found.id, due, [], 'cancellation');
  const record = nextVersion(found, { state: advanced.state, data: { ...data, lines } }, context);
  return {
    cases: [record],
    intents: [...dropped.intents, intent],
    decisions: [recorded],
    entries: [...dropped.entries, ...advanced.entries],
    effects: [compareMoney(context, intent), ...showCase(context, record)],
  };
};
