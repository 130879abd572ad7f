import type { Changes } from '../../../policy/app/store.ts';
import { leftToRefund } from '../../../policy/decide/paid.ts';
import { PolicyError } from '../../../policy/errors.ts';
import type { OrderFacts } from '../../../policy/facts/order-facts.ts';
import { formatMoney } from '../../../policy/format.ts';
import { entry } from '../advance.ts';
import { alertStaff } from '../backorder/alert-staff.ts';
import { showCase } from '../effects-of.ts';
import type { Context, World } from '../handler.ts';
import { nextVersion } from '../intents.ts';

/**
 * An order was cancelled here while nothing was paid for it (P11), and a payment arrived all the same: a bank transfer
 * that was on its way. Nobody else would send it back, and nobody agreed on it: a person is told, once.
 */
export const paidAfterwardsNews = (world: World, facts: OrderFacts, context: Context): Changes | null => {
  const found = world.case;
  if (found === null || found.data.kind !== 'cancellation' || found.state !== 'canceled') return null;
  if (facts.cancelledAt === null || found.data.paidAfterwards === true) return null;
  const paid = world.intents.filter(({ state }) => state === 'succeeded');
  if (paid.length === 0 || paid.some(({ breakdown }) => breakdown.total > 0)) return null;
  const left = stillHeld(facts);
  if (left === 0) return null;
  const text = `${formatMoney(left, facts.currency)} was paid for the order although it is cancelled: refund it in Shopify by hand`;
  const record = nextVersion(found, { data: { ...found.data, paidAfterwards: true } }, context);
  return {
    cases: [record],
    entries: [entry(context, found.id, { event: 'order.paid-afterwards', text, clauses: ['P11'] })],
    effects: [...showCase(context, record), ...alertStaff(context, record, text)],
  };
};

/** What of the payments has not gone back, in minor units; nothing where the order does not tell. */
export const stillHeld = (facts: OrderFacts): number => {
  try {
    return leftToRefund(facts);
  } catch (error) {
    if (error instanceof PolicyError) return 0;
    throw error;
  }
};
