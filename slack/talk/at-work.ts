import type { webApi } from '@slack/bolt';
import type { Thread } from '../../policy/app/records.ts';
import type { SlackDeps } from '../deps.ts';

/**
 * Shows that something is being worked out, in the agent's own place for it, and lets a person stop it: *Stop* aborts
 * what this process is asking for in that conversation. It is a courtesy: where Slack has no place for it nothing fails.
 */
export const createAtWork = (log: SlackDeps['log']) => {
  const running = new Map<string, Set<AbortController>>();
  const keyOf = ({ channel, ts }: Thread): string => `${channel}/${ts}`;
  return {
    /** Runs `work`, with a status meanwhile; its signal is aborted when somebody presses *Stop*. */
    during: async <T>(
      client: webApi.WebClient,
      thread: Thread,
      work: (signal: AbortSignal) => Promise<T>,
    ): Promise<T> => {
      const controller = new AbortController();
      const key = keyOf(thread);
      const others = running.get(key) ?? new Set();
      running.set(key, others.add(controller));
      const say = (status: string): void => {
        client.assistant.threads
          .setStatus({ channel_id: thread.channel, thread_ts: thread.ts, status })
          .catch((error: unknown) => log.debug({ err: error }, 'no place for a status here'));
      };
      say('is looking it up…');
      try {
        return await work(controller.signal);
      } finally {
        others.delete(controller);
        if (others.size === 0) running.delete(key);
        say('');
      }
    },
    /** @returns how many were stopped */
    stop: (thread: { channel: string; ts: string | null }): number => {
      let stopped = 0;
      for (const [key, controllers] of running) {
        if (thread.ts === null ? !key.startsWith(`${thread.channel}/`) : key !== `${thread.channel}/${thread.ts}`)
          continue;
        for (const controller of controllers) {
          controller.abort();
          stopped += 1;
        }
      }
      return stopped;
    },
  };
};

export type AtWork = ReturnType<typeof createAtWork>;
