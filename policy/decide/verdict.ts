import type { ClauseId } from '../clauses.ts';
import type { Action, Decision, Reason, UnitOutcome } from '../decision.ts';
import type { Settled } from '../rules/rule.ts';
import type { Units } from './lines.ts';

/** A decision before it carries the marks of what it rests on. */
export type Draft = Omit<Decision, 'policy' | 'factsDigest'>;

export const outcomes = <U extends Units>(
  units: readonly U[],
  outcome: UnitOutcome['outcome'],
  clause: ClauseId | ((units: U) => ClauseId),
  amountOf: (units: Units) => number = () => 0,
): UnitOutcome[] => {
  const told: UnitOutcome[] = [];
  for (const u of units) {
    const by = typeof clause === 'string' ? clause : clause(u);
    told.push({ lineItemId: u.entry.line.id, quantity: u.quantity, outcome, clause: by, amount: amountOf(u) });
  }
  return told;
};

/** The clauses of reasons, which stand in their order, each once. */
const clausesOf = (reasons: readonly Reason[]): ClauseId[] => {
  const clauses: ClauseId[] = [];
  for (const { clause } of reasons) if (clauses.at(-1) !== clause) clauses.push(clause);
  return clauses;
};

type Rest = Partial<Omit<Draft, 'verdict' | 'reasons' | 'clauses' | 'missing' | 'action'>>;

/** What every decision has, with nothing due unless said. */
export const draft = ({ verdict, reasons, missing }: Settled, action: Action, rest: Rest = {}): Draft => ({
  verdict,
  action,
  clauses: clausesOf(reasons),
  reasons,
  missing,
  warnings: rest.warnings ?? [],
  units: rest.units ?? [],
  rmaDeadline: rest.rmaDeadline ?? null,
  estimate: rest.estimate ?? null,
  reimbursement: rest.reimbursement ?? null,
  refund: rest.refund ?? null,
});

/** The clause that speaks for units which share the fate of the whole question. */
export const leadingClause = ({ reasons }: Settled): ClauseId => (reasons[0] as Reason).clause;

/** Waiting for an answer or for a person: every unit is pending. */
export const askDraft = (settled: Settled, units: readonly Units[], rest: Rest = {}): Draft =>
  draft(settled, 'ask', { units: outcomes(units, 'pending', leadingClause(settled)), ...rest });
