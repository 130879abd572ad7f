import { webApi } from '@slack/bolt';
import type { Thread } from '../../policy/app/records.ts';
import { escapeMrkdwn, truncate } from '../text/escape.ts';

/** Where the bot may not write, it writes to the person instead. */
const NOT_THERE = new Set(['channel_not_found', 'not_in_channel', 'is_archived', 'restricted_action']);

/**
 * A slash command or a form leaves no message that a thread could hang from: this is it. Who asked for what, in the
 * channel where it was asked; everything else follows in its thread.
 */
export const startThread = async (
  client: webApi.WebClient,
  channel: string | null,
  user: string,
  text: string,
): Promise<Thread> => {
  const words = `<@${user}>: ${escapeMrkdwn(truncate(text, 500))}`;
  const post = async (where: string): Promise<Thread> => {
    const answer = await client.chat.postMessage({
      channel: where,
      text: words,
      unfurl_links: false,
      unfurl_media: false,
    });
    return { channel: answer.channel ?? where, ts: answer.ts ?? '' };
  };
  if (channel === null) return post(user);
  try {
    return await post(channel);
  } catch (error) {
    if (error instanceof webApi.WebAPIPlatformError && NOT_THERE.has(error.data.error)) return post(user);
    throw error;
  }
};
