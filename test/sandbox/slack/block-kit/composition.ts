import { LIMITS } from './limits.ts';
import {
  boolean,
  byType,
  type Check,
  either,
  integer,
  isObject,
  type Json,
  list,
  matching,
  may,
  need,
  object,
  oneOf,
  type Run,
  string,
} from './schema.ts';

/** Composition objects: text, options, confirmations, images (docs.slack.dev/reference/block-kit/composition-objects). */

const kind = (type: string) => need(oneOf(type));

export const plainText = (max: number, min = 1): Check =>
  byType({
    plain_text: object({ type: kind('plain_text'), text: need(string({ min, max })), emoji: may(boolean) }),
  });

const mrkdwn = (max: number): Check =>
  object({ type: kind('mrkdwn'), text: need(string({ min: 1, max })), verbatim: may(boolean) });

/** `plain_text` or `mrkdwn`. */
export const anyText = (max: number): Check => {
  const types = byType({
    plain_text: object({ type: kind('plain_text'), text: need(string({ min: 1, max })), emoji: may(boolean) }),
    mrkdwn: mrkdwn(max),
  });
  return either(types);
};

export const blockId = may(string({ min: 1, max: LIMITS.block_id }));
export const actionId = may(string({ min: 1, max: LIMITS.action_id }));
export const placeholder = may(plainText(LIMITS.placeholder));
export const webAddress = string({ min: 1, max: LIMITS.url });
export const isoDate = matching(/^\d{4}-\d\d-\d\d$/, 'must be a date in the format YYYY-MM-DD');
export const clockTime = matching(/^([01]\d|2[0-3]):[0-5]\d$/, 'must be a time in the format HH:mm');
export const unixTime = integer({ min: 1_000_000_000, max: 9_999_999_999 });

export const confirm = may(
  object({
    title: may(plainText(LIMITS.confirmTitle)),
    text: need(anyText(LIMITS.confirmText)),
    confirm: may(plainText(LIMITS.confirmButton)),
    deny: may(plainText(LIMITS.confirmButton)),
    style: may(oneOf('primary', 'danger')),
  }),
);

/** An option of a menu takes plain text, one of radio buttons or checkboxes takes either. */
export const option = (where: 'menu' | 'overflow' | 'group'): Check =>
  object({
    text: need(where === 'group' ? anyText(LIMITS.optionText) : plainText(LIMITS.optionText)),
    value: need(string({ min: 1, max: LIMITS.optionValue })),
    description: may(where === 'group' ? anyText(LIMITS.optionDescription) : plainText(LIMITS.optionDescription)),
    ...(where === 'overflow' ? { url: may(webAddress) } : {}),
  });

export const optionGroups = list(
  object({
    label: need(plainText(LIMITS.optionGroupLabel)),
    options: need(list(option('menu'), { min: 1, max: LIMITS.options })),
  }),
  { min: 1, max: LIMITS.optionGroups },
);

const optionsOf = (element: Json): Json[] =>
  Array.isArray(element.option_groups)
    ? element.option_groups.flatMap((group) => (isObject(group) && Array.isArray(group.options) ? group.options : []))
    : Array.isArray(element.options)
      ? (element.options as Json[])
      : [];

export const optionsOrGroups = (element: Json, at: string, run: Run): void => {
  if ((element.options === undefined) === (element.option_groups === undefined))
    run.say('must define either `options` or `option_groups`', at);
};

/** What is chosen at first has to be one of the options. */
export const initialAmongOptions = (element: Json, at: string, run: Run): void => {
  const values = new Set(optionsOf(element).map(({ value }) => value));
  const initial = [element.initial_option, ...(Array.isArray(element.initial_options) ? element.initial_options : [])];
  for (const chosen of initial)
    if (isObject(chosen) && !values.has(chosen.value))
      run.say(
        'must match one of the provided options',
        `${at}/${element.initial_option ? 'initial_option' : 'initial_options'}`,
      );
};

export const uniqueOptionValues = (element: Json, at: string, run: Run): void => {
  const values = optionsOf(element).map(({ value }) => value);
  if (new Set(values).size !== values.length) run.say('option values must be unique', `${at}/options`);
};

export const imageSource = {
  image_url: may(webAddress),
  slack_file: may(
    object({ id: may(string({ min: 1 })), url: may(string({ min: 1 })) }, (file, at, run) => {
      if ((file.id === undefined) === (file.url === undefined)) run.say('must define either `id` or `url`', at);
    }),
  ),
};

export const imageSourceGiven = (image: Json, at: string, run: Run): void => {
  if ((image.image_url === undefined) === (image.slack_file === undefined))
    run.say('must define either `image_url` or `slack_file`', at);
};
