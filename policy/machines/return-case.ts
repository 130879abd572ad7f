import type { Machine, Row } from './machine.ts';
import { RETURN_GUARDS, type ReturnFacts } from './return-guards.ts';

export type { ReturnFacts } from './return-guards.ts';

/**
 * A return, from the first word to closed books (P13–P14, P16–P38), laid over Shopify's Return. Where the goods are is
 * the inspection machine's business, one per unit; the money is the refund intent's. This one only says what is due.
 */
const FINAL = ['closed', 'closed_solved', 'declined', 'canceled'] as const;
const STATES = [
  'new',
  'intake',
  'evidence_pending',
  'troubleshooting',
  'review',
  'authorized',
  'in_transit',
  'grey_zone',
  'suspected_lost',
  'refused_suspected',
  'expired',
  'received',
  'settling',
  'frozen',
  ...FINAL,
] as const;
export type ReturnState = (typeof STATES)[number];

export const RETURN_ROWS = [
  { from: 'new', event: 'open', to: 'intake', effects: ['send-acknowledgement'], clauses: ['P5'] },
  {
    from: 'intake',
    event: 'details-complete',
    guard: 'units-free',
    to: 'evidence_pending',
    effects: [],
    clauses: ['P29', 'P30'],
  },

  // Defective goods go through the checklist first (P18); everything else is ready for a decision.
  {
    from: 'evidence_pending',
    event: 'photos-ok-defective',
    guard: 'enough-photos',
    to: 'troubleshooting',
    effects: [],
    clauses: ['P3', 'P18'],
  },
  {
    from: 'evidence_pending',
    event: 'photos-ok',
    guard: 'enough-photos',
    to: 'review',
    effects: [],
    clauses: ['P3'],
  },
  { from: 'troubleshooting', event: 'solved', to: 'closed_solved', effects: ['send-solved'], clauses: ['P18'] },
  {
    from: 'troubleshooting',
    event: 'not-solved',
    guard: 'checklist-done',
    to: 'review',
    effects: [],
    clauses: ['P18'],
  },
  {
    from: 'review',
    event: 'ask-better-evidence',
    to: 'evidence_pending',
    effects: ['send-evidence-request'],
    clauses: ['P3'],
  },
  {
    from: 'review',
    event: 'authorize',
    guard: 'granted-or-override',
    to: 'authorized',
    effects: ['mint-rma', 'open-shopify-return', 'start-return-deadline', 'send-rma'],
    clauses: ['P21', 'P29', 'P31'],
  },

  // A parcel without a number is matched to a case that never got one: late, not refused (A12).
  {
    from: ['intake', 'evidence_pending', 'troubleshooting', 'review'],
    event: 'parcel-matched',
    to: 'received',
    effects: ['open-shopify-return', 'start-inspections', 'note-delay', 'send-parcel-received'],
    clauses: ['P19', 'P20', 'P35'],
  },

  {
    from: ['authorized', 'in_transit'],
    event: 'tracking-added',
    to: 'in_transit',
    effects: ['record-tracking'],
    clauses: ['P36', 'P37'],
  },
  { from: 'authorized', event: 'carrier-accepted', to: 'in_transit', effects: [], clauses: ['P21'] },
  {
    from: ['authorized', 'in_transit'],
    event: 'deadline-passed',
    to: 'expired',
    effects: ['send-expired', 'alert-staff', 'start-grace'],
    clauses: ['P21', 'P22'],
  },
  // Handed over in time, arrives late: the text does not say which counts (A11).
  {
    from: ['authorized', 'in_transit'],
    event: 'deadline-passed-shipped-in-time',
    to: 'grey_zone',
    effects: ['ask-staff'],
    clauses: ['P21'],
  },
  {
    from: ['authorized', 'in_transit'],
    event: 'extend',
    guard: 'reason-given',
    to: 'authorized',
    effects: ['move-return-deadline', 'send-rma'],
    clauses: ['P21'],
  },
  {
    from: 'in_transit',
    event: 'carrier-silent',
    to: 'suspected_lost',
    effects: ['alert-staff'],
    clauses: ['P36', 'P38'],
  },
  {
    from: ['authorized', 'in_transit', 'grey_zone', 'suspected_lost'],
    event: 'parcel-received',
    to: 'received',
    effects: ['start-inspections', 'send-parcel-received'],
    clauses: ['P17'],
  },
  // Late goods are never refunded by themselves: what becomes of them is decided with P22 in view.
  {
    from: 'expired',
    event: 'parcel-received',
    to: 'received',
    effects: ['start-inspections', 'ask-staff'],
    clauses: ['P21', 'P22'],
  },

  { from: 'grey_zone', event: 'accept-late', to: 'in_transit', effects: ['waive-return-deadline'], clauses: ['P21'] },
  { from: 'suspected_lost', event: 'scan-seen', to: 'in_transit', effects: [], clauses: ['P36'] },
  // Our label, our risk (A20), and a parcel that never reached the customer: settled as if it had arrived.
  {
    from: ['suspected_lost', 'refused_suspected'],
    event: 'merchant-bears-loss',
    guard: 'reason-given',
    to: 'settling',
    effects: ['settle-units'],
    clauses: ['P38'],
  },

  {
    from: 'new',
    event: 'refusal-suspected',
    to: 'refused_suspected',
    effects: ['alert-staff'],
    clauses: ['P13'],
  },
  {
    from: 'refused_suspected',
    event: 'refusal-confirmed',
    to: 'received',
    effects: ['open-shopify-return', 'start-inspections', 'send-parcel-received'],
    clauses: ['P12', 'P13'],
  },
  { from: 'refused_suspected', event: 'false-alarm', to: 'closed', effects: [], clauses: ['P13'] },
  // Refused because it was visibly damaged: not a change of mind.
  {
    from: 'refused_suspected',
    event: 'convert-to-defective',
    to: 'evidence_pending',
    effects: ['send-evidence-request'],
    clauses: ['P3', 'P13'],
  },

  {
    from: 'received',
    event: 'some-units-decided',
    guard: 'some-decided',
    to: 'received',
    effects: ['settle-units'],
    clauses: ['P17'],
  },
  {
    from: 'received',
    event: 'all-units-decided',
    guard: 'all-decided',
    to: 'settling',
    effects: ['settle-units'],
    clauses: ['P17'],
  },
  // The replacement went out first, and what it replaced never came: nothing is owed either way.
  {
    from: ['authorized', 'in_transit', 'grey_zone', 'suspected_lost', 'expired', 'received'],
    event: 'write-off',
    guard: 'reason-given',
    to: 'settling',
    effects: ['close-shopify-return'],
    clauses: ['P17'],
  },
  {
    from: 'settling',
    event: 'money-and-goods-done',
    guard: 'money-and-goods-done',
    to: 'closed',
    effects: ['close-shopify-return', 'send-refund-made'],
    clauses: ['P17'],
  },
  // An approver said no, or the order changed under the amount: the units are looked at again.
  { from: 'settling', event: 'refund-rejected', to: 'received', effects: ['alert-staff'], clauses: ['P17'] },
  { from: 'settling', event: 'order-changed', to: 'received', effects: ['alert-staff'], clauses: ['P17'] },

  {
    from: [
      'intake',
      'evidence_pending',
      'troubleshooting',
      'review',
      'authorized',
      'in_transit',
      'grey_zone',
      'suspected_lost',
      'expired',
    ],
    event: 'customer-cancels',
    guard: 'nothing-received',
    to: 'canceled',
    effects: ['cancel-shopify-return', 'send-canceled'],
    clauses: ['P5'],
  },
  {
    from: 'expired',
    event: 'grace-over',
    to: 'canceled',
    effects: ['cancel-shopify-return', 'send-canceled'],
    clauses: ['P22'],
  },
  {
    from: 'expired',
    event: 'extend-late',
    guard: 'reason-and-second-person',
    to: 'authorized',
    effects: ['move-return-deadline', 'send-rma'],
    clauses: ['P21', 'P22'],
  },

  {
    from: 'any-open',
    event: 'dispute-opened',
    to: 'frozen',
    effects: ['stop-intents', 'alert-staff'],
    clauses: ['P5'],
  },
  { from: 'frozen', event: 'dispute-won', to: 'remembered', effects: ['resume-intents'], clauses: ['P5'] },
  // The bank has taken the money back: the customer is paid, and not a second time by us.
  { from: 'frozen', event: 'dispute-lost', to: 'closed', effects: ['note-closed-as-paid'], clauses: ['P5'] },

  // Shopify declines a return only while it is requested; an open one is canceled, one with goods here is closed.
  {
    from: 'review',
    event: 'decline',
    guard: 'clause-given',
    to: 'declined',
    effects: ['decline-shopify-return', 'send-declined'],
    clauses: [],
  },
  {
    from: ['grey_zone', 'suspected_lost', 'expired', 'refused_suspected'],
    event: 'decline',
    guard: 'clause-given',
    to: 'declined',
    effects: ['cancel-shopify-return', 'send-declined'],
    clauses: [],
  },
  {
    from: 'received',
    event: 'decline',
    guard: 'clause-given',
    to: 'declined',
    effects: ['close-shopify-return', 'send-declined', 'hold-goods'],
    clauses: [],
  },
  {
    from: ['review', 'grey_zone', 'suspected_lost', 'expired', 'refused_suspected', 'received', 'settling'],
    event: 'settle-by-hand',
    guard: 'reference-given',
    to: 'closed',
    effects: ['drop-intents', 'close-shopify-return', 'send-refund-made'],
    clauses: ['P4'],
  },
  {
    from: [
      'intake',
      'evidence_pending',
      'troubleshooting',
      'review',
      'grey_zone',
      'suspected_lost',
      'expired',
      'refused_suspected',
      'received',
      'frozen',
    ],
    event: 'close',
    guard: 'reason-given',
    to: 'closed',
    effects: ['drop-intents', 'close-shopify-return'],
    clauses: [],
  },

  {
    from: FINAL,
    event: 'reopen',
    guard: 'reason-and-second-person',
    to: 'review',
    effects: ['reopen-shopify-return', 'alert-staff'],
    clauses: ['P5'],
  },
] as const satisfies readonly Row<ReturnState, keyof typeof RETURN_GUARDS>[];

export type ReturnEvent = (typeof RETURN_ROWS)[number]['event'];
export type ReturnEffect = (typeof RETURN_ROWS)[number]['effects'][number];

/** Stages that a dispute can interrupt, and that a won one goes back to. */
const resumable = (stage: string | null | undefined): ReturnState | null =>
  STATES.find((state) => state === stage && state !== 'new' && state !== 'frozen' && !FINAL.includes(state as never)) ??
  null;

export const returnCase: Machine<ReturnState, ReturnEvent, ReturnFacts, ReturnEffect> = {
  name: 'return',
  initial: 'new',
  states: STATES,
  final: FINAL,
  rows: RETURN_ROWS,
  guards: RETURN_GUARDS,
  remembered: (facts) => resumable(facts.stage),
};
