import { LIMITS, TIMES } from './block-kit/limits.ts';
import type { Json } from './block-kit/schema.ts';
import type { Slack } from './context.ts';
import { checkContent, postAsApp, remove, rewrite, SlackRefusal } from './messages.ts';
import type { Channel, Message, Workspace } from './workspace.ts';

/** Messages that come back through a `response_url`, or as the answer to a slash command. */

type Reply = { status: number; body: Json | string };

/** `POST` to a response_url: five uses in thirty minutes. */
export const useResponseUrl = (slack: Slack, key: string, body: Json): Reply => {
  for (const workspace of slack.workspaces.values()) {
    const target = workspace.responseUrls.get(key);
    if (target === undefined) continue;
    if (Date.now() > target.expiresAt) return { status: 404, body: { ok: false, error: 'expired_url' } };
    if (target.uses >= TIMES.responseUrlUses) return { status: 404, body: { ok: false, error: 'used_url' } };
    const channel = workspace.channels.get(target.channel) as Channel;
    const source =
      target.source === null ? null : (channel.messages.find(({ ts }) => ts === target.source?.ts) ?? null);
    try {
      apply(slack, workspace, channel, target.user, source, body);
    } catch (error) {
      if (!(error instanceof SlackRefusal)) throw error;
      return { status: 400, body: { ok: false, error: error.code, messages: [...error.messages] } };
    }
    target.uses += 1;
    return { status: 200, body: 'ok' };
  }
  return { status: 404, body: { ok: false, error: 'invalid_url' } };
};

const apply = (
  slack: Slack,
  workspace: Workspace,
  channel: Channel,
  user: string,
  source: Message | null,
  body: Json,
): void => {
  if (body.delete_original === true) {
    if (source === null) throw new SlackRefusal('message_not_found');
    remove(slack, workspace, channel, source);
    return;
  }
  const content = checkContent(body, LIMITS.messageText);
  if (body.replace_original === true) {
    if (source === null) throw new SlackRefusal('message_not_found');
    // Unlike chat.update, a replacement keeps nothing of the original.
    rewrite(slack, workspace, channel, source, {
      ...content,
      blocks: content.blocks ?? [],
      attachments: content.attachments ?? [],
    });
    return;
  }
  postAsApp(slack, workspace, channel, content, {
    threadTs: typeof body.thread_ts === 'string' ? body.thread_ts : undefined,
    ...(body.response_type === 'in_channel' ? {} : { ephemeralTo: user }),
  });
};

/** What an app answers to a slash command at once: nothing, plain text, or a message. */
export const answerCommand = (
  slack: Slack,
  workspace: Workspace,
  channel: Channel,
  user: string,
  text: string,
  isJson: boolean,
): void => {
  if (text.trim() === '') return;
  const body: Json = isJson ? JSON.parse(text) : { text };
  apply(slack, workspace, channel, user, null, { ...body, replace_original: false, delete_original: false });
};
