import type { ReturnReason } from '../decision.ts';

/** What the rules of settling a return see: the parcel, what the inspection found, and what the money rests on. */
export type SettleFacts = Readonly<{
  reason: ReturnReason;
  remedy: 'refund' | 'exchange';
  disputeOpen: boolean;
  /** The bank has given the customer the money. */
  disputeLost: boolean;
  carriage: 'charge' | 'ask' | 'never' | 'waived';
  customerBearsCarriage: boolean;
  /** The law of the market gives the outbound shipping back (A10 `apply`). */
  lawGivesShipping: boolean;
  /** A clause of the defective products' shipping is what the money rests on. */
  keepsShipping: boolean;

  lost: 'no' | 'our-risk' | 'their-risk';
  /** A person gives what no clause does (P4): lateness, a loss and a missing mark are passed over. */
  goodwill: boolean;
  /** The parcel could not be delivered, and not because it was refused. */
  undelivered: boolean;
  /** The market's law puts the risk on the seller, if the parcel can be shown to have been sent. */
  lossNeedsProof: boolean;
  received: boolean;
  /** What is exchanged goes out although nothing is back: a person decided it, and another one agrees. */
  shipFirst: boolean;
  unmarked: 'no' | 'delayed' | 'refused';

  /** Last day to be back, where there is one; null otherwise. */
  lastDay: string | null;
  /** How the parcel stands to it: in time, sent in time and here too late, or over. */
  timing: 'in-time' | 'sent-in-time' | 'over';
  greyZone: 'ask' | 'accept' | 'decline';
  /** Whether it is known when the carrier took it. */
  handoverKnown: boolean;
  /** It was looked at, so it is here; nobody told since when, and it would matter. */
  arrivalMissing: boolean;

  units: number;
  /** What the inspection found, in units. */
  accepted: number;
  noFaultFound: number;
  noFaultAsks: boolean;
  damaged: number;
  /** Units without original parts, by what their product's setting makes of it: ask, deduct, refuse. */
  partsAsked: number;
  partsDeducted: number;
  partsRefused: number;
  wrongItem: number;
  wrongItemRefused: boolean;
  /** Units that are not decided yet; of them, those that the parcel did not hold. */
  pending: number;
  notReceived: number;
  /** A deduction was found for units that are accepted as they are. */
  deductedAnyway: boolean;
  /** Names of the fields that the amount needs. */
  partsPriceMissing: readonly string[];
  costsMissing: readonly string[];
}>;

/** The last day is over for it, or it was handed over in time and this shop does not count that. */
export const isTooLate = (f: SettleFacts): boolean =>
  !f.goodwill &&
  f.lastDay !== null &&
  (f.timing === 'over' || (f.timing === 'sent-in-time' && f.received && f.greyZone === 'decline'));

const isStopped = (f: SettleFacts): boolean =>
  f.lost === 'their-risk' ||
  f.unmarked === 'refused' ||
  isTooLate(f) ||
  (f.lost === 'no' && !f.received && !f.shipFirst);

/** The goods are here (or lost at our risk) and nothing keeps them from being decided. */
export const isOpen = (f: SettleFacts): boolean => !isStopped(f);

/** Something is accepted: money or a replacement is due. */
export const isDue = (f: SettleFacts): boolean => isOpen(f) && f.accepted > 0;

export const isDefect = (f: SettleFacts): boolean => f.reason === 'defective';

export const unitsOf = (n: number): string => (n === 1 ? '1 unit' : `${n} units`);
