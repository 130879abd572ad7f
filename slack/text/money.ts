import { amountDe } from '../../policy/app/said/amount-de.ts';
import { formatMoney } from '../../policy/format.ts';
import { minorDigits } from '../../policy/money/currencies.ts';
import type { Currency, Minor } from '../../policy/money/money.ts';

/** An amount as staff read it, e.g. `$96.40`; in German as next steps have it, `96,40 $`. */
export const formatAmount = (minor: Minor, currency: Currency, language: string | null = null): string => {
  const amount = formatMoney(minor, currency);
  return language?.startsWith('de') === true ? (amountDe(amount) ?? amount) : amount;
};

/** What somebody typed as an amount (`6.50`, `$6.50`, `6,50`, `6`), in minor units; null where it is none. */
export const parseAmount = (typed: string, currency: Currency): Minor | null => {
  const digits = minorDigits(currency);
  const match = /^(\d{1,9})(?:[.,](\d{1,3}))?$/.exec(typed.replace(/[^\d.,]/g, '').replace(/[.,]+$/, ''));
  if (match === null) return null;
  const [, whole = '', fraction = ''] = match;
  if (fraction.length > digits) return null;
  return Number(whole + fraction.padEnd(digits, '0'));
};

/** What is said to who typed something that is none: an example that the currency can have. */
export const amountLike = (currency: Currency): string => {
  const digits = minorDigits(currency);
  return `An amount like ${digits === 0 ? '750' : (7.5).toFixed(digits)}, please.`;
};
