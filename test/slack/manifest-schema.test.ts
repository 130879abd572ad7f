import type { webApi } from '@slack/bolt';
import { expect, it } from 'vitest';
import manifest from '../../slack/manifest.json' with { type: 'json' };

type Schema = webApi.AppsManifestValidateArguments['manifest'];
type Settings = NonNullable<Schema['settings']>;
type Scopes = NonNullable<NonNullable<NonNullable<Schema['oauth_config']>['scopes']>['bot']>;
type BotEvents = NonNullable<NonNullable<Settings['event_subscriptions']>['bot_events']>;

/** Without the index signature that lets any other key pass. */
type Named<T> = { [K in keyof T as string extends K ? never : K]: T[K] };

/** Paths of what the schema has no field for. Strings of a JSON file have no literal types: their values are compared below. */
type Unknown<Given, Known, At extends string = ''> = Given extends readonly (infer G)[]
  ? NonNullable<Known> extends readonly (infer K)[]
    ? Unknown<G, K, `${At}[]`>
    : At
  : Given extends object
    ? {
        [K in keyof Given & string]: K extends keyof Named<NonNullable<Known>>
          ? Unknown<Given[K], Named<NonNullable<Known>>[K], `${At}.${K}`>
          : `${At}.${K}`;
      }[keyof Given & string]
    : NonNullable<Known> extends object
      ? At
      : never;

/** Fields the schema demands that are not given. */
type Lacking<Given, Known> = {
  [K in keyof Named<Known>]-?: undefined extends Named<Known>[K] ? never : K extends keyof Given ? never : K;
}[keyof Named<Known>];

/** The library's lists are older than these. */
const NEWER_EVENTS = ['agent_session_stopped'];
const NEWER_SCOPES = ['assistant:write'];

const SCOPES = [
  'app_mentions:read',
  'chat:write',
  'chat:write.public',
  'commands',
  'files:read',
  'im:history',
  'im:write',
  'links:read',
  'links:write',
  'usergroups:read',
  'users:read',
  'users:read.email',
] as const satisfies Scopes;
const OPTIONAL = ['channels:history', 'groups:history'] as const satisfies Scopes;
const EVENTS = [
  'app_home_opened',
  'app_mention',
  'app_uninstalled',
  'link_shared',
  'message.channels',
  'message.groups',
  'message.im',
  'subteam_members_changed',
  'tokens_revoked',
  'user_change',
] as const satisfies BotEvents;

it('has no field that Slack does not know, and every one that it demands', () => {
  const unknown: Unknown<typeof manifest, Schema>[] = [];
  const lacking: Lacking<typeof manifest, Schema>[] = [];
  // @ts-expect-error the check sees a field that is none
  const seen: Unknown<{ features: { bot_user: { nickname: string } } }, Schema>[] = ['.features.bot_user.display_name'];
  expect([...unknown, ...lacking]).toEqual([]);
  expect(seen).toHaveLength(1);
});

it('asks for scopes and events that Slack has', () => {
  expect(manifest.oauth_config.scopes.bot.toSorted()).toEqual([...NEWER_SCOPES, ...SCOPES].toSorted());
  expect(manifest.oauth_config.scopes.bot_optional.toSorted()).toEqual([...OPTIONAL].toSorted());
  expect(manifest.settings.event_subscriptions.bot_events.toSorted()).toEqual([...NEWER_EVENTS, ...EVENTS].toSorted());
  const kinds = manifest.features.shortcuts.map(({ type }) => type);
  expect(kinds.filter((kind) => kind !== 'global' && kind !== 'message')).toEqual([]);
  expect(manifest.features.bot_user.display_name).toMatch(/^[\w .-]{1,80}$/);
  expect(manifest.features.unfurl_domains.length).toBeLessThanOrEqual(5);
  expect(manifest.display_information.background_color).toMatch(/^#(?:[\da-f]{3}|[\da-f]{6})$/i);
  expect(manifest._metadata.major_version).toBe(2);
});
