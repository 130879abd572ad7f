import type { Deadline } from '../../../policy/decision.ts';

const DAY: Intl.DateTimeFormatOptions = { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' };

/** `Tuesday 22 December 2026`: a day and month nobody can mix up, wherever they read it. */
const showDay = (date: string): string =>
  new Intl.DateTimeFormat('en-GB', { ...DAY, timeZone: 'UTC' }).format(new Date(`${date}T12:00:00Z`)).replace(',', '');

/** `Eastern Standard Time` on that day, so that summer time is named as such. */
const zoneName = ({ instant, timeZone }: Deadline): string =>
  new Intl.DateTimeFormat('en-GB', { timeZone, timeZoneName: 'long' })
    .formatToParts(new Date(instant))
    .find(({ type }) => type === 'timeZoneName')?.value ?? timeZone;

/** The last day of something, with its zone written out. */
export const showDeadline = (deadline: Deadline): string =>
  `${showDay(deadline.date)}, end of the day (${zoneName(deadline)}, ${deadline.timeZone.replaceAll('_', ' ')})`;

/** A date that is counted nowhere in particular, like the day goods are expected. */
export const showLocalDate = (date: string): string => showDay(date);

/** `Thursday 26 November 2026, 15:42 (Eastern Standard Time)`. */
export const showInstant = (instant: string, timeZone: string): string => {
  const at = new Date(instant);
  const time = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', timeZone }).format(at);
  const date = new Intl.DateTimeFormat('en-CA', { timeZone }).format(at);
  return `${showDay(date)}, ${time} (${zoneName({ date, instant, timeZone })})`;
};

/** The day alone, where space is short. */
export const showDeadlineDay = (deadline: Deadline): string => showDay(deadline.date);
