import { type ClauseId, clauseNumber } from '../clauses.ts';
import type { Reason, Verdict } from '../decision.ts';

/** One small rule. All rules of a table are asked; their order carries no meaning. */
export type Rule<Facts> = Readonly<{
  clause: ClauseId;
  verdict: Verdict | ((facts: Facts) => Verdict);
  when: (facts: Facts) => boolean;
  /** Short and exact, for agent, merchant and customer alike. */
  because: string | ((facts: Facts) => string);
  /** Names of the fields to ask for, where the verdict is needs-info. */
  missing?: string | ((facts: Facts) => readonly string[]);
  /** A refusal that a fact nobody has told yet could still change. */
  openToProof?: true | ((facts: Facts) => boolean);
}>;

export type Settled = Readonly<{ verdict: Verdict; reasons: readonly Reason[]; missing: readonly string[] }>;

/** Keeps a table's rules checked against the facts they read, in order of their clauses: so are then the reasons. */
export const rulesOf = <Facts>(...rules: readonly Rule<Facts>[]): readonly Rule<Facts>[] =>
  rules.toSorted((a, b) => clauseNumber(a.clause) - clauseNumber(b.clause));
