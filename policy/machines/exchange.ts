import type { Guard, Machine, Row } from './machine.ts';
import { PERSON_GUARDS, type PersonFacts } from './person.ts';

/**
 * A replacement for returned goods (P16, P17). Shopify reserves nothing for an exchange before the return is processed,
 * so stock may be gone at every step: then the customer is asked again, refund or wait.
 */
const FINAL = ['fulfilled', 'canceled', 'converted_to_refund', 'converted_to_backorder'] as const;
const STATES = [
  'new',
  'selected',
  'awaiting_return',
  'processing',
  'awaiting_payment',
  'releasing',
  'unavailable',
  'refund_instead',
  ...FINAL,
] as const;
export type ExchangeState = (typeof STATES)[number];

export type ExchangeFacts = PersonFacts &
  Readonly<{
    /** `exchange.scope`: the same variant, or others where the merchant allows it. */
    variantAllowed: boolean;
    inStock: boolean;
  }>;

const GUARDS = {
  ...PERSON_GUARDS,
  'variant-allowed': {
    needs: 'a variant that the settings allow and that is in stock',
    holds: (facts) => facts.variantAllowed === true && facts.inStock === true,
  },
} as const satisfies Record<string, Guard<ExchangeFacts>>;

export const EXCHANGE_ROWS = [
  {
    from: 'new',
    event: 'pick',
    guard: 'variant-allowed',
    to: 'selected',
    effects: ['add-exchange-line'],
    clauses: ['P16'],
  },
  { from: 'new', event: 'pick-out-of-stock', to: 'unavailable', effects: ['send-choice'], clauses: ['P16'] },
  { from: 'selected', event: 'authorized', to: 'awaiting_return', effects: ['reserve-stock'], clauses: ['P16', 'P17'] },
  {
    from: 'awaiting_return',
    event: 'units-accepted',
    to: 'processing',
    effects: ['process-return'],
    clauses: ['P16', 'P17'],
  },
  {
    from: 'awaiting_return',
    event: 'units-rejected',
    to: 'canceled',
    effects: ['release-reservation', 'remove-from-return'],
    clauses: ['P17'],
  },
  {
    from: 'awaiting_return',
    event: 'return-expired',
    to: 'canceled',
    effects: ['release-reservation', 'remove-from-return'],
    clauses: ['P17'],
  },
  // Before the goods are back: an exception to P17 that two people answer for.
  {
    from: 'awaiting_return',
    event: 'ship-first',
    guard: 'second-person',
    to: 'processing',
    effects: ['flag-advance-replacement', 'process-return'],
    clauses: ['P17'],
  },

  {
    from: 'processing',
    event: 'balance-due',
    to: 'awaiting_payment',
    effects: ['hold-fulfillment', 'send-invoice'],
    clauses: ['P16'],
  },
  { from: 'processing', event: 'even', to: 'releasing', effects: [], clauses: ['P16'] },
  { from: 'processing', event: 'credit-due', to: 'releasing', effects: ['propose-refund'], clauses: ['P16'] },
  {
    from: ['awaiting_payment', 'refund_instead'],
    event: 'paid',
    to: 'releasing',
    effects: ['release-hold'],
    clauses: ['P16'],
  },
  {
    from: 'awaiting_payment',
    event: 'payment-overdue',
    to: 'refund_instead',
    effects: ['send-choice', 'alert-staff'],
    clauses: ['P16'],
  },
  { from: 'releasing', event: 'fulfilled', to: 'fulfilled', effects: ['start-warranty'], clauses: ['P16', 'P23'] },
  {
    from: ['selected', 'awaiting_return', 'processing', 'awaiting_payment', 'releasing'],
    event: 'stock-gone',
    to: 'unavailable',
    effects: ['release-reservation', 'send-choice', 'alert-staff'],
    clauses: ['P16'],
  },
  {
    from: ['selected', 'awaiting_return', 'unavailable'],
    event: 'withdraw',
    to: 'canceled',
    effects: ['release-reservation', 'remove-from-return'],
    clauses: ['P16'],
  },

  {
    from: ['unavailable', 'refund_instead'],
    event: 'take-refund',
    to: 'converted_to_refund',
    effects: ['release-reservation', 'propose-refund'],
    clauses: ['P16'],
  },
  {
    from: 'unavailable',
    event: 'wait',
    to: 'converted_to_backorder',
    effects: ['open-backorder'],
    clauses: ['P8', 'P16'],
  },
  { from: 'unavailable', event: 'try-again', to: 'selected', effects: ['add-exchange-line'], clauses: ['P16'] },
  { from: 'refund_instead', event: 'try-again', to: 'awaiting_payment', effects: ['send-invoice'], clauses: ['P16'] },
  {
    from: ['unavailable', 'refund_instead'],
    event: 'settle-by-hand',
    guard: 'reference-given',
    to: 'fulfilled',
    effects: ['release-reservation', 'start-warranty'],
    clauses: ['P16'],
  },
  {
    from: ['unavailable', 'refund_instead'],
    event: 'decline',
    guard: 'clause-given',
    to: 'canceled',
    effects: ['release-reservation', 'remove-from-return', 'send-declined'],
    clauses: [],
  },
  {
    from: ['unavailable', 'refund_instead'],
    event: 'close',
    guard: 'reason-given',
    to: 'canceled',
    effects: ['release-reservation', 'remove-from-return'],
    clauses: [],
  },

  {
    from: FINAL,
    event: 'reopen',
    guard: 'reason-and-second-person',
    to: 'unavailable',
    effects: ['alert-staff'],
    clauses: ['P5'],
  },
] as const satisfies readonly Row<ExchangeState, keyof typeof GUARDS>[];

export type ExchangeEvent = (typeof EXCHANGE_ROWS)[number]['event'];
export type ExchangeEffect = (typeof EXCHANGE_ROWS)[number]['effects'][number];

export const exchange: Machine<ExchangeState, ExchangeEvent, ExchangeFacts, ExchangeEffect> = {
  name: 'exchange',
  initial: 'new',
  states: STATES,
  final: FINAL,
  rows: EXCHANGE_ROWS,
  guards: GUARDS,
};
