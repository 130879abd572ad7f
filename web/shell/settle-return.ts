import type { RefundIntentRecord, UnitRecord } from '../../policy/app/records.ts';
import { isReplaced, shipsFirst } from '../../policy/app/ship-first.ts';
import type { NewDecision, NewEffect, NewEntry } from '../../policy/app/store.ts';
import type { Breakdown, Decision } from '../../policy/decision.ts';
import { formatMoney } from '../../policy/format.ts';
import { inspection } from '../../policy/machines/inspection.ts';
import { isFinal } from '../../policy/machines/machine.ts';
import { returnCase } from '../../policy/machines/return-case.ts';
import { advance, entry } from './advance.ts';
import { askPolicy, newDecision, sentence } from './ask-policy.ts';
import { settleAsk } from './asks.ts';
import { unexplained, WHY_UNEXPLAINED } from './by-hand.ts';
import { closeReturn, compareMoney, mailResult, mailThisTime } from './effects-of.ts';
import type { Context, Refused, World } from './handler.ts';
import { isOpen, newIntent } from './intents.ts';
import { nothingDue } from './nothing-due.ts';
import type { ReturnCaseRecord } from './return-of.ts';
import { settleReplaced } from './settle-replaced.ts';

export type Settled = Readonly<{
  state: string;
  units: readonly UnitRecord[];
  decisions: readonly NewDecision[];
  intents: readonly RefundIntentRecord[];
  entries: readonly NewEntry[];
  effects: readonly NewEffect[];
  decision: Decision | null;
  would: readonly string[];
}>;

const ACCEPTED = new Set(['accepted', 'accepted_defective']);
const PAYING: ReadonlySet<string> = new Set(['executing', 'unknown']);

/** Nothing follows yet: why, where somebody may want to know. */
const stays = (world: World, found: ReturnCaseRecord, why: Partial<Settled> = {}): Settled => ({
  state: found.state,
  units: world.units,
  decisions: [],
  intents: [],
  entries: [],
  effects: [],
  decision: null,
  would: [],
  ...why,
});

/**
 * Once every unit is decided: asks the policy what is due (P17, P24–P26, P33) and writes down the refund that follows.
 * What the policy refuses, or leaves to somebody's judgement, stays with a person; nothing is declined by itself.
 */
export const settleReturn = (world: World, found: ReturnCaseRecord, context: Context): Settled | Refused => {
  const { units } = world;
  if (isReplaced(found.data)) return settleReplaced(world, found, context) ?? stays(world, found);
  if (world.intents.some((intent) => shipsFirst(found.data, intent.id) !== null && PAYING.has(intent.state)))
    return stays(world, found, { would: ['the replacement is on its way out: wait for Shopify’s answer'] });
  const unpaid = units.filter((unit) => unit.money !== 'paid');
  const isPart = unpaid.some((unit) => !isFinal(inspection, unit.goods));
  if (isPart && !maySplit(world, found, unpaid)) return stays(world, found);
  if (unexplained(found.data) !== null) return stays(world, found, { would: [WHY_UNEXPLAINED] });
  const isOver = (unit: UnitRecord): boolean => unit.goods === 'missing' || unit.goods === 'rejected';
  if (unpaid.length < units.length && unpaid.every(isOver) && found.data.lost == null)
    return closePaid(world, found, context);

  const answer = askPolicy(world, settleAsk(found, units), context);
  const { decision } = answer;
  const recorded = newDecision(context, found.id, world, 'settle', answer);
  const allRejected = !isPart && unpaid.every((unit) => unit.goods === 'rejected');
  if (allRejected) return closeRejected(world, found, context, decision, recorded);
  const due = dueOf(world, decision);
  if (decision.verdict === 'granted' && due !== null) return proposeDue(world, found, context, decision, recorded, due);
  const text = `the policy answers ${decision.verdict.replace('-', ' ')}: ${sentence(decision)}; a person decides`;
  return stays(world, found, {
    decision,
    decisions: [recorded],
    entries: [
      entry(context, found.id, { event: 'return.settle', text, clauses: decision.clauses, decisionId: recorded.id }),
    ],
    would: [text],
  });
};

/** What is due for the units that are decided is an amount of its own, compared with Shopify's before anybody approves it. */
const proposeDue = (
  world: World,
  found: ReturnCaseRecord,
  context: Context,
  decision: Decision,
  recorded: NewDecision,
  due: Breakdown,
): Settled | Refused => {
  const unpaid = world.units.filter((unit) => unit.money !== 'paid');
  const decided = unpaid.filter((unit) => isFinal(inspection, unit.goods));
  const isLost = found.data.lost != null;
  const advanced = advance(
    returnCase,
    { caseId: found.id, state: found.state },
    [
      {
        event:
          isLost && found.state !== 'received'
            ? 'merchant-bears-loss'
            : decided.length < unpaid.length
              ? 'some-units-decided'
              : 'all-units-decided',
        facts: {
          unitsUndecided: unpaid.length - decided.length,
          unitsDecided: decided.length,
          // No clause and no setting makes a unit that is decided wait for one that is not.
          splitSettlement: true,
          reason: sentence(decision),
        },
        text: sentence(decision),
        clauses: decision.clauses,
        decisionId: recorded.id,
      },
    ],
    context,
  );
  if (!advanced.ok) return advanced;
  // Of a parcel that was lost at our risk everything is due that was in it.
  const entitled = unpaid.filter((unit) => ACCEPTED.has(unit.goods) || (isLost && unit.goods === 'missing'));
  const intent = newIntent(
    { ...world, case: found },
    context,
    found.id,
    due,
    entitled.map((unit) => unit.id),
    'return',
  );
  const dueIds = new Set(intent.unitIds);
  return {
    state: advanced.state,
    units: world.units.map((unit) => (dueIds.has(unit.id) ? { ...unit, money: 'proposed' as const } : unit)),
    decisions: [recorded],
    intents: [intent],
    entries: advanced.entries,
    effects: [
      compareMoney(context, intent),
      // Where nothing was tested there is no result to tell.
      ...(isLost ? [] : [mailResult(context, found, world.units)]),
    ],
    decision,
    would: [
      `${decision.action === 'exchange' ? 'send the same goods again' : `propose a refund of ${formatMoney(due.total, due.currency)}`}${intent.approvalsNeeded > 0 ? `; it waits for ${intent.approvalsNeeded === 1 ? 'an approver other than you' : `${intent.approvalsNeeded} approvers`}` : ''}`,
    ],
  };
};

/** What goes back; nothing at all where the same goods go out instead (P16). Null: the policy gives neither. */
const dueOf = (world: World, { action, verdict, refund }: Decision): Breakdown | null =>
  verdict === 'granted' && action === 'exchange' && world.order !== null
    ? nothingDue(world.order.facts.currency)
    : refund;

/**
 * A settled unit does not wait for one that never came: what is here and accepted is paid, the rest follows. Not while
 * anything that is here is undecided, nor while an amount of the case is on its way; and not where the cost of a free
 * shipment is shared by what comes back, for Shopify takes that fee once and whole.
 */
const maySplit = (world: World, found: ReturnCaseRecord, unpaid: readonly UnitRecord[]): boolean =>
  found.state === 'received' &&
  (found.data.originalShippingCost ?? 0) === 0 &&
  !world.intents.some((intent) => isOpen(intent) && intent.state !== 'settlement_failed') &&
  unpaid.some((unit) => ACCEPTED.has(unit.goods)) &&
  unpaid.every((unit) => unit.goods === 'expected' || isFinal(inspection, unit.goods));

/** What was accepted is paid for, by hand or by us, and the rest was rejected or never came: only the goods are left. */
const closePaid = (world: World, found: ReturnCaseRecord, context: Context): Settled | Refused => {
  const text = 'what was accepted is paid for: nothing is left to refund';
  const advanced = advance(
    returnCase,
    { caseId: found.id, state: found.state },
    [{ event: 'all-units-decided', facts: { unitsUndecided: 0, unitsDecided: world.units.length }, text }],
    context,
  );
  if (!advanced.ok) return advanced;
  return {
    state: advanced.state,
    units: world.units.map((unit) => (unit.money === 'paid' ? unit : { ...unit, money: 'refused' as const })),
    decisions: [],
    intents: [],
    entries: advanced.entries,
    effects: [closeReturn(context, found)],
    decision: null,
    would: [text],
  };
};

/** Every unit was rejected, and a second person agreed: nothing is paid, and the customer hears the clause. */
const closeRejected = (
  world: World,
  found: ReturnCaseRecord,
  context: Context,
  decision: Decision,
  recorded: NewDecision,
): Settled | Refused => {
  const advanced = advance(
    returnCase,
    { caseId: found.id, state: found.state },
    [
      {
        event: 'all-units-decided',
        facts: { unitsUndecided: 0, unitsDecided: world.units.length },
        text: sentence(decision),
        clauses: decision.clauses,
        decisionId: recorded.id,
      },
      {
        event: 'money-and-goods-done',
        facts: { openIntents: 0, dispositionsSet: true },
        text: 'no refund is due',
        clauses: decision.clauses,
      },
    ],
    context,
  );
  if (!advanced.ok) return advanced;
  return {
    state: advanced.state,
    units: world.units.map((unit) => (unit.money === 'paid' ? unit : { ...unit, money: 'refused' as const })),
    decisions: [recorded],
    intents: [],
    entries: advanced.entries,
    effects: [closeReturn(context, found), mailThisTime(context, found, 'declined')],
    decision,
    would: ['close the return without a refund and tell the customer why'],
  };
};
