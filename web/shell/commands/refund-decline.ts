import type { CaseRecord, RefundIntentRecord } from '../../../policy/app/records.ts';
import { payoutWords, shipsFirst } from '../../../policy/app/ship-first.ts';
import type { Changes, NewEffect, NewEntry } from '../../../policy/app/store.ts';
import { backorder } from '../../../policy/machines/backorder.ts';
import { cancellation } from '../../../policy/machines/cancellation.ts';
import { returnCase } from '../../../policy/machines/return-case.ts';
import { advance } from '../advance.ts';
import { endApprovalDeadlines } from '../approval-deadlines.ts';
import { sayInCase, showApproval, showCase } from '../effects-of.ts';
import { type Context, type Handler, plan, refused, type World } from '../handler.ts';
import { moveIntent, nextVersion } from '../intents.ts';
import { mentionOf } from '../mention-of.ts';
import { withoutShipFirst } from '../ship-first.ts';
import { endedBecause } from './refund-approve.ts';

/** An approver says no, and why: the case goes back to whoever looks after it. */
export const refundDecline: Handler<'refund.decline'> = {
  subject: (command) => ({ intentId: command.intentId }),
  decide: (world, command, context) => {
    const { intent, case: found } = world;
    if (intent === null || found === null) return refused('not-found', 'no such refund');
    if (intent.state !== 'awaiting_approval') return refused('ended', endedBecause(intent), { caseId: found.id });
    const first = shipsFirst(found.data, intent.id);
    const moved = moveIntent(
      intent,
      'reject',
      { reason: command.because, by: context.by },
      first === null ? `refund declined: ${command.because}` : `not sent before the goods are back: ${command.because}`,
      context,
      { lastError: command.because },
    );
    if (!moved.ok) return moved;
    const move = { event: 'refund-rejected' as const, text: 'back to the agent: the refund was declined' };
    const subject = { caseId: found.id, state: found.state };
    if (first !== null && found.data.kind === 'return') {
      // The return goes on as it would have: its goods are still awaited.
      const record = nextVersion(found, { data: withoutShipFirst(found.data) }, context);
      return plan(declinedOf(world, record, moved, context), { caseId: found.id, intentId: intent.id });
    }
    const advanced =
      found.kind === 'return'
        ? advance(returnCase, subject, [move], context)
        : found.kind === 'backorder'
          ? advance(backorder, subject, [move], context)
          : found.state === 'canceling' || found.state === 'canceling_lines'
            ? advance(cancellation, subject, [move], context)
            : advance(
                cancellation,
                subject,
                [{ event: 'order-changed', text: 'back to the agent: the refund was declined' }],
                context,
              );
    if (!advanced.ok) return advanced;
    const record = nextVersion(found, { state: advanced.state }, context);
    return plan(declinedOf(world, record, moved, context, advanced.entries), {
      caseId: found.id,
      intentId: intent.id,
    });
  },
};

/** In the case's thread, to whoever looks after it: an edited card calls nobody. */
const tellProposer = (
  world: World,
  record: CaseRecord,
  intent: RefundIntentRecord,
  context: Context,
): readonly NewEffect[] => {
  const who = world.people.find(({ id }) => id === (record.assignee ?? intent.proposedBy ?? record.openedBy));
  const text = `${context.byName} declined the ${payoutWords(record.data, intent)}: ${intent.lastError}. Nothing was paid or sent; the card says what can be done now.`;
  return sayInCase(context, `declined-refund:${intent.id}:${intent.version}`, record, text, mentionOf(world, who));
};

const declinedOf = (
  world: World,
  record: CaseRecord,
  moved: Readonly<{ intent: RefundIntentRecord; entries: readonly NewEntry[] }>,
  context: Context,
  more: readonly NewEntry[] = [],
): Changes => {
  const ids = new Set(moved.intent.unitIds);
  return {
    cases: [record],
    intents: [moved.intent],
    units: world.units.filter((unit) => ids.has(unit.id)).map((unit) => ({ ...unit, money: 'none' as const })),
    entries: [...moved.entries, ...more],
    deadlines: endApprovalDeadlines(world.deadlines),
    effects: [
      showApproval(context, moved.intent),
      ...showCase(context, record),
      ...tellProposer(world, record, moved.intent, context),
    ],
  };
};
