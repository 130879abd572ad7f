import { parseInstant } from '../days/instants.ts';
import type { Ask } from '../decision.ts';
import { CANCEL_RULES } from '../rules/cancel.ts';
import { warningsOf } from '../rules/overlay.ts';
import { settle } from '../rules/settle.ts';
import type { Context } from './context.ts';
import { estimateOf, estimateReturn } from './estimate.ts';
import { ALL_LEFT, countUnits, ORDERED, some, type Units, unitsAsked } from './lines.ts';
import { receivedOf } from './paid.ts';
import { paidFor } from './shares.ts';
import { refundUndelivered } from './undelivered.ts';
import { askDraft, type Draft, draft, leadingClause, outcomes } from './verdict.ts';
import { windowOf } from './warranty.ts';

const HOUR_MS = 3_600_000;

type Parted = Readonly<{ unshipped: readonly Units[]; shipped: readonly Units[] }>;

/** What was asked about, parted by whether it has shipped; of a line, what has not shipped is cancelled first. */
const parted = (context: Context, ask: Extract<Ask, { kind: 'cancel' }>): Parted => {
  const room = context.order.cancelledAt === null ? ALL_LEFT : ORDERED;
  const asked: readonly Units[] = ask.lines
    ? unitsAsked(context.ledger, ask.lines, room, 'ask.lines')
    : context.ledger.lines.map((entry) => ({ entry, quantity: entry.left }));
  const unshippedOf = (i: number): number => (asked[i] as Units).entry.unshipped;
  return {
    unshipped: some(asked, (i, quantity) => Math.min(quantity, unshippedOf(i))),
    shipped: some(asked, (i, quantity) => quantity - unshippedOf(i)),
  };
};

/** @see CLAUSES.P11 and CLAUSES.P12 */
export const decideCancel = (context: Context, ask: Extract<Ask, { kind: 'cancel' }>): Draft => {
  const { order, ledger, settings } = context;
  const alreadyCancelled = order.cancelledAt !== null;
  const { unshipped, shipped } = parted(context, ask);
  const unitsUnshipped = countUnits(unshipped);
  const terms = shipped.map((units) => windowOf(context, units));
  const tooLate = (i: number): number => terms[i]?.over ?? 0;
  const { requestedAt } = ask;
  const asked = requestedAt === undefined ? context.now : parseInstant(requestedAt, 'ask.requestedAt');
  const settled = settle(CANCEL_RULES, {
    alreadyCancelled,
    disputeOpen: order.disputeOpen === true,
    disputeLost: order.disputeLost === true,
    unitsUnshipped,
    unitsShipped: countUnits(shipped),
    unitsTooLate: terms.reduce((sum, term) => sum + term.over, 0),
    windowDays: terms.find((term) => term.over > 0)?.allowed ?? null,
    unitsEverShipped: ledger.everShipped,
    hoursSinceOrdered: Math.ceil((asked - parseInstant(order.createdAt, 'order.created_at')) / HOUR_MS),
    hoursAllowed: settings['cancel.until'] === 'shipped_out' ? null : settings['cancel.until'],
  });
  const clause = leadingClause(settled);
  const warnings = warningsOf(
    context,
    settled.reasons.map((reason) => reason.clause),
    context.now,
  );
  const returnable = some(shipped, (i, quantity) => quantity - tooLate(i));
  const ofShipped = [
    ...outcomes(returnable, 'returnable', 'P12'),
    ...outcomes(some(shipped, tooLate), 'rejected', 'P10'),
  ];
  if (settled.verdict === 'granted') {
    const allLeft = unitsUnshipped === ledger.lines.reduce((n, entry) => n + entry.left, 0);
    const whole = allLeft && ledger.everShipped === 0;
    const part = settings['cancel.partialShipping'] === 'keep' ? 'keep' : 'share';
    const refund = refundUndelivered(context, unshipped, whole, part);
    const paid = receivedOf(order) > 0;
    return draft(settled, whole ? 'cancel_order' : 'refund_lines', {
      warnings,
      refund,
      units: [...outcomes(unshipped, 'refunded', 'P11', (u) => (paid ? paidFor(order, u) : 0)), ...ofShipped],
    });
  }
  if (settled.verdict !== 'refused') return askDraft(settled, [...unshipped, ...shipped]);
  if (!alreadyCancelled && returnable.length > 0 && unitsUnshipped === 0) {
    return draft(settled, 'offer_return', {
      warnings,
      units: ofShipped,
      estimate: estimateOf(estimateReturn(context, 'changed_mind', returnable, {})),
    });
  }
  return draft(settled, 'reject', { units: outcomes([...unshipped, ...shipped], 'rejected', clause) });
};
