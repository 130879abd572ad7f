import { rulesOf } from './rule.ts';

export type CancelFacts = Readonly<{
  alreadyCancelled: boolean;
  disputeOpen: boolean;
  /** The bank has given the customer the money. */
  disputeLost: boolean;
  /** Of what was asked about (all that is left, where nothing was named). */
  unitsUnshipped: number;
  unitsShipped: number;
  /** Of those that shipped, past the days within which this shop takes back what is no longer wanted. */
  unitsTooLate: number;
  windowDays: number | null;
  /** Of the whole order, whatever became of them. */
  unitsEverShipped: number;
  /** Rounded up: a begun hour counts. */
  hoursSinceOrdered: number;
  /** How long this shop cancels after the order was placed; null: as long as it has not shipped. */
  hoursAllowed: number | null;
}>;

const inTime = (f: CancelFacts): boolean => f.hoursAllowed === null || f.hoursSinceOrdered <= f.hoursAllowed;
const open = (f: CancelFacts): boolean => !f.alreadyCancelled && f.unitsUnshipped + f.unitsShipped > 0;
const grantable = (f: CancelFacts): boolean => open(f) && f.unitsUnshipped > 0 && inTime(f);
const allShipped = (f: CancelFacts): boolean => open(f) && f.unitsUnshipped === 0;
/** It may still come back as a change of mind, or a part of it. */
const returnable = (f: CancelFacts): boolean => allShipped(f) && f.unitsTooLate < f.unitsShipped;

/** Cancelling on request: P11 before it has shipped, P12 to P14 after, as long as it may come back (P10, A8). */
export const CANCEL_RULES = rulesOf<CancelFacts>(
  {
    clause: 'P10',
    verdict: 'refused',
    when: (f) => allShipped(f) && f.unitsTooLate > 0,
    because: (f) =>
      returnable(f)
        ? `later than the ${f.windowDays} days within which this shop takes it back`
        : `it has shipped, and the ${f.windowDays} days within which this shop takes it back are over`,
  },
  { clause: 'P11', verdict: 'refused', when: (f) => f.alreadyCancelled, because: 'the order was cancelled already' },
  {
    clause: 'P11',
    verdict: 'refused',
    when: (f) => !f.alreadyCancelled && !open(f),
    because: 'everything has gone back already: nothing is left to cancel',
  },
  {
    clause: 'P11',
    verdict: 'refused',
    when: (f) => open(f) && f.unitsUnshipped > 0 && !inTime(f),
    because: (f) =>
      `asked for in hour ${f.hoursSinceOrdered} after ordering; this shop cancels within ${f.hoursAllowed} h`,
  },
  {
    clause: 'P5',
    verdict: 'needs-person',
    when: (f) => grantable(f) && f.disputeOpen,
    because: 'a chargeback is open: nothing is refunded while it is under review',
  },
  {
    clause: 'P5',
    verdict: 'needs-person',
    when: (f) => grantable(f) && f.disputeLost,
    because: 'a chargeback is lost: the bank has paid the customer, so nothing is paid a second time',
  },
  {
    clause: 'P11',
    verdict: 'granted',
    when: grantable,
    because: (f) =>
      f.unitsEverShipped === 0 ? 'asked for before anything shipped' : 'asked for before this part shipped',
  },
  {
    clause: 'P12',
    verdict: 'granted',
    when: (f) => grantable(f) && f.unitsEverShipped > 0,
    because: (f) =>
      f.unitsTooLate > 0 && f.unitsTooLate === f.unitsShipped
        ? 'a part has shipped: its shipping is not refunded'
        : 'a part has shipped: its shipping is not refunded, and it may be sent back',
  },
  {
    clause: 'P10',
    verdict: 'granted',
    when: (f) => grantable(f) && f.unitsTooLate > 0,
    because: (f) => `later than the ${f.windowDays} days within which this shop takes it back`,
  },
  {
    clause: 'P12',
    verdict: 'refused',
    when: returnable,
    because: 'it has shipped: shipping, there and back, is the customer’s',
  },
  {
    clause: 'P13',
    verdict: 'refused',
    when: returnable,
    because: 'the parcel may be refused when it is delivered',
  },
  { clause: 'P14', verdict: 'refused', when: returnable, because: 'or it may be sent back with an RMA' },
);
