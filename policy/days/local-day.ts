import { Temporal } from 'temporal-polyfill';

type LocalDay = Readonly<{ date: string; from: number; to: number }>;

/**
 * Local days met before, by zone and by the UTC day an instant falls on (at most three local days touch one). Almost all
 * questions of a shop fall on few days, and reckoning one by the polyfill costs more than all rules together.
 */
const known = new Map<string, Map<number, LocalDay[]>>();
/** A zone's days are forgotten together beyond this many: 27 years, so that memory stays flat. */
const MOST_DAYS = 10_000;
const MS_OF_UTC_DAY = 86_400_000;

const reckon = (ms: number, timeZone: string): LocalDay => {
  const date = Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(timeZone).toPlainDate();
  const start = (of: Temporal.PlainDate): number => of.toZonedDateTime({ timeZone }).epochMilliseconds;
  return { date: date.toString(), from: start(date), to: start(date.add({ days: 1 })) };
};

/** The calendar date of an instant (ms) in a zone, `2026-11-04`; true across changes of the clock. */
export const localDate = (ms: number, timeZone: string): string => {
  let days = known.get(timeZone);
  if (!days || days.size > MOST_DAYS) {
    days = new Map();
    known.set(timeZone, days);
  }
  const utcDay = Math.floor(ms / MS_OF_UTC_DAY);
  const candidates = days.get(utcDay) ?? [];
  for (const day of candidates) if (ms >= day.from && ms < day.to) return day.date;
  const day = reckon(ms, timeZone);
  days.set(utcDay, [...candidates, day]);
  return day.date;
};

/**
 * When a calendar date begins in a zone, ISO 8601 UTC: midnight, or where the clock skips it the first moment after.
 * @param date `2026-11-04`; the caller has checked that there is such a date
 */
export const startOfDay = (date: string, timeZone: string): string =>
  new Date(Temporal.PlainDate.from(date).toZonedDateTime({ timeZone }).epochMilliseconds).toISOString();
