import type { ClauseId } from '../../../policy/clauses.ts';
import type { Breakdown } from '../../../policy/decision.ts';
import { formatDecimal } from '../../../policy/money/decimal.ts';
import type { Currency, Minor } from '../../../policy/money/money.ts';
import { CUSTOMER_WORDS, type CustomerWord, type Words } from '../../../policy/texts/customer/index.ts';
import { type AmountRow, type Block, heading } from './blocks.ts';

/** `$1,234.50`, `1.234,50 €`, `¥500`: the exact amount, never through a float. */
export const showAmount = (minor: Minor, currency: Currency, { locale }: Pick<Words, 'locale'>): string => {
  const format = new Intl.NumberFormat(locale, { style: 'currency', currency, currencyDisplay: 'narrowSymbol' });
  // A decimal string is formatted digit by digit; the type only knows numbers.
  return format.format(formatDecimal(minor, currency) as unknown as number);
};

const KNOWN: ReadonlySet<string> = new Set(CUSTOMER_WORDS);
const AS_FAR = ', as far as it goes';

/** The policy names its deductions in English. */
const deductionName = (label: string, words: Words): string => {
  if (label.endsWith(AS_FAR))
    return words.say('deduction.as-far', { label: deductionName(label.slice(0, -AS_FAR.length), words) });
  const word = `deduction.${label}`;
  return KNOWN.has(word) ? words.say(word as CustomerWord) : label.charAt(0).toUpperCase() + label.slice(1);
};

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
        note: clause === null ? null : words.clause(clause),
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

/** The same under a heading; nothing where it rests on none. */
export const policyBlocks = (ids: readonly ClauseId[], words: Words): Block[] =>
  ids.length === 0 ? [] : [heading(words.say('heading.policy')), clausesBlock(ids, words)];
