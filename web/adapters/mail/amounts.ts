import { CLAUSES, type ClauseId } from '../../../policy/clauses.ts';
import type { Breakdown } from '../../../policy/decision.ts';
import { formatDecimal } from '../../../policy/money/decimal.ts';
import type { Currency, Minor } from '../../../policy/money/money.ts';
import type { AmountRow, Block } from './blocks.ts';

/** `$1,234.50`, `€12.30`, `¥500`: the exact amount, never through a float. */
export const showAmount = (minor: Minor, currency: Currency): string => {
  const format = new Intl.NumberFormat('en', { style: 'currency', currency, currencyDisplay: 'narrowSymbol' });
  // A decimal string is formatted digit by digit; the type only knows numbers.
  return format.format(formatDecimal(minor, currency) as unknown as number);
};

/** A clause in plain words; nothing for a deduction that rests on arithmetic alone. */
const inPlainWords = (clause: ClauseId | null): string | null => (clause === null ? null : CLAUSES[clause].sentence);

/** A refund line by line. Zero lines are left out, except that one line always stays. */
export const amountsBlock = (breakdown: Breakdown, totalLabel: string): Block => {
  const { currency, items, tax, shipping, duties, tips, deductions, total } = breakdown;
  const row = (label: string, amount: Minor): AmountRow => ({
    label,
    amount: showAmount(amount, currency),
    note: null,
  });
  const parts: [string, Minor][] = [
    ['Items', items],
    ['Tax', tax],
    ['Shipping', shipping],
    ['Duties', duties],
    ['Tips', tips],
  ];
  return {
    kind: 'amounts',
    rows: [
      ...parts
        .filter(([label, amount]) => label === 'Items' || amount !== 0)
        .map(([label, amount]) => row(label, amount)),
      ...deductions.map(({ label, amount, clause }) => ({
        label: label.charAt(0).toUpperCase() + label.slice(1),
        amount: `−${showAmount(amount, currency)}`,
        note: inPlainWords(clause),
      })),
    ],
    total: row(totalLabel, total),
  };
};

/** The clauses an answer rests on, each with its sentence. */
export const clausesBlock = (ids: readonly ClauseId[]): Block => ({
  kind: 'clauses',
  clauses: ids.map((id) => ({ id, sentence: CLAUSES[id].sentence })),
});
