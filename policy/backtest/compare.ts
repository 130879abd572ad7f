import type { ClauseId } from '../clauses.ts';
import type { Action, Decision, Verdict } from '../decision.ts';
import { type Currency, type Minor, sum } from '../money/money.ts';

/** Which way a changed answer goes, as the customer sees it. */
export type Direction = 'better' | 'worse' | 'other';

/** What money an answer speaks of: due now, or what a return would give back if all is accepted. */
export type Basis = 'due' | 'estimated';

/** The part of an answer that a comparison keeps: small, so that a million of them cost nothing. */
export type Answer = Readonly<{
  verdict: Verdict;
  action: Action;
  clauses: readonly ClauseId[];
  /** Refund and reimbursement, or the estimate; null where the answer names no amount. */
  total: Minor | null;
  currency: Currency;
}>;

export const answerOf = (decision: Decision, currency: Currency): Answer => ({
  verdict: decision.verdict,
  action: decision.action,
  clauses: decision.clauses,
  total: decision.refund || decision.reimbursement ? dueOf(decision) : (decision.estimate?.total ?? null),
  currency: decision.refund?.currency ?? decision.estimate?.currency ?? currency,
});

const dueOf = (decision: Decision): Minor => (decision.refund?.total ?? 0) + (decision.reimbursement?.amount ?? 0);

const RANK: Readonly<Record<Verdict, number>> = { granted: 3, 'needs-person': 2, 'needs-info': 1, refused: 0 };

/** True where the customer hears something else: another verdict, or another thing is done. */
export const isFlip = (a: Answer, b: Answer): boolean => a.verdict !== b.verdict || a.action !== b.action;

/** The verdict counts first, then the amount; clauses or dates alone are neither better nor worse. */
export const directionOf = (a: Answer, b: Answer): Direction => {
  const difference = RANK[b.verdict] - RANK[a.verdict] || (b.total ?? 0) - (a.total ?? 0);
  return difference > 0 ? 'better' : difference < 0 ? 'worse' : 'other';
};

export type MoneyPart = Readonly<{ basis: Basis; clause: ClauseId | 'none'; amount: Minor }>;

/**
 * An answer's money by the clause it rests on. Units and deductions name theirs; what is neither's (shipping that goes
 * back, say) counts for the first clause of the answer, so that the parts always add up to the whole.
 */
export const moneyByClause = (decision: Decision): readonly MoneyPart[] => {
  const { refund, estimate, units, clauses, reimbursement } = decision;
  const basis: Basis = refund ? 'due' : 'estimated';
  const parts: MoneyPart[] = [];
  const add = (of: Basis, clause: ClauseId | null | undefined, amount: Minor): void => {
    if (amount !== 0) parts.push({ basis: of, clause: clause ?? 'none', amount });
  };
  const told = refund ?? estimate;
  if (told && told.total !== null) {
    for (const unit of units) add(basis, unit.clause, unit.amount);
    for (const { clause, amount } of told.deductions) add(basis, clause, -amount);
    const named = sum(units.map((unit) => unit.amount)) - sum(told.deductions.map(({ amount }) => amount));
    add(basis, clauses[0], told.total - named);
  }
  if (reimbursement) add('due', reimbursement.clause, reimbursement.amount);
  return parts;
};
