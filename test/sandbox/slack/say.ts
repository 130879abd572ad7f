import { randomUUID } from 'node:crypto';
import type { Json } from './block-kit/schema.ts';
import type { Slack } from './context.ts';
import { storeFile } from './files.ts';
import { add } from './messages.ts';
import { ControlError } from './payloads.ts';
import { APP } from './people.ts';
import { richTextOf } from './state.ts';
import { type Channel, findChannel, type Message, timestamp, type Workspace } from './workspace.ts';

export type Attachment = { name: string; mimetype: string; base64: string };

/** `&`, `<` and `>` as Slack sends what a person typed; mentions and links that are written in Slack's way stay. */
const escapeTyped = (text: string): string =>
  text.replace(/<(?:[@#!][^<>]+|https?:\/\/[^<>]+|mailto:[^<>]+)>|[&<>]/g, (part) =>
    part === '&' ? '&amp;' : part === '<' ? '&lt;' : part === '>' ? '&gt;' : part,
  );

export const channelFor = (workspace: Workspace, user: string, wanted: string): Channel => {
  const channel = findChannel(workspace, wanted);
  if (channel === null) throw new ControlError(404, `no channel ${wanted}`);
  if (!channel.members.has(user)) throw new ControlError(403, `${user} is not in ${channel.id}`);
  return channel;
};

export const storeAttachment = (slack: Slack, workspace: Workspace, user: string, file: Attachment) =>
  storeFile(workspace, slack.options.sandboxUrl, {
    name: file.name,
    mimetype: file.mimetype,
    bytes: Buffer.from(file.base64, 'base64'),
    user,
    created: slack.options.clock.now(),
  });

/** Messages of people of a connected workspace say where they are from. */
const homeOf = (workspace: Workspace, user: string): Json => {
  const home = workspace.people.get(user)?.home;
  return home === undefined ? {} : { team: home, user_team: home, source_team: home };
};

/** Somebody writes: the message stands in the channel, and the app is told of it as Slack would. */
export const say = (
  slack: Slack,
  workspace: Workspace,
  given: { user: string; channel: string; text: string; thread_ts?: string; mention?: boolean; files?: Attachment[] },
): Message => {
  const { user } = given;
  if (!workspace.people.has(user)) throw new ControlError(404, `no person ${user} in the workspace`);
  const channel = channelFor(workspace, user, given.channel);
  const mentioned = given.mention === true && !given.text.includes(`<@${APP.botUser}>`);
  const text = escapeTyped(`${mentioned ? `<@${APP.botUser}> ` : ''}${given.text}`);
  const files = (given.files ?? []).map((file) => storeAttachment(slack, workspace, user, file).info);
  if (text.trim() === '' && files.length === 0) throw new ControlError(400, 'write a text or attach a file');
  const message: Message = {
    type: 'message',
    ...(files.length > 0 ? { subtype: 'file_share', files, upload: true } : {}),
    ts: timestamp(slack.options.clock, channel),
    client_msg_id: randomUUID(),
    user,
    team: workspace.team,
    ...homeOf(workspace, user),
    text,
    ...(text === '' ? {} : { blocks: [{ ...richTextOf(text), block_id: randomUUID().slice(0, 5) }] as Json[] }),
  };
  return add(slack, workspace, channel, message, { threadTs: given.thread_ts });
};
