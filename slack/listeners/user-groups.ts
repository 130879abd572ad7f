import type { App } from '@slack/bolt';
import { z } from 'zod';
import type { SlackDeps } from '../deps.ts';
import { syncGroup } from '../people/groups.ts';
import { profileOf } from '../people/profile.ts';
import { shopOf } from './interaction.ts';

const GroupChanged = z.object({ subteam_id: z.string() });
const UserChanged = z.object({ user: z.looseObject({ id: z.string(), team_id: z.string().optional() }) });

/** Roles follow Slack's user groups, and what Slack says of people: events of the inbox, tried again where Slack is away. */
export const userGroups = (bolt: App, deps: SlackDeps): void => {
  bolt.event('subteam_members_changed', async ({ event, body, client }) => {
    const changed = GroupChanged.safeParse(event);
    const shop = await shopOf(deps, body.team_id);
    if (!changed.success || shop === null) return;
    const groups = (await deps.people.roleGroups(shop)).filter((each) => each.groupId === changed.data.subteam_id);
    for (const group of groups) await syncGroup(deps, client, body.team_id, group, `${body.event_id}:${group.role}`);
  });

  bolt.event('user_change', async ({ event, body }) => {
    const changed = UserChanged.safeParse(event);
    const shop = await shopOf(deps, body.team_id);
    if (!changed.success || shop === null) return;
    const { user } = changed.data;
    const profile = profileOf(shop, user);
    if (profile === null) return;
    const { guest, deleted, emailDigest } = profile;
    await deps.handle(
      { id: `slack:profile:${body.event_id}`, shop, actor: { kind: 'system' } },
      { kind: 'people.profile', team: user.team_id ?? body.team_id, user: user.id, guest, deleted, emailDigest },
    );
  });
};
