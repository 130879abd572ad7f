import { type Identity, samePerson } from './same-person.ts';

/** Roles as in `Person`: owner and approver approve, the others never do. */
export type Approver = Identity & Readonly<{ role: 'owner' | 'approver' | 'agent' | 'warehouse' | null }>;

export type ApprovalAttempt = Readonly<{
  /** Null: nobody the shop knows. */
  person: Approver | null;
  /** Id of the person who proposed the refund; null where a customer's request or the policy did. */
  proposedBy: string | null;
  /** Approvals so far. */
  approvals: readonly Readonly<{ personId: string }>[];
  /** Records of everybody named above, so that a second account of the same person is seen as one. */
  people: readonly Identity[];
  /** Slack says so: a guest of the workspace, or somebody from a connected one. */
  guest?: boolean;
  connectedWorkspace?: boolean;
  /** Of what the amount rests on, when it was proposed and now; they differ where the order changed under it. */
  intentOrderVersion: string;
  currentOrderVersion: string;
}>;

export type ApprovalRule =
  | 'unknown-person'
  | 'guest'
  | 'connected-workspace'
  | 'role'
  | 'proposer-unknown'
  | 'own-proposal'
  | 'approved-already'
  | 'order-changed';

export type MayApprove =
  | Readonly<{ ok: true }>
  | Readonly<{ ok: false; rule: ApprovalRule; code: 'not-allowed' | 'own-proposal' | 'stale'; because: string }>;

const no = (
  rule: ApprovalRule,
  because: string,
  code: 'not-allowed' | 'own-proposal' | 'stale' = 'not-allowed',
): MayApprove => ({ ok: false, rule, code, because });

/** May this person approve this refund now? Who it is comes first, then whose proposal, then whether it still stands. */
export const mayApprove = (attempt: ApprovalAttempt): MayApprove => {
  const { person, proposedBy, people } = attempt;
  if (person === null) return no('unknown-person', 'nobody here knows you: ask the owner to add you to the people');
  // Slack calls people of a connected workspace guests too.
  if (attempt.connectedWorkspace) {
    return no('connected-workspace', 'people of a connected workspace can’t approve refunds: ask an approver');
  }
  if (attempt.guest) return no('guest', 'guests of the workspace can’t approve refunds: ask an approver');
  if (person.role !== 'owner' && person.role !== 'approver') {
    const who = person.role === null ? 'somebody without a role' : `the role ${person.role}`;
    return no('role', `${who} can’t approve refunds: ask an approver or the owner`);
  }

  const named = (id: string): Identity | undefined => [person, ...people].find((one) => one.id === id);
  const proposer = proposedBy === null ? null : named(proposedBy);
  // Without the record nobody can say whose second account this is: better nobody than the proposer.
  if (proposer === undefined) {
    return no('proposer-unknown', 'the person who proposed it could not be looked up: propose the refund again');
  }
  if (proposer !== null && samePerson(proposer, person)) {
    return no(
      'own-proposal',
      proposer.id === person.id
        ? 'you proposed this refund: somebody else has to approve it'
        : 'you proposed this refund from another account: somebody else has to approve it',
      'own-proposal',
    );
  }
  for (const { personId } of attempt.approvals) {
    const other = named(personId);
    if (personId === person.id || (other !== undefined && samePerson(other, person))) {
      return no('approved-already', 'you approved this refund already: the second approval is somebody else’s');
    }
  }
  if (attempt.intentOrderVersion !== attempt.currentOrderVersion) {
    return no('order-changed', 'the order changed after this was proposed: a new amount has to be proposed', 'stale');
  }
  return { ok: true };
};
