import { minorDigits } from '../../../policy/money/currencies.ts';

/**
 * An exact amount as people of this locale write it. The decimal text is made of digits, never of a float, so that
 * amounts beyond 2^53 / 100 keep their cents.
 * @param minor whole minor units of `currency`
 */
export const formatMoney = (minor: number, currency: string, locale: string): string =>
  formatter(currency, locale).format(decimalText(minor, minorDigits(currency)));

/** `decimalText(-1230, 2)` → `-12.30`. */
export const decimalText = (minor: number, digits: number): `${number}` => {
  const text = Math.abs(minor)
    .toString()
    .padStart(digits + 1, '0');
  const whole = digits === 0 ? text : `${text.slice(0, -digits)}.${text.slice(-digits)}`;
  return `${minor < 0 ? '-' : ''}${whole}` as `${number}`;
};

const formatters = new Map<string, Intl.NumberFormat>();

/** Making one costs more than using it a hundred times. By itself it rounds forints and some others to whole ones. */
const formatter = (currency: string, locale: string): Intl.NumberFormat => {
  const key = `${locale} ${currency}`;
  const digits = minorDigits(currency);
  const kept =
    formatters.get(key) ??
    new Intl.NumberFormat(locale, {
      style: 'currency',
      currency,
      minimumFractionDigits: digits,
      maximumFractionDigits: digits,
    });
  formatters.set(key, kept);
  return kept;
};
