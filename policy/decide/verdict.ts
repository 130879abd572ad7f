import { type ClauseId, sortClauses } from '../clauses.ts';
import type { Action, Decision, UnitOutcome } from '../decision.ts';
import type { Settled } from '../rules/rule.ts';
import type { Units } from './lines.ts';

/** A decision before it carries the digest of what it rests on. */
export type Draft = Omit<Decision, 'factsDigest'>;

export const outcomes = (
  units: readonly Units[],
  outcome: UnitOutcome['outcome'],
  clause: ClauseId,
  amountOf: (units: Units) => number = () => 0,
): UnitOutcome[] => {
  const told: UnitOutcome[] = [];
  for (const u of units) {
    if (u.quantity === 0) continue;
    told.push({ lineItemId: u.entry.line.id, quantity: u.quantity, outcome, clause, amount: amountOf(u) });
  }
  return told;
};

type Rest = Partial<Omit<Draft, 'verdict' | 'reasons' | 'clauses' | 'missing' | 'action'>>;

/** What every decision has, with nothing due unless said. */
export const draft = ({ verdict, reasons, missing }: Settled, action: Action, rest: Rest = {}): Draft => ({
  verdict,
  action,
  clauses: sortClauses(reasons.map((reason) => reason.clause)),
  reasons,
  missing,
  warnings: [],
  units: [],
  rmaDeadline: null,
  estimate: null,
  reimbursement: null,
  refund: null,
  ...rest,
});

/** The clause that speaks for units which share the fate of the whole question. */
export const leadingClause = ({ reasons }: Settled): ClauseId => reasons[0]?.clause ?? 'P4';

/** Waiting for an answer or for a person: every unit is pending. */
export const askDraft = (settled: Settled, units: readonly Units[], rest: Rest = {}): Draft =>
  draft(settled, 'ask', { units: outcomes(units, 'pending', leadingClause(settled)), ...rest });
