import type { Guard } from './machine.ts';
import { PERSON_GUARDS, type PersonFacts } from './person.ts';

/** Shopify keeps an idempotency key for 24 h; four of them are left for a slow clock and a slow call. */
export const KEY_SAFE_HOURS = 20;
/** A refund may show up late on the order: one empty look proves nothing. */
export const SWEEPS_BEFORE_RETRY = 2;

/** What is known of a refund when a move is asked for. */
export type RefundFacts = PersonFacts &
  Readonly<{
    /** Our sum equals Shopify's suggestion, to the minor unit. */
    suggestionAgrees: boolean;
    approvalsNeeded: number;
    /** Approvals given, the present one included. */
    approvals: number;
    /** `mayApprove` said ok. */
    approverAllowed: boolean;
    /** The order is locked, was read again, and still has at least the amount left to refund. */
    withinCap: boolean;
    disputeOpen: boolean | null;
    refundId: string | null;
    sameAmount: boolean;
    sweeps: number;
    /** What the order shows is what it showed before the call. */
    orderUnchanged: boolean;
    keyAgeHours: number;
    /** Somebody looked at the order and the payment provider and found no refund. */
    nothingPaid: boolean;
  }>;

export const REFUND_GUARDS = {
  ...PERSON_GUARDS,
  'sums-agree': {
    needs: "our sum and Shopify's suggestion to be the same",
    holds: (facts) => facts.suggestionAgrees === true,
  },
  'no-approval-needed': {
    needs: 'an amount and a case that the settings let through without an approver',
    holds: (facts) => facts.approvalsNeeded === 0,
  },
  'approver-allowed': {
    needs: 'an approver who may, and who did not propose it',
    holds: (facts) => facts.approverAllowed === true,
  },
  'approvals-complete': {
    needs: 'an approver who may, and all approvals that the settings ask for',
    holds: (facts) =>
      facts.approverAllowed === true &&
      facts.approvalsNeeded !== undefined &&
      (facts.approvals ?? 0) >= facts.approvalsNeeded,
  },
  'safe-to-pay': {
    needs: 'the order read again under a lock, enough left to refund, and no open dispute',
    holds: (facts) => facts.withinCap === true && facts.disputeOpen !== true,
  },
  'refund-known': { needs: 'the id of the refund', holds: (facts) => Boolean(facts.refundId) },
  'same-refund': {
    needs: 'a refund of the same amount, made after the call started',
    holds: (facts) => Boolean(facts.refundId) && facts.sameAmount === true,
  },
  'same-key-safe': {
    needs: `${SWEEPS_BEFORE_RETRY} empty looks, an order that did not change, and a key younger than ${KEY_SAFE_HOURS} h`,
    holds: (facts) =>
      (facts.sweeps ?? 0) >= SWEEPS_BEFORE_RETRY &&
      facts.orderUnchanged === true &&
      facts.keyAgeHours !== undefined &&
      facts.keyAgeHours < KEY_SAFE_HOURS,
  },
  'nothing-paid': {
    needs: 'a person who looked and found nothing paid, with a reason',
    holds: (facts) => facts.nothingPaid === true && Boolean(facts.by) && Boolean(facts.reason?.trim()),
  },
} as const satisfies Record<string, Guard<RefundFacts>>;
