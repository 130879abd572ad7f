import type { Person } from '../../../policy/app/actors.ts';
import type { CommandOf } from '../../../policy/app/commands.ts';
import { type Handler, plan, type Refused, refused, type World } from '../handler.ts';
import { shopEntry } from './policy-draft.ts';

type Save = CommandOf<'people.save'>;

/** An owner says who somebody is to Shopify and to Slack, and what they may do. History keeps its names. */
export const peopleSave: Handler<'people.save'> = {
  subject: () => ({}),
  decide: (world, command, context) => {
    const others = world.people.filter(({ id }) => id !== command.personId);
    const before = world.people.find(({ id }) => id === command.personId) ?? null;
    if (command.personId !== null && before === null)
      return refused('not-found', 'this person is not of this shop any more: load the page again');
    const clash = whyTaken(world, command, others);
    if (clash !== null) return clash;
    const person: Person = {
      ...before,
      id: before?.id ?? context.ids.id(),
      shop: world.shop.domain,
      name: command.name,
      role: command.role,
      staffId: command.staffId,
      slackTeam: command.slackUser === null ? null : world.shop.slackTeam,
      slackUser: command.slackUser,
      mergedInto: before?.mergedInto ?? null,
      // By hand: from now on no Slack group changes it.
      ...(before === null || before.role === command.role ? {} : { roleFrom: 'admin' as const }),
    };
    // Refunds need somebody who may change this again: an owner whom Shopify vouches for.
    if (![...others, person].some(({ role, staffId }) => role === 'owner' && staffId !== null))
      return refused('invalid', 'one owner with a Shopify account has to stay: make somebody else an owner first');
    const same = others.find(({ slackUser }) => person.slackUser !== null && slackUser === person.slackUser);
    // Somebody who was only known to Slack turns out to be this person: two accounts of one person are one.
    const merged: readonly Person[] =
      same === undefined ? [] : [{ ...same, role: null, slackTeam: null, slackUser: null, mergedInto: person.id }];
    return plan({
      people: [...merged, person],
      shopEntries: [
        shopEntry(context, {
          event: 'people.save',
          subject: person.id,
          text: sentenceOf(before, person, same ?? null),
        }),
      ],
    });
  },
};

const whyTaken = (world: World, command: Save, others: readonly Person[]): Refused | null => {
  const missing = (field: string) => ({ missing: [field] });
  const asStaff = others.find(({ staffId }) => command.staffId !== null && staffId === command.staffId);
  if (asStaff !== undefined)
    return refused(
      'invalid',
      `Shopify staff ${command.staffId} is ${asStaff.name} already: change them instead`,
      missing('staffId'),
    );
  if (command.slackUser !== null && world.shop.slackTeam === null)
    return refused('invalid', 'Slack is not connected: connect it first, then name the account', missing('slackUser'));
  const asSlack = others.find(({ slackUser }) => command.slackUser !== null && slackUser === command.slackUser);
  if (asSlack !== undefined && asSlack.staffId !== null)
    return refused(
      'invalid',
      `Slack account ${command.slackUser} is ${asSlack.name} already: take it from them first`,
      missing('slackUser'),
    );
  return null;
};

const role = (person: Person): string => person.role ?? 'no role';

const sentenceOf = (before: Person | null, after: Person, merged: Person | null): string => {
  const what =
    before === null
      ? `added ${after.name} as ${role(after)}`
      : before.role === after.role
        ? `changed the accounts of ${after.name}`
        : `changed ${after.name} from ${role(before)} to ${role(after)}`;
  return merged === null ? what : `${what}; ${merged.name} in Slack is the same person`;
};
