import { isObject, type Json } from './block-kit/schema.ts';

/** The state of inputs, as `view.state.values` and `state.values` of a block_actions payload carry it. */

export type StateValues = Record<string, Record<string, Json>>;

/** Elements that hold a value, with the blocks they stand in. */
export function* statefulElements(blocks: readonly Json[]): Generator<{ block: Json; element: Json }> {
  for (const { block, element } of elementsIn(blocks)) if (blankState(element) !== null) yield { block, element };
}

/** Every element of the blocks that carries an action_id, children of containers and cards among them. */
export function* elementsIn(blocks: readonly Json[]): Generator<{ block: Json; element: Json }> {
  for (const block of blocks) {
    const inner = [block.element, block.accessory, ...(asList(block.elements) ?? []), ...(asList(block.actions) ?? [])];
    for (const element of inner) {
      if (!isObject(element)) continue;
      if (element.type === 'card') yield* elementsIn([{ ...element, block_id: element.block_id ?? block.block_id }]);
      else if (typeof element.action_id === 'string') yield { block, element };
    }
    yield* elementsIn((asList(block.child_blocks) ?? []) as Json[]);
  }
}
const asList = (value: unknown): unknown[] | null => (Array.isArray(value) ? value : null);

/** What an element's state is before anybody touched it; null for elements without state, such as buttons. */
const blankState = (element: Json): Json | null => {
  const type = element.type as string;
  switch (type) {
    case 'plain_text_input':
    case 'email_text_input':
    case 'url_text_input':
    case 'number_input':
      return { type, value: element.initial_value ?? null };
    case 'rich_text_input':
      return { type, rich_text_value: element.initial_value ?? null };
    case 'static_select':
    case 'external_select':
    case 'radio_buttons':
      return { type, selected_option: element.initial_option ?? null };
    case 'multi_static_select':
    case 'multi_external_select':
    case 'checkboxes':
      return { type, selected_options: element.initial_options ?? [] };
    case 'users_select':
      return { type, selected_user: element.initial_user ?? null };
    case 'multi_users_select':
      return { type, selected_users: element.initial_users ?? [] };
    case 'conversations_select':
      return { type, selected_conversation: element.initial_conversation ?? null };
    case 'multi_conversations_select':
      return { type, selected_conversations: element.initial_conversations ?? [] };
    case 'channels_select':
      return { type, selected_channel: element.initial_channel ?? null };
    case 'multi_channels_select':
      return { type, selected_channels: element.initial_channels ?? [] };
    case 'datepicker':
      return { type, selected_date: element.initial_date ?? null };
    case 'timepicker':
      return { type, selected_time: element.initial_time ?? null };
    case 'datetimepicker':
      return { type, selected_date_time: element.initial_date_time ?? null };
    case 'file_input':
      return { type, files: [] };
    default:
      return null;
  }
};

/** State of freshly shown blocks. Where block_id, action_id and type stayed the same, what was filled in stays too. */
export const initialState = (blocks: readonly Json[], before: StateValues = {}): StateValues => {
  const values: StateValues = {};
  for (const { block, element } of statefulElements(blocks)) {
    const [blockId, actionId] = [block.block_id as string, element.action_id as string];
    const kept = before[blockId]?.[actionId];
    values[blockId] ??= {};
    values[blockId][actionId] =
      kept?.type === element.type && kept !== undefined ? kept : (blankState(element) as Json);
  }
  return values;
};

const options = (element: Json): Json[] => [
  ...((element.options as Json[]) ?? []),
  ...(((element.option_groups as Json[]) ?? []).flatMap((group) => group.options as Json[]) ?? []),
];

/** The option that stands behind a value. For menus whose options the app supplies, `known` are those it gave last. */
export const optionFor = (element: Json, value: string, known: readonly Json[] = []): Json | null =>
  [...options(element), ...known].find((option) => option.value === value) ?? null;

/**
 * The state that results when a person enters or chooses `value` (a string, or several in a list).
 * @returns null where the element offers no such option
 */
export const stateFor = (element: Json, value: unknown, known: readonly Json[] = []): Json | null => {
  const blank = blankState(element);
  if (blank === null) return null;
  const type = element.type as string;
  const many = Array.isArray(value) ? value : value === null || value === '' || value === undefined ? [] : [value];
  const single = Array.isArray(value) ? value[0] : value;
  const text = single === null || single === undefined || single === '' ? null : String(single);
  const chosen = many.map((entry) => (isObject(entry) ? entry : optionFor(element, String(entry), known)));
  if ('selected_options' in blank) return chosen.includes(null) ? null : { type, selected_options: chosen };
  if ('selected_option' in blank) {
    if (chosen.length === 0) return { type, selected_option: null };
    return chosen[0] === null ? null : { type, selected_option: chosen[0] };
  }
  if ('files' in blank) return { type, files: many };
  if ('rich_text_value' in blank)
    return { type, rich_text_value: text === null ? null : isObject(single) ? single : richTextOf(text) };
  if ('selected_date_time' in blank) return { type, selected_date_time: text === null ? null : Number(text) };
  const [, key] = Object.keys(blank) as [string, string];
  return { type, [key]: Array.isArray(blank[key]) ? many.map(String) : text };
};

/** Plain text as the `rich_text` block that Slack's composer makes of it. */
export const richTextOf = (text: string): Json => ({
  type: 'rich_text',
  elements: [{ type: 'rich_text_section', elements: richTextElements(text) }],
});

const richTextElements = (text: string): Json[] =>
  text
    .split(/(<@[A-Z0-9]+>)/)
    .filter((part) => part !== '')
    .map((part) => {
      const user = /^<@([A-Z0-9]+)>$/.exec(part)?.[1];
      return user === undefined
        ? { type: 'text', text: part.replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&amp;/g, '&') }
        : { type: 'user', user_id: user };
    });

/** Whether a state holds nothing: what a required input must not. */
export const isBlank = (state: Json | undefined): boolean =>
  state === undefined ||
  Object.entries(state).every(
    ([key, value]) => key === 'type' || value === null || value === '' || (Array.isArray(value) && value.length === 0),
  );
