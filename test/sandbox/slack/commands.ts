import type { Json } from './block-kit/schema.ts';
import { outcome } from './click.ts';
import type { Slack } from './context.ts';
import { publicMessage, sendEvent } from './events.ts';
import { SlackRefusal } from './messages.ts';
import { actionTs, actor, ControlError, channelRef, responseUrl, trigger, userName } from './payloads.ts';
import { APP } from './people.ts';
import { answerCommand } from './respond.ts';
import { channelFor } from './say.ts';
import type { Workspace } from './workspace.ts';

/** Slash commands, shortcuts, and the App Home. */

export const command = async (
  slack: Slack,
  workspace: Workspace,
  given: { user: string; channel: string; command: string; text?: string },
): Promise<Json> => {
  const channel = channelFor(workspace, given.user, given.channel);
  const answer = await slack.sender.command({
    token: 'sandbox-verification-token',
    team_id: workspace.team,
    team_domain: workspace.domain,
    channel_id: channel.id,
    channel_name: channel.name,
    user_id: given.user,
    user_name: userName(workspace, given.user),
    command: given.command.startsWith('/') ? given.command : `/${given.command}`,
    text: given.text ?? '',
    api_app_id: APP.appId,
    is_enterprise_install: 'false',
    response_url: responseUrl(slack, workspace, given.user, channel, null),
    trigger_id: trigger(workspace, given.user),
  });
  if (!answer.ok) return outcome(answer);
  try {
    answerCommand(
      slack,
      workspace,
      channel,
      given.user,
      answer.text,
      /json/.test(answer.headers.get('content-type') ?? ''),
    );
  } catch (error) {
    if (!(error instanceof SlackRefusal)) throw error;
    return { ok: false, status: answer.status, error: error.code, messages: [...error.messages] };
  }
  return outcome(answer);
};

/** A message shortcut where a message is named, else a global one. */
export const shortcut = async (
  slack: Slack,
  workspace: Workspace,
  given: { user: string; callback_id: string; channel?: string; ts?: string },
): Promise<Json> => {
  const base = {
    ...actor(workspace, given.user),
    callback_id: given.callback_id,
    trigger_id: trigger(workspace, given.user),
    action_ts: actionTs(),
  };
  if (given.channel === undefined || given.ts === undefined)
    return outcome(await slack.sender.interaction({ type: 'shortcut', ...base }, 'shortcut'));
  const channel = channelFor(workspace, given.user, given.channel);
  const message = channel.messages.find(({ ts }) => ts === given.ts);
  if (message === undefined) throw new ControlError(404, `no message ${given.ts} in ${channel.id}`);
  const payload = {
    type: 'message_action',
    ...base,
    channel: channelRef(channel),
    message_ts: message.ts,
    message: publicMessage(message),
    response_url: responseUrl(slack, workspace, given.user, channel, message),
  };
  return outcome(await slack.sender.interaction(payload, 'message_action'));
};

/** How long the home's blocks are waited for once it was opened. */
const HOME_WAIT_MS = 3_000;

/** Opens the App Home. Answers what the app published for it, or what was there before if nothing comes in time. */
export const openHome = async (
  slack: Slack,
  workspace: Workspace,
  given: { user: string; tab?: 'home' | 'messages' },
): Promise<Json> => {
  const { user } = given;
  actor(workspace, user);
  const before = workspace.homes.get(user);
  const published = new Promise<void>((resolve) => {
    const done = (): void => {
      clearTimeout(timer);
      workspace.watchers.delete(look);
      resolve();
    };
    const look = (): void => {
      if (workspace.homes.get(user)?.hash !== before?.hash) done();
    };
    const timer = setTimeout(done, given.tab === 'messages' ? 0 : HOME_WAIT_MS);
    workspace.watchers.add(look);
  });
  sendEvent(slack, workspace, {
    type: 'app_home_opened',
    user,
    channel: `D0${user}`,
    tab: given.tab ?? 'home',
    event_ts: actionTs(),
    ...(before === undefined || given.tab === 'messages' ? {} : { view: before }),
  });
  await published;
  const home = workspace.homes.get(user);
  return { ok: true, blocks: home?.blocks ?? [], view: home ?? null };
};
