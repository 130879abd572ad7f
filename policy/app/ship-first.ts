import type { Breakdown } from '../decision.ts';
import { formatMoney } from '../format.ts';
import type { CaseData, ShipFirst } from './records.ts';

/** P17's exception: what is exchanged goes out before the goods are back. */

/** What is shipped first by this amount of nothing; null where the amount is any other. */
export const shipsFirst = (data: CaseData, intentId: string): ShipFirst | null =>
  data.kind === 'return' && data.shipFirst?.intentIds.includes(intentId) ? data.shipFirst : null;

/** Somebody wants it, and it has not been sent. */
export const isAsked = (data: CaseData): boolean =>
  data.kind === 'return' && data.shipFirst != null && !data.shipFirst.dropped && data.shipFirst.sentAt === null;

/** The replacement is out, or Shopify has been told to send it: nothing else goes out for these goods. */
export const isReplaced = (data: CaseData): boolean => data.kind === 'return' && data.shipFirst?.sentAt != null;

type Amount = Readonly<{ id: string; breakdown: Pick<Breakdown, 'total' | 'currency'> }>;

/** What an amount is called where it is proposed, approved, stopped or paid. */
export const payoutWords = (data: CaseData, { id, breakdown: { total, currency } }: Amount): string => {
  const first = shipsFirst(data, id);
  return first === null
    ? `refund of ${formatMoney(total, currency)}`
    : `replacement before its goods (worth ${formatMoney(first.worth, currency)})`;
};
