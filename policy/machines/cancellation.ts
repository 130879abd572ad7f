import type { Guard, Machine, Row } from './machine.ts';
import { PERSON_GUARDS, type PersonFacts } from './person.ts';

/**
 * A request to cancel an order or a part of it (P10–P12). It ends with the order cancelled, a part of it refunded, or,
 * where the goods are already out, with the offer of a return that the customer or an agent may take up.
 */
const FINAL = ['canceled', 'partially_canceled', 'converted_to_return', 'withdrawn', 'declined', 'closed'] as const;
const STATES = [
  'new',
  'requested',
  'recalling',
  'partial_offer',
  'canceling',
  'canceling_lines',
  'needs_agent',
  ...FINAL,
] as const;
export type CancellationState = (typeof STATES)[number];

export type CancellationFacts = PersonFacts &
  Readonly<{
    orderCancelled: boolean;
    /** null: the source does not tell; it is read again before money moves. */
    disputeOpen: boolean | null;
    /** orderCancel refuses an order with either. */
    activeReturns: boolean;
    pendingAuthorization: boolean;
    /** Something irrevocable was done: the order was cancelled or money moved. */
    executed: boolean;
    cancelledAt: string | null;
    refundId: string | null;
  }>;

const GUARDS = {
  ...PERSON_GUARDS,
  'order-open': {
    needs: 'an order that is not cancelled and has no open dispute',
    holds: (facts) => facts.orderCancelled === false && facts.disputeOpen !== true,
  },
  cancellable: {
    needs: 'an order without active returns and without a pending authorization',
    holds: (facts) => facts.activeReturns === false && facts.pendingAuthorization === false,
  },
  'nothing-executed': { needs: 'that nothing was executed yet', holds: (facts) => facts.executed === false },
  'order-cancelled': { needs: "the order's time of cancellation", holds: (facts) => Boolean(facts.cancelledAt) },
  refunded: { needs: 'the id of the refund', holds: (facts) => Boolean(facts.refundId) },
} as const satisfies Record<string, Guard<CancellationFacts>>;

export const CANCELLATION_ROWS = [
  {
    from: 'new',
    event: 'request',
    guard: 'order-open',
    to: 'requested',
    effects: ['snapshot-order', 'send-acknowledgement'],
    clauses: ['P10', 'P11'],
  },

  { from: 'requested', event: 'nothing-shipped', to: 'recalling', effects: ['recall-fulfillment'], clauses: ['P11'] },
  { from: 'requested', event: 'part-asked', to: 'partial_offer', effects: [], clauses: ['P11'] },
  {
    from: 'requested',
    event: 'some-shipped',
    to: 'partial_offer',
    effects: ['send-partial-offer'],
    clauses: ['P11', 'P12'],
  },
  {
    from: 'requested',
    event: 'all-shipped',
    to: 'converted_to_return',
    effects: ['offer-return'],
    clauses: ['P12', 'P13', 'P14'],
  },

  // Where a fulfilment service holds the order it is asked first; a shop that packs itself has nobody to ask.
  {
    from: 'recalling',
    event: 'recall-accepted',
    guard: 'cancellable',
    to: 'canceling',
    effects: ['cancel-order'],
    clauses: ['P11'],
  },
  {
    from: 'recalling',
    event: 'recall-not-needed',
    guard: 'cancellable',
    to: 'canceling',
    effects: ['cancel-order'],
    clauses: ['P11'],
  },
  { from: 'recalling', event: 'cancel-blocked', to: 'needs_agent', effects: ['alert-staff'], clauses: ['P11'] },
  {
    from: 'recalling',
    event: 'recall-rejected',
    to: 'converted_to_return',
    effects: ['send-too-late', 'offer-return'],
    clauses: ['P12', 'P13', 'P14'],
  },
  { from: 'recalling', event: 'recall-unanswered', to: 'needs_agent', effects: ['alert-staff'], clauses: ['P11'] },
  // The parcel left while we asked: what is out is returned, what is not may still be cancelled.
  {
    from: ['recalling', 'partial_offer', 'canceling', 'canceling_lines', 'needs_agent'],
    event: 'shipped-meanwhile',
    to: 'converted_to_return',
    effects: ['send-too-late', 'offer-return'],
    clauses: ['P12', 'P13', 'P14'],
  },
  {
    from: ['recalling', 'canceling'],
    event: 'part-shipped-meanwhile',
    to: 'partial_offer',
    effects: ['send-partial-offer'],
    clauses: ['P11', 'P12'],
  },

  // The request itself counts as acceptance; a customer who wants all or nothing withdraws.
  {
    from: 'partial_offer',
    event: 'accept',
    to: 'canceling_lines',
    effects: ['refund-lines', 'offer-return'],
    clauses: ['P11', 'P12'],
  },

  {
    from: 'canceling',
    event: 'order-canceled',
    guard: 'order-cancelled',
    to: 'canceled',
    effects: ['send-receipt'],
    clauses: ['P11'],
  },
  // Somebody may also cancel the order in Shopify while the case is open: what happened is what counts.
  {
    from: ['requested', 'recalling', 'partial_offer', 'canceling_lines', 'needs_agent'],
    event: 'order-canceled',
    guard: 'order-cancelled',
    to: 'canceled',
    effects: ['send-receipt'],
    clauses: ['P11'],
  },
  {
    from: ['canceling_lines', 'needs_agent'],
    event: 'lines-refunded',
    guard: 'refunded',
    to: 'partially_canceled',
    effects: ['send-receipt'],
    clauses: ['P11'],
  },
  {
    from: ['canceling', 'canceling_lines'],
    event: 'job-failed',
    to: 'needs_agent',
    effects: ['alert-staff'],
    clauses: ['P11'],
  },
  {
    from: ['canceling', 'canceling_lines'],
    event: 'refund-rejected',
    to: 'needs_agent',
    effects: ['alert-staff'],
    clauses: ['P11'],
  },
  {
    from: ['recalling', 'partial_offer', 'canceling', 'canceling_lines'],
    event: 'order-changed',
    to: 'needs_agent',
    effects: ['alert-staff'],
    clauses: ['P11'],
  },
  // No money moves while a bank looks at it; a person resumes or closes once the dispute has ended.
  {
    from: ['requested', 'recalling', 'partial_offer', 'canceling', 'canceling_lines'],
    event: 'dispute-opened',
    to: 'needs_agent',
    effects: ['stop-intents', 'alert-staff'],
    clauses: ['P5'],
  },

  {
    from: ['requested', 'recalling', 'partial_offer', 'needs_agent'],
    event: 'withdraw',
    guard: 'nothing-executed',
    to: 'withdrawn',
    effects: ['drop-intents'],
    clauses: ['P10'],
  },
  {
    from: ['requested', 'partial_offer', 'needs_agent'],
    event: 'decline',
    guard: 'clause-given',
    to: 'declined',
    effects: ['send-declined'],
    clauses: [],
  },

  { from: 'needs_agent', event: 'try-again', to: 'requested', effects: ['snapshot-order'], clauses: ['P11'] },
  {
    from: 'needs_agent',
    event: 'settle-by-hand',
    guard: 'reference-given',
    to: 'canceled',
    effects: ['drop-intents', 'send-receipt'],
    clauses: ['P11'],
  },
  {
    from: 'needs_agent',
    event: 'settle-lines-by-hand',
    guard: 'reference-given',
    to: 'partially_canceled',
    effects: ['drop-intents', 'send-receipt'],
    clauses: ['P11'],
  },
  {
    from: 'needs_agent',
    event: 'convert-to-return',
    to: 'converted_to_return',
    effects: ['drop-intents', 'offer-return'],
    clauses: ['P12', 'P13', 'P14'],
  },
  {
    from: 'needs_agent',
    event: 'close',
    guard: 'reason-given',
    to: 'closed',
    effects: ['drop-intents'],
    clauses: [],
  },

  {
    from: FINAL,
    event: 'reopen',
    guard: 'reason-and-second-person',
    to: 'needs_agent',
    effects: ['alert-staff'],
    clauses: ['P5'],
  },
] as const satisfies readonly Row<CancellationState, keyof typeof GUARDS>[];

export type CancellationEvent = (typeof CANCELLATION_ROWS)[number]['event'];
export type CancellationEffect = (typeof CANCELLATION_ROWS)[number]['effects'][number];

export const cancellation: Machine<CancellationState, CancellationEvent, CancellationFacts, CancellationEffect> = {
  name: 'cancellation',
  initial: 'new',
  states: STATES,
  final: FINAL,
  rows: CANCELLATION_ROWS,
  guards: GUARDS,
};
