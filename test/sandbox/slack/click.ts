import { isObject, type Json } from './block-kit/schema.ts';
import type { Slack } from './context.ts';
import type { Answer } from './deliver.ts';
import { publicMessage } from './events.ts';
import { fillIn, freely } from './fill-in.ts';
import { actionTs, actor, ControlError, channelRef, responseUrl, trigger } from './payloads.ts';
import { channelFor } from './say.ts';
import { elementsIn, initialState, optionFor, type StateValues, stateFor } from './state.ts';
import { findView } from './views.ts';
import { changed, type Message, type View, type Workspace } from './workspace.ts';

/** Where an element was found: in a message of a channel, or in a view. */
export type Place = { message: Message; channel: ReturnType<typeof channelFor> } | { view: View };

export type Target = {
  user: string;
  channel?: string;
  ts?: string;
  view_id?: string;
  action_id: string;
  block_id?: string;
};

/** The message or view a person acts in: named, or else the modal (then the home) they have open. */
export const placeOf = (workspace: Workspace, target: Omit<Target, 'action_id'>): Place => {
  if (target.channel !== undefined && target.ts !== undefined) {
    const channel = channelFor(workspace, target.user, target.channel);
    const message = channel.messages.find(
      ({ ts, ephemeral_to: to }) => ts === target.ts && (to === undefined || to === target.user),
    );
    if (message === undefined)
      throw new ControlError(404, `no message ${target.ts} in ${channel.id} for ${target.user}`);
    return { message, channel };
  }
  const view =
    target.view_id === undefined
      ? (workspace.modals.get(target.user)?.at(-1) ?? workspace.homes.get(target.user))
      : findView(workspace, target.view_id)?.view;
  if (view === undefined) throw new ControlError(404, `no view ${target.view_id ?? ''} is open for ${target.user}`);
  return { view };
};

export const blocksOf = (place: Place): Json[] => ('view' in place ? place.view.blocks : (place.message.blocks ?? []));

/** Elements of attachments (unfurls) count as well. */
export const findElement = (place: Place, target: Pick<Target, 'action_id' | 'block_id'>, value?: unknown) => {
  const all = [...elementsIn(blocksOf(place))].filter(
    ({ block, element }) =>
      element.action_id === target.action_id && (target.block_id === undefined || block.block_id === target.block_id),
  );
  // The same action_id may stand in several blocks: then the value tells which button is meant.
  return all.find(({ element }) => element.value === value && value !== undefined) ?? all[0] ?? null;
};

const describeAction = (
  slack: Slack,
  element: Json,
  blockId: string,
  value: unknown,
): { action: Json; state: Json | null } => {
  const base = { type: element.type, action_id: element.action_id, block_id: blockId, action_ts: actionTs() };
  const type = String(element.type);
  if (type === 'button' || type === 'icon_button' || type === 'workflow_button')
    return {
      state: null,
      action: {
        ...base,
        text: element.text,
        ...(element.value === undefined ? {} : { value: element.value }),
        ...(element.style === undefined ? {} : { style: element.style }),
        ...(element.url === undefined ? {} : { url: element.url }),
      },
    };
  if (type === 'feedback_buttons') {
    const chosen = [element.positive_button, element.negative_button].find(
      (entry) => isObject(entry) && entry.value === value,
    );
    if (!isObject(chosen)) throw new ControlError(400, `no feedback value ${String(value)}`);
    return { state: null, action: { ...base, text: chosen.text, value: chosen.value } };
  }
  if (type === 'overflow') {
    const chosen = optionFor(element, String(value));
    if (chosen === null) throw new ControlError(400, `no option ${String(value)} in ${String(element.action_id)}`);
    return { state: null, action: { ...base, selected_option: chosen } };
  }
  const known = [...(slack.suggested.get(String(element.action_id))?.values() ?? [])];
  const state = stateFor(element, value, known) ?? freely(element, value);
  if (state === null) throw new ControlError(400, `no option ${JSON.stringify(value)} in ${String(element.action_id)}`);
  return { state, action: { ...base, ...state } };
};

/** What came of an interaction, for whoever pressed. */
export const outcome = (answer: Answer): Json =>
  answer.ok
    ? { ok: true, status: answer.status, body: answer.text }
    : {
        ok: false,
        status: answer.status,
        error: answer.reason === 'http_timeout' ? 'operation_timeout' : 'operation_failed',
        reason: answer.reason,
      };

/** Presses a button or chooses an option: sends `block_actions` and waits for the acknowledgement. */
export const click = async (
  slack: Slack,
  workspace: Workspace,
  target: Target & { value?: unknown; values?: Json },
): Promise<Json> => {
  const { user } = target;
  const who = actor(workspace, user);
  const place = placeOf(workspace, target);
  const found = findElement(place, target, target.value);
  if (found === null) {
    const there = [...elementsIn(blocksOf(place))].map(({ element }) => element.action_id);
    throw new ControlError(404, `no element ${target.action_id} there; there are: ${there.join(', ') || 'none'}`);
  }
  const blockId = String(found.block.block_id);
  const { action, state } = describeAction(slack, found.element, blockId, target.value);
  const put = (values: StateValues): void => {
    if (state === null) return;
    values[blockId] ??= {};
    values[blockId][String(found.element.action_id)] = state;
  };
  let context: Json;
  if ('view' in place) {
    fillIn(slack, workspace, user, place.view, target.values ?? {});
    put(place.view.state.values);
    context = {
      container: { type: 'view', view_id: place.view.id },
      trigger_id: trigger(workspace, user, place.view.id),
      view: structuredClone(place.view),
    };
  } else {
    const { channel, message } = place;
    const key = `${channel.id}/${message.ts}/${user}`;
    const values = initialState(message.blocks ?? [], workspace.choices.get(key));
    put(values);
    workspace.choices.set(key, values);
    const ephemeral = message.ephemeral_to !== undefined;
    context = {
      container: {
        type: 'message',
        message_ts: message.ts,
        channel_id: channel.id,
        is_ephemeral: ephemeral,
        ...(message.thread_ts === undefined ? {} : { thread_ts: message.thread_ts }),
      },
      trigger_id: trigger(workspace, user),
      channel: channelRef(channel),
      // Slack sends no copy of an ephemeral message.
      ...(ephemeral ? {} : { message: publicMessage(message) }),
      state: { values },
      response_url: responseUrl(slack, workspace, user, channel, message),
    };
  }
  changed(workspace);
  return outcome(
    await slack.sender.interaction({ type: 'block_actions', ...who, ...context, actions: [action] }, 'block_actions'),
  );
};
