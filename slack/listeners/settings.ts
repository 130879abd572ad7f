import type { App, webApi } from '@slack/bolt';
import { Command } from '../../policy/app/commands.ts';
import type { SlackDeps } from '../deps.ts';
import { ACTION, CALLBACK, FIELD } from '../ids.ts';
import { syncGroup } from '../people/groups.ts';
import { GROUP_ROLES, groupChosen, settingsForm, type UserGroup } from '../views/forms/settings-form.ts';
import { onAction } from './action.ts';
import { publishHome } from './home.ts';
import { act, shopForStaff, shopOf } from './interaction.ts';
import { onView } from './view.ts';

const groupsOf = async (client: webApi.WebClient): Promise<readonly UserGroup[]> =>
  ((await client.usergroups.list()).usergroups ?? []).flatMap(({ id, handle }) =>
    id === undefined ? [] : [{ id, name: handle ?? id }],
  );

/** What somebody chooses for themselves, and the groups by which an owner gives roles. */
export const settings = (bolt: App, deps: SlackDeps): void => {
  onAction(bolt, deps, ACTION.settings, async ({ pressed, client }) => {
    const shop = await shopForStaff(deps, pressed);
    if (shop === null || pressed.triggerId === null) return;
    const person = await deps.read.person(shop, { kind: 'slack', team: pressed.userTeam, user: pressed.user });
    if (person === null) return;
    const groups =
      person.role === 'owner' ? { all: await groupsOf(client), known: await deps.people.roleGroups(shop) } : null;
    await client.views.open({ trigger_id: pressed.triggerId, view: settingsForm(person, groups, {}) });
  });

  onView(bolt, deps, CALLBACK.settings, async ({ pressed, filled, id, client }) => ({
    run: async () => {
      const own = Command.safeParse({
        kind: 'person.settings',
        notify: filled.choice(FIELD.notify),
        language: filled.choice(FIELD.language) ?? null,
      });
      if (own.success) await act(deps, pressed, id, own.data);
      const shop = await shopOf(deps, pressed.team);
      if (shop !== null) await mapGroups(shop);
      await publishHome(deps, pressed);

      async function mapGroups(of: string): Promise<void> {
        const known = await deps.people.roleGroups(of);
        for (const role of GROUP_ROLES) {
          if (!filled.blocks.includes(`${FIELD.group}-${role}`)) continue;
          const groupId = groupChosen(filled.choice(`${FIELD.group}-${role}`));
          if (groupId === (known.find((each) => each.role === role)?.groupId ?? null)) continue;
          const outcome = await act(deps, pressed, `${id}:${role}`, { kind: 'people.map-group', role, groupId });
          if (outcome?.status === 'done' && groupId !== null)
            await syncGroup(deps, client, pressed.team, { shop: of, role, groupId }, `${id}:${role}`);
        }
      }
    },
  }));
};
