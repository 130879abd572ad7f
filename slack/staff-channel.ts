import type { webApi } from '@slack/bolt';
import { CallFailed, type StaffChannel, type StaffMessage } from '../policy/app/ports.ts';
import type { ReadModel } from '../policy/app/read-model.ts';
import type { Thread } from '../policy/app/records.ts';
import type { Installations } from '../policy/app/store.ts';
import { callFailed } from './call-failed.ts';
import type { HomePublisher } from './home/publisher.ts';
import { METADATA_EVENT } from './ids.ts';
import type { createPace } from './pace.ts';
import type { Links } from './text/links.ts';
import type { Message } from './views/blocks.ts';
import { fitMessage } from './views/fit-message.ts';
import { staffMessage } from './views/message.ts';

type Target = Parameters<StaffChannel['show']>[1];
type Client = webApi.WebClient;

type Deps = Readonly<{
  read: Pick<ReadModel, 'shop'>;
  installations: Pick<Installations, 'slackToken'>;
  clientFor: (token: string) => Client;
  pace: ReturnType<typeof createPace>;
  homes?: Pick<HomePublisher, 'soon'>;
  links?: Links;
}>;

/** Somebody waits for these: an answer to what they wrote, an approval. Cards of a burst wait their turn. */
const URGENT: ReadonlySet<StaffMessage['kind']> = new Set(['proposal', 'approval', 'say']);

/** How far back a message whose answer was lost is looked for; it was posted moments ago. */
const LOOK_BACK_MESSAGES = 100;

/** Messages as Slack keeps them: posted once under a key, updated in place afterwards. */
export const createStaffChannel = (deps: Deps): StaffChannel => {
  /** Keys whose post may have gone through, for callers that try again in this process without saying so. */
  const unsure = new Set<string>();

  const clientOf = async (shop: string): Promise<Client> => {
    const team = (await deps.read.shop(shop))?.slackTeam ?? null;
    const token = team === null ? null : await deps.installations.slackToken(team);
    if (token === null)
      throw new CallFailed('refused', `no slack workspace is connected to ${shop}: connect one in the app`);
    return deps.clientFor(token);
  };

  const post = async (client: Client, target: Target, message: Message, urgent: boolean): Promise<Thread> => {
    if (target.retry === true || unsure.has(target.key)) {
      const found = await findByKey(client, target);
      if (found !== null) {
        unsure.delete(target.key);
        return update(client, { ...target, ...found }, message, urgent);
      }
    }
    const { waitMs, refused } = deps.pace(target.channel, Date.now(), urgent);
    if (refused)
      throw new CallFailed('unavailable', `too many messages at once for one channel`, {
        retryAfterMs: waitMs,
        paced: true,
      });
    if (waitMs > 0) await new Promise((resolve) => setTimeout(resolve, waitMs));
    try {
      const answer = await client.chat.postMessage({
        channel: target.channel,
        ...(target.threadTs === null || target.threadTs === '' ? {} : { thread_ts: target.threadTs }),
        text: message.text,
        blocks: message.blocks,
        metadata: { event_type: METADATA_EVENT, event_payload: { key: target.key } },
        // Links in customers' words are shown, never fetched.
        unfurl_links: false,
        unfurl_media: false,
      });
      unsure.delete(target.key);
      return { channel: answer.channel ?? target.channel, ts: answer.ts ?? '' };
    } catch (error) {
      const failed = callFailed(error, 'chat.postMessage', false);
      if (failed.outcome === 'unknown') unsure.add(target.key);
      throw failed;
    }
  };

  const update = async (
    client: Client,
    target: Target & { ts: string },
    message: Message,
    urgent: boolean,
  ): Promise<Thread> => {
    try {
      await client.chat.update({
        channel: target.channel,
        ts: target.ts,
        text: message.text,
        blocks: message.blocks,
        metadata: { event_type: METADATA_EVENT, event_payload: { key: target.key } },
      });
      return { channel: target.channel, ts: target.ts };
    } catch (error) {
      // Somebody deleted the message: the case is still to be seen.
      if (slackError(error) === 'message_not_found') return post(client, { ...target, ts: null }, message, urgent);
      throw callFailed(error, 'chat.update', true);
    }
  };

  return {
    show: async (shop, target, message) => {
      const client = await clientOf(shop);
      const shown = fitMessage(staffMessage(message, deps.links));
      const { ts } = target;
      // What waits, or no longer does, stands on the Homes of those who decide.
      if (message.kind === 'approval') deps.homes?.soon(shop);
      const urgent = URGENT.has(message.kind) && !(message.kind === 'say' && message.quiet === true);
      return ts === null ? post(client, target, shown, urgent) : update(client, { ...target, ts }, shown, urgent);
    },
  };
};

const slackError = (error: unknown): string | null => {
  const data = (error as { data?: { error?: unknown } } | null)?.data;
  return typeof data?.error === 'string' ? data.error : null;
};

/** A message may be sent to a person; to read and to change it takes the conversation with them. */
const conversationOf = async (client: Client, channel: string): Promise<string> =>
  /^[UW]/.test(channel) ? ((await client.conversations.open({ users: channel })).channel?.id ?? channel) : channel;

/** The message that carries the key, or null where none does. */
const findByKey = async (client: Client, target: Target): Promise<Thread | null> => {
  try {
    const channel = await conversationOf(client, target.channel);
    const where = { channel, include_all_metadata: true, limit: LOOK_BACK_MESSAGES };
    const answer =
      target.threadTs === null || target.threadTs === ''
        ? await client.conversations.history(where)
        : await client.conversations.replies({ ...where, ts: target.threadTs });
    const messages: readonly { ts?: string; metadata?: { event_payload?: unknown } }[] = answer.messages ?? [];
    const ts = messages.find((message) => keyOf(message.metadata?.event_payload) === target.key)?.ts;
    return ts === undefined ? null : { channel, ts };
  } catch (error) {
    // Not knowing whether it is there, nothing may be posted: this stays what it was until it can be read.
    const failed = callFailed(error, 'conversations.replies', true);
    throw failed.outcome === 'refused' ? new CallFailed('unknown', failed.message, { cause: error }) : failed;
  }
};

const keyOf = (payload: unknown): string | null => {
  const key = (payload as { key?: unknown } | null | undefined)?.key;
  return typeof key === 'string' ? key : null;
};
