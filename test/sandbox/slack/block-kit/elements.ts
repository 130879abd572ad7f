import {
  actionId,
  anyText,
  clockTime,
  confirm,
  imageSource,
  imageSourceGiven,
  initialAmongOptions,
  isoDate,
  option,
  optionGroups,
  optionsOrGroups,
  placeholder,
  plainText,
  uniqueOptionValues,
  unixTime,
  webAddress,
} from './composition.ts';
import { LIMITS } from './limits.ts';
import { richText } from './rich-text.ts';
import { boolean, byType, type Check, type Fields, integer, list, may, need, object, oneOf, string } from './schema.ts';

/** Block elements and where each may stand (docs.slack.dev/reference/block-kit/block-elements). */

const type = need(string());
const focus = { focus_on_load: may(boolean) };
const style = may(oneOf('primary', 'danger'));
const label = may(string({ max: LIMITS.accessibilityLabel }));
const ids = may(list(string({ min: 1 })));
const filter = may(
  object({
    include: may(list(oneOf('im', 'mpim', 'private', 'public'), { min: 1 })),
    exclude_external_shared_channels: may(boolean),
    exclude_bot_users: may(boolean),
  }),
);
const dispatch = {
  dispatch_action_config: may(
    object({ trigger_actions_on: may(list(oneOf('on_enter_pressed', 'on_character_entered'), { min: 1 })) }),
  ),
};

const menu = (fields: Fields, ...rules: Parameters<typeof object>[1][]): Check =>
  object({ type, action_id: actionId, confirm, placeholder, ...focus, ...fields }, ...rules);
const multi = { max_selected_items: may(integer({ min: 1 })) };
const options = {
  options: may(list(option('menu'), { min: 1, max: LIMITS.options })),
  option_groups: may(optionGroups),
};
const typed = (fields: Fields): Check =>
  object({ type, action_id: actionId, placeholder, ...focus, ...dispatch, ...fields });

const feedback = object({
  text: need(plainText(LIMITS.buttonText)),
  value: need(string({ min: 1, max: LIMITS.buttonValue })),
  accessibility_label: label,
});

const ELEMENTS = {
  button: object({
    type,
    text: need(plainText(LIMITS.buttonText)),
    action_id: actionId,
    url: may(webAddress),
    value: may(string({ max: LIMITS.buttonValue })),
    style,
    confirm,
    accessibility_label: label,
  }),
  workflow_button: object({
    type,
    text: need(plainText(LIMITS.buttonText)),
    action_id: actionId,
    workflow: need(
      object({
        trigger: need(
          object({
            url: need(webAddress),
            customizable_input_parameters: may(list(object({ name: need(string()), value: need(string()) }))),
          }),
        ),
      }),
    ),
    style,
    confirm,
    accessibility_label: label,
  }),
  icon_button: object({
    type,
    icon: need(string({ min: 1 })),
    text: need(plainText(LIMITS.buttonText)),
    action_id: actionId,
    value: may(string({ max: LIMITS.buttonValue })),
    confirm,
    accessibility_label: label,
    visible_to_user_ids: ids,
  }),
  feedback_buttons: object({
    type,
    action_id: actionId,
    positive_button: need(feedback),
    negative_button: need(feedback),
  }),
  image: object({ type, alt_text: need(string({ min: 1, max: LIMITS.imageAlt })), ...imageSource }, imageSourceGiven),

  static_select: menu({ ...options, initial_option: may(option('menu')) }, optionsOrGroups, initialAmongOptions),
  multi_static_select: menu(
    { ...options, ...multi, initial_options: may(list(option('menu'), { min: 1 })) },
    optionsOrGroups,
    initialAmongOptions,
  ),
  external_select: menu({ initial_option: may(option('menu')), min_query_length: may(integer({ min: 0 })) }),
  multi_external_select: menu({
    ...multi,
    initial_options: may(list(option('menu'), { min: 1 })),
    min_query_length: may(integer({ min: 0 })),
  }),
  users_select: menu({ initial_user: may(string({ min: 1 })) }),
  multi_users_select: menu({ ...multi, initial_users: ids }),
  conversations_select: menu({
    initial_conversation: may(string({ min: 1 })),
    default_to_current_conversation: may(boolean),
    response_url_enabled: may(boolean),
    filter,
  }),
  multi_conversations_select: menu({
    ...multi,
    initial_conversations: ids,
    default_to_current_conversation: may(boolean),
    filter,
  }),
  channels_select: menu({ initial_channel: may(string({ min: 1 })), response_url_enabled: may(boolean) }),
  multi_channels_select: menu({ ...multi, initial_channels: ids }),
  overflow: object(
    {
      type,
      action_id: actionId,
      options: need(list(option('overflow'), { min: 1, max: LIMITS.overflowOptions })),
      confirm,
    },
    uniqueOptionValues,
  ),
  radio_buttons: object(
    {
      type,
      action_id: actionId,
      options: need(list(option('group'), { min: 1, max: LIMITS.radioOptions })),
      initial_option: may(option('group')),
      confirm,
      ...focus,
    },
    initialAmongOptions,
  ),
  checkboxes: object(
    {
      type,
      action_id: actionId,
      options: need(list(option('group'), { min: 1, max: LIMITS.checkboxOptions })),
      initial_options: may(list(option('group'), { min: 1 })),
      confirm,
      ...focus,
    },
    initialAmongOptions,
  ),
  datepicker: menu({ initial_date: may(isoDate) }),
  timepicker: menu({ initial_time: may(clockTime), timezone: may(string({ min: 1 })) }),
  datetimepicker: object({ type, action_id: actionId, initial_date_time: may(unixTime), confirm, ...focus }),

  plain_text_input: typed({
    initial_value: may(string({ max: LIMITS.inputLength })),
    multiline: may(boolean),
    min_length: may(integer({ min: 0, max: LIMITS.inputLength })),
    max_length: may(integer({ min: 1, max: LIMITS.inputLength })),
  }),
  email_text_input: typed({ initial_value: may(string()) }),
  url_text_input: typed({ initial_value: may(string()) }),
  number_input: typed({
    is_decimal_allowed: need(boolean),
    initial_value: may(string()),
    min_value: may(string()),
    max_value: may(string()),
  }),
  rich_text_input: typed({
    initial_value: may(richText),
    min_lines: may(integer({ min: LIMITS.richTextInputLines[0], max: LIMITS.richTextInputLines[1] })),
    max_lines: may(integer({ min: LIMITS.richTextInputLines[0], max: LIMITS.richTextInputLines[1] })),
  }),
  file_input: object({
    type,
    action_id: actionId,
    filetypes: may(list(string({ min: 1 }), { min: 1 })),
    max_files: may(integer({ min: LIMITS.fileInputFiles[0], max: LIMITS.fileInputFiles[1] })),
  }),
} satisfies Record<string, Check>;

type ElementType = keyof typeof ELEMENTS;
const only = (...types: readonly ElementType[]): Record<string, Check> =>
  Object.fromEntries(types.map((name) => [name, ELEMENTS[name]]));

const MENUS = [
  'static_select',
  'external_select',
  'users_select',
  'conversations_select',
  'channels_select',
  'multi_static_select',
  'multi_external_select',
  'multi_users_select',
  'multi_conversations_select',
  'multi_channels_select',
] as const;
const PICKERS = ['checkboxes', 'radio_buttons', 'datepicker', 'timepicker'] as const;

/** A file can be asked for in a modal only. */
const surfaced = (name: string, run: { surface: string }): boolean => name !== 'file_input' || run.surface === 'modal';

export const actionsElement = byType(
  only('button', 'workflow_button', 'overflow', 'datetimepicker', 'rich_text_input', ...MENUS, ...PICKERS),
);
export const accessory = byType(only('button', 'workflow_button', 'overflow', 'image', ...MENUS, ...PICKERS));
export const inputElement = byType(
  only(
    'plain_text_input',
    'email_text_input',
    'url_text_input',
    'number_input',
    'rich_text_input',
    'file_input',
    'datetimepicker',
    ...MENUS,
    ...PICKERS,
  ),
  surfaced,
);
export const contextElement = byType({
  ...only('image'),
  plain_text: anyText(LIMITS.text),
  mrkdwn: anyText(LIMITS.text),
});
export const contextActionsElement = byType(only('feedback_buttons', 'icon_button'));
export const imageElement = ELEMENTS.image;
export const buttonElement = byType(only('button'));
