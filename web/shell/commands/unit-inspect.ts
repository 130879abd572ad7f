import type { CommandOf } from '../../../policy/app/commands.ts';
import type { UnitRecord } from '../../../policy/app/records.ts';
import { countOf } from '../../../policy/format.ts';
import {
  eventsForResult,
  type InspectionFacts,
  type InspectionState,
  inspection,
  type ResultOptions,
} from '../../../policy/machines/inspection.ts';
import { step } from '../../../policy/machines/machine.ts';
import { entry } from '../advance.ts';
import { showCase } from '../effects-of.ts';
import { type Context, type Handler, plan, type Refused, refused, type World } from '../handler.ts';
import { nextVersion } from '../intents.ts';
import { deadlinesAfterTest } from '../return-deadlines.ts';
import { type ReturnCaseRecord, returnOf } from '../return-of.ts';
import { settleReturn } from '../settle-return.ts';

type Inspect = CommandOf<'unit.inspect'>;

/** P24, P25, P33: what the test found, for the units named or for all that are here and undecided. */
export const unitInspect: Handler<'unit.inspect'> = {
  subject: (command) => ({ caseId: command.caseId }),
  decide: (world, command, context) => {
    const found = returnOf(world);
    if ('ok' in found) return found;
    const chosen = chooseUnits(world, command, found);
    if ('ok' in chosen) return chosen;
    const inspected = chosen.map((unit) => inspectUnit(unit, command, found, world, context));
    const refusal = inspected.find((result): result is Refused => 'ok' in result);
    if (refusal !== undefined) return refusal;

    const changed = new Map((inspected as UnitRecord[]).map((unit) => [unit.id, unit]));
    const units = world.units.map((unit) => changed.get(unit.id) ?? unit);
    const noted = entry(context, found.id, {
      event: 'unit.inspect',
      text: `${countOf(changed.size, 'unit')}: ${command.result.replaceAll('_', ' ')}${command.note ? ` (${command.note})` : ''}`,
      clauses: ['P24'],
    });
    const settled = settleReturn({ ...world, units }, found, context);
    if ('ok' in settled) return settled;
    const photos = [...(found.data.testPhotos ?? []), ...command.photos];
    const record = nextVersion(
      found,
      { state: settled.state, ...(photos.length === 0 ? {} : { data: { ...found.data, testPhotos: photos } }) },
      context,
    );
    return plan(
      {
        cases: [record],
        units: settled.units,
        decisions: settled.decisions,
        intents: settled.intents,
        deadlines: deadlinesAfterTest(world, found.id, units, context),
        entries: [noted, ...settled.entries],
        effects: [...settled.effects, ...showCase(context, record)],
      },
      {
        caseId: found.id,
        intentId: settled.intents[0]?.id ?? null,
        decision: settled.decision,
        would: [
          `record ${countOf(changed.size, 'unit')} of ${found.rma} as ${command.result.replaceAll('_', ' ')}`,
          ...settled.would,
        ],
      },
    );
  },
};

/** What a test can find something of. What was found and left to a person is decided, not tested (`unit.decide`). */
const isTestable = (unit: UnitRecord): boolean =>
  unit.goods === 'expected' || unit.goods === 'arrived' || unit.goods === 'testing';

const chooseUnits = (world: World, command: Inspect, found: ReturnCaseRecord): readonly UnitRecord[] | Refused => {
  if (command.unitIds === undefined) {
    // What came in parts: a result that names no units is about what is here, not about what is still on its way.
    const arrived = world.units.filter((unit) => isTestable(unit) && unit.goods !== 'expected');
    const here = arrived.length > 0 ? arrived : world.units.filter(isTestable);
    return here.length === 0
      ? refused('ended', `no unit of ${found.rma} is waiting for a test`, { caseId: found.id })
      : here;
  }
  const named = command.unitIds.map((id) => world.units.find((unit) => unit.id === id));
  if (named.some((unit) => unit === undefined))
    return refused('not-found', 'one of the units is not in this case', { caseId: found.id });
  const other = (named as UnitRecord[]).find((unit) => !isTestable(unit));
  if (other !== undefined)
    return refused('ended', `a unit is ${other.goods.replaceAll('_', ' ')}: decide on it, there is nothing to test`, {
      caseId: found.id,
    });
  return named as UnitRecord[];
};

/** P33: where the settings leave missing parts to a person, the test only says that they are missing. */
const missingParts = (command: Inspect, world: World): ResultOptions => {
  const { missingParts: how } = world.settings;
  return how === 'ask' ? {} : { missingParts: how, deduction: command.deduction ?? null };
};

const inspectUnit = (
  unit: UnitRecord,
  command: Inspect,
  found: ReturnCaseRecord,
  world: World,
  context: Context,
): UnitRecord | Refused => {
  const testOwed = found.data.reason === 'defective';
  const facts: Partial<InspectionFacts> = {
    testOwed,
    evidence: command.photos.length,
    deduction: command.deduction ?? null,
    by: context.by,
    reason: command.note ?? null,
    clause: 'P33',
  };
  let goods = unit.goods as InspectionState;
  for (const event of eventsForResult(goods, command.result, testOwed, missingParts(command, world))) {
    const moved = step(inspection, goods, event, facts);
    if (!moved.ok) return refused('illegal-event', moved.refusal.message, { caseId: found.id });
    goods = moved.to;
  }
  // Not proven against the customer is for the customer (A17), unless the merchant wants to be asked.
  if (goods === 'no_fault_found' && world.settings['test.inconclusive'] === 'accept') {
    const accepted = step(inspection, goods, 'accept', facts);
    if (accepted.ok) goods = accepted.to;
  }
  return {
    ...unit,
    goods,
    result: command.result,
    deduction: command.deduction ?? null,
    note: command.note ?? null,
    inspectedBy: context.by,
  };
};
