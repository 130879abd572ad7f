import { entry } from '../advance.ts';
import { alertStaff } from '../backorder/alert-staff.ts';
import { showCase } from '../effects-of.ts';
import { nextVersion } from '../intents.ts';
import type { Settle } from './index.ts';

/** The bank has paid: the order is cancelled without a refund; where Shopify would not, a person keeps it from being shipped. */
export const cancelUnpaidSettled: Settle<'shopify.cancel-unpaid'> = (world, _effect, settled, context) => {
  const found = world.case;
  // The effect comes back by itself and looks.
  if (found === null || settled.outcome === 'unknown') return {};
  const record = nextVersion(found, {}, context);
  if (settled.outcome === 'done')
    return {
      cases: [record],
      entries: [
        entry(context, found.id, {
          event: 'order.cancelled-unpaid',
          text: 'the order is cancelled in Shopify without a refund, so that nobody ships it',
        }),
      ],
      effects: showCase(context, record),
    };
  const why = `the bank has paid the customer, and ${found.orderName} is still open in Shopify: cancel it there without a refund (${settled.error ?? 'no reason given'})`;
  return {
    cases: [record],
    entries: [entry(context, found.id, { event: 'order.not-cancelled', text: why })],
    effects: [...showCase(context, record), ...alertStaff(context, record, why)],
  };
};
