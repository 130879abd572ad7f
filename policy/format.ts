import type { Deadline } from './decision.ts';
import { minorDigits } from './money/currencies.ts';
import { formatDecimal } from './money/decimal.ts';
import type { Currency, Minor } from './money/money.ts';

/** `formatMoney(1230, 'USD')` → `$12.30`; exact at any size, in the manner of the locale. */
export const formatMoney = (minor: Minor, currency: Currency, locale = 'en-US'): string => {
  const digits = minorDigits(currency);
  return new Intl.NumberFormat(locale, {
    style: 'currency',
    currency,
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
    // A decimal string is formatted without passing through a float.
  }).format(formatDecimal(minor, currency) as unknown as number);
};

/** `Wednesday, November 4, 2026 (New York time)`: the last day, and where it is counted. */
export const formatDeadline = (deadline: Deadline, locale = 'en-US'): string => {
  const day = new Intl.DateTimeFormat(locale, { dateStyle: 'full', timeZone: 'UTC' }).format(
    new Date(`${deadline.date}T12:00:00Z`),
  );
  const place = deadline.timeZone.slice(deadline.timeZone.lastIndexOf('/') + 1).replaceAll('_', ' ');
  return `${day} (${place} time)`;
};

/** `1 unit`, `2 units`. */
export const countOf = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;
