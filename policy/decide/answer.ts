import type { Breakdown, Decision, Estimate } from '../decision.ts';
import { PolicyError, type PolicyErrorCode } from '../errors.ts';
import { idNumber } from '../facts/json.ts';
import { formatDecimal } from '../money/decimal.ts';
import type { Currency } from '../money/money.ts';

const sums = ({ currency, items, tax, shipping, duties, tips, deductions }: Omit<Breakdown, 'total'>) => ({
  currency,
  items: formatDecimal(items, currency),
  tax: formatDecimal(tax, currency),
  shipping: formatDecimal(shipping, currency),
  duties: formatDecimal(duties, currency),
  tips: formatDecimal(tips, currency),
  deductions: deductions.map((d) => ({ ...d, amount: formatDecimal(d.amount, currency) })),
});

const estimate = (e: Estimate) =>
  e.total === null ? { ...sums(e), missing: e.missing } : { ...sums(e), total: formatDecimal(e.total, e.currency) };

/**
 * A decision as it is told outside: amounts as decimal strings, ids as numbers (print it with `stringifyJson`). An
 * estimate without a known total has none, and says what is missing.
 * @param currency of the order
 */
export const toAnswer = (decision: Decision, currency: Currency) => ({
  verdict: decision.verdict,
  action: decision.action,
  clauses: decision.clauses,
  reasons: decision.reasons,
  missing: decision.missing,
  warnings: decision.warnings,
  units: decision.units.map(({ lineItemId, quantity, outcome, clause, amount }) => ({
    lineItemId: idNumber(lineItemId),
    quantity,
    outcome,
    clause,
    amount: formatDecimal(amount, currency),
  })),
  rmaDeadline: decision.rmaDeadline,
  estimate: decision.estimate && estimate(decision.estimate),
  reimbursement: decision.reimbursement && {
    currency: decision.reimbursement.currency,
    amount: formatDecimal(decision.reimbursement.amount, decision.reimbursement.currency),
    clause: decision.reimbursement.clause,
  },
  refund: decision.refund && {
    ...sums(decision.refund),
    total: formatDecimal(decision.refund.total, decision.refund.currency),
  },
  policy: decision.policy,
  factsDigest: decision.factsDigest,
});

export type Answer = ReturnType<typeof toAnswer>;

/** An error as it is told in place of an answer. What is not about the question is a mistake of ours, and says so. */
export const errorAnswer = (error: unknown) => {
  if (error instanceof PolicyError) return { error: { code: error.code, message: error.message, path: error.path } };
  const code: PolicyErrorCode = 'internal/unexpected';
  return { error: { code, message: error instanceof Error ? error.message : String(error), path: '' } };
};
