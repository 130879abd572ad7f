import { Temporal } from 'temporal-polyfill';
import type { Deadline } from '../decision.ts';
import { localDate } from './local-day.ts';
import { memo } from './memo.ts';

/**
 * The last day of something that starts on the local day of `issuedMs` (day 0) and lasts `days` calendar days: in time
 * is any moment of that day. Counted in days of the zone, never in hours.
 * @returns `instant`: the last millisecond of the last day, in UTC
 * @see CLAUSES.P21
 */
export const deadlineAfter = (issuedMs: number, days: number, timeZone: string): Deadline =>
  deadlineOf(timeZone, days, localDate(issuedMs, timeZone));

const deadlineOf = memo((timeZone: string, days: number, issued: string): Deadline => {
  const last = Temporal.PlainDate.from(issued).add({ days });
  const next = last.add({ days: 1 }).toZonedDateTime({ timeZone }).epochMilliseconds;
  return { date: last.toString(), timeZone, instant: new Date(next - 1).toISOString() };
});

/** Last day of a term of calendar months that starts on a local date; 31 January + 1 month is 28 February. */
export const monthsAfter: (date: string, months: number) => string = memo((date: string, months: number) =>
  Temporal.PlainDate.from(date).add({ months }).toString(),
);

export const daysAfter: (date: string, days: number) => string = memo((date: string, days: number) =>
  Temporal.PlainDate.from(date).add({ days }).toString(),
);

/** Whole calendar days from one local date to a later one. */
export const daysBetween = (from: string, to: string): number =>
  Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to), { largestUnit: 'days' }).days;

/** An hour of a local day as an instant in UTC; an hour that the clocks leave out is the next one there is. */
export const atHour = (date: string, hour: number, timeZone: string): string =>
  new Date(
    Temporal.PlainDate.from(date).toZonedDateTime({ timeZone, plainTime: { hour } }).epochMilliseconds,
  ).toISOString();
