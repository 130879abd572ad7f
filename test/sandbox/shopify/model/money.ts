import { minorDigits } from '../../../../policy/money/currencies.ts';

/** An amount in whole minor units of both currencies of an order: the shop's, and the one the customer paid in. */
export type Bag = Readonly<{ shop: number; pres: number }>;

export const ZERO: Bag = { shop: 0, pres: 0 };
export const add = (...bags: readonly Bag[]): Bag =>
  bags.reduce((sum, bag) => ({ shop: sum.shop + bag.shop, pres: sum.pres + bag.pres }), ZERO);
export const subtract = (a: Bag, b: Bag): Bag => ({ shop: a.shop - b.shop, pres: a.pres - b.pres });
export const times = (a: Bag, count: number): Bag => ({ shop: a.shop * count, pres: a.pres * count });
export const negate = (a: Bag): Bag => ({ shop: 0 - a.shop, pres: 0 - a.pres });
export const least = (a: Bag, b: Bag): Bag => (a.pres <= b.pres ? a : b);
export const atLeastZero = (a: Bag): Bag => ({ shop: Math.max(0, a.shop), pres: Math.max(0, a.pres) });

/** Digits after the point by ISO 4217: 2 for USD, 0 for JPY, 3 for KWD. `Intl` has others, as cash is counted: 0 for HUF. */
export const exponent: (currency: string) => number = minorDigits;

/** Whole minor units of a decimal string or number, or null if it has more digits than the currency. */
export const minorOf = (amount: string | number, currency: string): number | null => {
  const match = /^(-?)(\d+)(?:\.(\d+))?$/.exec(String(amount).trim());
  if (match === null) return null;
  const digits = exponent(currency);
  const fraction = (match[3] ?? '').replace(/0+$/, '');
  if (fraction.length > digits) return null;
  const minor = Number(`${match[2]}${fraction.padEnd(digits, '0')}`);
  return match[1] === '-' && minor !== 0 ? -minor : minor;
};

/** As REST and the `Money` scalar print it: `12.30`, for JPY `500`. */
export const decimal = (minor: number, currency: string): string => {
  const digits = exponent(currency);
  const text = String(Math.abs(minor)).padStart(digits + 1, '0');
  const whole = text.slice(0, text.length - digits);
  return `${minor < 0 ? '-' : ''}${whole}${digits > 0 ? `.${text.slice(text.length - digits)}` : ''}`;
};

/** As `MoneyV2.amount` prints it: no more digits than needed but always one, `15.0`, `7.5`, `12.34`. */
export const shortDecimal = (minor: number, currency: string): string => {
  const [whole = '0', fraction = ''] = decimal(minor, currency).split('.');
  return `${whole}.${fraction.replace(/0+$/, '') || '0'}`;
};

/** As Shopify's messages print it: `$999.00`, `€10.50`. */
export const spoken = (minor: number, currency: string): string => {
  const digits = exponent(currency);
  return new Intl.NumberFormat('en-US', {
    style: 'currency',
    currency,
    currencyDisplay: 'narrowSymbol',
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  }).format(minor / 10 ** digits);
};

/**
 * What `count` of `of` equal units cost, after `from` of them were taken: the first units carry the odd minor units, so
 * that any order of partial refunds sums exactly to the whole.
 */
export const share = (total: Bag, of: number, from: number, count: number): Bag => {
  const one = (minor: number): number => {
    if (of === 0) return 0;
    const upTo = (units: number) =>
      Math.floor(minor / of) * units + Math.min(units, minor - Math.floor(minor / of) * of);
    return upTo(from + count) - upTo(from);
  };
  return { shop: one(total.shop), pres: one(total.pres) };
};

/** Splits a total by weights, largest remainder first; loses no unit. */
export const allocate = (total: number, weights: readonly number[]): number[] => {
  const sum = weights.reduce((a, b) => a + b, 0);
  if (sum <= 0) return weights.map((_, index) => (index === 0 ? total : 0));
  const exact = weights.map((weight) => (total * weight) / sum);
  const parts = exact.map(Math.floor);
  let left = total - parts.reduce((a, b) => a + b, 0);
  const byRemainder = exact.map((value, index) => ({ rest: value - Math.floor(value), index }));
  byRemainder.sort((a, b) => b.rest - a.rest || a.index - b.index);
  for (const { index } of byRemainder) {
    if (left <= 0) break;
    parts[index] = (parts[index] ?? 0) + 1;
    left -= 1;
  }
  return parts;
};

/** The part of `total` that belongs to `taken` of `whole`, rounded half up; exact when all is taken. */
export const proportion = (total: number, taken: number, whole: number): number =>
  whole === 0 ? 0 : Math.floor((2 * total * taken + whole) / (2 * whole));
