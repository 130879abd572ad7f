import { fragment, h, safeUrl } from './dom.js';
import { emoji } from './emoji.js';

/** Slack's own markup (`mrkdwn`) as DOM nodes. `names` tells who and what the ids in it stand for. */

const decode = (text) => text.replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&amp;/g, '&');

/** `*bold*` and its like only count at the edge of a word. */
const STYLES = [
  ['strong', /(^|[\s([{"'“‘.,;:!?—–_~-])\*(?=\S)([^*\n]*?\S)\*(?=$|[\s)\]}"'”’.,;:!?—–_~-])/],
  ['em', /(^|[\s([{"'“‘.,;:!?—–*~-])_(?=\S)([^_\n]*?\S)_(?=$|[\s)\]}"'”’.,;:!?—–*~-])/],
  ['s', /(^|[\s([{"'“‘.,;:!?—–*_-])~(?=\S)([^~\n]*?\S)~(?=$|[\s)\]}"'”’.,;:!?—–*_-])/],
];
const TOKEN = /`([^`\n]+)`|<([^<>\n]+)>/;

export const emojis = (text) => text.replace(/:([a-z0-9_+-]+):/g, (whole, name) => emoji(name) ?? whole);

const words = (text) =>
  decode(emojis(text))
    .split('\n')
    .flatMap((line, index) => (index === 0 ? [line] : [h('br'), line]));

const inline = (text, names) => {
  if (text === '') return [];
  const token = TOKEN.exec(text);
  const hits = STYLES.map(([tag, pattern]) => ({ tag, match: pattern.exec(text) })).filter(({ match }) => match);
  const style = hits.sort((a, b) => a.match.index - b.match.index)[0];
  if (token && (!style || token.index <= style.match.index + style.match[1].length)) {
    const [whole, code, reference] = token;
    return [
      ...inline(text.slice(0, token.index), names),
      code === undefined ? referenced(reference, names) : h('code', {}, decode(code)),
      ...inline(text.slice(token.index + whole.length), names),
    ];
  }
  if (!style) return words(text);
  const { tag, match } = style;
  return [
    ...words(text.slice(0, match.index) + match[1]),
    h(tag, {}, inline(match[2], names)),
    ...inline(text.slice(match.index + match[0].length), names),
  ];
};

const link = (address, label) => {
  const url = safeUrl(address);
  return url === null ? label : h('a', { href: url, target: '_blank', rel: 'noreferrer' }, label);
};

/** `<@U1>`, `<#C1>`, `<!date^…>`, `<!here>`, `<https://…|label>` */
const referenced = (reference, names) => {
  const [target, ...rest] = reference.split('|');
  const label = rest.join('|');
  if (target.startsWith('@')) return h('span', { class: 'mention' }, `@${names.person(target.slice(1))}`);
  if (target.startsWith('#')) return h('span', { class: 'mention' }, `#${names.channel(target.slice(1)) ?? label}`);
  if (target.startsWith('!date^')) return date(target.split('^').slice(1), label);
  if (target.startsWith('!subteam^')) return h('span', { class: 'mention' }, decode(label || target));
  if (target.startsWith('!')) return h('span', { class: 'mention' }, `@${target.slice(1)}`);
  return link(decode(target), decode(label || target.replace(/^mailto:/, '')));
};

const day = (when, options) => new Intl.DateTimeFormat('en-US', options).format(when);
const TOKENS = {
  date_num: (when) => day(when, { year: 'numeric', month: '2-digit', day: '2-digit' }),
  date: (when) => day(when, { year: 'numeric', month: 'long', day: 'numeric' }),
  date_short: (when) => day(when, { year: 'numeric', month: 'short', day: 'numeric' }),
  date_long: (when) => day(when, { weekday: 'long', year: 'numeric', month: 'long', day: 'numeric' }),
  date_pretty: (when) => day(when, { year: 'numeric', month: 'long', day: 'numeric' }),
  date_short_pretty: (when) => day(when, { year: 'numeric', month: 'short', day: 'numeric' }),
  date_long_pretty: (when) => day(when, { weekday: 'long', year: 'numeric', month: 'long', day: 'numeric' }),
  time: (when) => day(when, { hour: 'numeric', minute: '2-digit' }),
  time_secs: (when) => day(when, { hour: 'numeric', minute: '2-digit', second: '2-digit' }),
  ago: (when) => relative(when),
};

const relative = (when) => {
  const seconds = (when - Date.now()) / 1000;
  const [unit, size] = [
    ['day', 86_400],
    ['hour', 3_600],
    ['minute', 60],
  ].find(([, length]) => Math.abs(seconds) >= length) ?? ['second', 1];
  return new Intl.RelativeTimeFormat('en-US', { numeric: 'auto' }).format(Math.round(seconds / size), unit);
};

export const formatDate = (timestamp, format) =>
  format.replace(/\{(\w+)\}/g, (whole, token) => TOKENS[token]?.(new Date(timestamp * 1000)) ?? whole);

const date = ([timestamp, format, address], fallback) => {
  const at = Number(timestamp);
  const text = Number.isFinite(at) && format ? formatDate(at, decode(format)) : decode(fallback);
  const shown = h('time', { title: decode(fallback) }, text);
  return address ? link(decode(address), shown) : shown;
};

const QUOTE = /^(?:&gt;|>) ?/;
const lines = (text, names) => {
  const out = [];
  for (const line of text.split('\n')) {
    const quoted = QUOTE.test(line);
    const last = out.at(-1);
    if (last?.quoted === quoted) last.lines.push(line.replace(quoted ? QUOTE : '', ''));
    else out.push({ quoted, lines: [line.replace(quoted ? QUOTE : '', '')] });
  }
  return out.map(({ quoted, lines: group }) =>
    quoted ? h('blockquote', {}, inline(group.join('\n'), names)) : h('span', {}, inline(group.join('\n'), names)),
  );
};

export const mrkdwn = (text, names) =>
  fragment(
    text
      .split(/```/)
      .map((part, index) =>
        index % 2 === 1 ? h('pre', {}, decode(part.replace(/^\n|\n$/g, ''))) : part === '' ? null : lines(part, names),
      ),
  );

/** A text object of Block Kit. */
export const textObject = (object, names) => {
  if (!object) return null;
  return object.type === 'mrkdwn' ? mrkdwn(object.text, names) : plain(object.text);
};

export const plain = (text) =>
  fragment(
    emojis(text)
      .split('\n')
      .flatMap((line, index) => (index === 0 ? [document.createTextNode(line)] : [h('br'), line])),
  );
