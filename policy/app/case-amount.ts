import type { Breakdown } from '../decision.ts';
import type { RefundIntentRecord } from './records.ts';

/** Refunds that nobody will make any more say nothing about what a case is worth. */
const VOID: ReadonlySet<string> = new Set(['rejected', 'expired', 'superseded', 'failed']);

/**
 * What a case is about in money: the refund that counts now, else what the newest decision came to. Null also where
 * goods go out instead of money: an exchange is even, and "0.00" would read as a refund of nothing.
 */
export const caseAmount = (
  intents: readonly Pick<RefundIntentRecord, 'state' | 'breakdown'>[],
  decided: Breakdown | null,
): Readonly<{ minor: number; currency: string }> | null => {
  const breakdown = intents.findLast(({ state }) => !VOID.has(state))?.breakdown ?? decided;
  return breakdown === null || breakdown.total === 0 ? null : { minor: breakdown.total, currency: breakdown.currency };
};
