import type { Json } from '../block-kit/schema.ts';
import { SlackRefusal } from '../messages.ts';
import { APP, type Person, USERGROUPS } from '../people.ts';
import type { Workspace } from '../workspace.ts';
import { type Call, type Method, truthy, wanted } from './method.ts';

export const describePerson = (workspace: Workspace, person: Person, locale: boolean): Json => ({
  id: person.id,
  team_id: person.home ?? workspace.team,
  name: person.name,
  deleted: false,
  color: person.color.slice(1),
  real_name: person.realName,
  tz: person.tz,
  tz_label: person.tzLabel,
  tz_offset: person.tzOffset,
  profile: {
    title: person.title,
    real_name: person.realName,
    real_name_normalized: person.realName,
    display_name: person.name,
    display_name_normalized: person.name,
    email: person.email,
    team: person.home ?? workspace.team,
  },
  ...(person.home === undefined ? {} : { is_stranger: true }),
  is_admin: false,
  is_owner: false,
  is_primary_owner: false,
  is_restricted: person.guest,
  is_ultra_restricted: person.guest,
  is_bot: false,
  is_app_user: false,
  updated: 0,
  ...(locale ? { locale: person.locale } : {}),
});

const bot = (workspace: Workspace): Json => ({
  id: APP.botUser,
  team_id: workspace.team,
  name: APP.handle,
  deleted: false,
  real_name: APP.name,
  profile: { real_name: APP.name, display_name: APP.name, api_app_id: APP.appId, bot_id: APP.botId },
  is_bot: true,
  is_app_user: false,
});

const info = ({ workspace, args }: Call): Json => {
  const wantedUser = wanted(args, 'user', 'user_not_found');
  if (wantedUser === APP.botUser) return { user: bot(workspace) };
  const person = workspace.people.get(wantedUser);
  if (person === undefined) throw new SlackRefusal('user_not_found');
  return { user: describePerson(workspace, person, truthy(args.include_locale)) };
};

const lookupByEmail = ({ workspace, args }: Call): Json => {
  const email = wanted(args, 'email', 'users_not_found').toLowerCase();
  const person = [...workspace.people.values()].find((entry) => entry.email === email);
  if (person === undefined) throw new SlackRefusal('users_not_found');
  return { user: describePerson(workspace, person, false) };
};

const groupUsers = ({ workspace, args }: Call): Json => {
  const users = workspace.groups.get(wanted(args, 'usergroup', 'no_such_subteam'));
  if (users === undefined) throw new SlackRefusal('no_such_subteam');
  return { users };
};

const listGroups = ({ workspace }: Call): Json => ({
  usergroups: [...workspace.groups].map(([groupId, users]) => ({
    id: groupId,
    team_id: workspace.team,
    is_usergroup: true,
    handle: USERGROUPS.find((group) => group.id === groupId)?.handle ?? groupId.toLowerCase(),
    name: USERGROUPS.find((group) => group.id === groupId)?.handle ?? groupId,
    user_count: users.length,
    date_delete: 0,
  })),
});

export const peopleMethods: Record<string, Method> = {
  'users.info': { scopes: ['users:read'], tier: 4, run: info },
  'users.lookupByEmail': { scopes: ['users:read.email'], tier: 3, run: lookupByEmail },
  'usergroups.list': { scopes: ['usergroups:read'], tier: 2, run: listGroups },
  'usergroups.users.list': { scopes: ['usergroups:read'], tier: 2, run: groupUsers },
};
