import { isObject, type Json } from './block-kit/schema.ts';
import type { Slack } from './context.ts';
import { ControlError } from './payloads.ts';
import { type Attachment, storeAttachment } from './say.ts';
import { stateFor, statefulElements } from './state.ts';
import type { View, Workspace } from './workspace.ts';

/** A value may be given in the form in which Slack itself keeps it. */
const isState = (value: unknown): value is Json =>
  isObject(value) &&
  typeof value.type === 'string' &&
  Object.keys(value).some((key) => /^(value|files|selected_|rich_)/.test(key));

/** Enters values: `{block_id: {action_id: value}}`, `{block_id: value}` or `{action_id: value}`. */
export const fillIn = (slack: Slack, workspace: Workspace, user: string, view: View, values: Json): void => {
  const inputs = [...statefulElements(view.blocks)];
  const enter = ({ block, element }: (typeof inputs)[number], value: unknown): void => {
    const known = [...(slack.suggested.get(String(element.action_id))?.values() ?? [])];
    const entered =
      element.type === 'file_input' && Array.isArray(value)
        ? value.map((file) =>
            isObject(file) && 'base64' in file
              ? storeAttachment(slack, workspace, user, file as Attachment).info
              : file,
          )
        : value;
    const state = isState(entered) ? entered : (stateFor(element, entered, known) ?? freely(element, entered));
    if (state === null)
      throw new ControlError(400, `no option ${JSON.stringify(value)} in ${String(element.action_id)}`);
    const [blockId, actionId] = [String(block.block_id), String(element.action_id)];
    view.state.values[blockId] = { ...view.state.values[blockId], [actionId]: state };
  };
  for (const [key, value] of Object.entries(values)) {
    const inBlock = inputs.filter(({ block }) => block.block_id === key);
    const named = inBlock.length > 0 ? inBlock : inputs.filter(({ element }) => element.action_id === key);
    const nested = isObject(value) && inBlock.some(({ element }) => String(element.action_id) in value);
    if (named.length === 0) {
      const there = inputs.map(({ block, element }) => `${String(block.block_id)}/${String(element.action_id)}`);
      throw new ControlError(400, `no input ${key} in the view; there are: ${there.join(', ')}`);
    }
    for (const input of named)
      if (!nested) enter(input, value);
      else if (String(input.element.action_id) in value) enter(input, value[String(input.element.action_id)]);
  }
};

/** An option of an external menu that was never typed for: it is taken at its word. */
export const freely = (element: Json, value: unknown): Json | null => {
  if (!/external_select$/.test(String(element.type))) return null;
  const made = (entry: unknown) => ({ text: { type: 'plain_text', text: String(entry) }, value: String(entry) });
  return stateFor(element, Array.isArray(value) ? value.map(made) : made(value));
};
