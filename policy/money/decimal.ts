import { PolicyError, quoted } from '../errors.ts';
import { minorDigits } from './currencies.ts';
import type { Currency, Minor } from './money.ts';

const DECIMAL = /^(-?)(\d{1,16})(?:\.(\d{1,10}))?$/;

/** Whether digits after the point are more than the currency has; zeros beyond them are none. */
const isFiner = (fraction: string, currency: Currency): boolean => /[1-9]/.test(fraction.slice(minorDigits(currency)));

/**
 * Exact minor units of a decimal string. Zeros beyond the currency's digits are allowed (Shopify writes `1000.0` for
 * yen), anything else beyond them is refused: nothing is ever rounded here.
 * @param path where the amount stands in the input, for the error
 * @throws PolicyError `input/bad-amount`
 */
export const parseDecimal = (text: unknown, currency: Currency, path = ''): Minor => {
  const match = typeof text === 'string' ? DECIMAL.exec(text) : null;
  if (!match) throw new PolicyError('input/bad-amount', path, `expected an amount like "12.30", got ${quoted(text)}`);
  const [, sign, whole = '', fraction = ''] = match;
  const digits = minorDigits(currency);
  if (isFiner(fraction, currency)) {
    throw new PolicyError(
      'input/bad-amount',
      path,
      `amounts in ${currency} have ${digits} decimals, got ${quoted(text)}`,
    );
  }
  const minor = Number(whole + fraction.slice(0, digits).padEnd(digits, '0'));
  if (!Number.isSafeInteger(minor)) {
    throw new PolicyError('input/bad-amount', path, `amount is too large: ${quoted(text)}`);
  }
  return sign && minor !== 0 ? -minor : minor;
};

/** As `parseDecimal`, for amounts that can't be negative. */
export const parseAmount = (text: unknown, currency: Currency, path = ''): Minor => {
  const minor = parseDecimal(text, currency, path);
  if (minor < 0) throw new PolicyError('input/bad-amount', path, `expected no negative amount, got ${quoted(text)}`);
  return minor;
};

/**
 * An amount that is set once for orders in every currency; null where this one can't be paid in it: 6.50 is no yen, and
 * nobody knows what it is in yen.
 */
export const amountIn = (text: string, currency: Currency): Minor | null => {
  const [, fraction = ''] = text.split('.');
  return isFiner(fraction, currency) ? null : parseAmount(text, currency);
};

/** `formatDecimal(1230, 'USD')` → `12.30`; the inverse of `parseDecimal`. */
export const formatDecimal = (minor: Minor, currency: Currency): string => {
  const digits = minorDigits(currency);
  const text = String(Math.abs(minor)).padStart(digits + 1, '0');
  const sign = minor < 0 ? '-' : '';
  return digits === 0 ? sign + text : `${sign}${text.slice(0, -digits)}.${text.slice(-digits)}`;
};
