import { describe, expect, it } from 'vitest';
import { type ApprovalQuestion, decideApproval } from '../../policy/approvals/decide-approval.ts';
import { type ApprovalAttempt, type Approver, mayApprove } from '../../policy/approvals/may-approve.ts';
import { samePerson } from '../../policy/approvals/same-person.ts';
import { DEFAULT_SETTINGS, PolicyError } from '../../policy/index.ts';

/** What is said beside each answer of the approvals (A27), word for word, and which settings it rests on. */
const plain: ApprovalQuestion = {
  amountShopMinor: 500_00,
  shopCurrency: 'USD',
  kind: 'return',
  override: false,
  rejectedUnit: false,
  goodwill: false,
  settings: { ...DEFAULT_SETTINGS, 'approval.auto': '20.00' },
};

describe('how many approve, and why', () => {
  const BOTH = 'approval.auto approval.second';
  // biome-ignore format: rows of a table
  it.each<[string, Partial<ApprovalQuestion>, number, string, string, string]>([
    ['a return', {}, 1, '$500.00 goes out for a return: somebody who did not propose it approves', '', BOTH],
    ['a cent above the second limit', { amountShopMinor: 500_01 }, 2, '$500.01 is above $500.00: two different people approve', '', 'approval.second'],
    ['a cancellation above it', { amountShopMinor: 500_01, kind: 'cancellation' }, 2, '$500.01 is above $500.00: two different people approve', '', 'approval.second'],
    ['a cancellation at it', { kind: 'cancellation' }, 0, 'cancelled before shipping, and not above $500.00', 'P11', 'approval.second'],
    ['a stock-out at it', { kind: 'stock-out' }, 0, 'out of stock and refunded at once, and not above $500.00', 'P9', 'approval.second'],
    ['a return at the first limit', { amountShopMinor: 20_00 }, 0, '$20.00 is not above $20.00: nobody needs to approve', '', 'approval.auto'],
    ['a cent above the first', { amountShopMinor: 20_01 }, 1, '$20.01 goes out for a return: somebody who did not propose it approves', '', BOTH],
    ['against the policy', { override: true, amountShopMinor: 1 }, 1, 'a person decided against the policy: somebody else approves', '', ''],
    ['goodwill', { goodwill: true, amountShopMinor: 1 }, 1, 'no clause grants it: somebody else approves the goodwill', 'P4', ''],
    ['beside a rejected unit', { rejectedUnit: true, amountShopMinor: 1 }, 1, 'a unit of the return was rejected: somebody else looks at the rest', 'P25', ''],
  ])('%s', (_name, question, needed, why, clauses, settings) => {
    const need = decideApproval({ ...plain, ...question });
    expect({ ...need, clauses: need.clauses.join(' '), settings: need.settings.join(' ') }).toEqual({ needed, why, clauses, settings });
  });

  it.each(['approval.auto', 'approval.second'] as const)(
    '%s with more decimals than the currency has is named',
    (name) => {
      const settings = { ...plain.settings, [name]: '0.005' };
      let path = '';
      try {
        decideApproval({ ...plain, settings });
      } catch (error) {
        if (error instanceof PolicyError) path = error.path;
      }
      expect(path).toBe(`settings.${name}`);
    },
  );
});

const person = (id: string, more: Partial<Approver> = {}): Approver => ({
  id,
  staffId: null,
  slackTeam: null,
  slackUser: null,
  role: 'approver',
  ...more,
});
const grace = person('grace', { staffId: '7', slackTeam: 'T1', slackUser: 'U1' });

describe('one person, or two', () => {
  // biome-ignore format: rows of a table
  it.each<[string, Approver, Approver, boolean]>([
    ['one record', grace, grace, true],
    ['nothing in common', grace, person('ada', { staffId: '8', slackTeam: 'T1', slackUser: 'U2' }), false],
    ['one member of staff', grace, person('g2', { staffId: '7', slackTeam: 'T2', slackUser: 'U9' }), true],
    ['nobody of either is staff', person('a'), person('b'), false],
    ['one Slack account', grace, person('g3', { slackTeam: 'T1', slackUser: 'U1' }), true],
    ['the same name in another workspace', grace, person('u1', { slackTeam: 'T2', slackUser: 'U1' }), false],
    ['one was merged into the other', person('a', { mergedInto: 'b' }), person('b'), true],
    ['both were merged into others', person('a', { mergedInto: 'c' }), person('b', { mergedInto: 'd' }), false],
    ['one address', person('a', { emailDigest: 'x' }), person('b', { emailDigest: 'x' }), true],
    ['another address', person('a', { emailDigest: 'x' }), person('b', { emailDigest: 'y' }), false],
    ['no address', person('a', { emailDigest: null }), person('b', { emailDigest: null }), false],
    ['two without Slack in one workspace', person('a', { slackTeam: 'T1' }), person('b', { slackTeam: 'T1' }), false],
  ])('%s', (_name, a, b, same) => expect([samePerson(a, b), samePerson(b, a)]).toEqual([same, same]));
});

describe('who may approve, and what is said to the others', () => {
  const attempt: ApprovalAttempt = {
    person: grace,
    proposedBy: 'ada',
    approvals: [],
    people: [person('ada')],
    intentOrderVersion: '1',
    currentOrderVersion: '1',
  };
  const TAKEN = 'you approved this refund already: the second approval is somebody else’s';
  // biome-ignore format: rows of a table
  it.each<[string, Partial<ApprovalAttempt>, string]>([
    ['an approver', {}, 'ok'],
    ['the owner', { person: { ...grace, role: 'owner' } }, 'ok'],
    ['what a customer asked for', { proposedBy: null }, 'ok'],
    ['a stranger', { person: null }, 'nobody here knows you: ask the owner to add you to the people'],
    ['a guest', { guest: true }, 'guests of the workspace can’t approve refunds: ask an approver'],
    ['somebody from a connected workspace', { connectedWorkspace: true }, 'people of a connected workspace can’t approve refunds: ask an approver'],
    ['an agent', { person: { ...grace, role: 'agent' } }, 'the role agent can’t approve refunds: ask an approver or the owner'],
    ['somebody without a role', { person: { ...grace, role: null } }, 'somebody without a role can’t approve refunds: ask an approver or the owner'],
    ['a proposer nobody can look up', { people: [] }, 'the person who proposed it could not be looked up: propose the refund again'],
    ['the proposer', { proposedBy: 'grace' }, 'you proposed this refund: somebody else has to approve it'],
    ['the proposer’s second account', { people: [person('ada', { staffId: '7' })] }, 'you proposed this refund from another account: somebody else has to approve it'],
    ['twice', { approvals: [{ personId: 'grace' }] }, TAKEN],
    ['twice, from a second account', { approvals: [{ personId: 'g2' }], people: [person('ada'), person('g2', { slackTeam: 'T1', slackUser: 'U1' })] }, TAKEN],
    ['after somebody else', { approvals: [{ personId: 'joan' }], people: [person('ada'), person('joan')] }, 'ok'],
    ['after somebody whose record is gone', { approvals: [{ personId: 'joan' }] }, 'ok'],
    ['of an order that changed', { currentOrderVersion: '2' }, 'the order changed after this was proposed: a new amount has to be proposed'],
  ])('%s', (_name, change, said) => {
    const may = mayApprove({ ...attempt, ...change });
    expect(may.ok ? 'ok' : may.because).toBe(said);
  });
});
