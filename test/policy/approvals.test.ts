import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ApprovalQuestion, decideApproval } from '../../policy/approvals/decide-approval.ts';
import { type ApprovalAttempt, type Approver, mayApprove } from '../../policy/approvals/may-approve.ts';
import { samePerson } from '../../policy/approvals/same-person.ts';
import { DEFAULT_SETTINGS, parseSettings } from '../../policy/settings.ts';

const question = (over: Partial<ApprovalQuestion> = {}): ApprovalQuestion => ({
  amountShopMinor: 86_40,
  shopCurrency: 'USD',
  kind: 'return',
  override: false,
  rejectedUnit: false,
  goodwill: false,
  settings: DEFAULT_SETTINGS,
  ...over,
});

describe('approvers that a refund needs (A27)', () => {
  it.each([
    { name: 'a cancellation (P11)', kind: 'cancellation', amount: 96_40, needed: 0, cites: ['P11'] },
    { name: 'a stock-out (P9)', kind: 'stock-out', amount: 96_40, needed: 0, cites: ['P9'] },
    { name: 'a return', kind: 'return', amount: 1, needed: 1, cites: [] },
    { name: 'a return of nothing', kind: 'return', amount: 0, needed: 0, cites: [] },
    { name: 'a cancellation at the limit', kind: 'cancellation', amount: 500_00, needed: 0, cites: ['P11'] },
    { name: 'a cancellation above the limit', kind: 'cancellation', amount: 500_01, needed: 2, cites: [] },
    { name: 'a stock-out above the limit', kind: 'stock-out', amount: 500_01, needed: 2, cites: [] },
    { name: 'a return at the limit', kind: 'return', amount: 500_00, needed: 1, cites: [] },
    { name: 'a return above the limit', kind: 'return', amount: 500_01, needed: 2, cites: [] },
    { name: 'goodwill (P4)', kind: 'cancellation', amount: 5_00, goodwill: true, needed: 1, cites: ['P4'] },
    {
      name: 'a return with a rejected unit (P25)',
      kind: 'return',
      amount: 0,
      rejectedUnit: true,
      needed: 1,
      cites: ['P25'],
    },
    { name: 'an override', kind: 'stock-out', amount: 5_00, override: true, needed: 1, cites: [] },
    { name: 'an override above the limit', kind: 'return', amount: 500_01, override: true, needed: 2, cites: [] },
  ] as const)('$name of $amount → $needed', ({ kind, amount, needed, cites, ...flags }) => {
    const { override = false, rejectedUnit = false, goodwill = false } = flags as Partial<ApprovalQuestion>;
    const need = decideApproval(question({ kind, amountShopMinor: amount, override, rejectedUnit, goodwill }));
    expect(need.needed).toBe(needed);
    expect(need.clauses).toEqual(cites);
    expect(need.why).not.toBe('');
  });

  it('lets small refunds of returns through where the merchant says so', () => {
    const settings = parseSettings({ 'approval.auto': '25.00' });
    expect(decideApproval(question({ amountShopMinor: 25_00, settings })).needed).toBe(0);
    expect(decideApproval(question({ amountShopMinor: 25_01, settings })).needed).toBe(1);
    expect(decideApproval(question({ amountShopMinor: 25_00, settings, rejectedUnit: true })).needed).toBe(1);
  });

  it('reads the limit in the minor units of the shop’s currency', () => {
    expect(decideApproval(question({ amountShopMinor: 500, shopCurrency: 'JPY' })).needed).toBe(1);
    expect(decideApproval(question({ amountShopMinor: 501, shopCurrency: 'JPY' })).needed).toBe(2);
    expect(decideApproval(question({ amountShopMinor: 500_000, shopCurrency: 'KWD' })).needed).toBe(1);
    expect(decideApproval(question({ amountShopMinor: 500_001, shopCurrency: 'KWD' })).needed).toBe(2);
  });

  it('says why in the shop’s own money', () => {
    expect(decideApproval(question()).why).toBe(
      '$86.40 goes out for a return: somebody who did not propose it approves',
    );
    expect(decideApproval(question({ amountShopMinor: 500_01 })).why).toBe(
      '$500.01 is above $500.00: two different people approve',
    );
  });

  it('never asks for fewer people when the amount grows or a flag is raised', () => {
    const flags = fc.record({ override: fc.boolean(), rejectedUnit: fc.boolean(), goodwill: fc.boolean() });
    const kinds = fc.constantFrom('cancellation' as const, 'stock-out' as const, 'return' as const);
    fc.assert(
      fc.property(fc.nat(200_000), fc.nat(200_000), kinds, flags, (amount, more, kind, raised) => {
        const less = decideApproval(question({ amountShopMinor: amount, kind })).needed;
        expect(decideApproval(question({ amountShopMinor: amount + more, kind })).needed).toBeGreaterThanOrEqual(less);
        expect(decideApproval(question({ amountShopMinor: amount, kind, ...raised })).needed).toBeGreaterThanOrEqual(
          less,
        );
      }),
    );
  });
});

const someone = (id: string, role: Approver['role'], over: Partial<Approver> = {}): Approver => ({
  id,
  role,
  staffId: null,
  slackTeam: 'T1',
  slackUser: `U-${id}`,
  ...over,
});
const agent = someone('agent', 'agent', { staffId: '101' });
const lead = someone('lead', 'approver', { staffId: '201' });
const lead2 = someone('lead2', 'approver', { staffId: '202' });
const leadsOtherAccount = someone('lead-other', 'approver', { staffId: '201' });
const owner = someone('owner', 'owner', { staffId: '1', slackUser: null, slackTeam: null });
const people = [agent, lead, lead2, leadsOtherAccount, owner];

const attempt = (over: Partial<ApprovalAttempt> = {}): ApprovalAttempt => ({
  person: lead,
  proposedBy: agent.id,
  approvals: [],
  people,
  intentOrderVersion: '2026-11-22T15:00:00Z',
  currentOrderVersion: '2026-11-22T15:00:00Z',
  ...over,
});
const ruleOf = (over: Partial<ApprovalAttempt>): string => {
  const may = mayApprove(attempt(over));
  return may.ok ? 'ok' : may.rule;
};

describe('who may approve', () => {
  it.each([
    ['an approver', { person: lead }, 'ok'],
    ['the owner', { person: owner }, 'ok'],
    ['an agent', { person: agent, proposedBy: null }, 'role'],
    ['the warehouse', { person: someone('dock', 'warehouse') }, 'role'],
    ['somebody without a role', { person: someone('new', null) }, 'role'],
    ['nobody known', { person: null }, 'unknown-person'],
    ['a guest, even with a role', { guest: true }, 'guest'],
    ['somebody of a connected workspace', { connectedWorkspace: true }, 'connected-workspace'],
    ['one whom Slack calls a guest too', { connectedWorkspace: true, guest: true }, 'connected-workspace'],
    ['the proposer', { proposedBy: lead.id }, 'own-proposal'],
    ['the owner, who proposed it', { person: owner, proposedBy: owner.id }, 'own-proposal'],
    ['the proposer’s second account', { person: leadsOtherAccount, proposedBy: lead.id }, 'own-proposal'],
    ['a second one', { person: lead2, approvals: [{ personId: lead.id }] }, 'ok'],
    ['the same one again', { approvals: [{ personId: lead.id }] }, 'approved-already'],
    [
      'the same one’s second account',
      { person: leadsOtherAccount, approvals: [{ personId: lead.id }] },
      'approved-already',
    ],
    ['an approver, of what the policy proposed', { proposedBy: null }, 'ok'],
    ['an approver, where the proposer is not to be found', { proposedBy: 'gone' }, 'proposer-unknown'],
    ['an approver, after the order changed', { currentOrderVersion: '2026-11-22T15:00:01Z' }, 'order-changed'],
  ] as const)('%s → %3$s', (_, over, rule) => {
    expect(ruleOf(over as Partial<ApprovalAttempt>)).toBe(rule);
  });

  it('says so in a sentence and with a code that edges know', () => {
    expect(mayApprove(attempt({ proposedBy: lead.id }))).toMatchObject({
      code: 'own-proposal',
      because: 'you proposed this refund: somebody else has to approve it',
    });
    expect(mayApprove(attempt({ currentOrderVersion: 'x' }))).toMatchObject({ code: 'stale' });
    expect(mayApprove(attempt({ person: agent, proposedBy: null }))).toMatchObject({
      code: 'not-allowed',
      because: 'the role agent can’t approve refunds: ask an approver or the owner',
    });
  });
});

const identities = fc.record({
  id: fc.constantFrom('a', 'b', 'c', 'd'),
  staffId: fc.constantFrom(null, '1', '2'),
  slackTeam: fc.constantFrom(null, 'T1', 'T2'),
  slackUser: fc.constantFrom(null, 'U1', 'U2'),
});
const approvers = fc
  .tuple(
    identities,
    fc.constantFrom('owner' as const, 'approver' as const, 'agent' as const, 'warehouse' as const, null),
  )
  .map(([identity, role]) => ({ ...identity, role }));

describe('laws of approval', () => {
  it('one person is the same person from either side', () => {
    fc.assert(
      fc.property(identities, identities, (a, b) => {
        expect(samePerson(a, b)).toBe(samePerson(b, a));
        expect(samePerson(a, a)).toBe(true);
      }),
    );
  });

  it('two records without a Slack account are not thereby one person', () => {
    const bare = { staffId: null, slackTeam: null, slackUser: null };
    expect(samePerson({ id: 'a', ...bare }, { id: 'b', ...bare })).toBe(false);
  });

  it('whoever may is no proposer, no earlier approver, no guest, and has the role', () => {
    fc.assert(
      fc.property(
        approvers,
        fc.array(approvers, { minLength: 1, maxLength: 4 }),
        fc.boolean(),
        fc.boolean(),
        (person, others, guest, changed) => {
          const [proposer, ...approved] = others;
          const may = mayApprove({
            person,
            proposedBy: proposer?.id ?? null,
            approvals: approved.map(({ id }) => ({ personId: id })),
            people: others,
            guest,
            intentOrderVersion: '1',
            currentOrderVersion: changed ? '2' : '1',
          });
          if (!may.ok) return;
          expect(['owner', 'approver']).toContain(person.role);
          expect(others.map(({ id }) => id)).not.toContain(person.id);
          const firstOfEach = others.filter((one, at) => others.findIndex(({ id }) => id === one.id) === at);
          expect(firstOfEach.some((one) => samePerson(one, person))).toBe(false);
          expect(guest || changed).toBe(false);
        },
      ),
      { numRuns: 1000 },
    );
  });
});
