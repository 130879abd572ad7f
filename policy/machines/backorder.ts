import type { Guard, Machine, Row } from './machine.ts';
import { PERSON_GUARDS, type PersonFacts } from './person.ts';

/**
 * A shortage on one fulfilment-order line (P6–P9): the customer is told, waits or gets the money back. There is no
 * decline here: a shortage is ours, so a person either ships, refunds, or closes it with a reason.
 */
const FINAL = ['resolved', 'fulfilled', 'refunded', 'closed'] as const;
const STATES = [
  'new',
  'detected',
  'customer_notified',
  'waiting',
  'releasing',
  'refunding',
  'needs_agent',
  ...FINAL,
] as const;
export type BackorderState = (typeof STATES)[number];

export type BackorderFacts = PersonFacts &
  Readonly<{
    /** After the debounce (`oos.mailDelay`): stock that is corrected within minutes alarms nobody. */
    stillShort: boolean;
    hasAddress: boolean;
    /** The customer's own link, not used or expired; or an agent who heard it, with a note in `reason`. */
    linkValid: boolean;
    /** Nobody who consented earlier waits for the same stock. */
    firstInQueue: boolean;
    refundId: string | null;
    /** Nothing had been captured: the authorization was voided (A23). */
    voided: boolean;
  }>;

const GUARDS = {
  ...PERSON_GUARDS,
  'still-short': { needs: 'a shortage that outlasts the debounce', holds: (facts) => facts.stillShort === true },
  'address-known': { needs: 'an address to write to', holds: (facts) => facts.hasAddress === true },
  'consent-proved': {
    needs: "the customer's valid link, or an agent's note of what was said",
    holds: (facts) => facts.linkValid === true || (Boolean(facts.by) && Boolean(facts.reason?.trim())),
  },
  'first-in-queue': { needs: 'that nobody consented earlier', holds: (facts) => facts.firstInQueue === true },
  refunded: {
    needs: 'the id of the refund, or an authorization that was voided',
    holds: (facts) => Boolean(facts.refundId) || facts.voided === true,
  },
} as const satisfies Record<string, Guard<BackorderFacts>>;

export const BACKORDER_ROWS = [
  {
    from: 'new',
    event: 'shortage-seen',
    guard: 'still-short',
    to: 'detected',
    effects: ['hold-fulfillment'],
    clauses: ['P6'],
  },
  {
    from: ['detected', 'needs_agent'],
    event: 'notify',
    guard: 'address-known',
    to: 'customer_notified',
    effects: ['send-stock-out', 'start-response-clock'],
    clauses: ['P7'],
  },
  { from: 'detected', event: 'no-address', to: 'needs_agent', effects: ['alert-staff'], clauses: ['P7'] },
  { from: 'customer_notified', event: 'mail-bounced', to: 'needs_agent', effects: ['alert-staff'], clauses: ['P7'] },

  {
    from: ['detected', 'needs_agent'],
    event: 'stock-back',
    to: 'resolved',
    effects: ['release-hold'],
    clauses: ['P6'],
  },
  {
    from: 'customer_notified',
    event: 'stock-back',
    to: 'resolved',
    effects: ['release-hold', 'send-stock-found'],
    clauses: ['P6', 'P7'],
  },
  // The order was cancelled or edited so that nothing is short any more.
  {
    from: ['detected', 'customer_notified', 'waiting', 'needs_agent'],
    event: 'line-gone',
    to: 'resolved',
    effects: ['release-hold'],
    clauses: ['P6'],
  },

  {
    from: ['customer_notified', 'needs_agent'],
    event: 'confirm-wait',
    guard: 'consent-proved',
    to: 'waiting',
    effects: ['record-consent', 'send-wait-confirmed'],
    clauses: ['P8'],
  },
  {
    from: ['customer_notified', 'needs_agent'],
    event: 'decline-wait',
    to: 'refunding',
    effects: ['propose-refund'],
    clauses: ['P9'],
  },
  { from: 'customer_notified', event: 'response-due', to: 'refunding', effects: ['propose-refund'], clauses: ['P9'] },

  {
    from: 'waiting',
    event: 'stock-in',
    guard: 'first-in-queue',
    to: 'releasing',
    effects: ['release-hold', 'send-ships-now'],
    clauses: ['P8'],
  },
  {
    from: 'waiting',
    event: 'eta-slipped',
    to: 'customer_notified',
    effects: ['send-stock-out', 'start-response-clock'],
    clauses: ['P7', 'P8'],
  },
  {
    from: 'waiting',
    event: 'max-wait-over',
    to: 'customer_notified',
    effects: ['send-stock-out', 'start-response-clock'],
    clauses: ['P7', 'P8'],
  },
  {
    from: ['detected', 'customer_notified', 'waiting', 'needs_agent'],
    event: 'discontinued',
    to: 'refunding',
    effects: ['void-consent', 'send-apology', 'propose-refund'],
    clauses: ['P7', 'P9'],
  },
  { from: 'waiting', event: 'change-mind', to: 'refunding', effects: ['propose-refund'], clauses: ['P9'] },

  { from: 'releasing', event: 'fulfilled', to: 'fulfilled', effects: [], clauses: ['P8'] },
  // Two orders competed for the last unit and this one lost: the consent still stands.
  { from: 'releasing', event: 'stock-gone', to: 'waiting', effects: ['hold-fulfillment'], clauses: ['P6', 'P8'] },
  { from: 'releasing', event: 'release-failed', to: 'needs_agent', effects: ['alert-staff'], clauses: ['P8'] },

  {
    from: ['refunding', 'needs_agent'],
    event: 'refund-confirmed',
    guard: 'refunded',
    to: 'refunded',
    effects: ['release-rest-of-order', 'send-receipt'],
    clauses: ['P9'],
  },
  { from: 'refunding', event: 'refund-failed', to: 'needs_agent', effects: ['alert-staff'], clauses: ['P9'] },
  { from: 'refunding', event: 'refund-rejected', to: 'needs_agent', effects: ['alert-staff'], clauses: ['P9'] },
  { from: 'refunding', event: 'order-changed', to: 'needs_agent', effects: ['alert-staff'], clauses: ['P9'] },

  { from: 'needs_agent', event: 'try-again', to: 'detected', effects: ['read-order'], clauses: ['P6'] },
  {
    from: 'needs_agent',
    event: 'settle-by-hand',
    guard: 'reference-given',
    to: 'refunded',
    effects: ['drop-intents', 'release-rest-of-order', 'send-receipt'],
    clauses: ['P9'],
  },
  {
    from: 'needs_agent',
    event: 'close',
    guard: 'reason-given',
    to: 'closed',
    effects: ['drop-intents', 'release-hold'],
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
] as const satisfies readonly Row<BackorderState, keyof typeof GUARDS>[];

export type BackorderEvent = (typeof BACKORDER_ROWS)[number]['event'];
export type BackorderEffect = (typeof BACKORDER_ROWS)[number]['effects'][number];

export const backorder: Machine<BackorderState, BackorderEvent, BackorderFacts, BackorderEffect> = {
  name: 'backorder',
  initial: 'new',
  states: STATES,
  final: FINAL,
  rows: BACKORDER_ROWS,
  guards: GUARDS,
};
