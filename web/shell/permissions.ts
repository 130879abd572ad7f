import type { Actor, Person, Role } from '../../policy/app/actors.ts';
import type { Command } from '../../policy/app/commands.ts';

const ANY_STAFF: readonly Role[] = ['owner', 'approver', 'agent', 'warehouse'];
const CASE_WORK: readonly Role[] = ['owner', 'approver', 'agent'];

/** Told by Shopify, Slack, mail servers, time and Makegood itself; nobody asks for it, so no role is looked at. */
const TOLD = null;

/** Which roles may ask for what; a command that is missing does not compile. Who may approve a refund is finer: `policy/approvals`. */
const ROLES: Record<Command['kind'], readonly Role[] | typeof TOLD> = {
  'cancellation.request': CASE_WORK,
  'return.open': CASE_WORK,
  'return.track': ANY_STAFF,
  'parcel.receive': ANY_STAFF,
  'parcel.quarantine': ANY_STAFF,
  'parcel.describe': ANY_STAFF,
  'parcel.match': ANY_STAFF,
  'parcel.hold': ANY_STAFF,
  'parcel.ask-sender': ANY_STAFF,
  'parcel.close': CASE_WORK,
  'unit.inspect': ANY_STAFF,
  'unit.confirm': ANY_STAFF,
  'unit.decide': CASE_WORK,
  'delivery.refused': CASE_WORK,
  'delivery.find': CASE_WORK,
  'return.extend': CASE_WORK,
  'return.confirm': CASE_WORK,
  'return.decline': CASE_WORK,
  'return.cancel': CASE_WORK,
  'return.lost': CASE_WORK,
  'return.judge': CASE_WORK,
  'case.assign': CASE_WORK,
  'backorder.report': CASE_WORK,
  'backorder.answer': CASE_WORK,
  'backorder.eta': ANY_STAFF,
  'backorder.discontinued': CASE_WORK,
  'backorder.release': ANY_STAFF,
  'refund.approve': ['owner', 'approver'],
  'refund.decline': ['owner', 'approver'],
  'exchange.convert': CASE_WORK,
  'exchange.ship-first': CASE_WORK,
  'exchange.write-off': CASE_WORK,
  'refund.attribute': CASE_WORK,
  'refund.settle': ['owner', 'approver'],
  'refund.stop': CASE_WORK,
  'refund.delegate': ['owner', 'approver'],
  'people.map-group': ['owner'],
  'person.settings': ANY_STAFF,
  'person.home': ANY_STAFF,
  'slack.disconnect': ['owner'],
  'case.note': ANY_STAFF,
  'case.reopen': CASE_WORK,
  'case.reopen-confirm': CASE_WORK,
  'case.retry': CASE_WORK,
  'proposal.make': ANY_STAFF,
  'proposal.amend': ANY_STAFF,
  'proposal.confirm': ANY_STAFF,
  'proposal.dismiss': ANY_STAFF,
  'effect.retry': CASE_WORK,
  'return.request': CASE_WORK,
  'return.supply': CASE_WORK,
  'return.issue': CASE_WORK,
  'return.remedy': CASE_WORK,
  'cancellation.withdraw': CASE_WORK,
  'links.revoke': CASE_WORK,
  'privacy.exported': ['owner'],
  'backfill.start': ['owner'],
  'policy.save-draft': ['owner'],
  'policy.discard-draft': ['owner'],
  'policy.publish': ['owner'],
  'policy.withdraw': ['owner'],
  'people.save': ['owner'],
  'shop.configure': ['owner'],
  'mail.test': ['owner'],
  'desk.set-checklist': ANY_STAFF,
  'cases.set-views': CASE_WORK,
  'effect.dismiss': CASE_WORK,
  'delivery.dismiss': CASE_WORK,
  'delivery.retry': CASE_WORK,
  'mails.changed': ['owner'],
  'mail.bounced': TOLD,
  'mail.received': TOLD,
  'parcel.answered': TOLD,
  'parcel.due': TOLD,
  'people.profile': TOLD,
  'people.group': TOLD,
  'digest.due': TOLD,
  'staff.tell': TOLD,
  'order.observed': TOLD,
  'order.stale': TOLD,
  'shortage.hinted': TOLD,
  'stock.changed': TOLD,
  'stock.short': TOLD,
  'stock.observed': TOLD,
  'shop.uninstalled': TOLD,
  'privacy.asked': TOLD,
  'privacy.continue': TOLD,
  'backfill.exported': TOLD,
  'shop.stale': TOLD,
  'shop.observed': TOLD,
  'recall.answered': TOLD,
  'recall.observed': TOLD,
  'effect.settled': TOLD,
  'intent.execute': TOLD,
  'deadline.due': TOLD,
};

/** What a customer's own link may do; the handler looks at the link. */
const BY_LINK: ReadonlySet<Command['kind']> = new Set([
  'backorder.answer',
  'return.supply',
  'return.track',
  'return.cancel',
  'return.remedy',
  'cancellation.withdraw',
]);
/** What customers may ask for with the request form, which lets in only who knows the order and an address of it. */
const BY_FORM: ReadonlySet<Command['kind']> = new Set(['cancellation.request', 'return.request']);
/** What a mail of theirs may do: be read. */
const BY_MAIL: ReadonlySet<Command['kind']> = new Set(['mail.received', 'parcel.answered']);

/** @returns why not, in words for the person who pressed; null where they may. */
export const whyNotAllowed = (actor: Actor, person: Person | null, kind: Command['kind']): string | null => {
  if (actor.kind === 'system' || actor.kind === 'shopify') return null;
  const roles = ROLES[kind];
  if (actor.kind === 'customer')
    return BY_LINK.has(kind) || BY_FORM.has(kind) || BY_MAIL.has(kind) ? null : 'customers ask through their own links';
  if (roles === TOLD) return null;
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
