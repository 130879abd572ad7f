import type { App } from '@slack/bolt';
import type { SlackDeps } from '../deps.ts';
import manifest from '../manifest.json' with { type: 'json' };

const [first, ...others] = manifest.features.agent_view.suggested_prompts;

/** Somebody opens the conversation with the bot: a few things to begin with. The manifest has the same. */
export const suggestions = (bolt: App, deps: SlackDeps): void => {
  bolt.event('app_home_opened', async ({ event, client }) => {
    if (event.tab !== 'messages' || first === undefined) return;
    try {
      await client.assistant.threads.setSuggestedPrompts({ channel_id: event.channel, prompts: [first, ...others] });
    } catch (error) {
      // They are a courtesy: a workspace without agents has none, and nothing is to be tried again.
      deps.log.info({ err: error }, 'prompts could not be suggested');
    }
  });
};
