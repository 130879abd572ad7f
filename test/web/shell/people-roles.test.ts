import { expect, it } from 'vitest';
import type { Person } from '../../../policy/app/actors.ts';
import type { CommandOf } from '../../../policy/app/commands.ts';
import { peopleGroup, peopleProfile } from '../../../web/shell/commands/people.ts';
import { peopleSave } from '../../../web/shell/commands/people-save.ts';
import type { Context, Verdict, World } from '../../../web/shell/handler.ts';
import { PEOPLE } from '../admin/support/demo-shop.ts';
import { aShop, NOW, uuid } from '../admin/support/records.ts';

/** Somebody whom the approvers' group in Slack made an approver. */
const ADA: Person = { ...PEOPLE.agent, role: 'approver', roleFrom: 'group', slackTeam: 'T1', slackUser: 'U0ADA' };

const context = {
  now: NOW,
  ids: { id: () => uuid(1) },
  by: PEOPLE.owner.id,
  byName: 'Olive',
} as unknown as Context;
const worldOf = (ada: Person): World =>
  ({ shop: { ...aShop(), slackTeam: 'T1' }, people: [PEOPLE.owner, ada] }) as unknown as World;
/** Ada after a command; as she was where it does not change her. */
const after = (ada: Person, decide: (world: World) => Verdict): Person => {
  const verdict = decide(worldOf(ada));
  if (!verdict.ok) throw new Error(verdict.because);
  return verdict.changes.people?.find(({ id }) => id === ada.id) ?? ada;
};

const save = (ada: Person, role: Person['role']): Person => {
  const { id, name, staffId, slackUser } = ada;
  const command = { kind: 'people.save', personId: id, name, staffId, slackUser, role } as const;
  return after(ada, (world) => peopleSave.decide(world, command, context));
};
const groupRead = (ada: Person, role: 'approver' | 'warehouse', isIn = true): Person => {
  const member = { user: 'U0ADA', name: 'Ada', guest: false, emailDigest: null };
  const members = isIn ? [member] : [];
  const command: CommandOf<'people.group'> = { kind: 'people.group', role, team: 'T1', members };
  return after(ada, (world) => peopleGroup.decide(world, command, context));
};
const gone = (ada: Person): Person => {
  const of = { team: 'T1', user: 'U0ADA', guest: false, emailDigest: null };
  return after(ada, (world) => peopleProfile.decide(world, { kind: 'people.profile', ...of, deleted: true }, context));
};

it('no Slack group gives back a role that an owner took by hand', () => {
  expect(groupRead(save(ADA, null), 'approver').role).toBeNull();
});

it.each(['agent', 'owner'] as const)('nor does it change one that an owner gave by hand (%s)', (role) => {
  expect(groupRead(save(ADA, role), 'approver').role).toBe(role);
});

it('whoever left a group, or the workspace, has its role again where they come back', () => {
  const left = groupRead(ADA, 'approver', false);
  expect(left.role).toBeNull();
  expect(groupRead(left, 'warehouse').role).toBe('warehouse');
  expect(gone({ ...ADA, roleFrom: 'admin' }).role).toBeNull();
  expect(groupRead(gone({ ...ADA, roleFrom: 'admin' }), 'approver').role).toBe('approver');
});
