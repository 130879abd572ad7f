import type { App } from '@slack/bolt';
import { z } from 'zod';
import type { SlackDeps } from '../deps.ts';

const Stopped = z.object({
  channel: z.string().optional(),
  channel_id: z.string().optional(),
  thread_ts: z.string().optional(),
});

/** *Stop* in the agent's conversation: what is being worked out is given up. Nothing was done before a confirmation. */
export const stopListener = (bolt: App, deps: SlackDeps): void => {
  // The typed events of the library are older than this one.
  bolt.event('agent_session_stopped' as 'message', async ({ event }) => {
    const parsed = Stopped.safeParse(event);
    const channel = parsed.success ? (parsed.data.channel ?? parsed.data.channel_id) : undefined;
    if (parsed.success && channel !== undefined) deps.atWork?.stop({ channel, ts: parsed.data.thread_ts ?? null });
  });
};
