import { describe, expect, it } from 'vitest';
import type { InspectionResult } from '../../policy/decision.ts';
import {
  dispositionOf,
  eventsForResult,
  type InspectionState,
  type Machine,
  machines,
  step,
} from '../../policy/machines/index.ts';

/** Takes the events one after the other and names the states passed; a refusal ends the list with its code. */
const follow = <S extends string, E extends string, F extends object, X extends string>(
  machine: Machine<S, E, F, X>,
  start: S,
  events: readonly E[],
  facts: Partial<F> = {},
): readonly string[] => {
  const passed: string[] = [];
  let state = start;
  for (const event of events) {
    const next = step(machine, state, event, facts);
    if (!next.ok) return [...passed, next.refusal.code];
    passed.push(next.to);
    state = next.to;
  }
  return passed;
};

describe('a cancellation', () => {
  const open = { orderCancelled: false, disputeOpen: null, activeReturns: false, pendingAuthorization: false };
  it.each([
    {
      name: 'before anything shipped (P11)',
      events: ['request', 'nothing-shipped', 'recall-not-needed', 'order-canceled'],
      facts: { ...open, cancelledAt: '2026-11-22T15:00:00Z' },
      passes: ['requested', 'recalling', 'canceling', 'canceled'],
    },
    {
      name: 'when all is out is offered as a return (P12)',
      events: ['request', 'all-shipped'],
      facts: open,
      passes: ['requested', 'converted_to_return'],
    },
    {
      name: 'when some is out takes the rest (P11 P12)',
      events: ['request', 'some-shipped', 'accept', 'lines-refunded'],
      facts: { ...open, refundId: '7' },
      passes: ['requested', 'partial_offer', 'canceling_lines', 'partially_canceled'],
    },
    {
      name: 'of an order with an open dispute is refused',
      events: ['request'],
      facts: { ...open, disputeOpen: true },
      passes: ['guard'],
    },
    {
      name: 'of an order that was cancelled already is refused',
      events: ['request'],
      facts: { ...open, orderCancelled: true },
      passes: ['guard'],
    },
    {
      name: 'with a pending authorization does not call orderCancel',
      events: ['request', 'nothing-shipped', 'recall-accepted'],
      facts: { ...open, pendingAuthorization: true },
      passes: ['requested', 'recalling', 'guard'],
    },
    {
      name: 'is not called done without a time of cancellation',
      events: ['request', 'nothing-shipped', 'recall-accepted', 'order-canceled'],
      facts: open,
      passes: ['requested', 'recalling', 'canceling', 'guard'],
    },
    {
      name: 'that the fulfilment service does not answer goes to an agent, who tries again',
      events: ['request', 'nothing-shipped', 'recall-unanswered', 'try-again', 'nothing-shipped'],
      facts: open,
      passes: ['requested', 'recalling', 'needs_agent', 'requested', 'recalling'],
    },
    {
      name: 'can be withdrawn while nothing was executed (P10)',
      events: ['request', 'nothing-shipped', 'withdraw'],
      facts: { ...open, executed: false },
      passes: ['requested', 'recalling', 'withdrawn'],
    },
    {
      name: 'can not be withdrawn while the order is being cancelled',
      events: ['request', 'nothing-shipped', 'recall-accepted', 'withdraw'],
      facts: { ...open, executed: false },
      passes: ['requested', 'recalling', 'canceling', 'illegal-event'],
    },
  ] as const)('$name', ({ events, facts, passes }) => {
    expect(follow(machines.cancellation, 'new', events, facts)).toEqual(passes);
  });
});

describe('a shortage', () => {
  const short = { stillShort: true, hasAddress: true };
  it.each([
    {
      name: 'that the customer waits for ships when it is in stock (P8)',
      events: ['shortage-seen', 'notify', 'confirm-wait', 'stock-in', 'fulfilled'],
      facts: { ...short, linkValid: true, firstInQueue: true },
      passes: ['detected', 'customer_notified', 'waiting', 'releasing', 'fulfilled'],
    },
    {
      name: 'nobody answered to is refunded (P9)',
      events: ['shortage-seen', 'notify', 'response-due', 'refund-confirmed'],
      facts: { ...short, refundId: '7' },
      passes: ['detected', 'customer_notified', 'refunding', 'refunded'],
    },
    {
      name: 'of goods that are then discontinued voids the consent (P8 P9)',
      events: ['shortage-seen', 'notify', 'confirm-wait', 'discontinued'],
      facts: { ...short, linkValid: true },
      passes: ['detected', 'customer_notified', 'waiting', 'refunding'],
    },
    {
      name: 'waits its turn behind earlier consents',
      events: ['shortage-seen', 'notify', 'confirm-wait', 'stock-in'],
      facts: { ...short, linkValid: true, firstInQueue: false },
      passes: ['detected', 'customer_notified', 'waiting', 'guard'],
    },
    {
      name: 'that a recount corrects alarms nobody (P6)',
      events: ['shortage-seen'],
      facts: { stillShort: false },
      passes: ['guard'],
    },
    {
      name: 'whose customer has no address goes to an agent, who hears the consent on the phone',
      events: ['shortage-seen', 'no-address', 'confirm-wait'],
      facts: { stillShort: true, by: 'ann', reason: 'said on the phone at ten' },
      passes: ['detected', 'needs_agent', 'waiting'],
    },
  ] as const)('$name', ({ events, facts, passes }) => {
    expect(follow(machines.backorder, 'new', events, facts)).toEqual(passes);
  });
});

describe('a return', () => {
  const told = { orderFound: true, unitsElsewhere: false, photos: 1, photosNeeded: 1, verdict: 'granted' } as const;
  const settled = { unitsUndecided: 0, unitsDecided: 2, openIntents: 0, dispositionsSet: true };
  const granted = ['open', 'details-complete', 'photos-ok', 'authorize'] as const;
  const authorized = ['intake', 'evidence_pending', 'review', 'authorized'] as const;
  it.each([
    {
      name: 'of a defective unit, from the first word to the refund',
      events: [
        'open',
        'details-complete',
        'photos-ok-defective',
        'not-solved',
        'authorize',
        'tracking-added',
        'parcel-received',
        'all-units-decided',
        'money-and-goods-done',
      ],
      facts: { ...told, ...settled, troubleshootingDone: true },
      passes: [
        'intake',
        'evidence_pending',
        'troubleshooting',
        'review',
        'authorized',
        'in_transit',
        'received',
        'settling',
        'closed',
      ],
    },
    {
      name: 'of a change of mind needs no troubleshooting',
      events: granted,
      facts: { ...told, photos: 0, photosNeeded: 0 },
      passes: authorized,
    },
    {
      name: 'waits for pictures (P3)',
      events: ['open', 'details-complete', 'photos-ok-defective'],
      facts: { ...told, photos: 0 },
      passes: ['intake', 'evidence_pending', 'guard'],
    },
    {
      name: 'goes on without pictures where an agent says why',
      events: ['open', 'details-complete', 'photos-ok'],
      facts: { ...told, photos: 0, photosWaived: 'the parcel burned' },
      passes: ['intake', 'evidence_pending', 'review'],
    },
    {
      name: 'that is solved ends without money (P18)',
      events: ['open', 'details-complete', 'photos-ok-defective', 'solved'],
      facts: told,
      passes: ['intake', 'evidence_pending', 'troubleshooting', 'closed_solved'],
    },
    {
      name: 'is not authorized against the policy without a person and a reason',
      events: granted,
      facts: { ...told, verdict: 'refused' },
      passes: ['intake', 'evidence_pending', 'review', 'guard'],
    },
    {
      name: 'is authorized against the policy by a person with a reason',
      events: granted,
      facts: { ...told, verdict: 'refused', by: 'ann', reason: 'long-standing customer' },
      passes: authorized,
    },
    {
      name: 'never sent expires, and late goods are still taken in (P22)',
      events: [...granted, 'deadline-passed', 'parcel-received'],
      facts: told,
      passes: [...authorized, 'expired', 'received'],
    },
    {
      name: 'sent in time and arriving late is a question (A11)',
      events: [...granted, 'tracking-added', 'deadline-passed-shipped-in-time', 'parcel-received'],
      facts: told,
      passes: [...authorized, 'in_transit', 'grey_zone', 'received'],
    },
    {
      name: 'that came too late is declined by a person who names the clause (P22)',
      events: [...granted, 'deadline-passed', 'parcel-received', 'decline'],
      facts: { ...told, by: 'ann', clause: 'P22' },
      passes: [...authorized, 'expired', 'received', 'declined'],
    },
    {
      name: 'of a refused parcel has no number (P13)',
      events: ['refusal-suspected', 'refusal-confirmed', 'all-units-decided'],
      facts: settled,
      passes: ['refused_suspected', 'received', 'settling'],
    },
    {
      name: 'is not settled while a unit is undecided (P17)',
      events: [...granted, 'parcel-received', 'all-units-decided'],
      facts: { ...told, unitsUndecided: 1, unitsDecided: 1 },
      passes: [...authorized, 'received', 'guard'],
    },
    {
      name: 'settles what is decided and waits for the rest',
      events: [...granted, 'parcel-received', 'some-units-decided'],
      facts: { ...told, unitsUndecided: 1, unitsDecided: 1, splitSettlement: true },
      passes: [...authorized, 'received', 'received'],
    },
    {
      name: 'cannot be canceled by the customer once goods are here',
      events: [...granted, 'customer-cancels'],
      facts: { ...told, unitsReceived: 1 },
      passes: [...authorized, 'guard'],
    },
    {
      name: 'of units that are in another open RMA is refused',
      events: ['open', 'details-complete'],
      facts: { ...told, unitsElsewhere: true },
      passes: ['intake', 'guard'],
    },
  ] as const)('$name', ({ events, facts, passes }) => {
    expect(follow(machines.return, 'new', events, facts)).toEqual(passes);
  });
});

describe('a unit', () => {
  it.each([
    ['expected', 'accepted', true, ['arrived', 'testing', 'accepted_defective']],
    ['expected', 'accepted', false, ['arrived', 'accepted']],
    ['arrived', 'accepted', false, ['accepted']],
    ['testing', 'accepted', true, ['accepted_defective']],
    ['incomplete', 'accepted', false, ['accepted']],
    ['expected', 'no_fault_found', true, ['arrived', 'testing', 'no_fault_found']],
    ['arrived', 'no_fault_found', false, ['accepted']],
    ['expected', 'artificial_damage', true, ['arrived', 'testing', 'rejected_pending']],
    ['expected', 'artificial_damage', false, ['arrived', 'rejected_pending']],
    ['arrived', 'missing_components', false, ['incomplete']],
    ['expected', 'wrong_item', true, ['wrong_item']],
    ['expected', 'not_received', true, ['missing']],
  ] as const)('%s, posted %s, test owed %s → %j', (state, result, testOwed, passes) => {
    const events = eventsForResult(state as InspectionState, result as InspectionResult, testOwed);
    expect(follow(machines.inspection, state as InspectionState, events, { testOwed, evidence: 1 })).toEqual(passes);
  });

  it.each([
    ['with an amount to deduct', 'arrived', { deduction: 500 }, ['incomplete', 'accepted']],
    ['with an amount, once it was noted', 'incomplete', { deduction: 500 }, ['accepted']],
    ['without one', 'expected', {}, ['arrived', 'incomplete']],
    ['without one, twice', 'incomplete', {}, ['guard']],
    ['where the settings refuse', 'arrived', { missingParts: 'refuse' }, ['incomplete', 'rejected_pending']],
  ] as const)('that lacks parts, %s', (_, state, options, passes) => {
    const events = eventsForResult(state, 'missing_components', false, options);
    const facts = { testOwed: false, by: 'ann', clause: 'P33', ...options } as const;
    expect(follow(machines.inspection, state, events, facts)).toEqual(passes);
  });

  it('is not rejected without a photo (P25)', () => {
    const events = eventsForResult('expected', 'artificial_damage', true);
    expect(follow(machines.inspection, 'expected', events, { testOwed: true, evidence: 0 })).toEqual([
      'arrived',
      'testing',
      'guard',
    ]);
  });

  it('is not called damaged before the test that is owed (A26)', () => {
    expect(step(machines.inspection, 'arrived', 'damage-seen', { testOwed: true, evidence: 3 }).ok).toBe(false);
  });

  it('is tested again on appeal, once', () => {
    expect(step(machines.inspection, 'rejected', 'appeal', { appealedBefore: false })).toMatchObject({ to: 'testing' });
    expect(step(machines.inspection, 'rejected', 'appeal', { appealedBefore: true }).ok).toBe(false);
  });

  it.each([
    ['accepted', true, 'RESTOCKED'],
    ['accepted', false, 'NOT_RESTOCKED'],
    ['accepted_defective', true, 'NOT_RESTOCKED'],
    ['rejected', true, 'NOT_RESTOCKED'],
    ['missing', true, 'MISSING'],
    ['testing', true, null],
    ['incomplete', true, null],
  ] as const)('%s, resellable %s → %s', (state, resellable, disposition) => {
    expect(dispositionOf(state, resellable)).toBe(disposition);
  });
});

describe('a refund', () => {
  const agreed = { suggestionAgrees: true, withinCap: true, disputeOpen: false };
  const proposed = ['proposed'] as const;
  it.each([
    {
      name: 'that needs nobody',
      events: ['propose', 'approve-by-policy', 'execute', 'refund-confirmed'],
      facts: { ...agreed, approvalsNeeded: 0, refundId: '7' },
      passes: [...proposed, 'approved', 'executing', 'succeeded'],
    },
    {
      name: 'that two people approve',
      events: ['propose', 'request-approval', 'approve-first', 'approve', 'execute'],
      facts: { ...agreed, approvalsNeeded: 2, approvals: 2, approverAllowed: true },
      passes: [...proposed, 'awaiting_approval', 'awaiting_approval', 'approved', 'executing'],
    },
    {
      name: 'is not approved by one of two',
      events: ['propose', 'request-approval', 'approve'],
      facts: { ...agreed, approvalsNeeded: 2, approvals: 1, approverAllowed: true },
      passes: [...proposed, 'awaiting_approval', 'guard'],
    },
    {
      name: 'is not approved by policy where somebody is needed',
      events: ['propose', 'approve-by-policy'],
      facts: { ...agreed, approvalsNeeded: 1 },
      passes: [...proposed, 'guard'],
    },
    {
      name: 'whose sum is not Shopify’s goes to a person',
      events: ['propose'],
      facts: { ...agreed, suggestionAgrees: false },
      passes: ['guard'],
    },
    {
      name: 'is not paid during a dispute',
      events: ['propose', 'approve-by-policy', 'execute'],
      facts: { ...agreed, approvalsNeeded: 0, disputeOpen: true },
      passes: [...proposed, 'approved', 'guard'],
    },
    {
      name: 'whose answer was lost and which is found is paid once',
      events: ['propose', 'approve-by-policy', 'execute', 'answer-lost', 'refund-found'],
      facts: { ...agreed, approvalsNeeded: 0, refundId: '7', sameAmount: true },
      passes: [...proposed, 'approved', 'executing', 'unknown', 'succeeded'],
    },
    {
      name: 'whose answer was lost is tried again under the same key after two empty looks',
      events: ['propose', 'approve-by-policy', 'execute', 'answer-lost', 'none-found', 'none-found-retry'],
      facts: { ...agreed, approvalsNeeded: 0, sweeps: 2, orderUnchanged: true, keyAgeHours: 19 },
      passes: [...proposed, 'approved', 'executing', 'unknown', 'unknown', 'executing'],
    },
    {
      name: 'is not tried again after one empty look',
      events: ['propose', 'approve-by-policy', 'execute', 'answer-lost', 'none-found-retry'],
      facts: { ...agreed, approvalsNeeded: 0, sweeps: 1, orderUnchanged: true, keyAgeHours: 1 },
      passes: [...proposed, 'approved', 'executing', 'unknown', 'guard'],
    },
    {
      name: 'is not tried again with a key of 20 h',
      events: ['propose', 'approve-by-policy', 'execute', 'answer-lost', 'none-found-retry'],
      facts: { ...agreed, approvalsNeeded: 0, sweeps: 2, orderUnchanged: true, keyAgeHours: 20 },
      passes: [...proposed, 'approved', 'executing', 'unknown', 'guard'],
    },
    {
      name: 'loses its approvals when the order changed',
      events: ['propose', 'request-approval', 'approve', 'order-changed'],
      facts: { ...agreed, approvalsNeeded: 1, approvals: 1, approverAllowed: true },
      passes: [...proposed, 'awaiting_approval', 'approved', 'superseded'],
    },
  ] as const)('$name', ({ events, facts, passes }) => {
    expect(follow(machines.refund, 'new', events, facts)).toEqual(passes);
  });
});

describe('an exchange', () => {
  const stocked = { variantAllowed: true, inStock: true };
  it.each([
    {
      name: 'of the same variant ships after the goods are accepted (P17)',
      events: ['pick', 'authorized', 'units-accepted', 'even', 'fulfilled'],
      facts: stocked,
      passes: ['selected', 'awaiting_return', 'processing', 'releasing', 'fulfilled'],
    },
    {
      name: 'whose stock is gone when the goods arrive becomes a refund',
      events: ['pick', 'authorized', 'stock-gone', 'take-refund'],
      facts: stocked,
      passes: ['selected', 'awaiting_return', 'unavailable', 'converted_to_refund'],
    },
    {
      name: 'is shipped first only by two people',
      events: ['pick', 'authorized', 'ship-first'],
      facts: { ...stocked, by: 'ann', secondPerson: 'ann' },
      passes: ['selected', 'awaiting_return', 'guard'],
    },
    {
      name: 'for another variant is refused where the settings do not allow it (A24)',
      events: ['pick'],
      facts: { variantAllowed: false, inStock: true },
      passes: ['guard'],
    },
  ] as const)('$name', ({ events, facts, passes }) => {
    expect(follow(machines.exchange, 'new', events, facts)).toEqual(passes);
  });
});
