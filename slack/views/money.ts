import type { Breakdown, Decision, Estimate } from '../../policy/decision.ts';
import { oneLine, truncate } from '../text/escape.ts';
import { formatAmount } from '../text/money.ts';

type Remedy = 'refund' | 'exchange';

type Row = readonly [label: string, amount: string];

const escapeCode = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('`', "'");

/** Characters of a line that a thread beside a channel, and a phone, show without breaking it. */
export const TABLE_WIDTH = 34;

/** Words on lines of at most `width` characters; all but the first are set in. */
const wrapped = (text: string, width: number): string[] => {
  const lines: string[] = [''];
  for (const word of text.split(' ')) {
    const last = lines.at(-1) as string;
    const joined = last.trim() === '' ? `${last}${word}` : `${last} ${word}`;
    if (joined.length <= width || last.trim() === '') lines[lines.length - 1] = truncate(joined, width);
    else lines.push(truncate(`  ${word}`, width));
  }
  return lines;
};

/** Columns, amounts flush right, the total under a rule. A label that is too long goes on, its amount beside its end. */
const columns = (rows: readonly Row[], total: Row): string => {
  const amounts = Math.max(...[...rows, total].map(([, amount]) => amount.length));
  const most = Math.max(TABLE_WIDTH - amounts - 2, 8);
  const labels = Math.min(most, Math.max(...[...rows, total].map(([label]) => label.length)));
  const line = ([label, amount]: Row): string[] => {
    const lines = wrapped(label, labels);
    const end = `${(lines.pop() ?? '').padEnd(labels)}  ${amount.padStart(amounts)}`;
    return [...lines, end].map(escapeCode);
  };
  return ['```', ...rows.flatMap(line), '─'.repeat(labels + amounts + 2), ...line(total), '```'].join('\n');
};

const sentence = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

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
      return [`${sentence(truncate(oneLine(deduction.label), 60))}${clause}`, `−${amount(deduction.amount)}`];
    }),
  ];
};

/** A refund line by line, with the clause of each deduction. */
export const breakdownText = (money: Breakdown, label = 'Refund'): string =>
  columns(rowsOf(money), [label, formatAmount(money.total, money.currency)]);

/** Of an exchange: what it would be in money, should the customer want that, or none be in stock. */
export const estimateText = (money: Estimate, remedy: Remedy = 'refund'): string =>
  columns(rowsOf(money), [
    remedy === 'exchange' ? 'If money is paid instead' : 'If all is accepted',
    money.total === null ? 'not known yet' : formatAmount(money.total, money.currency),
  ]);

/** What a decision would pay, or what a return would give back; null where no money is spoken of. */
export const moneyText = (decision: Decision | null, remedy?: Remedy): string | null => {
  if (decision === null) return null;
  const lines = [
    decision.refund === null ? null : breakdownText(decision.refund),
    decision.refund === null && decision.estimate !== null ? estimateText(decision.estimate, remedy) : null,
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
