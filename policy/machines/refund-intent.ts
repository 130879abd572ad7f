import type { Machine, Row } from './machine.ts';
import { REFUND_GUARDS, type RefundFacts } from './refund-guards.ts';

export { KEY_SAFE_HOURS, type RefundFacts, SWEEPS_BEFORE_RETRY } from './refund-guards.ts';

/**
 * One amount that is to go back to a customer, from the proposal to the bank. Its key is minted once, stored before the
 * first call and never replaced: an intent is paid at most once, and an amount that has to change is a new intent.
 * None reopens: what was given up may have been tried before, so the same amount comes again as a new proposal.
 */
const FINAL = ['succeeded', 'rejected', 'superseded'] as const;
const STATES = [
  'new',
  'proposed',
  'awaiting_approval',
  'approved',
  'executing',
  'unknown',
  'failed',
  'needs_person',
  'expired',
  'settlement_failed',
  ...FINAL,
] as const;
export type RefundState = (typeof STATES)[number];

export const REFUND_ROWS = [
  {
    from: 'new',
    event: 'propose',
    guard: 'sums-agree',
    to: 'proposed',
    effects: ['mint-key', 'freeze-amount'],
    clauses: [],
  },
  {
    from: 'new',
    event: 'propose-mismatch',
    to: 'needs_person',
    effects: ['mint-key', 'freeze-amount', 'show-both-sums'],
    clauses: [],
  },

  {
    from: 'proposed',
    event: 'approve-by-policy',
    guard: 'no-approval-needed',
    to: 'approved',
    effects: [],
    clauses: [],
  },
  {
    from: 'proposed',
    event: 'request-approval',
    to: 'awaiting_approval',
    effects: ['show-approval', 'start-approval-clock'],
    clauses: [],
  },
  {
    from: 'awaiting_approval',
    event: 'approve-first',
    guard: 'approver-allowed',
    to: 'awaiting_approval',
    effects: ['show-approval'],
    clauses: [],
  },
  {
    from: 'awaiting_approval',
    event: 'approve',
    guard: 'approvals-complete',
    to: 'approved',
    effects: ['show-approval', 'start-undo-clock'],
    clauses: [],
  },
  {
    from: 'awaiting_approval',
    event: 'reject',
    guard: 'reason-given',
    to: 'rejected',
    effects: ['show-approval', 'tell-proposer'],
    clauses: [],
  },
  { from: 'awaiting_approval', event: 'expire', to: 'expired', effects: ['tell-proposer'], clauses: [] },
  // Taken back within the seconds that the settings leave for it; nothing has been called yet.
  { from: 'approved', event: 'undo', to: 'awaiting_approval', effects: ['show-approval'], clauses: [] },

  {
    from: ['new', 'proposed', 'awaiting_approval', 'approved', 'expired'],
    event: 'order-changed',
    to: 'superseded',
    effects: ['void-approvals', 'calculate-again'],
    clauses: [],
  },
  // The case no longer wants it: withdrawn, converted, settled by hand.
  {
    from: ['new', 'proposed', 'awaiting_approval', 'approved', 'expired'],
    event: 'drop',
    to: 'superseded',
    effects: ['void-approvals'],
    clauses: [],
  },
  {
    from: ['new', 'proposed', 'awaiting_approval', 'approved'],
    event: 'dispute-opened',
    to: 'needs_person',
    effects: ['void-approvals', 'alert-staff'],
    clauses: ['P5'],
  },
  // The bank has paid the customer: this intent has nothing left to pay.
  { from: 'needs_person', event: 'dispute-lost', to: 'superseded', effects: ['note-closed-as-paid'], clauses: ['P5'] },

  { from: 'approved', event: 'execute', guard: 'safe-to-pay', to: 'executing', effects: ['move-money'], clauses: [] },
  {
    from: 'executing',
    event: 'refund-confirmed',
    guard: 'refund-known',
    to: 'succeeded',
    effects: ['verify-amount', 'send-refund-made'],
    clauses: [],
  },
  // A voided authorization or a refund of nothing leaves no refund to point at.
  {
    from: ['executing', 'unknown'],
    event: 'nothing-to-pay',
    to: 'succeeded',
    effects: ['send-refund-made'],
    clauses: [],
  },
  { from: 'executing', event: 'refused', to: 'failed', effects: ['alert-staff'], clauses: [] },
  { from: 'executing', event: 'not-done-yet', to: 'executing', effects: ['try-later-same-key'], clauses: [] },
  { from: 'executing', event: 'answer-lost', to: 'unknown', effects: ['start-reconciling'], clauses: [] },
  // The order no longer says what the amount rests on; nothing was called.
  {
    from: 'executing',
    event: 'lapsed',
    to: 'superseded',
    effects: ['void-approvals', 'calculate-again'],
    clauses: [],
  },

  {
    from: 'unknown',
    event: 'refund-found',
    guard: 'same-refund',
    to: 'succeeded',
    effects: ['verify-amount', 'send-refund-made'],
    clauses: [],
  },
  { from: 'unknown', event: 'other-refund-found', to: 'needs_person', effects: ['show-both-states'], clauses: [] },
  {
    from: 'unknown',
    event: 'none-found-retry',
    guard: 'same-key-safe',
    to: 'executing',
    effects: ['move-money'],
    clauses: [],
  },
  { from: 'unknown', event: 'none-found', to: 'unknown', effects: ['look-again-later'], clauses: [] },
  { from: 'unknown', event: 'none-found-too-late', to: 'needs_person', effects: ['show-both-states'], clauses: [] },

  {
    from: 'succeeded',
    event: 'refund-seen',
    guard: 'refund-known',
    to: 'succeeded',
    effects: ['confirm-only'],
    clauses: [],
  },
  { from: 'succeeded', event: 'settlement-failed', to: 'settlement_failed', effects: ['alert-staff'], clauses: [] },

  // A refused call would be answered the same under its key again: what is tried next is a new intent, after a new sum.
  {
    from: ['failed', 'settlement_failed', 'needs_person', 'expired'],
    event: 'try-again',
    guard: 'nothing-paid',
    to: 'superseded',
    effects: ['void-approvals', 'calculate-again'],
    clauses: [],
  },
  {
    from: 'expired',
    event: 'request-approval',
    to: 'awaiting_approval',
    effects: ['show-approval', 'start-approval-clock'],
    clauses: [],
  },
  {
    from: ['failed', 'settlement_failed', 'needs_person', 'expired'],
    event: 'settle-by-hand',
    guard: 'reference-given',
    to: 'succeeded',
    effects: ['send-refund-made'],
    clauses: [],
  },
  {
    from: ['failed', 'settlement_failed', 'needs_person', 'expired'],
    event: 'decline',
    guard: 'clause-given',
    to: 'rejected',
    effects: ['tell-proposer'],
    clauses: [],
  },
  {
    from: ['failed', 'settlement_failed', 'needs_person', 'expired'],
    event: 'close',
    guard: 'reason-given',
    to: 'rejected',
    effects: ['tell-proposer'],
    clauses: [],
  },
] as const satisfies readonly Row<RefundState, keyof typeof REFUND_GUARDS>[];

export type RefundEvent = (typeof REFUND_ROWS)[number]['event'];
export type RefundEffect = (typeof REFUND_ROWS)[number]['effects'][number];

export const refundIntent: Machine<RefundState, RefundEvent, RefundFacts, RefundEffect> = {
  name: 'refund',
  initial: 'new',
  states: STATES,
  final: FINAL,
  rows: REFUND_ROWS,
  guards: REFUND_GUARDS,
  // What Shopify and the gateway report later: a confirmation changes nothing, a settlement that failed does.
  late: ['refund-seen', 'settlement-failed'],
};
