import type { Deadline } from '../../decision.ts';
import type { Words } from './index.ts';

const DAY: Intl.DateTimeFormatOptions = { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' };

/** `Tuesday 22 December 2026`, `Dienstag, 22. Dezember 2026`: a day and month nobody can mix up, wherever they read it. */
export const showDay = (date: string, { locale }: Pick<Words, 'locale'>): string => {
  const day = new Intl.DateTimeFormat(locale, { ...DAY, timeZone: 'UTC' }).format(new Date(`${date}T12:00:00Z`));
  return locale.startsWith('en') ? day.replace(',', '') : day;
};

/** `Eastern Standard Time` on that day, so that summer time is named as such. */
const zoneName = (instant: string, timeZone: string, { locale }: Pick<Words, 'locale'>): string =>
  new Intl.DateTimeFormat(locale, { timeZone, timeZoneName: 'long' })
    .formatToParts(new Date(instant))
    .find(({ type }) => type === 'timeZoneName')?.value ?? timeZone;

/** The last day of something, with its zone written out. */
export const showDeadline = ({ date, instant, timeZone }: Deadline, words: Words): string =>
  words.say('date.end-of-day', {
    date: showDay(date, words),
    zone: `${zoneName(instant, timeZone, words)}, ${timeZone.replaceAll('_', ' ')}`,
  });

/** `Thursday 26 November 2026, 15:42 (Eastern Standard Time)`. */
export const showInstant = (instant: string, timeZone: string, words: Words): string => {
  const at = new Date(instant);
  const date = new Intl.DateTimeFormat('en-CA', { timeZone }).format(at);
  return words.say('date.time', {
    date: showDay(date, words),
    time: new Intl.DateTimeFormat(words.locale, { hour: '2-digit', minute: '2-digit', timeZone }).format(at),
    zone: zoneName(instant, timeZone, words),
  });
};

/** The day alone, where space is short. */
export const showDeadlineDay = (deadline: Deadline, words: Words): string => showDay(deadline.date, words);
