import type { types } from '@slack/bolt';
import { truncate } from '../../text/escape.ts';
import { type KnownBlock, LIMIT, option, plain, type View } from '../blocks.ts';

/** An input whose block and element carry the same id, so that an error finds its field. */
export const input = (
  id: string,
  label: string,
  element: types.InputBlock['element'],
  more: { optional?: boolean; hint?: string } = {},
): KnownBlock => ({
  type: 'input',
  block_id: id,
  label: plain(label, 150),
  element: { ...element, action_id: id },
  ...(more.optional === true ? { optional: true } : {}),
  ...(more.hint === undefined ? {} : { hint: plain(more.hint, 300) }),
});

export const text = (
  more: { multiline?: boolean; initial?: string; max?: number; placeholder?: string } = {},
): types.PlainTextInput => ({
  type: 'plain_text_input',
  multiline: more.multiline ?? false,
  max_length: more.max ?? 500,
  ...(more.initial === undefined || more.initial === ''
    ? {}
    : { initial_value: more.initial.slice(0, more.max ?? 500) }),
  ...(more.placeholder === undefined ? {} : { placeholder: plain(more.placeholder, 150) }),
});

export const number = (more: { most?: number; initial?: number } = {}): types.NumberInput => ({
  type: 'number_input',
  is_decimal_allowed: false,
  min_value: '0',
  ...(more.most === undefined ? {} : { max_value: String(more.most) }),
  ...(more.initial === undefined ? {} : { initial_value: String(more.initial) }),
});

export const choose = (
  words: Readonly<Record<string, string>>,
  placeholder: string,
  initial?: string,
): types.StaticSelect => {
  const options = Object.entries(words).map(([value, label]) => option(label, value));
  const chosen = options.find((each) => each.value === initial);
  return {
    type: 'static_select',
    placeholder: plain(placeholder, 150),
    options,
    ...(chosen === undefined ? {} : { initial_option: chosen }),
  };
};

export const photos = (): types.FileInput => ({
  type: 'file_input',
  filetypes: ['jpg', 'jpeg', 'png', 'webp', 'gif', 'heic', 'pdf'],
  max_files: 10,
});

/** What a form has to remember until it comes back; never amounts, never anything a person may not see. */
export type FormMemory = Readonly<{
  proposalId?: string;
  caseId?: string;
  intentId?: string;
  orderId?: string;
  parcelId?: string;
  field?: string;
  /** Where what comes of it is talked about. */
  channel?: string;
  threadTs?: string;
}>;

export const modal = (
  view: Readonly<{ callbackId: string; title: string; submit?: string; blocks: KnownBlock[]; memory: FormMemory }>,
): View => ({
  type: 'modal',
  callback_id: view.callbackId,
  title: plain(view.title, LIMIT.viewTitle),
  close: plain(view.submit === undefined ? 'Close' : 'Cancel', LIMIT.viewTitle),
  ...(view.submit === undefined ? {} : { submit: plain(view.submit, LIMIT.viewTitle) }),
  private_metadata: truncate(JSON.stringify(view.memory), LIMIT.privateMetadata),
  blocks: view.blocks.slice(0, 100),
});
