import type { Breakdown, Decision, Estimate } from '../../policy/decision.ts';
import { oneLine, truncate } from '../text/escape.ts';
import { formatAmount } from '../text/money.ts';

type Row = readonly [label: string, amount: string];

const escapeCode = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('`', "'");

/** Columns, amounts flush right, the total under a rule. */
const columns = (rows: readonly Row[], total: Row): string => {
  const labels = Math.max(...[...rows, total].map(([label]) => label.length));
  const amounts = Math.max(...[...rows, total].map(([, amount]) => amount.length));
  const line = ([label, amount]: Row) => escapeCode(`${label.padEnd(labels)}  ${amount.padStart(amounts)}`);
  return ['```', ...rows.map(line), '─'.repeat(labels + amounts + 2), line(total), '```'].join('\n');
};

const rowsOf = (money: Omit<Breakdown, 'total'>): Row[] => {
  const amount = (minor: number) => formatAmount(minor, money.currency);
  const parts: Row[] = [
    ['Goods', amount(money.items)],
    ['Tax', amount(money.tax)],
    ['Shipping', amount(money.shipping)],
    ['Duties', amount(money.duties)],
    ['Tips', amount(money.tips)],
  ];
  const numbers = [money.items, money.tax, money.shipping, money.duties, money.tips];
  return [
    ...parts.filter((_, index) => index === 0 || numbers[index] !== 0),
    ...money.deductions.slice(0, 8).map((deduction): Row => {
      const clause = deduction.clause === null ? '' : ` (${deduction.clause})`;
      return [`${truncate(oneLine(deduction.label), 40)}${clause}`, `−${amount(deduction.amount)}`];
    }),
  ];
};

/** A refund line by line, with the clause of each deduction. */
export const breakdownText = (money: Breakdown, label = 'Refund'): string =>
  columns(rowsOf(money), [label, formatAmount(money.total, money.currency)]);

export const estimateText = (money: Estimate): string =>
  columns(rowsOf(money), [
    'If all is accepted',
    money.total === null ? 'not known yet' : formatAmount(money.total, money.currency),
  ]);

/** What a decision would pay, or what a return would give back; null where no money is spoken of. */
export const moneyText = (decision: Decision | null): string | null => {
  if (decision === null) return null;
  const lines = [
    decision.refund === null ? null : breakdownText(decision.refund),
    decision.refund === null && decision.estimate !== null ? estimateText(decision.estimate) : null,
    decision.reimbursement === null
      ? null
      : `Postage owed to the customer (${decision.reimbursement.clause}): ${formatAmount(decision.reimbursement.amount, decision.reimbursement.currency)}`,
  ].filter((line) => line !== null);
  return lines.length === 0 ? null : lines.join('\n');
};

/** The amount in half a sentence, for notifications. */
export const moneyWords = (decision: Decision | null): string | null => {
  if (decision === null) return null;
  if (decision.refund !== null) return `refund ${formatAmount(decision.refund.total, decision.refund.currency)}`;
  const { estimate } = decision;
  return estimate === null || estimate.total === null
    ? null
    : `a return would give back ${formatAmount(estimate.total, estimate.currency)}`;
};
