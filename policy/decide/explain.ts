import { CLAUSES } from '../clauses.ts';
import type { Ask, Breakdown, Decision, Estimate, UnitOutcome } from '../decision.ts';
import type { OrderFacts } from '../facts/order-facts.ts';
import { formatDeadline, formatMoney } from '../format.ts';
import { columns, type Paint, plain } from './terminal-table.ts';

const COLOURS = { granted: 'green', refused: 'red', 'needs-info': 'yellow', 'needs-person': 'magenta' } as const;

/** `issue_rma` as people say it. */
const actionInWords = (action: Decision['action']): string => action.replaceAll('_', ' ').replace('rma', 'RMA');

const questionInWords = (ask: Ask): string => {
  const about = ask.kind === 'return' ? ask.reason : ask.kind === 'settle' ? ask.return.reason : null;
  return [ask.kind, ...(about === null ? [] : [about.replaceAll('_', ' ')])].join(', ');
};

const moneyRows = (told: Breakdown | Estimate, paint: Paint): string[] => {
  const money = (minor: number): string => formatMoney(minor, told.currency).replace('-', '−');
  const parts = (['items', 'tax', 'shipping', 'duties', 'tips'] as const)
    .filter((part) => told[part] > 0)
    .map((part) => [part, money(told[part])]);
  const deductions = told.deductions.map(({ clause, label, amount }) => [
    clause === null ? label : `${label} (${clause})`,
    money(-amount),
  ]);
  const total = ['total', told.total === null ? 'not known yet' : money(told.total)];
  const rows = columns([...parts, ...deductions, total]);
  const last = rows.pop() as string;
  return [...rows, paint('dim', '─'.repeat(last.length)), paint('bold', last)];
};

const unitRows = (units: readonly UnitOutcome[], order: OrderFacts): string[] => {
  const titleOf = (id: string): string => plain(order.lines.find((line) => line.id === id)?.title || `line ${id}`);
  const rows = units.map(({ lineItemId, quantity, outcome, clause, amount }) => [
    `${quantity} × ${titleOf(lineItemId)}`,
    outcome,
    clause,
    amount === 0 ? '' : formatMoney(amount, order.currency),
  ]);
  return columns(rows);
};

const reasonRows = ({ reasons }: Decision, paint: Paint): string[] => {
  const wide = Math.max(...reasons.map(({ clause }) => clause.length));
  return reasons.flatMap(({ clause, because }) => [
    `${paint('bold', clause.padEnd(wide))}  ${because}`,
    `${' '.repeat(wide)}  ${paint('dim', CLAUSES[clause].sentence)}`,
  ]);
};

/**
 * A decision for a person at a terminal: what was asked and answered; each clause with why it applied and its sentence;
 * what becomes of every unit; the money line by line; what else has to be known.
 * @param paint colours a text, or leaves it alone (for files and pipes)
 */
export const explain = (decision: Decision, order: OrderFacts, ask: Ask, paint: Paint): string => {
  const { verdict, missing, units, rmaDeadline, estimate, refund, reimbursement, warnings } = decision;
  const blocks: string[][] = [
    reasonRows(decision, paint),
    missing.length === 0 ? [] : [`to ask for: ${missing.join(', ')}`],
    unitRows(units, order),
    rmaDeadline === null ? [] : [`last day: ${formatDeadline(rmaDeadline)}`],
    estimate === null ? [] : ['a return would give back', ...indented(moneyRows(estimate, paint))],
    refund === null ? [] : ['refund', ...indented(moneyRows(refund, paint))],
    reimbursement === null
      ? []
      : [`postage to reimburse: ${formatMoney(reimbursement.amount, order.currency)} (${reimbursement.clause})`],
    warnings.map(({ market, clause, text }) => `${paint('yellow', `law of ${market}`)} beside ${clause}: ${text}`),
  ];
  const answer = paint(COLOURS[verdict], `${verdict}: ${actionInWords(decision.action)}`);
  const question = paint('dim', `${plain(order.name)} ${questionInWords(ask)}`);
  const body = blocks.filter((block) => block.length > 0).map((block) => indented(block).join('\n'));
  return [`${answer}  ${question}`, ...body].join('\n\n');
};

const indented = (rows: readonly string[]): string[] => rows.map((row) => `  ${row}`);
