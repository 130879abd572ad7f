import type { Guard } from './machine.ts';
import { PERSON_GUARDS, type PersonFacts } from './person.ts';

/** What is known of a return when a move is asked for. */
export type ReturnFacts = PersonFacts &
  Readonly<{
    orderFound: boolean;
    /** One of the units is in another open RMA. */
    unitsElsewhere: boolean;
    photos: number;
    /** `evidence.minPhotos` for the reason. */
    photosNeeded: number;
    /** Why too few photos were accepted; staff only. */
    photosWaived: string | null;
    troubleshootingDone: boolean;
    /** A hazard skips the checklist: nobody is asked to plug it in again. */
    safetyHazard: boolean;
    /** The policy's answer to the return as it stands. */
    verdict: 'refused' | 'needs-info' | 'needs-person' | 'granted';
    /** Units that are here and not decided, and units that are not here and not given up. */
    unitsUndecided: number;
    unitsDecided: number;
    /** A settled unit does not wait for a missing one (default yes). */
    splitSettlement: boolean;
    unitsReceived: number;
    openIntents: number;
    dispositionsSet: boolean;
    /** Stage noted when the case was frozen. */
    stage: string | null;
  }>;

export const RETURN_GUARDS = {
  ...PERSON_GUARDS,
  'units-free': {
    needs: 'an order that was found, and units that are in no other open RMA',
    holds: (facts) => facts.orderFound === true && facts.unitsElsewhere === false,
  },
  'enough-photos': {
    needs: 'as many photos as the settings ask for, or a reason to do without',
    holds: (facts) =>
      Boolean(facts.photosWaived?.trim()) ||
      (facts.photos !== undefined && facts.photosNeeded !== undefined && facts.photos >= facts.photosNeeded),
  },
  'checklist-done': {
    needs: 'the troubleshooting checklist to be done, or a safety hazard',
    holds: (facts) => facts.troubleshootingDone === true || facts.safetyHazard === true,
  },
  'granted-or-override': {
    needs: 'a decision that grants it, or a person who overrides with a reason',
    holds: (facts) => facts.verdict === 'granted' || (Boolean(facts.by) && Boolean(facts.reason?.trim())),
  },
  'all-decided': {
    needs: 'every unit to be decided',
    holds: (facts) => facts.unitsUndecided === 0 && (facts.unitsDecided ?? 0) > 0,
  },
  'some-decided': {
    needs: 'a decided unit, and settings that let it be settled before the others',
    holds: (facts) => facts.splitSettlement === true && (facts.unitsDecided ?? 0) > 0,
  },
  'money-and-goods-done': {
    needs: 'no open refund or exchange, and a disposition for every unit',
    holds: (facts) => facts.openIntents === 0 && facts.dispositionsSet === true,
  },
  'nothing-received': { needs: 'that nothing was received yet', holds: (facts) => facts.unitsReceived === 0 },
} as const satisfies Record<string, Guard<ReturnFacts>>;
