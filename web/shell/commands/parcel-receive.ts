import type { UnitRecord } from '../../../policy/app/records.ts';
import { countOf } from '../../../policy/format.ts';
import { inspection } from '../../../policy/machines/inspection.ts';
import { step } from '../../../policy/machines/machine.ts';
import { returnCase } from '../../../policy/machines/return-case.ts';
import { advance, entry } from '../advance.ts';
import { endApprovalDeadlines } from '../approval-deadlines.ts';
import { mail, showCase } from '../effects-of.ts';
import { type Context, type Handler, plan, type Refused, refused, type Verdict, type World } from '../handler.ts';
import { nextVersion } from '../intents.ts';
import { endDeadlines, testDeadline } from '../return-deadlines.ts';
import { type ReturnCaseRecord, returnOf } from '../return-of.ts';
import { dropShipFirst } from '../ship-first.ts';
import { receiveUndelivered } from '../undelivered.ts';

/** P24, P34: the parcel is on the dock. Units still expected are counted in; the test says later which are missing. */
export const parcelReceive: Handler<'parcel.receive'> = {
  subject: (command) => ({ caseId: command.caseId }),
  decide: (world, command, context) => {
    const here = returnOf(world);
    if ('ok' in here) return here;
    const dropped = dropShipFirst(world, here, 'the goods are here: nothing has to go out first', context);
    const { found, stopped } = dropped;
    if (found.state === 'refused_suspected') return receiveUndelivered(world, found, command, context);
    const chosen = countedIn({ ...world, units: dropped.units }, found, command.unitIds);
    if ('ok' in chosen) return chosen;
    const { units, rest } = chosen;
    if (found.state === 'received') return secondParcel(found, units, rest, context);
    const marked = command.rmaMarked;
    const some = rest === 0 ? '' : `, without ${countOf(rest, 'unit')} of it`;
    const advanced = advance(
      returnCase,
      { caseId: found.id, state: found.state },
      [
        {
          event: 'parcel-received',
          text: `parcel received${some}${marked === undefined ? '' : marked ? ', number on the outside' : ', number not on the outside'}`,
        },
      ],
      context,
    );
    if (!advanced.ok) return advanced;
    const record = nextVersion(
      found,
      {
        state: advanced.state,
        data: {
          ...found.data,
          parcel: {
            receivedAt: context.now,
            rmaMarked: marked ?? null,
            carrierAcceptedAt: found.data.tracking?.acceptedAt ?? null,
          },
          // What was given up as lost has turned up.
          lost: null,
          extension: null,
        },
      },
      context,
    );
    return plan(
      {
        cases: [record],
        units,
        intents: stopped.intents,
        entries: [...stopped.entries, ...advanced.entries],
        // What did not come keeps its own last day. It is here: the day it had to be here by is over with.
        deadlines: [
          ...(rest === 0 ? endDeadlines(world.deadlines, 'done') : []),
          ...(dropped.found === here ? [] : endApprovalDeadlines(world.deadlines)),
          ...testDeadline(world, found.id, context),
        ],
        effects: [...stopped.effects, mail(context, found.id, 'parcel-received'), ...showCase(context, record)],
      },
      {
        caseId: found.id,
        would: [
          `record the parcel of ${found.rma} as received`,
          'tell the customer that it arrived and will be tested',
        ],
      },
    );
  },
};

/** Units that this parcel held, counted in; `rest`: how many are still expected after it. */
const countedIn = (
  world: World,
  found: ReturnCaseRecord,
  unitIds: readonly string[] | undefined,
): Readonly<{ units: readonly UnitRecord[]; rest: number }> | Refused => {
  const named = unitIds === undefined ? null : new Set(unitIds);
  const expected = world.units.filter((unit) => unit.goods === 'expected');
  if (named !== null && [...named].some((id) => !expected.some((unit) => unit.id === id)))
    return refused('not-found', 'one of the units is not expected in this case', { caseId: found.id });
  if (found.state === 'received' && expected.length === 0)
    return refused('ended', 'every unit of this return is here already', { caseId: found.id });
  const units = world.units.map((unit) => {
    if (named !== null && !named.has(unit.id)) return unit;
    const counted = step(inspection, unit.goods, 'counted');
    return counted.ok ? { ...unit, goods: counted.to } : unit;
  });
  return { units, rest: units.filter((unit) => unit.goods === 'expected').length };
};

/** The rest of a return that came in parts: the case is here already, its other units go on as they are. */
const secondParcel = (
  found: ReturnCaseRecord,
  units: readonly UnitRecord[],
  rest: number,
  context: Context,
): Verdict => {
  const text = `another parcel of the return received${rest === 0 ? ': all of it is here' : `, ${countOf(rest, 'unit')} still to come`}`;
  const record = nextVersion(found, {}, context);
  return plan(
    {
      cases: [record],
      units,
      entries: [entry(context, found.id, { event: 'parcel.receive', text, clauses: ['P17'] })],
      effects: showCase(context, record),
    },
    { caseId: found.id, would: [text] },
  );
};
