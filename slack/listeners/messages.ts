import type { App } from '@slack/bolt';
import { z } from 'zod';
import type { SlackDeps } from '../deps.ts';
import { SlackFile, storeFiles } from '../files/download.ts';
import { respond, type Said } from '../talk/respond.ts';
import { plainText } from '../text/plain.ts';
import { isStaff, type Pressed, refusalText, shopOf, tellPresser } from './interaction.ts';

/** A message as far as it concerns us; an edited, deleted or bot's message does not parse. */
const Message = z.object({
  type: z.enum(['message', 'app_mention']),
  /** With files; or a reply that was sent to the channel as well. */
  subtype: z.enum(['file_share', 'thread_broadcast']).optional(),
  bot_id: z.undefined().optional(),
  user: z.string(),
  /** Of people of a connected workspace: their own. */
  user_team: z.string().optional(),
  source_team: z.string().optional(),
  text: z.string().default(''),
  channel: z.string(),
  channel_type: z.string().optional(),
  ts: z.string(),
  thread_ts: z.string().optional(),
  files: z.array(SlackFile).optional(),
});
type Message = z.infer<typeof Message>;

type From = Readonly<{ team: string; token: string | null; client: Pressed['client']; botUser: string | null }>;

/**
 * A message and the mention in it arrive as two events: both carry the message's own timestamp, so that they propose
 * once. In a channel only mentions and threads of ours are read.
 */
const handleMessage = async (deps: SlackDeps, event: unknown, from: From): Promise<void> => {
  const parsed = Message.safeParse(event);
  if (!parsed.success) return;
  const message = parsed.data;
  const direct = message.channel_type === 'im';
  const mentioned = message.type === 'app_mention';
  const inThread = message.thread_ts !== undefined && message.thread_ts !== message.ts;
  if (!direct && !mentioned && !inThread) return;
  // The mention comes as an event of its own.
  if (message.type === 'message' && !direct && from.botUser !== null && message.text.includes(`<@${from.botUser}>`))
    return;
  const shop = await shopOf(deps, from.team);
  if (shop === null) return;

  const thread = { channel: message.channel, ts: message.thread_ts ?? message.ts };
  const actor = {
    kind: 'slack' as const,
    team: message.user_team ?? message.source_team ?? from.team,
    user: message.user,
  };
  const addressed = direct || mentioned;
  const detail = inThread ? await deps.read.caseByThread(shop, thread.channel, thread.ts) : null;
  const ours =
    addressed ||
    detail !== null ||
    (inThread && (await deps.read.openProposalByThread(shop, thread.channel, thread.ts)) !== null);
  if (!ours) return;

  const pressed: Pressed = {
    team: from.team,
    user: message.user,
    userTeam: actor.team,
    channel: message.channel,
    messageTs: message.ts,
    threadTs: inThread ? thread.ts : null,
    triggerId: null,
    inModal: false,
    client: from.client,
  };
  const fetched = await photosOf(deps, shop, message, from.token);
  if (fetched.refused.length > 0) await tellPresser(deps, pressed, `Not kept: ${fetched.refused.join('; ')}`);
  if (deps.transcript !== undefined && (detail !== null || (await isStaff(deps, shop, pressed)))) {
    await deps.transcript.noteTranscript(shop, {
      caseId: detail?.case.id ?? null,
      channel: message.channel,
      threadTs: thread.ts,
      ts: message.ts,
      by: message.user,
      text: plainText(message.text),
      at: deps.clock.now(),
    });
  }
  const said: Said = {
    shop,
    actor,
    text: message.text,
    thread,
    key: `message:${from.team}:${message.channel}:${message.ts}`,
    photos: fetched.stored,
    addressed,
  };
  const work = (signal?: AbortSignal) => respond(deps, signal === undefined ? said : { ...said, signal });
  const outcome =
    addressed && deps.atWork !== undefined ? await deps.atWork.during(from.client, thread, work) : await work();
  if (outcome?.status === 'refused') await tellPresser(deps, pressed, refusalText(outcome));
};

const photosOf = async (deps: SlackDeps, shop: string, message: Message, token: string | null) => {
  if (message.files === undefined || message.files.length === 0 || token === null) return { stored: [], refused: [] };
  return storeFiles(deps, shop, token, message.files);
};

/** Direct messages, mentions, and replies in threads of ours. */
export const messages = (bolt: App, deps: SlackDeps): void => {
  const botUserOf = (body: object): string | null => {
    const authorizations = (body as { authorizations?: readonly { user_id?: string; is_bot?: boolean }[] })
      .authorizations;
    return authorizations?.find((each) => each.is_bot === true)?.user_id ?? null;
  };
  bolt.event('message', async ({ event, body, client, context }) => {
    await handleMessage(deps, event, {
      team: body.team_id,
      token: context.botToken ?? null,
      client,
      botUser: botUserOf(body),
    });
  });
  bolt.event('app_mention', async ({ event, body, client, context }) => {
    await handleMessage(deps, event, {
      team: body.team_id,
      token: context.botToken ?? null,
      client,
      botUser: botUserOf(body),
    });
  });
};
