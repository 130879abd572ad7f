import { rulesOf } from './rule.ts';
import { isOpen, isTooLate, type SettleFacts } from './settle-facts.ts';

/** The parcel: not here yet, late, unmarked, lost. */
export const PARCEL_RULES = rulesOf<SettleFacts>(
  {
    clause: 'P4',
    verdict: 'granted',
    when: (f) => f.goodwill && isOpen(f),
    because: 'given out of goodwill, where no clause gives it',
  },
  {
    clause: 'P17',
    verdict: 'granted',
    when: (f) => f.lost === 'no' && !f.received && !isTooLate(f) && f.reason !== 'missing_item',
    because: (f) =>
      f.shipFirst ? 'the replacement goes out first: the goods are not back yet' : 'the goods are not back yet',
  },
  {
    clause: 'P20',
    verdict: 'granted',
    when: (f) => f.unmarked === 'delayed' && isOpen(f),
    because: 'no RMA number on the parcel: matched by hand, which took longer',
  },
  {
    clause: 'P21',
    verdict: (f) => (f.greyZone === 'ask' ? 'needs-person' : 'granted'),
    when: (f) =>
      !f.goodwill && f.lastDay !== null && f.timing === 'sent-in-time' && f.received && f.greyZone !== 'decline',
    because: (f) =>
      `sent by ${f.lastDay} and here after it${f.greyZone === 'ask' ? ': a person decides, accepting is suggested' : ': accepted'}`,
  },
  {
    clause: 'P21',
    verdict: 'refused',
    when: isTooLate,
    because: (f) =>
      f.received ? `here after ${f.lastDay}, the last day` : `not here, and ${f.lastDay} was the last day`,
    openToProof: (f) => !f.handoverKnown,
  },
  {
    clause: 'P21',
    verdict: 'needs-info',
    when: (f) => f.arrivalMissing,
    because: (f) => `${f.lastDay} was the last day: when the parcel arrived has to be known`,
    missing: 'parcel.receivedAt',
  },
  {
    clause: 'P22',
    verdict: 'refused',
    when: isTooLate,
    because: 'after that there is no replacement and no refund',
    openToProof: (f) => !f.handoverKnown,
  },
  {
    clause: 'P34',
    verdict: 'refused',
    when: (f) => f.unmarked === 'refused',
    because: 'no RMA number on the outside of the parcel',
  },
  {
    clause: 'P35',
    verdict: 'refused',
    when: (f) => f.unmarked === 'refused',
    because: 'this shop does not answer for parcels without it',
  },
  {
    clause: 'P38',
    verdict: 'refused',
    when: (f) => f.lost === 'their-risk',
    because: 'lost on its way back at the customer’s risk',
  },
  {
    clause: 'P38',
    verdict: 'granted',
    when: (f) => f.lost === 'our-risk' && !f.goodwill && !isTooLate(f),
    because: (f) =>
      f.undelivered ? 'lost before it reached the customer: at our risk' : 'lost on its way back at our risk',
  },
  {
    clause: 'P38',
    verdict: 'needs-info',
    when: (f) => f.lost === 'our-risk' && f.lossNeedsProof && !isTooLate(f),
    because: 'the law puts the risk on us once the carrier has it: when it was handed over has to be known',
    missing: 'parcel.carrierAcceptedAt',
  },
);
