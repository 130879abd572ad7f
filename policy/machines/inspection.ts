import type { Guard, Machine, Row } from './machine.ts';
import { PERSON_GUARDS, type PersonFacts } from './person.ts';

export { type Disposition, dispositionOf, eventsForResult, type ResultOptions } from './inspection-results.ts';

/**
 * One physical unit on its way back (P24, P25, P33). Whether it came and whether it is accepted are two questions: a
 * late parcel can be perfect and a timely one rejected, so lateness is no state here.
 */
const FINAL = ['accepted', 'accepted_defective', 'rejected', 'missing'] as const;
const STATES = [
  'new',
  'expected',
  'arrived',
  'wrong_item',
  'incomplete',
  'wait_part',
  'testing',
  'no_fault_found',
  'rejected_pending',
  ...FINAL,
] as const;
export type InspectionState = (typeof STATES)[number];

export type InspectionFacts = PersonFacts &
  Readonly<{
    /** Defective goods are tested (P24); everything else is looked at. */
    testOwed: boolean;
    /** Photos that show what the verdict says. */
    evidence: number;
    /** Minor units of the order's currency. */
    deduction: number | null;
    appealedBefore: boolean;
  }>;

const GUARDS = {
  ...PERSON_GUARDS,
  'no-test-owed': {
    needs: 'goods that the policy does not want tested (P24 tests defective ones)',
    holds: (facts) => facts.testOwed === false,
  },
  evidence: { needs: 'at least one photo', holds: (facts) => (facts.evidence ?? 0) >= 1 },
  // Misuse is only said after the test where there is one (A26).
  'evidence-no-test-owed': {
    needs: 'at least one photo, and goods that the policy does not want tested first',
    holds: (facts) => (facts.evidence ?? 0) >= 1 && facts.testOwed === false,
  },
  'deduction-given': { needs: 'an amount to deduct', holds: (facts) => (facts.deduction ?? 0) > 0 },
  'first-appeal': { needs: 'that there was no appeal before', holds: (facts) => facts.appealedBefore === false },
} as const satisfies Record<string, Guard<InspectionFacts>>;

export const INSPECTION_ROWS = [
  { from: 'new', event: 'expect', to: 'expected', effects: [], clauses: ['P17'] },
  { from: 'expected', event: 'counted', to: 'arrived', effects: ['start-test-clock'], clauses: ['P24'] },
  { from: 'expected', event: 'not-in-parcel', to: 'missing', effects: ['alert-staff'], clauses: ['P17'] },
  {
    from: ['expected', 'arrived', 'testing'],
    event: 'wrong-article',
    to: 'wrong_item',
    effects: ['alert-staff'],
    clauses: ['P17'],
  },

  { from: 'arrived', event: 'checklist-complete', to: 'testing', effects: [], clauses: ['P24', 'P32'] },
  { from: 'arrived', event: 'accept', guard: 'no-test-owed', to: 'accepted', effects: [], clauses: ['P17'] },
  {
    from: ['arrived', 'testing'],
    event: 'component-missing',
    to: 'incomplete',
    effects: ['send-missing-parts', 'alert-staff'],
    clauses: ['P32', 'P33'],
  },
  {
    from: 'arrived',
    event: 'damage-seen',
    guard: 'evidence-no-test-owed',
    to: 'rejected_pending',
    effects: ['ask-second-person'],
    clauses: ['P25'],
  },

  { from: 'testing', event: 'defect-confirmed', to: 'accepted_defective', effects: [], clauses: ['P24'] },
  { from: 'testing', event: 'no-fault', to: 'no_fault_found', effects: [], clauses: ['P24'] },
  {
    from: 'testing',
    event: 'artificial-damage',
    guard: 'evidence',
    to: 'rejected_pending',
    effects: ['ask-second-person'],
    clauses: ['P25'],
  },
  { from: 'testing', event: 'test-overdue', to: 'testing', effects: ['alert-staff'], clauses: ['P24'] },

  // Not proven against the customer is for the customer (A17), unless the settings ask an agent.
  { from: 'no_fault_found', event: 'accept', to: 'accepted', effects: [], clauses: ['P24'] },
  { from: 'no_fault_found', event: 'test-again', to: 'testing', effects: ['start-test-clock'], clauses: ['P24'] },
  {
    from: ['no_fault_found', 'wrong_item', 'incomplete'],
    event: 'refuse',
    guard: 'clause-given',
    to: 'rejected_pending',
    effects: ['ask-second-person'],
    clauses: [],
  },

  { from: 'wrong_item', event: 'recounted', to: 'arrived', effects: ['start-test-clock'], clauses: ['P24'] },
  {
    from: 'wrong_item',
    event: 'accept',
    guard: 'reason-given',
    to: 'accepted',
    effects: [],
    clauses: ['P4'],
  },
  { from: 'incomplete', event: 'accept', to: 'accepted', effects: [], clauses: ['P33'] },
  {
    from: ['incomplete', 'wrong_item'],
    event: 'deduct',
    guard: 'deduction-given',
    to: 'accepted',
    effects: [],
    clauses: ['P33'],
  },
  {
    from: 'incomplete',
    event: 'wait-for-part',
    to: 'wait_part',
    effects: ['send-missing-parts', 'start-part-clock'],
    clauses: ['P33'],
  },
  { from: 'wait_part', event: 'part-arrived', to: 'arrived', effects: ['start-test-clock'], clauses: ['P33'] },
  { from: 'wait_part', event: 'part-overdue', to: 'incomplete', effects: ['alert-staff'], clauses: ['P33'] },

  {
    from: 'rejected_pending',
    event: 'confirm-rejection',
    guard: 'second-person',
    to: 'rejected',
    effects: ['send-rejected', 'hold-goods'],
    clauses: ['P25'],
  },
  {
    from: 'rejected_pending',
    event: 'disagree',
    guard: 'second-person',
    to: 'testing',
    effects: ['start-test-clock'],
    clauses: ['P24'],
  },

  {
    from: ['accepted', 'accepted_defective', 'rejected'],
    event: 'appeal',
    guard: 'first-appeal',
    to: 'testing',
    effects: ['start-test-clock', 'alert-staff'],
    clauses: ['P24'],
  },
  // A unit given up as missing that comes with a second parcel, or a verdict that was posted for the wrong unit.
  {
    from: FINAL,
    event: 'reopen',
    guard: 'reason-and-second-person',
    to: 'expected',
    effects: ['alert-staff'],
    clauses: ['P5'],
  },
] as const satisfies readonly Row<InspectionState, keyof typeof GUARDS>[];

export type InspectionEvent = (typeof INSPECTION_ROWS)[number]['event'];
export type InspectionEffect = (typeof INSPECTION_ROWS)[number]['effects'][number];

export const inspection: Machine<InspectionState, InspectionEvent, InspectionFacts, InspectionEffect> = {
  name: 'inspection',
  initial: 'new',
  states: STATES,
  final: FINAL,
  rows: INSPECTION_ROWS,
  guards: GUARDS,
  // A verdict can be appealed once, by the customer, without reopening the whole case.
  late: ['appeal'],
};
