/** Times are read in the shop's zone, wherever the reader sits: deadlines are counted there. */
export type Zone = Readonly<{ locale: string; timeZone: string }>;

const formats = new Map<string, Intl.DateTimeFormat>();

const format = ({ locale, timeZone }: Zone, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat => {
  const key = `${locale} ${timeZone} ${JSON.stringify(options)}`;
  const kept = formats.get(key) ?? new Intl.DateTimeFormat(locale, { timeZone, ...options });
  formats.set(key, kept);
  return kept;
};

const yearIn = (date: Date, zone: Zone): string => format(zone, { year: 'numeric' }).format(date);

/** e.g. `Nov 22, 9:58 AM`; with the year where it is another one. */
export const formatInstant = (iso: string, zone: Zone, now: Date = new Date()): string => {
  const date = new Date(iso);
  const year = yearIn(date, zone) === yearIn(now, zone) ? undefined : 'numeric';
  return format(zone, { year, month: 'short', day: 'numeric', hour: 'numeric', minute: '2-digit' }).format(date);
};

/** With its zone, where the minute matters: `Dec 20, 2026, 11:59:59 PM EST`. */
export const formatExact = (iso: string, zone: Zone): string =>
  format(zone, {
    year: 'numeric',
    month: 'short',
    day: 'numeric',
    hour: 'numeric',
    minute: '2-digit',
    second: '2-digit',
    timeZoneName: 'short',
  }).format(new Date(iso));

/** Instants that a sentence of the server's has (`2026-12-02 23:42 UTC`, `2026-12-02T23:42:00.000Z`), in the reader's language. */
export const formatInstantsIn = (sentence: string, zone: Zone, now: Date = new Date()): string =>
  sentence.replace(/\b(\d{4}-\d\d-\d\d)[ T](\d\d:\d\d)(?: UTC|:\d\d(?:\.\d+)?Z)\b/g, (_, day: string, time: string) =>
    formatInstant(`${day}T${time}:00Z`, zone, now),
  );

/** A calendar date that belongs to no zone any more, e.g. `December 20, 2026`. */
export const formatDate = (date: string, locale: string): string =>
  format({ locale, timeZone: 'UTC' }, { dateStyle: 'long' }).format(new Date(`${date}T00:00:00Z`));

/**
 * When a calendar day begins in a zone, as `policy/days` reckons it without the calendar that would weigh more than the
 * page: midnight, or where the clock skips it the first moment after. ISO 8601 UTC.
 * @param date `2026-11-20`
 */
export const startOfDay = (date: string, timeZone: string): string => {
  const midnight = Date.parse(`${date}T00:00:00Z`);
  const guess = midnight - offsetAt(midnight, timeZone);
  // The clock may be changed between the two.
  const better = midnight - offsetAt(guess, timeZone);
  const isMidnight = better + offsetAt(better, timeZone) === midnight;
  return new Date(isMidnight ? better : Math.max(guess, better)).toISOString();
};

/** How far a zone's clock is ahead of UTC at an instant, both in ms. */
const offsetAt = (ms: number, timeZone: string): number => {
  const parts = format(
    { locale: 'en-US', timeZone },
    {
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
      hourCycle: 'h23',
    },
  ).formatToParts(ms);
  const part = (type: Intl.DateTimeFormatPartTypes): number => Number(parts.find((one) => one.type === type)?.value);
  return (
    Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'), part('second')) -
    Math.floor(ms / 1000) * 1000
  );
};
