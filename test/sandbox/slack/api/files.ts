import type { Json } from '../block-kit/schema.ts';
import { storeFile } from '../files.ts';
import { add, SlackRefusal } from '../messages.ts';
import { APP } from '../people.ts';
import { changed, findChannel, id, timestamp } from '../workspace.ts';
import { type Call, type Method, optional, wanted } from './method.ts';

/** Files: what people attached, and the two-step upload by which an app shares its own. */

const info = ({ workspace, args }: Call): Json => {
  const file = workspace.files.get(wanted(args, 'file', 'file_not_found'));
  if (file === undefined) throw new SlackRefusal('file_not_found');
  return { file: file.info, comments: [], response_metadata: { next_cursor: '' } };
};

const getUploadUrl = ({ slack, workspace, args }: Call): Json => {
  const name = wanted(args, 'filename');
  const length = Number(args.length);
  if (!Number.isInteger(length) || length <= 0)
    throw new SlackRefusal('invalid_arguments', ['[ERROR] length must be positive']);
  const fileId = id('F0');
  slack.uploads.set(fileId, { team: workspace.team, name, length, bytes: null });
  return { upload_url: `${slack.options.sandboxUrl}/slack/upload/${fileId}`, file_id: fileId };
};

const completeUpload = (call: Call): Json => {
  const { slack, workspace, args } = call;
  if (!Array.isArray(args.files) || args.files.length === 0) throw new SlackRefusal('invalid_arguments');
  const finished = (args.files as Json[]).map((file) => {
    const upload = slack.uploads.get(String(file.id));
    if (upload === undefined || upload.team !== workspace.team) throw new SlackRefusal('file_not_found');
    if (upload.bytes === null) throw new SlackRefusal('file_not_found');
    const stored = storeFile(workspace, slack.options.sandboxUrl, {
      name: upload.name,
      title: optional(file, 'title'),
      mimetype: 'application/octet-stream',
      bytes: upload.bytes,
      user: APP.botUser,
      created: slack.options.clock.now(),
    });
    slack.uploads.delete(String(file.id));
    return stored.info;
  });
  const target = optional(args, 'channel_id');
  if (target !== undefined) {
    const channel = findChannel(workspace, target);
    if (channel === null) throw new SlackRefusal('channel_not_found');
    if (!channel.members.has(APP.botUser)) throw new SlackRefusal('not_in_channel');
    add(
      slack,
      workspace,
      channel,
      {
        type: 'message',
        subtype: 'file_share',
        ts: timestamp(slack.options.clock, channel),
        user: APP.botUser,
        bot_id: APP.botId,
        app_id: APP.appId,
        text: optional(args, 'initial_comment') ?? '',
        files: finished,
      },
      { threadTs: optional(args, 'thread_ts') },
    );
  }
  changed(workspace);
  return { files: finished };
};

export const fileMethods: Record<string, Method> = {
  'files.info': { scopes: ['files:read'], tier: 4, run: info },
  'files.getUploadURLExternal': { scopes: ['files:write'], tier: 4, run: getUploadUrl },
  'files.completeUploadExternal': { scopes: ['files:write'], tier: 4, run: completeUpload },
};
