import { isUntouched } from '../../../policy/app/case-steps.ts';
import { entry } from '../advance.ts';
import { endApprovalDeadlines } from '../approval-deadlines.ts';
import { customersLink } from '../customers-link.ts';
import { changeReturn, showCase } from '../effects-of.ts';
import { type Context, type Handler, plan, refused, type World } from '../handler.ts';
import { nextVersion } from '../intents.ts';
import { mayChooseRemedy } from '../mail-links.ts';
import { returnOf, whyEnded } from '../return-of.ts';
import { dropShipFirst, whyReplaced } from '../ship-first.ts';

/** Until the goods are here; then it is being made. */
const OPEN: ReadonlySet<string> = new Set([
  'evidence_pending',
  'troubleshooting',
  'review',
  'authorized',
  'in_transit',
  'grey_zone',
]);

/** Staff may still write down what the customer says until something is decided or reckoned. */
const maySay = (state: string, world: World, context: Context): boolean =>
  OPEN.has(state) || (state === 'received' && context.actor.kind !== 'customer' && isUntouched(world));

/** P16, A19: refund or exchange, where the policy leaves the choice to the customer. */
export const returnRemedy: Handler<'return.remedy'> = {
  subject: (command) => ({ caseId: command.caseId, linkId: command.linkId ?? null }),
  decide: (world, command, context) => {
    const found = returnOf(world);
    if ('ok' in found) return found;
    const unfit = customersLink(world, found, 'remedy', context) ?? whyEnded(found);
    if (unfit !== null) return unfit;
    if (!maySay(found.state, world, context))
      return refused('ended', 'the goods are here already: it is being made', { caseId: found.id });
    if (context.actor.kind === 'customer' && !mayChooseRemedy({ case: found }, world.settings))
      return refused('policy', 'the shop chooses between refund and exchange here', {
        caseId: found.id,
        clauses: ['P16'],
      });
    if (found.data.remedy === command.remedy) return plan({}, { caseId: found.id });
    const replaced = whyReplaced(found, world);
    if (replaced !== null) return replaced;
    const dropped = dropShipFirst(world, found, 'a refund is wanted', context);
    const record = nextVersion(found, { data: { ...dropped.found.data, remedy: command.remedy } }, context);
    return plan(
      {
        cases: [record],
        units: dropped.stopped.units,
        intents: dropped.stopped.intents,
        deadlines: dropped.found === found ? [] : endApprovalDeadlines(world.deadlines),
        entries: [
          ...dropped.stopped.entries,
          entry(context, found.id, {
            event: 'return.remedy',
            text: command.remedy === 'exchange' ? 'an exchange is wanted' : 'a refund is wanted',
            clauses: ['P16'],
          }),
        ],
        effects: [
          ...dropped.stopped.effects,
          // A number is issued: Shopify's Return is made already, or is being made.
          ...(found.rma === null ? [] : [changeReturn(context, record)]),
          ...showCase(context, record),
        ],
      },
      {
        caseId: found.id,
        would: [
          `note that ${command.remedy === 'exchange' ? 'an exchange' : 'a refund'} is wanted`,
          ...(found.rma === null ? [] : ['change the return in Shopify to match']),
        ],
      },
    );
  },
};
