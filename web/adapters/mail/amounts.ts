import type { ClauseId } from '../../../policy/clauses.ts';
import type { Breakdown } from '../../../policy/decision.ts';
import type { Minor } from '../../../policy/money/money.ts';
import { deductionName, showAmount } from '../../../policy/texts/customer/amounts.ts';
import type { CustomerWord, Words } from '../../../policy/texts/customer/index.ts';
import { type AmountRow, type Block, heading } from './blocks.ts';

/** A refund line by line, each deduction with its clause in plain words. Zero lines are left out, except the first. */
export const amountsBlock = (breakdown: Breakdown, totalLabel: string, words: Words): Block => {
  const { currency, items, tax, shipping, duties, tips, deductions, total } = breakdown;
  const row = (label: string, amount: Minor): AmountRow => ({
    label,
    amount: showAmount(amount, currency, words),
    note: null,
  });
  const parts: readonly [CustomerWord, Minor][] = [
    ['amounts.items', items],
    ['amounts.tax', tax],
    ['amounts.shipping', shipping],
    ['amounts.duties', duties],
    ['amounts.tips', tips],
  ];
  return {
    kind: 'amounts',
    rows: [
      ...parts
        .filter(([word, amount]) => word === 'amounts.items' || amount !== 0)
        .map(([word, amount]) => row(words.say(word), amount)),
      ...deductions.map(({ label, amount, clause }) => ({
        label: deductionName(label, words),
        amount: `−${showAmount(amount, currency, words)}`,
        note: clause === null ? null : `${clause} · ${words.clause(clause)}`,
      })),
    ],
    total: row(totalLabel, total),
  };
};

/** The clauses an answer rests on, each with its sentence. */
export const clausesBlock = (ids: readonly ClauseId[], words: Words): Block => ({
  kind: 'clauses',
  clauses: ids.map((id) => ({ id, sentence: words.clause(id) })),
});

/** The same under a heading; nothing where it rests on none. `said`: a sum whose deductions name theirs already. */
export const policyBlocks = (
  ids: readonly ClauseId[],
  words: Words,
  said: Pick<Breakdown, 'deductions'> | null = null,
): Block[] => {
  const left = ids.filter((id) => !said?.deductions.some(({ clause }) => clause === id));
  return left.length === 0 ? [] : [heading(words.say('heading.policy')), clausesBlock(left, words)];
};
