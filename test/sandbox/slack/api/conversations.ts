import type { Json } from '../block-kit/schema.ts';
import { publicMessage } from '../events.ts';
import { SlackRefusal } from '../messages.ts';
import { APP } from '../people.ts';
import { type Channel, findChannel, type Message } from '../workspace.ts';
import { type Call, channelOf, type Method, needScope, optional, page, truthy, wanted } from './method.ts';

const describe = (channel: Channel): Json => ({
  id: channel.id,
  ...(channel.kind === 'im'
    ? { user: [...channel.members].find((member) => member !== APP.botUser) }
    : { name: channel.name, name_normalized: channel.name, topic: { value: channel.topic, creator: '', last_set: 0 } }),
  is_channel: channel.kind === 'channel',
  is_group: false,
  is_im: channel.kind === 'im',
  is_mpim: false,
  is_private: channel.kind !== 'channel',
  is_archived: channel.archived === true,
  is_member: channel.members.has(APP.botUser),
  is_ext_shared: false,
  num_members: channel.members.size,
});

/** Opens the direct message with one person. Channels for several are not part of the sandbox. */
const open = ({ workspace, args }: Call): Json => {
  const user = optional(args, 'users') ?? optional(args, 'channel');
  const channel = user === undefined ? null : findChannel(workspace, user);
  if (user === undefined) throw new SlackRefusal('users_list_not_supplied');
  if (channel?.kind !== 'im') throw new SlackRefusal('user_not_found');
  return truthy(args.return_im)
    ? { no_op: true, already_open: true, channel: describe(channel) }
    : { channel: { id: channel.id } };
};

const shown = (args: Json) => (message: Message) => ({
  ...publicMessage(message),
  ...(truthy(args.include_all_metadata) && message.metadata ? { metadata: message.metadata } : {}),
});

const between = (args: Json, messages: readonly Message[]): Message[] => {
  const oldest = Number(optional(args, 'oldest') ?? 0);
  const latest = Number(optional(args, 'latest') ?? Number.POSITIVE_INFINITY);
  const inclusive = truthy(args.inclusive);
  return messages.filter(({ ts, ephemeral_to: to }) => {
    const at = Number(ts);
    return to === undefined && (inclusive ? at >= oldest && at <= latest : at > oldest && at < latest);
  });
};

const listed = (args: Json, messages: readonly Message[], standard: number): Json => {
  const { items, more, cursor } = page(args, messages, standard);
  return { messages: items.map(shown(args)), has_more: more, response_metadata: { next_cursor: cursor } };
};

const HISTORY = { channel: 'channels:history', private: 'groups:history', im: 'im:history' } as const;

const member = (call: Call): Channel => {
  // A person is no conversation: `chat.postMessage` alone takes one.
  if (/^[UW]/.test(optional(call.args, 'channel') ?? '')) throw new SlackRefusal('channel_not_found');
  const channel = channelOf(call);
  needScope(call.slack, HISTORY[channel.kind]);
  if (!channel.members.has(APP.botUser)) throw new SlackRefusal('not_in_channel');
  return channel;
};

/** Newest first, without replies. */
const history = (call: Call): Json => {
  const roots = member(call).messages.filter(
    ({ ts, thread_ts: thread, subtype }) => thread === undefined || thread === ts || subtype === 'thread_broadcast',
  );
  return listed(call.args, between(call.args, roots).reverse(), 100);
};

/** The root and its replies, oldest first. */
const replies = (call: Call): Json => {
  const ts = wanted(call.args, 'ts', 'thread_not_found');
  const thread = member(call).messages.filter((message) => message.ts === ts || message.thread_ts === ts);
  if (thread.length === 0) throw new SlackRefusal('thread_not_found');
  return listed(call.args, between(call.args, thread), 1000);
};

export const conversationMethods: Record<string, Method> = {
  'conversations.open': { scopes: ['im:write'], tier: 3, run: open },
  'conversations.info': {
    scopes: ['channels:read', 'groups:read', 'im:read'],
    tier: 3,
    run: (call) => ({ channel: describe(channelOf(call)) }),
  },
  'conversations.history': { tier: 3, run: history },
  'conversations.replies': { tier: 3, run: replies },
  'conversations.members': {
    scopes: ['channels:read', 'groups:read', 'im:read'],
    tier: 4,
    run: (call) => {
      const { items, cursor } = page(call.args, [...channelOf(call).members], 100);
      return { members: items, response_metadata: { next_cursor: cursor } };
    },
  },
  'conversations.join': {
    scopes: ['channels:join'],
    tier: 3,
    run: (call) => {
      const channel = channelOf(call);
      if (channel.kind !== 'channel') throw new SlackRefusal('method_not_supported_for_channel_type');
      channel.members.add(APP.botUser);
      return { channel: describe(channel) };
    },
  },
};
