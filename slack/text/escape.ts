/**
 * Text of others (customers, agents, product titles) on its way into mrkdwn: `&`, `<` and `>` are the only characters
 * Slack reads as markup of links and mentions, so that escaping them neutralises `<!channel>`, `<@U…>` and `<http…|…>`.
 * Formatting marks are kept from joining with ours by a zero-width space behind them.
 * @see https://docs.slack.dev/messaging/formatting-message-text#escaping
 */
export const escapeMrkdwn = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replace(/[*_~`]/g, (mark) => `${mark}\u200B`)
    .replace(/@(?=channel|here|everyone)/gi, '@\u200B');

/** Cuts at a whole character, marking the cut; `limit` counts UTF-16 units as Slack does. */
export const truncate = (text: string, limit: number): string => {
  if (text.length <= limit) return text;
  let end = limit - 1;
  // Never between the halves of an emoji.
  if (/[\uD800-\uDBFF]/.test(text.charAt(end - 1))) end -= 1;
  return `${text.slice(0, end).trimEnd()}…`;
};

/** Escapes after cutting, so that an entity is never cut in half; the result may be longer than `limit`. */
export const safe = (text: string, limit = 200): string => escapeMrkdwn(truncate(oneLine(text), limit));

/** Line breaks and control characters out: a title stays one line of a card. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is taken out
export const oneLine = (text: string): string => text.replace(/[\u0000-\u001F\u007F\u2028\u2029]+/g, ' ').trim();
