import { isObject, type Json } from './block-kit/schema.ts';
import { outcome, placeOf } from './click.ts';
import type { Slack } from './context.ts';
import { fillIn } from './fill-in.ts';
import { SlackRefusal } from './messages.ts';
import { actor, ControlError, trigger } from './payloads.ts';
import { isBlank, statefulElements } from './state.ts';
import { closeViews, pushOn, updateView } from './views.ts';
import { changed, type View, type Workspace } from './workspace.ts';

/** Submitting and closing modals: what Slack's client checks by itself, what the app is asked, and what follows. */

/** What the client refuses before the app hears of it. */
const missing = (view: View): Record<string, string> => {
  const errors: Record<string, string> = {};
  for (const { block, element } of statefulElements(view.blocks)) {
    if (block.type !== 'input') continue;
    const blockId = String(block.block_id);
    const state = view.state.values[blockId]?.[String(element.action_id)];
    const complaint = isBlank(state)
      ? block.optional === true
        ? null
        : REQUIRED
      : wrong(element, String(state?.value ?? ''));
    if (complaint !== null) errors[blockId] = complaint;
  }
  return errors;
};
const REQUIRED = 'Please complete this required field.';

const wrong = (element: Json, value: string): string | null => {
  switch (element.type) {
    case 'plain_text_input':
      if (value.length < Number(element.min_length ?? 0))
        return `Enter at least ${String(element.min_length)} characters.`;
      if (value.length > Number(element.max_length ?? 3000))
        return `Enter at most ${String(element.max_length ?? 3000)} characters.`;
      return null;
    case 'email_text_input':
      return /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(value) ? null : 'Please enter a valid email address.';
    case 'url_text_input':
      return URL.canParse(value) ? null : 'Please enter a valid URL.';
    case 'number_input': {
      const number = Number(value);
      if (!Number.isFinite(number)) return 'Please enter a number.';
      if (element.is_decimal_allowed === false && !Number.isInteger(number)) return 'Please enter a whole number.';
      if (element.min_value !== undefined && number < Number(element.min_value))
        return `Must be at least ${String(element.min_value)}.`;
      if (element.max_value !== undefined && number > Number(element.max_value))
        return `Must be at most ${String(element.max_value)}.`;
      return null;
    }
    default:
      return null;
  }
};

const openModal = (workspace: Workspace, user: string, viewId: string): View => {
  const place = placeOf(workspace, { user, view_id: viewId });
  const top = workspace.modals.get(user)?.at(-1);
  if (!('view' in place) || top === undefined || place.view.id !== top.id)
    throw new ControlError(409, `view ${viewId} is not the one on top for ${user}`);
  return top;
};

/** Submits a modal → `{ok: true}`, `{ok: false, errors}`, or the `response_action` that the app chose. */
export const submit = async (
  slack: Slack,
  workspace: Workspace,
  given: { user: string; view_id: string; values?: Json },
): Promise<Json> => {
  const { user } = given;
  const who = actor(workspace, user);
  const view = openModal(workspace, user, given.view_id);
  fillIn(slack, workspace, user, view, given.values ?? {});
  const errors = missing(view);
  if (Object.keys(errors).length > 0) return { ok: false, errors };
  changed(workspace);
  const answer = await slack.sender.interaction(
    {
      type: 'view_submission',
      ...who,
      trigger_id: trigger(workspace, user, view.id),
      view: structuredClone(view),
      response_urls: [],
    },
    'view_submission',
  );
  if (!answer.ok) return outcome(answer);
  return { ...follow(workspace, user, view, answer.text), status: answer.status };
};

const follow = (workspace: Workspace, user: string, view: View, text: string): Json => {
  const answer: unknown = text.trim() === '' ? {} : parsed(text);
  if (!isObject(answer)) return { ok: false, error: 'the app answered something else than an object' };
  try {
    switch (answer.response_action) {
      case undefined:
        if (workspace.modals.get(user)?.at(-1)?.id === view.id) closeViews(workspace, user, false);
        return { ok: true };
      case 'clear':
        closeViews(workspace, user, true);
        return { ok: true, response_action: 'clear' };
      case 'update':
        return { ok: true, response_action: 'update', view: updateView(workspace, view.id, answer.view) };
      case 'push':
        return { ok: true, response_action: 'push', view: pushOn(workspace, user, answer.view) };
      case 'errors':
        return { ok: false, response_action: 'errors', ...fieldErrors(view, answer.errors) };
      default:
        return { ok: false, error: `unknown response_action ${String(answer.response_action)}` };
    }
  } catch (error) {
    if (!(error instanceof SlackRefusal)) throw error;
    return { ok: false, error: error.code, messages: error.messages };
  }
};

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
};

/** Errors can stand at input blocks only; Slack shows nothing but a general failure otherwise. */
const fieldErrors = (view: View, errors: unknown): Json => {
  if (!isObject(errors) || Object.keys(errors).length === 0) return { error: 'response_action errors needs errors' };
  const inputs = new Set(view.blocks.filter(({ type }) => type === 'input').map((block) => block.block_id));
  const stray = Object.keys(errors).filter((blockId) => !inputs.has(blockId));
  return stray.length > 0 ? { error: `no input block ${stray.join(', ')} in the view`, errors } : { errors };
};

/** The cross or the close button. The app hears of it where it asked to. */
export const close = async (
  slack: Slack,
  workspace: Workspace,
  given: { user: string; view_id: string; clear?: boolean },
): Promise<Json> => {
  const who = actor(workspace, given.user);
  const view = openModal(workspace, given.user, given.view_id);
  const all = given.clear === true || view.clear_on_close === true;
  const closed = closeViews(workspace, given.user, all);
  const answers = await Promise.all(
    closed
      .filter(({ notify_on_close: notify }) => notify === true)
      .map((gone) =>
        slack.sender.interaction(
          { type: 'view_closed', ...who, view: gone, is_cleared: all && closed.length > 0 },
          'view_closed',
        ),
      ),
  );
  return answers.find(({ ok }) => !ok) === undefined
    ? { ok: true }
    : outcome(answers.find(({ ok }) => !ok) as (typeof answers)[number]);
};
