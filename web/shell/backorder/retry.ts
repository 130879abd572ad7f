import { backorder } from '../../../policy/machines/backorder.ts';
import { advance } from '../advance.ts';
import { holdFulfillment, readOrder, showCase } from '../effects-of.ts';
import { type Context, plan, refused, type Verdict, type World } from '../handler.ts';
import { nextVersion } from '../intents.ts';
import { askCustomer } from './ask-customer.ts';
import { backorderOf } from './case.ts';
import { startRefund } from './refund.ts';

/** A person looked: the refund that stopped is reckoned anew, or the customer who could not be reached is asked again. */
export const retryBackorder = (world: World, context: Context): Verdict => {
  const found = backorderOf(world);
  if ('ok' in found) return found;
  if (found.state !== 'needs_agent')
    return refused(
      'illegal-event',
      `a backorder that is ${found.state.replaceAll('_', ' ')} has nothing to try again`,
      { caseId: found.id },
    );
  if (found.data.answer === 'refund' || found.data.discontinued === true) {
    return startRefund(
      world,
      found,
      {
        event: found.data.discontinued === true ? 'discontinued' : 'decline-wait',
        answer: 'refund',
        text: 'tried again',
        stopsWithPerson: false,
      },
      context,
    );
  }
  if (world.order?.facts.contactable.email !== true)
    return refused('policy', 'the order has no e-mail address: note what the customer tells you instead', {
      caseId: found.id,
      clauses: ['P7'],
    });
  const advanced = advance(
    backorder,
    { caseId: found.id, state: found.state },
    [
      { event: 'try-again', text: 'tried again' },
      { event: 'notify', facts: { hasAddress: true }, text: 'the customer is asked by e-mail' },
    ],
    context,
  );
  if (!advanced.ok) return advanced;
  const asked = askCustomer(world, found.id, found.data, context);
  const record = nextVersion(found, { state: advanced.state, data: asked.data }, context);
  return plan(
    {
      cases: [record],
      entries: advanced.entries,
      deadlines: asked.deadlines,
      revokedLinks: asked.revokedLinks,
      effects: [
        readOrder(context, found.orderId, `retry:${record.id}:${record.version}`),
        holdFulfillment(context, record, 'short'),
        ...asked.effects,
        ...showCase(context, record),
      ],
    },
    { caseId: found.id, would: ['ask the customer again'] },
  );
};
