import { LIMITS } from '../block-kit/limits.ts';
import { isObject, type Json } from '../block-kit/schema.ts';
import { publicMessage } from '../events.ts';
import { checkContent, postAsApp, remove, rewrite, SlackRefusal } from '../messages.ts';
import { APP } from '../people.ts';
import { changed } from '../workspace.ts';
import { type Call, channelOf, type Method, messageOf, optional, truthy, wanted } from './method.ts';

/** A person's client shows this line for blocks that came without text. */
const withoutText = (text: string) =>
  text === ''
    ? { warning: 'missing_text_in_message', response_metadata: { warnings: ['missing_text_in_message'] } }
    : {};

const postMessage = (call: Call): Json => {
  const { slack, workspace, args } = call;
  const channel = channelOf(call);
  if (channel.archived === true) throw new SlackRefusal('is_archived');
  const uninvited = channel.kind === 'channel' && slack.registration.scopes.includes('chat:write.public');
  if (!channel.members.has(APP.botUser) && !uninvited) throw new SlackRefusal('not_in_channel');
  const content = checkContent(args, LIMITS.messageText);
  const message = postAsApp(slack, workspace, channel, content, {
    threadTs: optional(args, 'thread_ts'),
    broadcast: truthy(args.reply_broadcast),
  });
  return {
    channel: channel.id,
    ts: message.ts,
    message: { ...publicMessage(message), ...(message.metadata ? { metadata: message.metadata } : {}) },
    ...withoutText(content.text),
  };
};

const postEphemeral = (call: Call): Json => {
  const { slack, workspace, args } = call;
  const channel = channelOf(call);
  const user = wanted(args, 'user');
  if (!workspace.people.has(user) || !channel.members.has(user)) throw new SlackRefusal('user_not_in_channel');
  if (!channel.members.has(APP.botUser)) throw new SlackRefusal('not_in_channel');
  const message = postAsApp(slack, workspace, channel, checkContent(args, LIMITS.messageText), {
    threadTs: optional(args, 'thread_ts'),
    ephemeralTo: user,
  });
  return { message_ts: message.ts };
};

const update = (call: Call): Json => {
  const { slack, workspace, args } = call;
  const channel = channelOf(call);
  if (channel.archived === true) throw new SlackRefusal('is_inactive');
  const message = messageOf(channel, wanted(args, 'ts', 'message_not_found'));
  if (message.bot_id !== APP.botId) throw new SlackRefusal('cant_update_message');
  const content = checkContent(args, LIMITS.updatedText);
  const updated = rewrite(slack, workspace, channel, message, content);
  return { channel: channel.id, ts: updated.ts, text: updated.text, message: publicMessage(updated) };
};

const deleteMessage = (call: Call): Json => {
  const channel = channelOf(call);
  const message = messageOf(channel, wanted(call.args, 'ts', 'message_not_found'));
  if (message.bot_id !== APP.botId) throw new SlackRefusal('cant_delete_message');
  remove(call.slack, call.workspace, channel, message);
  return { channel: channel.id, ts: message.ts };
};

const getPermalink = (call: Call): Json => {
  const channel = channelOf(call);
  const { ts, thread_ts: thread } = messageOf(channel, wanted(call.args, 'message_ts', 'message_not_found'));
  const address = `${call.slack.options.sandboxUrl}/slack/archives/${channel.id}/p${ts.replace('.', '')}`;
  const reply = thread === undefined || thread === ts ? '' : `?thread_ts=${thread}&cid=${channel.id}`;
  return { channel: channel.id, permalink: address + reply };
};

const unfurl = (call: Call): Json => {
  const { args, workspace } = call;
  const message = messageOf(channelOf(call), wanted(args, 'ts', 'cannot_find_message'));
  if (!isObject(args.unfurls)) throw new SlackRefusal('missing_unfurls');
  for (const entry of Object.values(args.unfurls))
    if (!isObject(entry)) throw new SlackRefusal('cannot_parse_attachment');
    else if (entry.blocks !== undefined) checkContent({ text: '', blocks: entry.blocks }, LIMITS.messageText);
  message.attachments = Object.entries(args.unfurls).map(([url, entry]) => ({
    from_url: url,
    app_id: APP.appId,
    ...(entry as Json),
  }));
  changed(workspace);
  return {};
};

export const chatMethods: Record<string, Method> = {
  'chat.postMessage': { scopes: ['chat:write'], tier: 'special', run: postMessage, posts: true },
  'chat.postEphemeral': { scopes: ['chat:write'], tier: 4, run: postEphemeral, posts: true },
  'chat.update': { scopes: ['chat:write'], tier: 3, run: update },
  'chat.delete': { scopes: ['chat:write'], tier: 3, run: deleteMessage },
  'chat.getPermalink': { tier: 'special', run: getPermalink },
  'chat.unfurl': { scopes: ['links:write'], tier: 3, run: unfurl },
};
