import type { Verdict } from '../decision.ts';
import { rulesOf } from './rule.ts';
import { isDefect, isDue, isOpen, type SettleFacts, unitsOf } from './settle-facts.ts';

/** Units that are not accepted end the question only where nothing else is left of it. */
const beside = (f: SettleFacts): Verdict => (f.accepted + f.pending > 0 ? 'granted' : 'refused');

/** Units that are here and were not looked at yet. */
const toLookAt = (f: SettleFacts): number => f.pending - f.notReceived;

/** What the inspection found: damage, missing parts, no fault, something else altogether, or nothing yet. */
export const INSPECTION_RULES = rulesOf<SettleFacts>(
  {
    clause: 'P4',
    verdict: (f) => (f.wrongItemRefused ? beside(f) : 'needs-person'),
    when: (f) => isOpen(f) && f.wrongItem > 0,
    because: (f) =>
      `${unitsOf(f.wrongItem)} came back that we did not send: ${f.wrongItemRefused ? 'refused' : 'a person decides'}`,
  },
  {
    clause: 'P17',
    verdict: 'granted',
    when: (f) => isOpen(f) && toLookAt(f) > 0 && !isDefect(f) && f.reason !== 'missing_item',
    because: (f) => `${unitsOf(toLookAt(f))} still to be looked at`,
  },
  {
    clause: 'P17',
    verdict: 'granted',
    when: (f) => isOpen(f) && f.notReceived > 0 && f.reason !== 'missing_item',
    because: (f) => `${unitsOf(f.notReceived)} not in the parcel: not back yet`,
  },
  {
    clause: 'P24',
    verdict: 'granted',
    when: (f) => isOpen(f) && isDefect(f) && toLookAt(f) > 0,
    because: (f) => `${unitsOf(toLookAt(f))} still to be tested`,
  },
  {
    clause: 'P24',
    verdict: (f) => (f.noFaultAsks ? 'needs-person' : 'granted'),
    when: (f) => isOpen(f) && isDefect(f) && f.noFaultFound > 0,
    because: (f) =>
      f.noFaultAsks
        ? 'the test found no fault: a person decides'
        : 'the test found no fault, which is not held against the customer',
  },
  {
    clause: 'P25',
    verdict: beside,
    when: (f) => isOpen(f) && f.damaged > 0,
    because: (f) => `${unitsOf(f.damaged)} damaged by handling`,
  },
  {
    clause: 'P33',
    verdict: 'needs-person',
    when: (f) => isOpen(f) && f.partsAsked > 0,
    because: (f) => `original parts are missing from ${unitsOf(f.partsAsked)}: a person decides`,
  },
  {
    clause: 'P33',
    verdict: 'granted',
    when: (f) => isOpen(f) && f.partsDeducted > 0,
    because: (f) => `original parts are missing from ${unitsOf(f.partsDeducted)}: their price is deducted`,
  },
  {
    clause: 'P33',
    verdict: beside,
    when: (f) => isOpen(f) && f.partsRefused > 0,
    because: (f) => `original parts are missing from ${unitsOf(f.partsRefused)}: refused`,
  },
  {
    clause: 'P33',
    verdict: 'granted',
    when: (f) => isDue(f) && f.deductedAnyway,
    because: 'accepted without its original parts: their price is deducted',
  },
  {
    clause: 'P33',
    verdict: 'needs-info',
    when: (f) => isOpen(f) && f.partsPriceMissing.length > 0,
    because: 'what the missing parts cost has to be known',
    missing: (f) => f.partsPriceMissing,
  },
);
