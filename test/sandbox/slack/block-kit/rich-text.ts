import { blockId } from './composition.ts';
import { boolean, byType, integer, list, may, need, number, object, oneOf, string } from './schema.ts';

/** `rich_text` and what may stand in it (docs.slack.dev/reference/block-kit/blocks/rich-text-block). */

const style = may(
  object({
    bold: may(boolean),
    italic: may(boolean),
    strike: may(boolean),
    code: may(boolean),
    underline: may(boolean),
    highlight: may(boolean),
    client_highlight: may(boolean),
    unlink: may(boolean),
  }),
);
const type = need(string());

const inline = byType({
  text: object({ type, text: need(string({ min: 1 })), style }),
  link: object({ type, url: need(string({ min: 1 })), text: may(string()), unsafe: may(boolean), style }),
  user: object({ type, user_id: need(string({ min: 1 })), style }),
  usergroup: object({ type, usergroup_id: need(string({ min: 1 })), style }),
  team: object({ type, team_id: need(string({ min: 1 })), style }),
  channel: object({ type, channel_id: need(string({ min: 1 })), style }),
  emoji: object({ type, name: need(string({ min: 1 })), unicode: may(string()), url: may(string()), style }),
  broadcast: object({ type, range: need(oneOf('here', 'channel', 'everyone')), style }),
  color: object({ type, value: need(string({ min: 1 })), style }),
  date: object({
    type,
    timestamp: need(integer()),
    format: need(string({ min: 1 })),
    url: may(string()),
    fallback: may(string()),
    style,
  }),
});
const border = may(oneOf(0, 1));
const section = object({ type, elements: need(list(inline)) });

const element = byType({
  rich_text_section: section,
  rich_text_list: object({
    type,
    elements: need(list(byType({ rich_text_section: section }))),
    style: need(oneOf('bullet', 'ordered')),
    indent: may(number),
    offset: may(number),
    border,
  }),
  rich_text_quote: object({ type, elements: need(list(inline)), border }),
  rich_text_preformatted: object({ type, elements: need(list(inline)), border, language: may(string()) }),
});

export const richText = object({ type, block_id: blockId, elements: need(list(element)) });
