import type { CaseData, CaseKind, HandRefund, RefundIntentRecord, UnitRecord } from '../../policy/app/records.ts';
import type { ClauseId } from '../../policy/clauses.ts';
import { RESTOCKING_FEE } from '../../policy/decide/price.ts';
import type { Breakdown } from '../../policy/decision.ts';
import type { LineFacts } from '../../policy/facts/order-facts.ts';

/** What a deduction for money that somebody gave back in Shopify by hand is called. */
export const BY_HAND = 'refunded by hand already';

const CLAUSE: Readonly<Record<CaseKind, ClauseId>> = { return: 'P17', cancellation: 'P11', backorder: 'P9' };

/** A refund by hand that nobody has said yet what it was for: until then no money of the case moves. */
export const unexplained = (data: CaseData): HandRefund | null =>
  data.byHand?.find((refund) => refund.for === null) ?? null;

export const WHY_UNEXPLAINED = 'somebody refunded money in Shopify by hand: say first what it was for';

const sumOf = (all: readonly Readonly<{ amount: number }>[]): number => all.reduce((sum, one) => sum + one.amount, 0);

/** Of what was for shipping, what Shopify has down as such: the policy gives only what is left of it. */
const shippingOnTheBooks = (byHand: readonly HandRefund[]): number =>
  byHand.reduce((sum, one) => sum + (one.for === 'shipping' ? (one.shipping ?? 0) : 0), 0);

/** Whether shipping goes back with the goods: it did, or it was our mistake (P16) and by hand all of it went back before. */
const sharesShipping = (data: CaseData, made: readonly RefundIntentRecord[]): boolean =>
  made.some(({ breakdown }) => breakdown.shipping > 0) ||
  (data.kind === 'return' && (data.reason === 'wrong_item_sent' || data.reason === 'missing_item'));

/** What our own refunds that were made have taken off. */
const takenOff = (intents: readonly RefundIntentRecord[]): Breakdown['deductions'] =>
  intents.filter((intent) => intent.state === 'succeeded').flatMap((intent) => intent.breakdown.deductions);

/** What of the refunds by hand is taken off already: what the policy's own cap took off was by hand too. */
const usedUp = (intents: readonly RefundIntentRecord[]): number =>
  sumOf(takenOff(intents).filter((one) => one.label === BY_HAND || one.clause === null));

/** What an amount of ours gave for its units before fixed deductions, which are the whole return's; minor units. */
const grossOf = ({ breakdown }: RefundIntentRecord): number =>
  breakdown.items +
  breakdown.tax +
  breakdown.shipping +
  breakdown.duties +
  breakdown.tips -
  sumOf(breakdown.deductions.filter((one) => one.label === RESTOCKING_FEE));

/**
 * What refunds by hand left short of the share of the units that they settled: so much of what was given without naming
 * units is these units' own. A unit's share is what our amounts gave for goods of the same worth; it may be a cent off for
 * each unit. Minor units.
 */
const shortOfShares = (
  byHand: readonly HandRefund[],
  made: readonly RefundIntentRecord[],
  units: readonly UnitRecord[],
  lines: readonly LineFacts[],
): Readonly<{ amount: number; within: number }> => {
  const worths = new Map(lines.map((line) => [line.id, (line.total + line.tax) / Math.max(1, line.quantity)]));
  const worthOf = (all: readonly UnitRecord[]): number =>
    all.reduce((sum, unit) => sum + (worths.get(unit.lineItemId) ?? 0), 0);
  const ours = new Set(made.flatMap(({ unitIds }) => unitIds));
  const worth = worthOf(units.filter(({ id }) => ours.has(id)));
  const settled = units.filter(({ id, money }) => money === 'paid' && !ours.has(id));
  if (worth === 0 || settled.length === 0) return { amount: 0, within: 0 };
  const gross = made.reduce((sum, intent) => sum + grossOf(intent), 0);
  const share = Math.round((worthOf(settled) * gross) / worth);
  const given = sumOf(byHand.filter((refund) => refund.for === 'units'));
  return { amount: Math.max(0, share - given), within: settled.length };
};

/**
 * What was given by hand for goods or shipping that is paid for already: once nothing is left to take it off from, the
 * customer has that much more than the policy gives. Minor units.
 * @param lines  of the order, for what its units are worth
 */
export const tooMuchByHand = (
  data: CaseData,
  intents: readonly RefundIntentRecord[],
  units: readonly UnitRecord[],
  lines: readonly LineFacts[],
): number => {
  const isLeft = units.some((unit) => unit.money === 'none' || unit.money === 'proposed');
  const made = intents.filter((intent) => intent.state === 'succeeded');
  if (isLeft || made.length === 0) return 0;
  const byHand = data.byHand ?? [];
  const given = byHand.filter((refund) => refund.for === 'line' || refund.for === 'shipping');
  const over = sumOf(given) - (sharesShipping(data, made) ? shippingOnTheBooks(byHand) : 0) - usedUp(intents);
  const short = shortOfShares(byHand, made, units, lines);
  // To the cent nobody is said to have too much.
  return over - short.amount <= short.within ? 0 : over - short.amount;
};

/**
 * A sum of the policy, less what was given back by hand for the same: for these goods, or for their shipping. Goodwill
 * changes nothing that is due. What the policy's own cap has taken off already is not taken off twice, nor is shipping
 * that Shopify has down as given back: the policy counts only what is left of it.
 * @param intents  earlier amounts of the case: what they deducted is used up
 */
export const lessByHand = (
  breakdown: Breakdown,
  data: CaseData | undefined,
  intents: readonly RefundIntentRecord[],
): Breakdown => {
  const byHand = data?.byHand ?? [];
  if (data === undefined || byHand.length === 0) return breakdown;
  const sumFor = (what: HandRefund['for']): number => sumOf(byHand.filter((refund) => refund.for === what));
  const used = usedUp(intents);
  const capped = sumOf(breakdown.deductions.filter((one) => one.clause === null));
  const given = sumFor('line') + Math.min(sumFor('shipping') - shippingOnTheBooks(byHand), breakdown.shipping);
  const amount = Math.min(breakdown.total, Math.max(0, given - used - capped));
  if (amount === 0) return breakdown;
  return {
    ...breakdown,
    deductions: [...breakdown.deductions, { clause: CLAUSE[data.kind], label: BY_HAND, amount }],
    total: breakdown.total - amount,
  };
};
