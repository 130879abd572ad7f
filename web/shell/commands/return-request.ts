import type { CommandOf } from '../../../policy/app/commands.ts';
import type { ReturnData, ThreadOrNull } from '../../../policy/app/records.ts';
import { showCase } from '../effects-of.ts';
import { type Context, type Handler, plan, refused, type Verdict, type World } from '../handler.ts';
import { isOurMistake } from '../mail-links.ts';
import { goOn } from '../return-request.ts';
import { newCase, unitsElsewhere, unitsOf } from './return-open.ts';

type Asked = CommandOf<'return.request'>;

/** What follows, by how far the policy lets it go. */
const WOULD: Readonly<Record<string, string>> = {
  evidence_pending: 'open a case, and mail the customer a link to send photos by',
  troubleshooting: 'open a case, and mail the customer the steps to try, with a link to say whether they helped',
  authorized: 'issue an RMA number, and mail it to the customer',
};

/**
 * P5, P14: a customer asks to send something back. A case opens, and goes as far as the policy lets it.
 * @param thread  where staff who asked on the customer's behalf talk about it
 */
export const requestReturn = (world: World, command: Asked, context: Context, thread: ThreadOrNull): Verdict => {
  if (world.order === null) return refused('not-found', `there is no order ${command.orderId} in this shop`);
  const known = world.cases.find(
    (one) => one.data.kind === 'return' && one.data.shopifyReturn?.id === command.shopifyReturn?.id,
  );
  if (command.shopifyReturn !== undefined && known !== undefined)
    return refused('ended', `case ${known.number} is about this request already`, { caseId: known.id });
  if (unitsElsewhere(world, command))
    return refused('ended', 'what is asked for is in another open return, or more than is left of the order');
  const caseId = context.ids.id();
  const byHand = command.shopifyReturn?.byHand === true;
  const what = `${command.reason.replaceAll('_', ' ')}${command.because ? `, ${command.because}` : ''}`;
  const went = goOn(
    world,
    { caseId, state: 'evidence_pending', data: { ...dataOf(command), remedy: remedyOf(command, world, context) } },
    [
      {
        event: 'open',
        text: byHand ? `made in Shopify by hand: ${what}` : `asked for: ${what}`,
      },
      {
        event: 'details-complete',
        facts: { orderFound: true, unitsElsewhere: false },
        text: 'order and items are known',
      },
    ],
    context,
    // Who made it by hand may have told the customer something else: whether it gets a number is a person's word.
    byHand ? 'review' : null,
  );
  if ('ok' in went) return went;
  const record = newCase(world, caseId, context, thread, { state: went.state, rma: went.rma, data: went.data });
  return plan(
    {
      cases: [record],
      units: unitsOf(world, caseId, command, context),
      decisions: went.decisions,
      entries: went.entries,
      deadlines: went.deadlines,
      effects: [...went.effects, ...showCase(context, record)],
    },
    { caseId, decision: went.decision, would: [WOULD[went.state] ?? 'open a case that a person decides on'] },
  );
};

export const returnRequest: Handler<'return.request'> = {
  subject: (command) => ({ orderId: command.orderId }),
  decide: (world, command, context) => requestReturn(world, command, context, null),
};

/** P16, A19: where the mistake was ours the choice may be the shop's, whatever a customer's page sent. */
const remedyOf = ({ remedy, reason }: Asked, { settings }: World, { actor }: Context): Asked['remedy'] =>
  actor.kind === 'customer' && isOurMistake(reason) && settings['remedy.chooser'] === 'merchant' ? 'refund' : remedy;

const dataOf = (command: Asked): ReturnData => ({
  kind: 'return',
  reason: command.reason,
  lines: command.lines,
  because: command.because ?? null,
  remedy: command.remedy,
  photos: command.photos,
  troubleshootingDone: command.troubleshootingDone ?? null,
  artificialDamageDeclared: command.artificialDamageDeclared ?? null,
  contact: null,
  originalShippingCost: null,
  returnPostage: null,
  rma: null,
  tracking: null,
  parcel: null,
  // Only asked for yet: what processing wants is known once it is approved.
  shopifyReturn:
    command.shopifyReturn === undefined
      ? null
      : { id: command.shopifyReturn.id, name: command.shopifyReturn.name, lines: [] },
});
