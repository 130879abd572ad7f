import { minorDigits } from '../../money/currencies.ts';
import { formatDecimal } from '../../money/decimal.ts';
import type { Currency, Minor } from '../../money/money.ts';
import { CUSTOMER_WORDS, type CustomerWord, type Words } from './index.ts';

/**
 * `$1,234.50`, `1.234,50 €`, `¥500`: the exact amount, never through a float. In another currency than the shop's own it
 * says whose it is: `CA$1,234.50`.
 */
export const showAmount = (
  minor: Minor,
  currency: Currency,
  { locale, homeCurrency }: Pick<Words, 'locale' | 'homeCurrency'>,
): string => {
  const digits = minorDigits(currency);
  const format = new Intl.NumberFormat(locale, {
    style: 'currency',
    currency,
    currencyDisplay: homeCurrency === null || homeCurrency === currency ? 'narrowSymbol' : 'symbol',
    // Left to itself it rounds forints and some others to whole ones.
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
  // A decimal string is formatted digit by digit; the type only knows numbers.
  return format.format(formatDecimal(minor, currency) as unknown as number);
};

const KNOWN: ReadonlySet<string> = new Set(CUSTOMER_WORDS);
const AS_FAR = ', as far as it goes';

/** The policy names its deductions in English. */
export const deductionName = (label: string, words: Words): string => {
  if (label.endsWith(AS_FAR))
    return words.say('deduction.as-far', { label: deductionName(label.slice(0, -AS_FAR.length), words) });
  const word = `deduction.${label}`;
  return KNOWN.has(word) ? words.say(word as CustomerWord) : label.charAt(0).toUpperCase() + label.slice(1);
};
