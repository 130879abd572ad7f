import type { RoleGroup } from './actors.ts';

/** What edges may ask about roles. */
export type PeopleRead = Readonly<{
  /** Slack user groups whose members have a role in the shop. */
  roleGroups(shop: string): Promise<readonly RoleGroup[]>;
}>;
