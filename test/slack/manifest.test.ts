import { describe, expect, it } from 'vitest';
import { COMMAND, SHORTCUT } from '../../slack/ids.ts';
import manifest from '../../slack/manifest.json' with { type: 'json' };
import { EVENTS_PATH } from '../../slack/receiver.ts';

const { display_information: display, features, oauth_config: oauth, settings } = manifest;

/** Lengths and counts of Slack's manifest schema 2.0. */
describe("the app's manifest", () => {
  it.each([
    ['name', display.name.length, 1, 35],
    ['description', display.description.length, 1, 140],
    ['long description', display.long_description.length, 175, 4000],
    ['agent description', features.agent_view.agent_description.length, 1, 300],
    ['suggested prompts', features.agent_view.suggested_prompts.length, 1, 4],
    ['display name of the bot', features.bot_user.display_name.length, 1, 80],
    ['slash commands', features.slash_commands.length, 1, 50],
    ['shortcuts', features.shortcuts.length, 1, 10],
    ['events', settings.event_subscriptions.bot_events.length, 1, 100],
  ])('%s: %i is within %i and %i', (_, actual, least, most) => {
    expect(actual).toBeGreaterThanOrEqual(least);
    expect(actual).toBeLessThanOrEqual(most);
  });

  it('names commands and shortcuts as the listeners do', () => {
    expect(features.slash_commands.map((each) => each.command)).toEqual(Object.values(COMMAND));
    expect(features.shortcuts.map((each) => each.callback_id)).toEqual(Object.values(SHORTCUT));
    for (const { command, description } of features.slash_commands) {
      expect(command.length).toBeLessThanOrEqual(32);
      expect(description.length).toBeLessThanOrEqual(2000);
    }
    for (const { name } of features.shortcuts) expect(name.length).toBeLessThanOrEqual(24);
  });

  it('sends everything to the one address that is mounted', () => {
    const urls = [
      settings.event_subscriptions.request_url,
      settings.interactivity.request_url,
      settings.interactivity.message_menu_options_url,
      ...features.slash_commands.map((each) => each.url),
    ];
    for (const url of urls) expect(new URL(url).pathname).toBe(EVENTS_PATH);
  });

  it('asks for the scopes that its events and methods need, each once', () => {
    const bot = oauth.scopes.bot;
    expect(new Set(bot).size).toBe(bot.length);
    const needed: Record<string, string> = {
      'message.im': 'im:history',
      app_mention: 'app_mentions:read',
      'message.channels': 'channels:history',
      'message.groups': 'groups:history',
      link_shared: 'links:read',
      subteam_members_changed: 'usergroups:read',
      user_change: 'users:read',
    };
    const all = [...bot, ...oauth.scopes.bot_optional];
    for (const event of settings.event_subscriptions.bot_events) {
      if (needed[event] !== undefined) expect(all).toContain(needed[event]);
    }
    expect(all).toEqual(expect.arrayContaining(['chat:write', 'commands', 'files:read']));
  });
});
