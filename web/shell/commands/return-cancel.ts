import { returnCase } from '../../../policy/machines/return-case.ts';
import { advance } from '../advance.ts';
import { customersLink } from '../customers-link.ts';
import { cancelReturn, mailThisTime, showCase } from '../effects-of.ts';
import { type Handler, plan } from '../handler.ts';
import { nextVersion } from '../intents.ts';
import { endDeadlines } from '../return-deadlines.ts';
import { returnOf } from '../return-of.ts';

/** P5: the customer keeps the goods after all. Possible until something has come back. */
export const returnCancel: Handler<'return.cancel'> = {
  subject: (command) => ({ caseId: command.caseId, linkId: command.linkId ?? null }),
  decide: (world, command, context) => {
    const found = returnOf(world);
    if ('ok' in found) return found;
    const unfit = customersLink(world, found, 'withdraw', context);
    if (unfit !== null) return unfit;
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
    const record = nextVersion(found, { state: advanced.state, closedAt: context.now }, context);
    return plan(
      {
        cases: [record],
        units: world.units.map((unit) => ({ ...unit, money: 'refused' as const })),
        deadlines: endDeadlines(world.deadlines, 'dropped'),
        entries: advanced.entries,
        effects: [
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
