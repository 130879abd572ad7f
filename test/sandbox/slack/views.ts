import { randomBytes } from 'node:crypto';
import { LIMITS } from './block-kit/limits.ts';
import { isObject, type Json } from './block-kit/schema.ts';
import { checkView, inSlacksWords } from './block-kit.ts';
import { SlackRefusal } from './messages.ts';
import { APP } from './people.ts';
import { initialState } from './state.ts';
import { changed, id, type View, type Workspace, withIds } from './workspace.ts';

/** Opens, replaces and closes modals and homes, with Slack's rules for the stack. */

const hash = (): string => `${Math.floor(Date.now() / 1000)}.${randomBytes(4).toString('hex')}`;

/** @throws SlackRefusal `invalid_arguments` with Slack's complaints */
const checked = (view: unknown, surface: 'modal' | 'home'): Json => {
  const complaints = checkView(view, surface).map((complaint) => `[ERROR] ${inSlacksWords(complaint)}`);
  if (complaints.length > 0) throw new SlackRefusal('invalid_arguments', complaints);
  return view as Json;
};

const built = (workspace: Workspace, given: Json, base: Partial<View>): View => {
  const blocks = withIds(given.blocks as Json[]);
  const viewId = base.id ?? id('V0');
  return {
    id: viewId,
    team_id: workspace.team,
    type: given.type as 'modal' | 'home',
    blocks,
    private_metadata: (given.private_metadata as string) ?? '',
    callback_id: (given.callback_id as string) ?? '',
    state: { values: initialState(blocks, base.state?.values) },
    hash: hash(),
    title: given.title ?? { type: 'plain_text', text: 'View Title', emoji: true },
    clear_on_close: given.clear_on_close === true,
    notify_on_close: given.notify_on_close === true,
    close: given.close ?? null,
    submit: given.submit ?? null,
    previous_view_id: base.previous_view_id ?? null,
    root_view_id: base.root_view_id ?? viewId,
    app_id: APP.appId,
    external_id: (given.external_id as string) ?? '',
    app_installed_team_id: workspace.team,
    bot_id: APP.botId,
  };
};

const allViews = (workspace: Workspace): View[] => [
  ...[...workspace.modals.values()].flat(),
  ...workspace.homes.values(),
];

const refuseTakenExternalId = (workspace: Workspace, given: Json, except?: string): void => {
  const { external_id: wanted } = given;
  if (wanted && allViews(workspace).some((view) => view.external_id === wanted && view.id !== except))
    throw new SlackRefusal('duplicate_external_id');
};

export const findView = (workspace: Workspace, viewId: string): { view: View; user: string } | null => {
  for (const [user, stack] of workspace.modals) {
    const view = stack.find(
      (entry) => entry.id === viewId || (entry.external_id !== '' && entry.external_id === viewId),
    );
    if (view !== undefined) return { view, user };
  }
  for (const [user, view] of workspace.homes) if (view.id === viewId) return { view, user };
  return null;
};

/** A trigger can be used once, and only for three seconds. @throws SlackRefusal */
const useTrigger = (workspace: Workspace, triggerId: string): { user: string; view: string | null } => {
  const trigger = workspace.triggers.get(triggerId);
  if (trigger === undefined) throw new SlackRefusal('invalid_trigger_id');
  if (trigger.used) throw new SlackRefusal('exchanged_trigger_id');
  if (Date.now() > trigger.expiresAt) throw new SlackRefusal('expired_trigger_id');
  trigger.used = true;
  return trigger;
};

export const openView = (workspace: Workspace, triggerId: string, given: unknown): View => {
  const modal = checked(given, 'modal');
  refuseTakenExternalId(workspace, modal);
  const { user } = useTrigger(workspace, triggerId);
  const view = built(workspace, modal, {});
  workspace.modals.set(user, [view]);
  changed(workspace);
  return view;
};

/** @throws SlackRefusal `push_limit_reached` past three views, `not_found` where no modal is open */
export const pushView = (workspace: Workspace, triggerId: string, given: unknown): View => {
  const modal = checked(given, 'modal');
  refuseTakenExternalId(workspace, modal);
  const trigger = useTrigger(workspace, triggerId);
  const stack = workspace.modals.get(trigger.user) ?? [];
  if (trigger.view === null || !stack.some(({ id: open }) => open === trigger.view))
    throw new SlackRefusal('not_found');
  return pushOn(workspace, trigger.user, modal);
};

export const pushOn = (workspace: Workspace, user: string, given: unknown): View => {
  const modal = checked(given, 'modal');
  const stack = workspace.modals.get(user) ?? [];
  const top = stack.at(-1);
  if (top === undefined) throw new SlackRefusal('not_found');
  if (stack.length >= LIMITS.viewStack) throw new SlackRefusal('push_limit_reached');
  const view = built(workspace, modal, { previous_view_id: top.id, root_view_id: top.root_view_id });
  stack.push(view);
  changed(workspace);
  return view;
};

/** @param expected the hash the caller last saw, to lose no newer update. @throws SlackRefusal `not_found`, `hash_conflict` */
export const updateView = (workspace: Workspace, viewId: string, given: unknown, expected?: string): View => {
  const found = findView(workspace, viewId);
  if (found === null) throw new SlackRefusal('not_found');
  const modal = checked(given, found.view.type);
  refuseTakenExternalId(workspace, modal, found.view.id);
  if (expected !== undefined && expected !== found.view.hash) throw new SlackRefusal('hash_conflict');
  const view = built(workspace, modal, found.view);
  const stack = workspace.modals.get(found.user);
  if (found.view.type === 'home' || stack === undefined) workspace.homes.set(found.user, view);
  else stack[stack.findIndex((entry) => entry.id === view.id)] = view;
  changed(workspace);
  return view;
};

export const publishHome = (workspace: Workspace, user: string, given: unknown, expected?: string): View => {
  const home = checked(given, 'home');
  if (!workspace.people.has(user)) throw new SlackRefusal('user_not_found');
  const shown = workspace.homes.get(user);
  if (expected !== undefined && shown !== undefined && expected !== shown.hash) throw new SlackRefusal('hash_conflict');
  refuseTakenExternalId(workspace, home, shown?.id);
  const view = built(workspace, home, shown ?? {});
  workspace.homes.set(user, view);
  changed(workspace);
  return view;
};

/** Takes the topmost view away, or all of them. @returns those that were open, topmost first */
export const closeViews = (workspace: Workspace, user: string, all: boolean): View[] => {
  const stack = workspace.modals.get(user) ?? [];
  const closed = (all ? stack.splice(0) : stack.splice(-1)).reverse();
  if (stack.length === 0) workspace.modals.delete(user);
  changed(workspace);
  return closed;
};

/** The form of a view that an app may send: JSON text or an object. */
export const parseView = (value: unknown): unknown => {
  if (isObject(value)) return value;
  throw new SlackRefusal('invalid_arguments', ['[ERROR] missing required field: view [json-pointer:]']);
};
