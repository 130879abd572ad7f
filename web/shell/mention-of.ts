import type { Person } from '../../policy/app/actors.ts';
import type { World } from './handler.ts';

/** Slack's id of whom a message calls: somebody of the shop's own workspace who wants to be called. Empty: nobody. */
export const mentionOf = ({ shop }: Pick<World, 'shop'>, person: Person | null | undefined): readonly string[] =>
  person?.slackUser != null && person.slackTeam === shop.slackTeam && person.notify !== 'none'
    ? [person.slackUser]
    : [];
