import manifest from '../../../slack/manifest.json' with { type: 'json' };

/**
 * What Slack knows of an app: its manifest. The sandbox reads the same one that is uploaded to Slack, so that a scope or
 * an event that was forgotten there is missing here as well.
 */
export type Registration = Readonly<{
  scopes: readonly string[];
  events: readonly string[];
  shortcuts: readonly Readonly<{ name: string; type: string; callback_id: string }>[];
  commands: readonly Readonly<{ command: string; description: string; usage_hint: string }>[];
  /** Links to these, and to what lies under them, are told to the app. */
  unfurlDomains: readonly string[];
  prompts: readonly Readonly<{ title: string; message: string }>[];
}>;

const { features, oauth_config: oauth, settings } = manifest;

export const REGISTRATION: Registration = {
  scopes: [...oauth.scopes.bot, ...oauth.scopes.bot_optional],
  events: settings.event_subscriptions.bot_events,
  shortcuts: features.shortcuts,
  commands: features.slash_commands,
  unfurlDomains: features.unfurl_domains,
  prompts: features.agent_view.suggested_prompts,
};
