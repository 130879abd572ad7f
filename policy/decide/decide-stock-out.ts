import type { Ask } from '../decision.ts';
import { settle } from '../rules/settle.ts';
import { STOCK_OUT_RULES } from '../rules/stock-out.ts';
import { type Context, pastInstant } from './context.ts';
import { countUnits, ORDERED, STILL_TO_SHIP, unitsAsked } from './lines.ts';
import { receivedOf } from './paid.ts';
import { paidFor } from './shares.ts';
import { refundUndelivered } from './undelivered.ts';
import { askDraft, type Draft, draft, leadingClause, outcomes } from './verdict.ts';

const HOUR_MS = 3_600_000;
const SHIPPING = { proportional: 'share', none: 'keep', full: 'all' } as const;

/** @see CLAUSES.P7, CLAUSES.P8 and CLAUSES.P9 */
export const decideStockOut = (context: Context, ask: Extract<Ask, { kind: 'stock-out' }>): Draft => {
  const { order, ledger, settings, now } = context;
  const alreadyCancelled = order.cancelledAt !== null;
  const units = unitsAsked(ledger, ask.lines, alreadyCancelled ? ORDERED : STILL_TO_SHIP, 'ask.lines');
  const told =
    ask.customerNotifiedAt === undefined
      ? null
      : pastInstant(context, ask.customerNotifiedAt, 'ask.customerNotifiedAt');
  const allLeft = countUnits(units) === ledger.lines.reduce((n, entry) => n + entry.left, 0);
  const choices = settings['oos.partial.choices'];
  const settled = settle(STOCK_OUT_RULES, {
    alreadyCancelled,
    disputeOpen: order.disputeOpen === true,
    disputeLost: order.disputeLost === true,
    answer: ask.answer ?? null,
    discontinued: ask.discontinued === true,
    hoursSinceTold: told === null ? null : Math.floor((now - told) / HOUR_MS),
    hoursToAnswer: settings['backorder.responseHours'],
    hasEmail: order.contactable.email,
    partial: !allLeft,
    offersWait: choices.includes('wait-all') || choices.includes('ship-rest'),
    offersRefund: choices.includes('refund-part'),
  });
  const clause = leadingClause(settled);
  if (settled.verdict === 'refused') {
    return draft(settled, 'reject', { units: outcomes(units, 'rejected', clause) });
  }
  if (settled.verdict !== 'granted') return askDraft(settled, units);
  if (clause !== 'P9') return draft(settled, 'wait', { units: outcomes(units, 'wait', clause) });
  const whole = allLeft && ledger.everShipped === 0;
  const refund = refundUndelivered(context, units, whole, SHIPPING[settings['oos.partial.shipping']]);
  const paid = receivedOf(order) > 0;
  return draft(settled, whole ? 'cancel_order' : 'refund_lines', {
    refund,
    units: outcomes(units, 'refunded', 'P9', (u) => (paid ? paidFor(order, u) : 0)),
  });
};
