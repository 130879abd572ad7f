import { clauseNumber } from '../clauses.ts';
import type { Reason, Verdict } from '../decision.ts';
import type { Rule, Settled } from './rule.ts';

const NOTHING_MISSING: readonly string[] = [];

const byClause = (a: Reason, b: Reason): number => clauseNumber(a.clause) - clauseNumber(b.clause);

const verdictOf = <F>(rule: Rule<F>, facts: F): Verdict =>
  typeof rule.verdict === 'function' ? rule.verdict(facts) : rule.verdict;

const reasonOf = <F>(rule: Rule<F>, facts: F): Reason => ({
  clause: rule.clause,
  because: typeof rule.because === 'function' ? rule.because(facts) : rule.because,
});

const isOpenToProof = <F>(rule: Rule<F>, facts: F): boolean =>
  typeof rule.openToProof === 'function' ? rule.openToProof(facts) : rule.openToProof === true;

const missingOf = <F>(rule: Rule<F>, facts: F): readonly string[] => {
  if (rule.missing === undefined) return [];
  return typeof rule.missing === 'function' ? rule.missing(facts) : [rule.missing];
};

/**
 * The one place where precedence is written, for a table of `rulesOf`: a refusal that no missing fact could change, then
 * needs-info, needs-person, refused, granted. What is asked for, and what waits for a person, is told together. No rule:
 * a person, under P4.
 */
export const settle = <F>(rules: readonly Rule<F>[], facts: F): Settled => {
  const by: Record<Verdict, Rule<F>[]> = { refused: [], 'needs-info': [], 'needs-person': [], granted: [] };
  for (const rule of rules) if (rule.when(facts)) by[verdictOf(rule, facts)].push(rule);
  const told = (verdict: Verdict, which: readonly Rule<F>[]): Settled => {
    const reasons = which.map((rule) => reasonOf(rule, facts));
    if (verdict !== 'needs-info') return { verdict, reasons, missing: NOTHING_MISSING };
    const missing = [...new Set(which.flatMap((rule) => missingOf(rule, facts)))];
    return { verdict, reasons: reasons.sort(byClause), missing };
  };

  if (by.refused.some((rule) => !isOpenToProof(rule, facts))) return told('refused', by.refused);
  if (by['needs-info'].length > 0) return told('needs-info', [...by['needs-info'], ...by['needs-person']]);
  if (by['needs-person'].length > 0) return told('needs-person', by['needs-person']);
  if (by.refused.length > 0) return told('refused', by.refused);
  if (by.granted.length > 0) return told('granted', by.granted);
  return {
    verdict: 'needs-person',
    reasons: [{ clause: 'P4', because: 'no clause covers this: a person decides' }],
    missing: [],
  };
};
