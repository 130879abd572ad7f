import type { UnitRecord } from '../../../policy/app/records.ts';
import { inspection } from '../../../policy/machines/inspection.ts';
import { step } from '../../../policy/machines/machine.ts';
import { type ReturnEvent, type ReturnFacts, returnCase } from '../../../policy/machines/return-case.ts';
import { advance, type Move } from '../advance.ts';
import { mail, showCase } from '../effects-of.ts';
import { type Handler, plan, refused } from '../handler.ts';
import { nextVersion } from '../intents.ts';
import { endDeadlines } from '../return-deadlines.ts';
import { type ReturnCaseRecord, returnOf } from '../return-of.ts';
import { settleReturn } from '../settle-return.ts';
import { dropShipFirst, whyReplaced } from '../ship-first.ts';

/** Units that will not come: given up as missing. */
export const asLost = (units: readonly UnitRecord[]): readonly UnitRecord[] =>
  units.map((unit) => {
    const moved = step(inspection, unit.goods, 'not-in-parcel');
    return moved.ok ? { ...unit, goods: moved.to, result: 'not_received' as const } : unit;
  });

/**
 * P38: the parcel is lost on its way back. With our label the loss is ours and settled as if it had arrived (A20); with
 * the customer's own a person declines it or gives it out of goodwill. Nothing is refused by itself.
 */
export const returnLost: Handler<'return.lost'> = {
  subject: (command) => ({ caseId: command.caseId }),
  decide: (world, command, context) => {
    const found = returnOf(world);
    if ('ok' in found) return found;
    if (found.closedAt !== null)
      return refused('ended', `${found.rma ?? `case ${found.number}`} has ended: nothing of it is on its way`, {
        caseId: found.id,
      });
    const replaced = whyReplaced(found, world);
    if (replaced !== null) return replaced;
    const dropped = dropShipFirst(world, found, 'the parcel is lost', context);
    const labelBy = command.labelBy ?? found.data.returnPostage?.paidBy;
    if (labelBy === undefined)
      return refused('missing', 'say by whose label it travelled', {
        caseId: found.id,
        clauses: ['P38'],
        missing: ['labelBy'],
      });
    const why = command.because === undefined || command.because === '' ? '' : `: ${command.because}`;
    const moves: Move<ReturnEvent, ReturnFacts>[] = [
      ...(found.state === 'authorized'
        ? [{ event: 'carrier-accepted' as const, text: 'the customer has sent it' }]
        : []),
      ...(found.state === 'suspected_lost'
        ? []
        : [
            {
              event: 'carrier-silent' as const,
              text: `the parcel seems lost, sent with ${labelBy === 'merchant' ? 'our label' : 'the customer’s own label'}${why}`,
            },
          ]),
    ];
    const advanced = advance(returnCase, { caseId: found.id, state: found.state }, moves, context);
    if (!advanced.ok) return advanced;
    const lost: ReturnCaseRecord = {
      ...dropped.found,
      state: advanced.state,
      data: { ...dropped.found.data, lost: { at: context.now, labelBy } },
    };
    const settled = settleReturn({ ...world, units: asLost(dropped.units) }, lost, context);
    if ('ok' in settled) return settled;
    const ours = settled.intents.length > 0;
    // What the policy leaves to a person is told by the label alone.
    const ourLoss = ours || (labelBy === 'merchant' && settled.decision?.verdict !== 'refused');
    const record = nextVersion(
      lost,
      { state: settled.state, data: { ...lost.data, lost: { at: context.now, labelBy, ours: ourLoss } } },
      context,
    );
    return plan(
      {
        cases: [record],
        // A parcel that is not paid for may still turn up: its units stay expected.
        units: ours ? settled.units : dropped.stopped.units,
        decisions: settled.decisions,
        intents: [...dropped.stopped.intents, ...settled.intents],
        deadlines: endDeadlines(world.deadlines, 'dropped'),
        entries: [...dropped.stopped.entries, ...advanced.entries, ...settled.entries],
        effects: [
          ...dropped.stopped.effects,
          ...settled.effects,
          mail(context, found.id, 'parcel-lost', null, `lost-${record.version}`),
          ...showCase(context, record),
        ],
      },
      {
        caseId: found.id,
        intentId: settled.intents[0]?.id ?? null,
        decision: settled.decision,
        would: [
          'note the parcel as lost, and tell the customer',
          ...(ours ? settled.would : ['leave it to you: decline it with P38, or give it out of goodwill']),
        ],
      },
    );
  },
};
