import type { CaseData, CaseKind, HandRefund, RefundIntentRecord, UnitRecord } from '../../policy/app/records.ts';
import type { ClauseId } from '../../policy/clauses.ts';
import type { Breakdown } from '../../policy/decision.ts';

/** What a deduction for money that somebody gave back in Shopify by hand is called. */
export const BY_HAND = 'refunded by hand already';

const CLAUSE: Readonly<Record<CaseKind, ClauseId>> = { return: 'P17', cancellation: 'P11', backorder: 'P9' };

/** A refund by hand that nobody has said yet what it was for: until then no money of the case moves. */
export const unexplained = (data: CaseData): HandRefund | null =>
  data.byHand?.find((refund) => refund.for === null) ?? null;

export const WHY_UNEXPLAINED = 'somebody refunded money in Shopify by hand: say first what it was for';

const sumOf = (all: readonly Readonly<{ amount: number }>[]): number => all.reduce((sum, one) => sum + one.amount, 0);

/** What our own refunds that were made have taken off. */
const takenOff = (intents: readonly RefundIntentRecord[]): Breakdown['deductions'] =>
  intents.filter((intent) => intent.state === 'succeeded').flatMap((intent) => intent.breakdown.deductions);

/** What of the refunds by hand is taken off already: what the policy's own cap took off was by hand too. */
const usedUp = (intents: readonly RefundIntentRecord[]): number =>
  sumOf(takenOff(intents).filter((one) => one.label === BY_HAND || one.clause === null));

/**
 * What was given by hand for goods or shipping that our own refund has paid for already: once nothing is left to take it
 * off from, the customer has that much more than the policy gives. Minor units.
 */
export const tooMuchByHand = (
  data: CaseData,
  intents: readonly RefundIntentRecord[],
  units: readonly UnitRecord[],
): number => {
  const isLeft = units.some((unit) => unit.money === 'none' || unit.money === 'proposed');
  if (isLeft || !intents.some((intent) => intent.state === 'succeeded')) return 0;
  const given = (data.byHand ?? []).filter((refund) => refund.for === 'line' || refund.for === 'shipping');
  return Math.max(0, sumOf(given) - usedUp(intents));
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
  const onTheBooks = byHand.reduce((sum, one) => sum + (one.for === 'shipping' ? (one.shipping ?? 0) : 0), 0);
  const given = sumFor('line') + Math.min(sumFor('shipping') - onTheBooks, breakdown.shipping);
  const amount = Math.min(breakdown.total, Math.max(0, given - used - capped));
  if (amount === 0) return breakdown;
  return {
    ...breakdown,
    deductions: [...breakdown.deductions, { clause: CLAUSE[data.kind], label: BY_HAND, amount }],
    total: breakdown.total - amount,
  };
};
