import { LIMITS } from './block-kit/limits.ts';
import { isObject, type Json } from './block-kit/schema.ts';
import { blocksAreTooLong, checkMessageBlocks, inSlacksWords } from './block-kit.ts';
import type { Slack } from './context.ts';
import { sendMessageChanged, sendMessageDeleted, sendMessageEvents } from './events.ts';
import { APP } from './people.ts';
import { type Channel, changed, findMessage, type Message, timestamp, type Workspace, withIds } from './workspace.ts';

/** `ok: false` with Slack's word for it. */
export class SlackRefusal extends Error {
  override readonly name = 'SlackRefusal';
  readonly code: string;
  /** Slack's explanations, each with a JSON pointer. */
  readonly messages: readonly string[];
  /** What else the answer says. */
  readonly more: Json;
  constructor(code: string, messages: readonly string[] = [], more: Json = {}) {
    super(`slack refuses: ${[code, ...messages].join('; ')}`);
    this.code = code;
    this.messages = messages;
    this.more = more;
  }
}

export type Content = {
  text: string;
  blocks?: Json[];
  attachments?: Json[];
  metadata?: Json;
  mrkdwn?: boolean;
};

/** Checks what a message says, as posting and updating it do. @throws SlackRefusal */
export const checkContent = (args: Json, textLimit: number): Content => {
  const { blocks, attachments, metadata, markdown_text: markdown } = args;
  const text = args.text === undefined || args.text === null ? '' : args.text;
  if (typeof text !== 'string')
    throw new SlackRefusal('invalid_arguments', ['[ERROR] must be a string [json-pointer:/text]']);
  if (markdown !== undefined) {
    if (text !== '' || blocks !== undefined) throw new SlackRefusal('markdown_text_conflict');
    if (typeof markdown !== 'string' || markdown.length > LIMITS.markdownText) throw new SlackRefusal('msg_too_long');
  }
  if (blocks !== undefined && !Array.isArray(blocks)) throw new SlackRefusal('invalid_blocks_format');
  if (attachments !== undefined && !Array.isArray(attachments)) throw new SlackRefusal('invalid_attachments');
  const empty = (list: unknown): boolean => !Array.isArray(list) || list.length === 0;
  if (text.trim() === '' && markdown === undefined && empty(blocks) && empty(attachments))
    throw new SlackRefusal('no_text');
  if (text.length > textLimit) throw new SlackRefusal('msg_too_long');
  if (blocks !== undefined) {
    const complaints = checkMessageBlocks(blocks).map(inSlacksWords);
    if (complaints.length > 0) throw new SlackRefusal('invalid_blocks', complaints);
    if (blocksAreTooLong(blocks)) throw new SlackRefusal('msg_blocks_too_long');
  }
  if (metadata !== undefined) {
    if (!isObject(metadata) || typeof metadata.event_type !== 'string' || !isObject(metadata.event_payload))
      throw new SlackRefusal('invalid_metadata_format');
    if (JSON.stringify(metadata).length > LIMITS.metadata) throw new SlackRefusal('metadata_too_large');
  }
  return {
    text: text || (typeof markdown === 'string' ? markdown : ''),
    ...(blocks === undefined ? {} : { blocks: withIds(blocks as Json[]) }),
    ...(attachments === undefined ? {} : { attachments: attachments as Json[] }),
    ...(metadata === undefined ? {} : { metadata: metadata as Json }),
  };
};

/** The fields by which Slack marks a message as an app's. */
const byApp = (workspace: Workspace) => ({
  user: APP.botUser,
  bot_id: APP.botId,
  app_id: APP.appId,
  team: workspace.team,
  bot_profile: { id: APP.botId, app_id: APP.appId, name: APP.name, deleted: false, team_id: workspace.team },
});

/** Posts as the app. A reply to a reply goes to the thread's root. @throws SlackRefusal `thread_not_found` */
export const postAsApp = (
  slack: Slack,
  workspace: Workspace,
  channel: Channel,
  content: Content,
  options: { threadTs?: string; broadcast?: boolean; ephemeralTo?: string },
): Message => {
  const message: Message = {
    type: 'message',
    ts: timestamp(slack.options.clock, channel),
    ...byApp(workspace),
    ...content,
    ...(options.ephemeralTo === undefined ? {} : { ephemeral_to: options.ephemeralTo }),
  };
  return add(slack, workspace, channel, message, options);
};

/** Adds a message to a channel and tells the app about it. */
export const add = (
  slack: Slack,
  workspace: Workspace,
  channel: Channel,
  message: Message,
  options: { threadTs?: string; broadcast?: boolean } = {},
): Message => {
  if (options.threadTs !== undefined) {
    const named = findMessage(channel, options.threadTs);
    if (named === null) throw new SlackRefusal('thread_not_found');
    const root = named.thread_ts === undefined ? named : (findMessage(channel, named.thread_ts) ?? named);
    message.thread_ts = root.ts;
    if (options.broadcast === true) message.subtype = 'thread_broadcast';
    if (message.ephemeral_to === undefined) {
      root.thread_ts = root.ts;
      root.reply_count = Number(root.reply_count ?? 0) + 1;
      root.latest_reply = message.ts;
      root.reply_users = [...new Set([...((root.reply_users as string[]) ?? []), message.user as string])];
    }
    message.parent_user_id = root.user;
    channel.status.delete(root.ts);
  } else channel.status.delete('');
  channel.messages.push(message);
  changed(workspace);
  if (message.ephemeral_to === undefined) sendMessageEvents(slack, workspace, channel, message);
  return message;
};

/** Replaces what an app's message says. What is not given stays as it was: an empty list takes blocks away. */
export const rewrite = (
  slack: Slack,
  workspace: Workspace,
  channel: Channel,
  message: Message,
  content: Content,
): Message => {
  const was = structuredClone(message);
  Object.assign(message, content);
  for (const field of ['blocks', 'attachments'] as const) if (content[field]?.length === 0) delete message[field];
  message.edited = { user: APP.botUser, ts: timestamp(slack.options.clock, channel) };
  changed(workspace);
  if (message.ephemeral_to === undefined) sendMessageChanged(slack, workspace, channel, message, was);
  return message;
};

export const remove = (slack: Slack, workspace: Workspace, channel: Channel, message: Message): void => {
  channel.messages.splice(channel.messages.indexOf(message), 1);
  const root = message.thread_ts === undefined ? null : findMessage(channel, message.thread_ts);
  if (root !== null && root !== message) root.reply_count = Math.max(0, Number(root.reply_count ?? 1) - 1);
  changed(workspace);
  if (message.ephemeral_to === undefined)
    sendMessageDeleted(slack, workspace, channel, message, timestamp(slack.options.clock, channel));
};
