import type { UnitRecord } from '../../policy/app/records.ts';
import type { ClauseId } from '../../policy/clauses.ts';
import { countOf, formatMoney } from '../../policy/format.ts';
import { inspection } from '../../policy/machines/inspection.ts';
import { isFinal } from '../../policy/machines/machine.ts';
import { returnCase } from '../../policy/machines/return-case.ts';
import { advance } from './advance.ts';
import { alertStaff } from './backorder/alert-staff.ts';
import { closeReturn } from './effects-of.ts';
import type { Context, Refused, World } from './handler.ts';
import type { ReturnCaseRecord } from './return-of.ts';
import type { Settled } from './settle-return.ts';

/** What was at stake while the goods were out, as people read it. */
export const stakeOf = (world: World, { data }: ReturnCaseRecord): string =>
  formatMoney(data.shipFirst?.worth ?? 0, world.order?.facts.currency ?? world.shop.currency);

const ofState = (units: readonly UnitRecord[], goods: string): number =>
  units.filter((unit) => unit.goods === goods).length;

/** Units that were replaced and are not there, or not as they had to be, in words; null where all is well. */
const shortOf = (units: readonly UnitRecord[]): Readonly<{ text: string; clauses: readonly ClauseId[] }> | null => {
  const [rejected, missing] = [ofState(units, 'rejected'), ofState(units, 'missing')];
  if (rejected + missing === 0) return null;
  const parts = [
    ...(rejected === 0
      ? []
      : [`${countOf(rejected, 'unit')} came back and ${rejected === 1 ? 'was' : 'were'} refused`]),
    ...(missing === 0 ? [] : [`${countOf(missing, 'unit')} never came back`]),
  ];
  const byParts = units.some((unit) => unit.goods === 'rejected' && unit.result === 'missing_components');
  return {
    text: parts.join(', '),
    clauses: ['P17', ...(rejected === 0 ? [] : [byParts ? ('P33' as const) : ('P25' as const)])],
  };
};

/**
 * P17: the replacement went out first, so that nothing is owed for what comes back, whatever the test finds. The books
 * are closed once every unit is decided; where some were refused or never came a person hears what that costs. No card
 * can be charged for it: what to ask of the customer is theirs to say.
 * @param writtenOff  why units that are still out are given up; absent: they came, or were found missing
 * @returns null while something is undecided
 */
export const settleReplaced = (
  world: World,
  found: ReturnCaseRecord,
  context: Context,
  writtenOff?: string,
): Settled | Refused | null => {
  const { units } = world;
  if (units.some((unit) => !isFinal(inspection, unit.goods))) return null;
  const short = shortOf(units);
  const stake = stakeOf(world, found);
  const says =
    short === null
      ? 'what was replaced first is back and accepted: nothing else is due'
      : `${short.text}, and the replacement (${stake}) went out first: nothing is refunded, and nobody is charged`;
  const text = writtenOff === undefined ? says : `${says}; written off: ${writtenOff}`;
  const clauses = short?.clauses ?? ['P17' as const];
  const advanced = advance(
    returnCase,
    { caseId: found.id, state: found.state },
    [
      writtenOff === undefined
        ? {
            event: 'all-units-decided' as const,
            facts: { unitsUndecided: 0, unitsDecided: units.length },
            text,
            clauses,
          }
        : { event: 'write-off' as const, facts: { reason: writtenOff }, text, clauses },
    ],
    context,
  );
  if (!advanced.ok) return advanced;
  return {
    state: advanced.state,
    units,
    decisions: [],
    intents: [],
    entries: advanced.entries,
    effects: [
      closeReturn(context, found),
      ...(short === null || writtenOff !== undefined ? [] : alertStaff(context, found, says)),
    ],
    decision: null,
    would: [text],
  };
};
