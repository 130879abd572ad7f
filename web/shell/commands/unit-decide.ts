import type { CommandOf } from '../../../policy/app/commands.ts';
import type { UnitRecord } from '../../../policy/app/records.ts';
import { isReplaced } from '../../../policy/app/ship-first.ts';
import type { ClauseId } from '../../../policy/clauses.ts';
import { deadlineAfter } from '../../../policy/days/deadline.ts';
import { countOf } from '../../../policy/format.ts';
import { type InspectionEvent, type InspectionState, inspection } from '../../../policy/machines/inspection.ts';
import { step } from '../../../policy/machines/machine.ts';
import { entry } from '../advance.ts';
import { mail, showCase } from '../effects-of.ts';
import { type Context, type Handler, plan, type Refused, refused, type World } from '../handler.ts';
import { nextVersion } from '../intents.ts';
import { deadlinesAfterTest, endDeadlines, partDeadline, zoneOf } from '../return-deadlines.ts';
import { type ReturnCaseRecord, returnOf } from '../return-of.ts';
import { settleReturn } from '../settle-return.ts';

type Decide = CommandOf<'unit.decide'>;
type Decision = Decide['decision'];

/** P33: how long the customer has to send what is missing. */
const PART_DAYS = 7;

type Choice = Readonly<{
  /** States of the goods that the decision fits. */
  fits: readonly InspectionState[];
  event: InspectionEvent;
  says: string;
}>;

const CHOICES: Readonly<Record<Decision, Choice>> = {
  accept: { fits: ['incomplete', 'no_fault_found', 'wrong_item'], event: 'accept', says: 'accepted as it is' },
  deduct: { fits: ['incomplete', 'wrong_item'], event: 'deduct', says: 'accepted, less what is missing' },
  wait_part: {
    fits: ['incomplete'],
    event: 'wait-for-part',
    says: `the customer has ${PART_DAYS} days to send the rest`,
  },
  refuse: { fits: ['incomplete', 'wrong_item'], event: 'refuse', says: 'refused; a second person has to agree' },
  part_arrived: { fits: ['wait_part'], event: 'part-arrived', says: 'what was missing has arrived' },
  recount: { fits: ['wrong_item'], event: 'recounted', says: 'it is ours after all' },
  test_again: { fits: ['no_fault_found'], event: 'test-again', says: 'tested again' },
};

/** P24, P33: what becomes of units whose test left it to a person. Whoever decides says why, and it is in the history. */
export const unitDecide: Handler<'unit.decide'> = {
  subject: (command) => ({ caseId: command.caseId }),
  decide: (world, command, context) => {
    const found = returnOf(world);
    if ('ok' in found) return found;
    if (command.decision === 'deduct' && command.deduction === undefined)
      return refused('missing', 'say how much is taken off each unit', { caseId: found.id, missing: ['deduction'] });
    if (command.decision === 'deduct' && isReplaced(found.data))
      return refused('policy', 'the replacement went out first: nothing is paid that anything could be taken off', {
        caseId: found.id,
        clauses: ['P17'],
      });
    const chosen = unitsFor(world, command, found);
    if ('ok' in chosen) return chosen;
    const decided = chosen.map((unit) => decideUnit(unit, command, found, context));
    const refusal = decided.find((result): result is Refused => 'ok' in result);
    if (refusal !== undefined) return refusal;

    const changed = new Map((decided as UnitRecord[]).map((unit) => [unit.id, unit]));
    const units = world.units.map((unit) => changed.get(unit.id) ?? unit);
    const text = `${countOf(changed.size, 'unit')}: ${CHOICES[command.decision].says}`;
    const settled = settleReturn({ ...world, units }, found, context);
    if ('ok' in settled) return settled;
    const record = nextVersion(
      found,
      { state: settled.state, closedAt: settled.state === 'closed' ? context.now : null },
      context,
    );
    const waits = command.decision === 'wait_part';
    const until = deadlineAfter(Date.parse(context.now), PART_DAYS, zoneOf(world));
    return plan(
      {
        cases: [record],
        units: settled.units,
        decisions: settled.decisions,
        intents: settled.intents,
        deadlines: [
          ...deadlinesAfterTest(world, found.id, units, context),
          ...(waits || !units.some((unit) => unit.goods === 'wait_part')
            ? endDeadlines(world.deadlines, 'done', ['part-due'])
            : []),
          ...(waits ? [partDeadline(world, found.id, until.instant, context)] : []),
        ],
        entries: [
          entry(context, found.id, {
            event: `unit.decide.${command.decision}`,
            text: `${text}: ${command.because}`,
            clauses: [clauseOf(chosen)],
          }),
          ...settled.entries,
        ],
        effects: [
          ...settled.effects,
          ...(waits ? [mail(context, found.id, 'parts-missing', null, until.date)] : []),
          ...showCase(context, record),
        ],
      },
      {
        caseId: found.id,
        intentId: settled.intents[0]?.id ?? null,
        decision: settled.decision,
        would: [text, ...(waits ? ['write to the customer what is missing, and until when'] : []), ...settled.would],
      },
    );
  },
};

/** Parts are P33's, a test without a fault P24's, and goods that are not ours nobody's: P4. */
const clauseOf = (units: readonly UnitRecord[]): ClauseId => {
  const goods = new Set(units.map((unit) => unit.goods));
  if (goods.has('incomplete') || goods.has('wait_part')) return 'P33';
  return goods.has('no_fault_found') ? 'P24' : 'P4';
};

const unitsFor = (world: World, command: Decide, found: ReturnCaseRecord): readonly UnitRecord[] | Refused => {
  const { fits } = CHOICES[command.decision];
  const named = command.unitIds?.map((id) => world.units.find((unit) => unit.id === id));
  if (named?.some((unit) => unit === undefined))
    return refused('not-found', 'one of the units is not in this case', { caseId: found.id });
  const units = (named ?? world.units) as readonly UnitRecord[];
  const fitting = units.filter((unit) => (fits as readonly string[]).includes(unit.goods));
  if (fitting.length > 0) return fitting;
  return refused('ended', `no unit of the return is ${fits.join(' or ').replaceAll('_', ' ')}`, { caseId: found.id });
};

/** Decisions after which the unit is looked at anew: what was found before counts no longer. */
const ANEW: ReadonlySet<Decision> = new Set(['part_arrived', 'recount', 'test_again']);

const decideUnit = (
  unit: UnitRecord,
  command: Decide,
  found: ReturnCaseRecord,
  context: Context,
): UnitRecord | Refused => {
  const moved = step(inspection, unit.goods, CHOICES[command.decision].event, {
    by: context.by,
    reason: command.because,
    clause: clauseOf([unit]),
    deduction: command.deduction ?? null,
  });
  if (!moved.ok) return refused('illegal-event', moved.refusal.message, { caseId: found.id });
  return {
    ...unit,
    goods: moved.to,
    result: ANEW.has(command.decision) ? null : unit.result,
    deduction: command.decision === 'deduct' ? (command.deduction ?? null) : null,
    note: command.because,
    inspectedBy: context.by,
  };
};
