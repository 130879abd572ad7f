import { fragment, h, safeUrl } from './dom.js';
import { emoji } from './emoji.js';
import { formatDate } from './mrkdwn.js';

/** `rich_text` blocks, and the standard Markdown of `markdown` blocks, as DOM nodes. */

const styled = (node, style = {}) => {
  const tags = { bold: 'strong', italic: 'em', strike: 's', code: 'code', underline: 'u' };
  return Object.entries(tags).reduce((inner, [name, tag]) => (style[name] ? h(tag, {}, inner) : inner), node);
};

const piece = (element, names) => {
  switch (element.type) {
    case 'text':
      return styled(
        fragment(
          element.text
            .split('\n')
            .flatMap((line, index) => (index === 0 ? [document.createTextNode(line)] : [h('br'), line])),
        ),
        element.style,
      );
    case 'link': {
      const url = safeUrl(element.url);
      const label = element.text || element.url;
      return styled(
        url ? h('a', { href: url, target: '_blank', rel: 'noreferrer' }, label) : document.createTextNode(label),
        element.style,
      );
    }
    case 'user':
      return h('span', { class: 'mention' }, `@${names.person(element.user_id)}`);
    case 'channel':
      return h('span', { class: 'mention' }, `#${names.channel(element.channel_id) ?? element.channel_id}`);
    case 'usergroup':
      return h('span', { class: 'mention' }, `@${element.usergroup_id}`);
    case 'broadcast':
      return h('span', { class: 'mention' }, `@${element.range}`);
    case 'emoji':
      return document.createTextNode(emoji(element.name) ?? `:${element.name}:`);
    case 'date':
      return h('time', {}, formatDate(element.timestamp, element.format));
    case 'color':
      return h('code', {}, element.value);
    default:
      return null;
  }
};

const pieces = (elements, names) => elements.map((element) => piece(element, names));

const part = (element, names) => {
  switch (element.type) {
    case 'rich_text_section':
      return h('div', {}, pieces(element.elements, names));
    case 'rich_text_quote':
      return h('blockquote', {}, pieces(element.elements, names));
    case 'rich_text_preformatted':
      return h('pre', {}, pieces(element.elements, names));
    case 'rich_text_list':
      return h(
        element.style === 'ordered' ? 'ol' : 'ul',
        { class: `indent-${element.indent ?? 0}` },
        element.elements.map((item) => h('li', {}, pieces(item.elements, names))),
      );
    default:
      return null;
  }
};

export const richText = (block, names) =>
  h(
    'div',
    { class: 'rich-text' },
    block.elements.map((element) => part(element, names)),
  );

const MARK = /\*\*(.+?)\*\*|__(.+?)__|\*(.+?)\*|_(.+?)_|~~(.+?)~~|`([^`]+)`|\[([^\]]+)\]\(([^)\s]+)\)/;
const inline = (text) => {
  const match = MARK.exec(text);
  if (!match) return text === '' ? [] : [text];
  const [whole, bold, bold2, italic, italic2, strike, code, label, url] = match;
  const made =
    (bold ?? bold2)
      ? h('strong', {}, inline(bold ?? bold2))
      : (italic ?? italic2)
        ? h('em', {}, inline(italic ?? italic2))
        : strike
          ? h('s', {}, inline(strike))
          : code
            ? h('code', {}, code)
            : safeUrl(url)
              ? h('a', { href: safeUrl(url), target: '_blank', rel: 'noreferrer' }, label)
              : label;
  return [...inline(text.slice(0, match.index)), made, ...inline(text.slice(match.index + whole.length))];
};

const paragraph = (text) => {
  const heading = /^(#{1,6}) (.*)/.exec(text);
  if (heading) return h('h4', {}, inline(heading[2]));
  const rows = text.split('\n');
  if (rows.every((row) => /^\s*[-*] /.test(row)))
    return h(
      'ul',
      {},
      rows.map((row) => h('li', {}, inline(row.replace(/^\s*[-*] /, '')))),
    );
  if (rows.every((row) => /^\s*\d+\. /.test(row)))
    return h(
      'ol',
      {},
      rows.map((row) => h('li', {}, inline(row.replace(/^\s*\d+\. /, '')))),
    );
  if (rows.every((row) => row.startsWith('>')))
    return h('blockquote', {}, inline(rows.map((row) => row.replace(/^> ?/, '')).join(' ')));
  return h(
    'p',
    {},
    rows.flatMap((row, index) => (index === 0 ? inline(row) : [h('br'), ...inline(row)])),
  );
};

export const markdown = (text) =>
  h(
    'div',
    { class: 'rich-text' },
    text.split(/```\w*\n?/).flatMap((section, index) =>
      index % 2 === 1
        ? [h('pre', {}, section.trimEnd())]
        : section
            .split(/\n{2,}/)
            .filter((entry) => entry.trim())
            .map((entry) => paragraph(entry.trim())),
    ),
  );
