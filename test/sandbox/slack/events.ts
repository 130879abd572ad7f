import type { Json } from './block-kit/schema.ts';
import type { Slack } from './context.ts';
import { APP } from './people.ts';
import { type Channel, id, type Message, type Workspace } from './workspace.ts';

/** Events API envelopes (docs.slack.dev/apis/events-api): what happened, and for which installation. */

/** The subscription under which Slack files an event: messages by the kind of channel. */
const subscription = ({ type, channel_type: kind }: Json): string =>
  type === 'message' ? `message.${{ channel: 'channels', group: 'groups', im: 'im' }[String(kind)]}` : String(type);

/** Sends an event to the app if it subscribed to it. */
export const sendEvent = (slack: Slack, workspace: Workspace, event: Json & { type: string }): void => {
  if (slack.registration.events.includes(subscription(event))) forceEvent(slack, workspace, event);
};

/** Sends any event. The same `event_id` travels with every retry of it. */
export const forceEvent = (slack: Slack, workspace: Workspace, event: Json & { type: string }): string => {
  const eventId = id('Ev');
  if (!workspace.installed && event.type !== 'app_uninstalled' && event.type !== 'tokens_revoked') return eventId;
  slack.sender.event(
    {
      token: 'sandbox-verification-token',
      team_id: workspace.team,
      context_team_id: workspace.team,
      context_enterprise_id: null,
      api_app_id: APP.appId,
      event,
      type: 'event_callback',
      event_id: eventId,
      event_time: Math.floor(slack.options.clock.now() / 1000),
      authorizations: [
        {
          enterprise_id: null,
          team_id: workspace.team,
          user_id: APP.botUser,
          is_bot: true,
          is_enterprise_install: false,
        },
      ],
      is_ext_shared_channel: false,
      event_context: `4-${Buffer.from(eventId).toString('base64url')}`,
    },
    event.type,
  );
  return eventId;
};

const channelType = ({ kind }: Channel): string => ({ channel: 'channel', private: 'group', im: 'im' })[kind];

/** A message without what only the sandbox knows, as an API answer or event shows it. Metadata is asked for apart. */
export const publicMessage = ({ ephemeral_to: _, metadata: __, ...message }: Message): Json => message;

/** `message.channels` or `message.im`, and `app_mention` where the app is named outside of a direct message. */
export const sendMessageEvents = (slack: Slack, workspace: Workspace, channel: Channel, message: Message): void => {
  if (!channel.members.has(APP.botUser)) return;
  const event = {
    ...publicMessage(message),
    team: workspace.team,
    channel: channel.id,
    event_ts: message.ts,
  };
  if (channel.kind !== 'im' && message.bot_id === undefined && message.text.includes(`<@${APP.botUser}>`)) {
    const { subtype: _, ...mention } = event as Json;
    sendEvent(slack, workspace, { ...mention, type: 'app_mention' });
  }
  sendEvent(slack, workspace, { ...event, type: 'message', channel_type: channelType(channel) });
  const links = [...message.text.matchAll(/https:\/\/[^\s|>]+/g)]
    .filter(([url]) => URL.canParse(url))
    .map(([url]) => ({ url, domain: new URL(url).hostname }));
  const ours = links.filter(({ domain }) => slack.registration.unfurlDomains.includes(domain));
  if (ours.length > 0 && message.bot_id === undefined)
    sendEvent(slack, workspace, {
      type: 'link_shared',
      channel: channel.id,
      is_bot_user_member: true,
      user: message.user,
      message_ts: message.ts,
      ...(message.thread_ts === undefined ? {} : { thread_ts: message.thread_ts }),
      links: ours,
      source: 'conversations_history',
      unfurl_id: id('unfurl'),
      event_ts: message.ts,
    });
};

export const sendMessageChanged = (
  slack: Slack,
  workspace: Workspace,
  channel: Channel,
  now: Message,
  was: Message,
): void => {
  if (!channel.members.has(APP.botUser)) return;
  sendEvent(slack, workspace, {
    type: 'message',
    subtype: 'message_changed',
    message: publicMessage(now),
    previous_message: publicMessage(was),
    channel: channel.id,
    hidden: true,
    ts: now.edited?.ts ?? now.ts,
    event_ts: now.edited?.ts ?? now.ts,
    channel_type: channelType(channel),
  });
};

export const sendMessageDeleted = (
  slack: Slack,
  workspace: Workspace,
  channel: Channel,
  was: Message,
  ts: string,
): void => {
  if (!channel.members.has(APP.botUser)) return;
  sendEvent(slack, workspace, {
    type: 'message',
    subtype: 'message_deleted',
    previous_message: publicMessage(was),
    channel: channel.id,
    hidden: true,
    deleted_ts: was.ts,
    ts,
    event_ts: ts,
    channel_type: channelType(channel),
  });
};
