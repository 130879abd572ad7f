import type { Person } from '../../../policy/app/actors.ts';
import type { NewShopEntry } from '../../../policy/app/policy.ts';
import { type Context, type Handler, plan, refused, type Verdict, type World } from '../handler.ts';

const note = (context: Context, event: string, subject: string | null, text: string): NewShopEntry => ({
  id: context.ids.id(),
  at: context.now,
  by: context.by,
  byName: context.byName,
  event,
  subject,
  text,
  clauses: [],
});

/** Slack's word on who somebody is. It gives nobody a role; who has gone loses theirs. */
export const peopleProfile: Handler<'people.profile'> = {
  subject: () => ({}),
  decide: (world, command, context) => {
    const known = world.people.find((each) => each.slackTeam === command.team && each.slackUser === command.user);
    if (known === undefined) return plan({});
    const next: Person = {
      ...known,
      guest: command.guest,
      emailDigest: command.emailDigest,
      // Gone, not taken: who comes back may have it by a group again.
      ...(command.deleted ? { role: null, roleFrom: 'group' as const } : {}),
    };
    const lost = command.deleted && known.role !== null;
    const same = next.guest === (known.guest ?? false) && next.emailDigest === (known.emailDigest ?? null) && !lost;
    if (same) return plan({});
    return plan({
      people: [next],
      shopEntries: lost
        ? [
            note(
              context,
              'people.profile',
              known.id,
              `${known.name} has left the Slack workspace and lost the role ${known.role}`,
            ),
          ]
        : [],
    });
  },
};

export const peopleMapGroup: Handler<'people.map-group'> = {
  subject: () => ({}),
  decide: (world, { role, groupId }, context) =>
    plan({
      roleGroups: [{ shop: world.shop.domain, role, groupId: groupId ?? '' }],
      // Whom the old group gave the role loses it; the new one's members come with the next reading of it.
      people: world.people
        .filter((each) => each.roleFrom === 'group' && each.role === role)
        .map((each) => ({ ...each, role: null })),
      shopEntries: [
        note(
          context,
          'people.map-group',
          role,
          groupId === null
            ? `no Slack group gives the role ${role} any more`
            : `a Slack group now gives the role ${role}`,
        ),
      ],
    }),
};

/** Members of a role's group have the role, whoever has left it loses it. What an owner gave or took by hand stays. */
export const peopleGroup: Handler<'people.group'> = {
  subject: () => ({}),
  decide: (world, { role, team, members }, context) => {
    if (team !== world.shop.slackTeam) return refused('invalid', 'the group is of another workspace');
    const inGroup = new Map(members.map((member) => [member.user, member]));
    const isHere = (each: Person): boolean =>
      each.slackTeam === team && each.slackUser !== null && inGroup.has(each.slackUser);
    const lost = world.people
      .filter((each) => each.roleFrom === 'group' && each.role === role && !isHere(each))
      .map((each): Person => ({ ...each, role: null }));
    const known = world.people.filter(isHere).flatMap((each): Person[] => {
      const { guest, emailDigest } = inGroup.get(each.slackUser as string) as (typeof members)[number];
      // By hand, or by the group of another role that is still theirs.
      const keeps = each.roleFrom !== 'group' || each.role === role;
      const next: Person = keeps
        ? { ...each, guest, emailDigest }
        : { ...each, guest, emailDigest, role, roleFrom: 'group' };
      return JSON.stringify(next) === JSON.stringify(each) ? [] : [next];
    });
    const seen = new Set(world.people.filter(isHere).map((each) => each.slackUser));
    const fresh = members
      .filter((member) => !seen.has(member.user))
      .map(
        (member): Person => ({
          id: context.ids.id(),
          shop: world.shop.domain,
          name: member.name,
          role,
          staffId: null,
          slackTeam: team,
          slackUser: member.user,
          guest: member.guest,
          emailDigest: member.emailDigest,
          roleFrom: 'group',
          notify: 'all',
          language: null,
        }),
      );
    const gained = [...fresh, ...known.filter((each) => world.people.find(({ id }) => id === each.id)?.role !== role)];
    const people = [...lost, ...known, ...fresh];
    if (people.length === 0) return plan({});
    const names = (list: readonly Person[]): string => list.map((each) => each.name).join(', ');
    return plan({
      people,
      shopEntries: [
        ...(gained.length === 0
          ? []
          : [note(context, 'people.group', role, `${role} by Slack group: ${names(gained)}`)]),
        ...(lost.length === 0 ? [] : [note(context, 'people.group', role, `no longer ${role}: ${names(lost)}`)]),
      ],
    });
  },
};

/** As they are behind the shop's lock: who was read before it may have been given another role meanwhile. */
const saveOwn = ({ people }: World, { person }: Context, changes: Partial<Person>): Verdict => {
  const known = people.find(({ id }) => id === person?.id);
  return known === undefined
    ? refused('not-allowed', 'nobody here knows you')
    : plan({ people: [{ ...known, ...changes }] });
};

export const personSettings: Handler<'person.settings'> = {
  subject: () => ({}),
  decide: (world, { notify, language }, context) => saveOwn(world, context, { notify, language }),
};

export const personHome: Handler<'person.home'> = {
  subject: () => ({}),
  decide: (world, { filter }, context) => saveOwn(world, context, { home: filter }),
};
