import { returnCase } from '../../../policy/machines/return-case.ts';
import { advance } from '../advance.ts';
import { endApprovalDeadlines } from '../approval-deadlines.ts';
import { customersLink } from '../customers-link.ts';
import { cancelReturn, mailThisTime, showCase } from '../effects-of.ts';
import { type Handler, plan } from '../handler.ts';
import { nextVersion } from '../intents.ts';
import { endDeadlines } from '../return-deadlines.ts';
import { returnOf } from '../return-of.ts';
import { dropShipFirst, whyReplaced } from '../ship-first.ts';

/** P5: the customer keeps the goods after all. Possible until something has come back. */
export const returnCancel: Handler<'return.cancel'> = {
  subject: (command) => ({ caseId: command.caseId, linkId: command.linkId ?? null }),
  decide: (world, command, context) => {
    const found = returnOf(world);
    if ('ok' in found) return found;
    const unfit = customersLink(world, found, 'withdraw', context);
    if (unfit !== null) return unfit;
    const replaced = whyReplaced(found, world);
    if (replaced !== null) return replaced;
    const dropped = dropShipFirst(world, found, 'the customer keeps it', context);
    const advanced = advance(
      returnCase,
      { caseId: found.id, state: found.state },
      [
        {
          event: 'customer-cancels',
          facts: { unitsReceived: world.units.filter((unit) => unit.goods !== 'expected').length },
          text: `the customer keeps it${command.because ? `: ${command.because}` : ''}`,
        },
      ],
      context,
    );
    if (!advanced.ok) return advanced;
    const calledOffBy = context.actor.kind === 'customer' ? 'customer' : 'other';
    const data = { ...dropped.found.data, calledOffBy } as const;
    const record = nextVersion(dropped.found, { state: advanced.state, closedAt: context.now, data }, context);
    return plan(
      {
        cases: [record],
        units: world.units.map((unit) => ({ ...unit, money: 'refused' as const })),
        intents: dropped.stopped.intents,
        deadlines: [...endDeadlines(world.deadlines, 'dropped'), ...endApprovalDeadlines(world.deadlines)],
        entries: [...dropped.stopped.entries, ...advanced.entries],
        effects: [
          ...dropped.stopped.effects,
          ...(found.data.shopifyReturn === null && found.rma === null ? [] : [cancelReturn(context, found)]),
          mailThisTime(context, found, 'return-cancelled'),
          ...showCase(context, record),
        ],
      },
      {
        caseId: found.id,
        would: ['end the return here and in Shopify; nothing is refunded', 'write to the customer that it is off'],
      },
    );
  },
};
