import type { types } from '@slack/bolt';
import { oneLine, truncate } from '../text/escape.ts';

export type KnownBlock = types.KnownBlock;
export type View = types.ModalView;
export type HomeView = types.HomeView;
export type ActionsElement = types.ActionsBlockElement;
export type PlainOption = types.PlainTextOption;

/** A message as it is posted. `text` is what screen readers and notifications read. */
export type Message = Readonly<{ text: string; blocks: KnownBlock[] }>;

/** Slack's limits; see docs.slack.dev/reference/block-kit. The last is our own: beyond about 13,000 Slack refuses. */
export const LIMIT = {
  headerText: 150,
  sectionText: 3_000,
  buttonText: 75,
  optionText: 75,
  options: 100,
  messageBlocks: 50,
  viewTitle: 24,
  privateMetadata: 3_000,
  aggregate: 10_000,
} as const;

/** What one list of a card may take of the whole. */
const LIST_CHARACTERS = 1_500;

export const plain = (text: string, limit: number = LIMIT.buttonText): types.PlainTextElement => ({
  type: 'plain_text',
  text: truncate(text === '' ? '–' : text, limit),
  emoji: false,
});

export const header = (text: string): KnownBlock => ({ type: 'header', text: plain(text, LIMIT.headerText) });

/** `text` is mrkdwn whose foreign parts have been escaped. */
export const section = (text: string): KnownBlock => ({ type: 'section', text: { type: 'mrkdwn', text } });

export const context = (text: string): KnownBlock => ({ type: 'context', elements: [{ type: 'mrkdwn', text }] });

export const divider: KnownBlock = { type: 'divider' };

export const button = (
  text: string,
  action: string,
  value: string,
  more: Partial<Pick<types.Button, 'style' | 'confirm' | 'accessibility_label'>> = {},
): types.Button => ({
  type: 'button',
  text: plain(text),
  action_id: action,
  value,
  ...more,
  ...(more.accessibility_label === undefined
    ? {}
    : { accessibility_label: truncate(oneLine(more.accessibility_label), LIMIT.buttonText) }),
});

export const actions = (elements: ActionsElement[], blockId?: string): KnownBlock[] =>
  elements.length === 0 ? [] : [{ type: 'actions', elements, ...(blockId === undefined ? {} : { block_id: blockId }) }];

export const option = (text: string, value: string, description?: string): PlainOption => ({
  text: plain(text, LIMIT.optionText),
  value,
  ...(description === undefined ? {} : { description: plain(description, LIMIT.optionText) }),
});

/** As many lines as there is room for; what is left out is counted. */
export const listed = (lines: readonly string[], most = 8, room = LIST_CHARACTERS): string => {
  const shown: string[] = [];
  let length = 0;
  for (const line of lines) {
    if (shown.length === most || length + line.length + 1 > room) break;
    shown.push(line);
    length += line.length + 1;
  }
  const rest = lines.length - shown.length;
  return rest === 0 ? shown.join('\n') : [...shown, `… and ${rest} more`].join('\n');
};

/** A block only where there is something to say. */
export const sectionIf = (text: string | null): KnownBlock[] => (text === null || text === '' ? [] : [section(text)]);
