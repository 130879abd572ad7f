import { inspection } from '../../../policy/machines/inspection.ts';
import { step } from '../../../policy/machines/machine.ts';
import { returnCase } from '../../../policy/machines/return-case.ts';
import { advance } from '../advance.ts';
import { mail, showCase } from '../effects-of.ts';
import { type Handler, plan } from '../handler.ts';
import { nextVersion } from '../intents.ts';
import { endDeadlines } from '../return-deadlines.ts';
import { returnOf } from '../return-of.ts';
import { receiveUndelivered } from '../undelivered.ts';

/** P24, P34: the parcel is on the dock. Units still expected are counted in; the test says later which are missing. */
export const parcelReceive: Handler<'parcel.receive'> = {
  subject: (command) => ({ caseId: command.caseId }),
  decide: (world, command, context) => {
    const found = returnOf(world);
    if ('ok' in found) return found;
    if (found.state === 'refused_suspected') return receiveUndelivered(world, found, command, context);
    const marked = command.rmaMarked;
    const advanced = advance(
      returnCase,
      { caseId: found.id, state: found.state },
      [
        {
          event: 'parcel-received',
          text: `parcel received${marked === undefined ? '' : marked ? ', number on the outside' : ', number not on the outside'}`,
        },
      ],
      context,
    );
    if (!advanced.ok) return advanced;
    const units = world.units.map((unit) => {
      const counted = step(inspection, unit.goods, 'counted');
      return counted.ok ? { ...unit, goods: counted.to } : unit;
    });
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
        entries: advanced.entries,
        // It is here: the day it had to be here by is over with.
        deadlines: endDeadlines(world.deadlines, 'done'),
        effects: [mail(context, found.id, 'parcel-received'), ...showCase(context, record)],
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
