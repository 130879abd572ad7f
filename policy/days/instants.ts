import { Temporal } from 'temporal-polyfill';
import { PolicyError, quoted } from '../errors.ts';
import { memo } from './memo.ts';

/** Date, time, and an offset or Z: without an offset nobody can tell which instant is meant. */
const INSTANT = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2})(?::(\d{2})(?:\.\d{1,9})?)?(Z|[+-]\d{2}:?\d{2})$/;

const daysIn = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate();

/** Not a number where there is no such instant. */
const instantMs = memo((text: string): number => {
  const match = INSTANT.exec(text);
  if (!match) return Number.NaN;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = match.slice(1, 7).map((n) => Number(n ?? 0));
  const exists =
    month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month) && hour < 24 && minute < 60 && second < 60;
  return exists ? Date.parse(text) : Number.NaN;
});

/**
 * Milliseconds since the epoch of an ISO 8601 instant.
 * @throws PolicyError `input/bad-instant` for dates that do not exist (2026-02-30) and for instants without an offset
 */
export const parseInstant = (value: unknown, path: string): number => {
  const ms = typeof value === 'string' ? instantMs(value) : Number.NaN;
  if (!Number.isNaN(ms)) return ms;
  throw new PolicyError(
    'input/bad-instant',
    path,
    `expected an existing instant like "2026-11-22T10:00:00-05:00", got ${quoted(value)}`,
  );
};

/** ISO 8601 in UTC, without milliseconds where there are none: `2026-11-22T15:00:00Z`. */
export const formatInstant = (ms: number): string => new Date(ms).toISOString().replace('.000Z', 'Z');

/** @throws PolicyError `input/bad-time-zone` */
export const parseTimeZone = (value: unknown, path: string): string => {
  if (typeof value === 'string' && /^[A-Za-z]/.test(value)) {
    try {
      Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(value);
      return value;
    } catch {
      // The engine does not know it: named below.
    }
  }
  throw new PolicyError(
    'input/bad-time-zone',
    path,
    `expected an IANA time zone like "Europe/Berlin", got ${quoted(value)}`,
  );
};
