/**
 * An instant in the reader's own zone and language; who can't see it that way reads it in UTC.
 * @see https://docs.slack.dev/messaging/formatting-message-text#date-formatting
 */
export const slackDate = (instant: string, format = '{date_short_pretty} {time}'): string => {
  const ms = Date.parse(instant);
  if (Number.isNaN(ms)) return instant;
  const fallback = `${new Date(ms).toISOString().slice(0, 16).replace('T', ' ')} UTC`;
  return `<!date^${Math.floor(ms / 1000)}^${format}|${fallback}>`;
};

/**
 * Instants that the core words to the minute (`2026-11-24 10:00 UTC`), in the reader's own zone.
 * @param text  escaped, and without dates of Slack's in it
 */
export const readersDates = (text: string): string =>
  text.replace(/\b(\d{4}-\d\d-\d\d) (\d\d:\d\d) UTC\b/g, (_, day: string, time: string) =>
    slackDate(`${day}T${time}:00Z`),
  );

/** A day of the shop's calendar, `2026-12-01`, as people write it: `Tue, Dec 1, 2026`. What is none stays as it is. */
export const dayWords = (date: string): string => {
  const noon = new Date(`${date}T12:00:00Z`);
  return Number.isNaN(noon.getTime())
    ? date
    : new Intl.DateTimeFormat('en-US', {
        weekday: 'short',
        day: 'numeric',
        month: 'short',
        year: 'numeric',
        timeZone: 'UTC',
      }).format(noon);
};
