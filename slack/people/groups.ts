import type { webApi } from '@slack/bolt';
import type { RoleGroup } from '../../policy/app/actors.ts';
import type { SlackDeps } from '../deps.ts';
import { type Profile, readProfile } from './profile.ts';

/** More members than this are a company, not a role. */
const MOST_MEMBERS = 200;

/**
 * Reads who is in the group of a role and says so. Users are asked for one by one (their group tells ids alone), those
 * whom Slack does not know any more are left out.
 * @throws where Slack does not answer: to be tried again
 */
export const syncGroup = async (
  deps: Pick<SlackDeps, 'handle'>,
  client: webApi.WebClient,
  team: string,
  { shop, role, groupId }: RoleGroup,
  key: string,
): Promise<void> => {
  const answer = await client.usergroups.users.list({ usergroup: groupId });
  const users = (answer.users ?? []).slice(0, MOST_MEMBERS);
  const members: (Pick<Profile, 'name' | 'guest' | 'emailDigest'> & { user: string })[] = [];
  for (const user of users) {
    const profile = await readProfile(client, shop, user);
    if (profile === null || profile.deleted) continue;
    const { name, guest, emailDigest } = profile;
    members.push({ user, name, guest, emailDigest });
  }
  await deps.handle(
    { id: `slack:group:${key}`.slice(0, 200), shop, actor: { kind: 'system' } },
    { kind: 'people.group', role, team, members },
  );
};
