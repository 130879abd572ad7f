import type { Installations } from '../policy/app/store.ts';

type Seed = Readonly<{ name: string; role: string | null; staffId: string | null; slackUser: string | null }>;

/** The people of the demo shop. U0GUEST is known by name and may decide nothing. */
const PEOPLE: readonly Seed[] = [
  { name: 'Olivia Brandt', role: 'owner', staffId: '1', slackUser: null },
  { name: 'Ana Ruiz', role: 'agent', staffId: '101', slackUser: 'U0AGENT' },
  { name: 'Ben Okafor', role: 'agent', staffId: '102', slackUser: 'U0AGENT2' },
  { name: 'Leila Haddad', role: 'approver', staffId: '201', slackUser: 'U0LEAD' },
  { name: 'Marc Dubois', role: 'approver', staffId: '202', slackUser: 'U0LEAD2' },
  { name: 'Gus Lindqvist', role: null, staffId: null, slackUser: 'U0GUEST' },
];

/** Writes the demo's people. Running it again changes nothing. */
export const seedPeople = async (installations: Installations, shop: string, slackTeam: string): Promise<void> => {
  for (const person of PEOPLE) {
    await installations.savePerson({ ...person, shop, slackTeam: person.slackUser === null ? null : slackTeam });
  }
};
