import type { Actor, Person, Role } from '../../policy/app/actors.ts';
import type { Command } from '../../policy/app/commands.ts';

const ANY_STAFF: readonly Role[] = ['owner', 'approver', 'agent', 'warehouse'];
const CASE_WORK: readonly Role[] = ['owner', 'approver', 'agent'];

/** Which roles may ask for what. Who may approve a refund is finer: `policy/approvals`. */
const ROLES: Partial<Record<Command['kind'], readonly Role[]>> = {
  'cancellation.request': CASE_WORK,
  'return.open': CASE_WORK,
  'return.track': ANY_STAFF,
  'parcel.receive': ANY_STAFF,
  'unit.inspect': ANY_STAFF,
  'unit.confirm': ANY_STAFF,
  'refund.approve': ['owner', 'approver'],
  'refund.decline': ['owner', 'approver'],
  'case.note': ANY_STAFF,
  'case.retry': CASE_WORK,
  'proposal.make': ANY_STAFF,
  'proposal.amend': ANY_STAFF,
  'proposal.confirm': ANY_STAFF,
  'proposal.dismiss': ANY_STAFF,
  'effect.retry': CASE_WORK,
};

/** @returns why not, in words for the person who pressed; null where they may. */
export const whyNotAllowed = (actor: Actor, person: Person | null, kind: Command['kind']): string | null => {
  if (actor.kind === 'system' || actor.kind === 'shopify') return null;
  const roles = ROLES[kind];
  if (actor.kind === 'customer') return roles === undefined ? null : 'customers ask through their own links';
  if (roles === undefined) return null;
  if (person === null || person.role === null) {
    return kind === 'refund.approve' || kind === 'refund.decline'
      ? 'guests and people without a role here may not decide on refunds: ask an owner to give you one'
      : 'you have no role in this shop yet: ask an owner to give you one';
  }
  if (roles.includes(person.role)) return null;
  return kind === 'refund.approve' || kind === 'refund.decline'
    ? `deciding on refunds takes an approver, and you are ${article(person.role)}`
    : `this takes ${roles.join(' or ')}, and you are ${article(person.role)}`;
};

const article = (role: Role): string =>
  /^[aeiou]/.test(role) ? `an ${role}` : role === 'warehouse' ? 'in the warehouse' : `a ${role}`;
