/** Who and what is in a fresh workspace of the sandbox. Ids are fixed, so that seeds and scripts can rely on them. */

export type Person = Readonly<{
  id: string;
  /** Slack's short name, without spaces. */
  name: string;
  realName: string;
  title: string;
  email: string;
  tz: string;
  tzLabel: string;
  /** Seconds east of UTC, as `users.info` has it. */
  tzOffset: number;
  locale: string;
  /** Background of the drawn avatar. */
  color: string;
  guest: boolean;
  /** Of a connected workspace: their own. They are in shared channels, under their own team's id. */
  home?: string;
}>;

const NEW_YORK = { tz: 'America/New_York', tzLabel: 'Eastern Standard Time', tzOffset: -18_000, locale: 'en-US' };
const BERLIN = { tz: 'Europe/Berlin', tzLabel: 'Central European Time', tzOffset: 3_600, locale: 'en-GB' };

export const PEOPLE: readonly Person[] = [
  {
    id: 'U0AGENT',
    name: 'ana.ruiz',
    realName: 'Ana Ruiz',
    title: 'Agent',
    email: 'ana.ruiz@example.com',
    ...NEW_YORK,
    color: '#1264a3',
    guest: false,
  },
  {
    id: 'U0AGENT2',
    name: 'ben.okafor',
    realName: 'Ben Okafor',
    title: 'Agent',
    email: 'ben.okafor@example.com',
    ...BERLIN,
    color: '#2b7a5b',
    guest: false,
  },
  {
    id: 'U0LEAD',
    name: 'leila.haddad',
    realName: 'Leila Haddad',
    title: 'Approver',
    email: 'leila.haddad@example.com',
    ...BERLIN,
    color: '#9c3f5d',
    guest: false,
  },
  {
    id: 'U0LEAD2',
    name: 'marc.dubois',
    realName: 'Marc Dubois',
    title: 'Approver',
    email: 'marc.dubois@example.com',
    ...NEW_YORK,
    color: '#7a5c00',
    guest: false,
  },
  {
    id: 'U0GUEST',
    name: 'gus.lindqvist',
    realName: 'Gus Lindqvist',
    title: 'Guest',
    email: 'gus.lindqvist@example.com',
    ...NEW_YORK,
    color: '#616061',
    guest: true,
  },
];

export const APP = {
  appId: 'A0MAKEGOOD',
  botId: 'B0MAKEGOOD',
  botUser: 'U0MAKEGOOD',
  name: 'Makegood',
  handle: 'makegood',
  clientId: 'demo-slack-client-id',
  clientSecret: 'demo-slack-client-secret',
} as const;

export const CHANNELS = [
  {
    id: 'C0RETURNS',
    name: 'returns',
    topic: 'Cancellations, returns and refunds. Write to @Makegood.',
    members: ['U0AGENT', 'U0AGENT2', 'U0LEAD', 'U0LEAD2', 'U0GUEST', APP.botUser],
  },
  {
    id: 'C0APPROVALS',
    name: 'approvals',
    topic: 'What needs an approver',
    members: ['U0AGENT', 'U0AGENT2', 'U0LEAD', 'U0LEAD2', APP.botUser],
  },
] as const;

export const USERGROUPS = [{ id: 'S0APPROVERS', handle: 'approvers', users: ['U0LEAD', 'U0LEAD2'] }] as const;
