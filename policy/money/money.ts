import { PolicyError } from '../errors.ts';

/** ISO 4217 code, e.g. `USD`. */
export type Currency = string;

/** A whole number of the currency's smallest unit: USD 12.30 → 1230, JPY 500 → 500, KWD 1.234 → 1234. */
export type Minor = number;

/** An exact amount. */
export type Money = Readonly<{ minor: Minor; currency: Currency }>;

/** @throws PolicyError `money/not-whole` for fractions and for what a number can't hold exactly */
export const money = (minor: Minor, currency: Currency): Money => {
  if (!Number.isSafeInteger(minor)) {
    throw new PolicyError('money/not-whole', '', `expected whole minor units of ${currency}, got ${minor}`);
  }
  return { minor, currency };
};

/** @throws PolicyError `money/mixed-currencies` */
export const plus = (a: Money, b: Money): Money => {
  if (a.currency !== b.currency) {
    throw new PolicyError('money/mixed-currencies', '', `can't add ${b.currency} to ${a.currency}`);
  }
  return money(a.minor + b.minor, a.currency);
};

export const sum = (amounts: readonly Minor[]): Minor => amounts.reduce((total, amount) => total + amount, 0);
