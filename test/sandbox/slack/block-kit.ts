import { anyBlock } from './block-kit/blocks.ts';
import { plainText } from './block-kit/composition.ts';
import { LIMITS } from './block-kit/limits.ts';
import {
  boolean,
  type Check,
  type Complaint,
  complaintsOf,
  isObject,
  type Json,
  list,
  may,
  need,
  object,
  oneOf,
  type Run,
  type Surface,
  string,
} from './block-kit/schema.ts';

export type { Complaint, Json } from './block-kit/schema.ts';

/** Every object in a block or view, parents first, with its JSON pointer. */
function* objectsIn(value: unknown, at: string): Generator<[Json, string]> {
  if (Array.isArray(value)) for (const [index, entry] of value.entries()) yield* objectsIn(entry, `${at}/${index}`);
  else if (isObject(value)) {
    yield [value, at];
    for (const [key, entry] of Object.entries(value)) yield* objectsIn(entry, `${at}/${key}`);
  }
}

/** block_id is unique on its surface, action_id in its block, and one element at most takes the focus. */
const idsAreUnique = (blocks: readonly unknown[], at: string, run: Run): void => {
  const blockIds = new Set<string>();
  let focused = false;
  for (const [index, block] of blocks.entries()) {
    const actionIds = new Set<string>();
    for (const [entry, pointer] of objectsIn(block, `${at}/${index}`)) {
      const { block_id: blockId, action_id: actionId } = entry;
      if (typeof blockId === 'string') {
        if (blockIds.has(blockId)) run.say(`\`block_id\` "${blockId}" already exists`, `${pointer}/block_id`);
        blockIds.add(blockId);
      }
      if (typeof actionId === 'string') {
        if (actionIds.has(actionId)) run.say(`\`action_id\` "${actionId}" already exists`, `${pointer}/action_id`);
        actionIds.add(actionId);
      }
      if (entry.focus_on_load === true && focused)
        run.say('only one element can set `focus_on_load`', `${pointer}/focus_on_load`);
      focused ||= entry.focus_on_load === true;
    }
  }
};

const lengthOfText = (value: unknown): number => {
  let sum = 0;
  for (const [entry] of objectsIn(value, '')) if (typeof entry.text === 'string') sum += entry.text.length;
  return sum;
};

const ofType = (blocks: readonly unknown[], ...types: readonly string[]): Json[] => {
  const found: Json[] = [];
  for (const [entry] of objectsIn(blocks, '')) if (types.includes(entry.type as string)) found.push(entry);
  return found;
};

const messageTotals = (blocks: readonly unknown[], at: string, run: Run): void => {
  if (ofType(blocks, 'table').length > LIMITS.tablesPerMessage) run.say('only_one_table_allowed', at);
  if (
    ofType(blocks, 'table', 'data_table').reduce((sum, table) => sum + lengthOfText(table.rows), 0) > LIMITS.tableText
  )
    run.say(`table cells must have less than ${LIMITS.tableText + 1} characters`, at);
  if (lengthOfText(ofType(blocks, 'markdown')) > LIMITS.markdownBlocks)
    run.say(`markdown blocks must have less than ${LIMITS.markdownBlocks + 1} characters`, at);
};

const blockList =
  (surface: Surface): Check =>
  (value, at, run) => {
    list(anyBlock, { max: LIMITS.blocks[surface] })(value, at, run);
    if (Array.isArray(value)) idsAreUnique(value, at, run);
    if (Array.isArray(value) && surface === 'message') messageTotals(value, at, run);
  };

const viewFields = {
  private_metadata: may(string({ max: LIMITS.private_metadata })),
  callback_id: may(string({ max: LIMITS.callback_id })),
  external_id: may(string({ max: LIMITS.external_id })),
};

const modal = object(
  {
    type: need(oneOf('modal')),
    title: need(plainText(LIMITS.viewTitle)),
    blocks: need(blockList('modal')),
    submit: may(plainText(LIMITS.viewSubmit)),
    close: may(plainText(LIMITS.viewClose)),
    clear_on_close: may(boolean),
    notify_on_close: may(boolean),
    submit_disabled: may(boolean),
    ...viewFields,
  },
  ({ blocks, submit }, at, run) => {
    const input = (blocks as Json[]).findIndex(({ type }) => type === 'input');
    if (submit === undefined && input >= 0)
      run.say('must define `submit` to use an `input` block in modals', `${at}/blocks/${input}/input`);
  },
);

const home = object({ type: need(oneOf('home')), blocks: need(blockList('home')), ...viewFields });

/** What is wrong with the blocks of a message; empty when Slack would take them. */
export const checkMessageBlocks = (blocks: unknown): Complaint[] =>
  complaintsOf(blockList('message'), blocks, '/blocks', 'message');

/** Slack's hidden cap on all blocks of a message together: `msg_blocks_too_long`. */
export const blocksAreTooLong = (blocks: unknown): boolean =>
  JSON.stringify(blocks).length > LIMITS.blocksSerialized || lengthOfText(blocks) > LIMITS.blocksText;

/** What is wrong with a view for `views.open`, `update`, `push` (modal) or `publish` (home). */
export const checkView = (view: unknown, surface: 'modal' | 'home'): Complaint[] =>
  complaintsOf(surface === 'modal' ? modal : home, view, '/view', surface);

/** Options that an app answers to typeahead. */
export const checkSuggestions = (answer: unknown): Complaint[] => {
  const option = object({
    text: need(plainText(LIMITS.optionText)),
    value: need(string({ min: 1, max: LIMITS.optionValue })),
    description: may(plainText(LIMITS.optionDescription)),
  });
  const options = list(option, { max: LIMITS.options });
  const group = object({ label: need(plainText(LIMITS.optionGroupLabel)), options: need(options) });
  const check = object(
    { options: may(options), option_groups: may(list(group, { max: LIMITS.optionGroups })) },
    (value, at, run) => {
      if ((value.options === undefined) === (value.option_groups === undefined))
        run.say('must define either `options` or `option_groups`', at);
    },
  );
  return complaintsOf(check, answer, '', 'message');
};

/** `must be less than 151 characters [json-pointer:/blocks/0/text/text]` */
export const inSlacksWords = ({ message, pointer }: Complaint): string => `${message} [json-pointer:${pointer}]`;
