import { localDate } from '../../../policy/days/local-day.ts';
import { backorder } from '../../../policy/machines/backorder.ts';
import { isFinal } from '../../../policy/machines/machine.ts';
import { advance, entry } from '../advance.ts';
import { askCustomer } from '../backorder/ask-customer.ts';
import { backorderOf } from '../backorder/case.ts';
import { mail, showCase } from '../effects-of.ts';
import { type Handler, plan, refused } from '../handler.ts';
import { nextVersion } from '../intents.ts';

/** States in which a date still tells the customer something. */
const TOLD = new Set(['customer_notified', 'waiting']);

/** P8: a date on which it is expected. Who agreed to wait for an earlier one is asked again. */
export const backorderEta: Handler<'backorder.eta'> = {
  subject: (command) => ({ caseId: command.caseId }),
  decide: (world, { eta }, context) => {
    const found = backorderOf(world);
    if ('ok' in found) return found;
    const today = localDate(Date.parse(context.now), world.shop.timeZone);
    if (eta < today) return refused('invalid', `${eta} is over: give a date from ${today} on`, { caseId: found.id });
    const over = isFinal(backorder, found.state) || found.state === 'refunding' || found.state === 'releasing';
    if (over)
      return refused('ended', `case ${found.number} is ${found.state.replaceAll('_', ' ')}: no date matters any more`, {
        caseId: found.id,
      });
    const agreed = found.data.consent?.eta ?? null;
    const data = { ...found.data, eta };
    if (found.state === 'waiting' && agreed !== null && eta > agreed) {
      const text = `expected on ${eta}, later than the ${agreed} the customer agreed to: asked again`;
      const advanced = advance(
        backorder,
        { caseId: found.id, state: found.state },
        [{ event: 'eta-slipped', text }],
        context,
      );
      if (!advanced.ok) return advanced;
      const asked = askCustomer(world, found.id, data, context);
      const record = nextVersion(found, { state: advanced.state, data: asked.data }, context);
      return plan(
        {
          cases: [record],
          entries: advanced.entries,
          deadlines: asked.deadlines,
          revokedLinks: asked.revokedLinks,
          effects: [...asked.effects, ...showCase(context, record)],
        },
        { caseId: found.id, would: ['note the new date', 'ask the customer again: it is later than they agreed to'] },
      );
    }
    const record = nextVersion(found, { data }, context);
    const tells = TOLD.has(found.state) && eta !== found.data.eta;
    return plan(
      {
        cases: [record],
        entries: [
          entry(context, found.id, { event: 'backorder.eta', text: `expected on ${eta}`, clauses: ['P7', 'P8'] }),
        ],
        effects: [
          ...(tells ? [mail(context, found.id, 'backorder-new-date', null, `eta-${record.version}`)] : []),
          ...showCase(context, record),
        ],
      },
      { caseId: found.id, would: ['note the date', ...(tells ? ['mail it to the customer'] : [])] },
    );
  },
};
