import { CLAUSES } from '../clauses.ts';
import type { Breakdown, Decision, Estimate } from '../decision.ts';
import { formatDeadline, formatMoney } from '../format.ts';
import type { Currency } from '../money/money.ts';

/** Terminal styles by their ANSI numbers. */
const STYLES = { bold: 1, dim: 2, red: 31, green: 32, yellow: 33, magenta: 35 } as const;
type Style = keyof typeof STYLES;

const COLOURS = { granted: 'green', refused: 'red', 'needs-info': 'yellow', 'needs-person': 'magenta' } as const;

type Row = readonly [name: string, amount: string];

const breakdownRows = (b: Breakdown | Estimate): Row[] => {
  const money = (minor: number) => formatMoney(minor, b.currency);
  const parts = (['items', 'tax', 'shipping', 'duties', 'tips'] as const)
    .filter((part) => b[part] > 0)
    .map((part): Row => [part, money(b[part])]);
  const deductions = b.deductions.map((d): Row => [d.clause ? `${d.label} (${d.clause})` : d.label, money(-d.amount)]);
  return [...parts, ...deductions, ['total', b.total === null ? 'not known yet' : money(b.total)]];
};

const table = (rows: readonly Row[]): string[] => {
  const wide = Math.max(...rows.map(([name]) => name.length));
  const far = Math.max(...rows.map(([, amount]) => amount.length));
  return rows.map(([name, amount]) => `    ${name.padEnd(wide)}  ${amount.padStart(far)}`);
};

/**
 * A decision for a person at a terminal: verdict, each clause with its sentence and why it applied, money line by line.
 * @param colour off for files and pipes
 */
export const explain = (decision: Decision, currency: Currency, colour: boolean): string => {
  const paint = (style: Style, text: string): string => (colour ? `\u001b[${STYLES[style]}m${text}\u001b[0m` : text);
  const out = [paint(COLOURS[decision.verdict], `${decision.verdict}: ${decision.action.replaceAll('_', ' ')}`)];
  const wide = Math.max(...decision.reasons.map((r) => r.clause.length));
  for (const { clause, because } of decision.reasons) {
    out.push(`  ${paint('bold', clause.padEnd(wide))}  ${because}`);
    out.push(`  ${' '.repeat(wide)}  ${paint('dim', CLAUSES[clause].sentence)}`);
  }
  if (decision.missing.length > 0) out.push(`  to ask for: ${decision.missing.join(', ')}`);
  for (const u of decision.units) {
    const amount = u.amount > 0 ? `, ${formatMoney(u.amount, currency)}` : '';
    out.push(`  ${u.quantity} of line ${u.lineItemId}: ${u.outcome}${amount} (${u.clause})`);
  }
  if (decision.rmaDeadline) out.push(`  last day: ${formatDeadline(decision.rmaDeadline)}`);
  if (decision.estimate) out.push('  a return would give back:', ...table(breakdownRows(decision.estimate)));
  if (decision.refund) out.push('  refund:', ...table(breakdownRows(decision.refund)));
  if (decision.reimbursement) {
    const { amount, clause } = decision.reimbursement;
    out.push(`  postage to reimburse: ${formatMoney(amount, currency)} (${clause})`);
  }
  for (const { market, clause, text } of decision.warnings) {
    out.push(`  ${paint('yellow', `law of ${market}`)} beside ${clause}: ${text}`);
  }
  return out.join('\n');
};
