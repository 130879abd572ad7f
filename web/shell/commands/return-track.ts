import { returnCase } from '../../../policy/machines/return-case.ts';
import { advance } from '../advance.ts';
import { customersLink } from '../customers-link.ts';
import { mail, recordTracking, showCase } from '../effects-of.ts';
import { type Handler, plan, refused } from '../handler.ts';
import { nextVersion } from '../intents.ts';
import { endDeadlines, silenceDeadline } from '../return-deadlines.ts';
import { returnOf } from '../return-of.ts';

/** P36, P37: the customer sent it and told the tracking number (and website: shown, never fetched). */
export const returnTrack: Handler<'return.track'> = {
  subject: (command) => ({ caseId: command.caseId, linkId: command.linkId ?? null }),
  decide: (world, command, context) => {
    const found = returnOf(world);
    if ('ok' in found) return found;
    const unfit = customersLink(world, found, 'tracking', context);
    if (unfit !== null) return unfit;
    if (command.acceptedAt !== undefined && Date.parse(command.acceptedAt) > Date.parse(context.now))
      return refused('invalid', `the carrier can't have taken it later than now: ${command.acceptedAt}`, {
        caseId: found.id,
      });
    const advanced = advance(
      returnCase,
      { caseId: found.id, state: found.state },
      [
        {
          event: 'tracking-added',
          text: `on its way: ${command.carrier ? `${command.carrier} ` : ''}${command.number}`,
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
          tracking: {
            number: command.number,
            carrier: command.carrier ?? null,
            url: command.url ?? null,
            recordedAt: context.now,
            acceptedAt: command.acceptedAt ?? found.data.tracking?.acceptedAt ?? null,
          },
        },
      },
      context,
    );
    return plan(
      {
        cases: [record],
        entries: advanced.entries,
        deadlines: [
          ...endDeadlines(world.deadlines, 'dropped', ['carrier-silent']),
          silenceDeadline(world, found.id, context),
        ],
        effects: [
          recordTracking(context, found.id, command.number),
          mail(context, found.id, 'tracking-noted', null, command.number),
          ...showCase(context, record),
        ],
      },
      {
        caseId: found.id,
        would: [
          `note tracking number ${command.number} on ${found.rma} and in Shopify`,
          'confirm it to the customer by mail',
        ],
      },
    );
  },
};
