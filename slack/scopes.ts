import manifest from './manifest.json' with { type: 'json' };

const { bot, bot_optional: optional } = manifest.oauth_config.scopes;

/** What the app asks for; the manifest has the same. A workspace may leave out the optional ones. */
export const SLACK_SCOPES = { bot, optional } as const;
