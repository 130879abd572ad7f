import { describe, expect, it } from 'vitest';
import { CANCEL_RULES, type CancelFacts } from '../../policy/rules/cancel.ts';
import { RETURN_RULES, type ReturnAskFacts } from '../../policy/rules/return.ts';
import { type Rule, rulesOf } from '../../policy/rules/rule.ts';
import { settle } from '../../policy/rules/settle.ts';
import type { SettleFacts } from '../../policy/rules/settle-facts.ts';
import { INSPECTION_RULES } from '../../policy/rules/settle-inspection.ts';
import { MONEY_RULES } from '../../policy/rules/settle-money.ts';
import { PARCEL_RULES } from '../../policy/rules/settle-parcel.ts';
import { STOCK_OUT_RULES, type StockOutFacts } from '../../policy/rules/stock-out.ts';

/**
 * Every rule, word for word: what the facts are, and the whole trail that they leave. Only what differs from the plain
 * case is written.
 */
const trail = <F>(rules: readonly Rule<F>[], facts: F): string[] => {
  const { verdict, reasons, missing } = settle(rules, facts);
  return [
    missing.length > 0 ? `${verdict}: ${missing.join(', ')}` : verdict,
    ...reasons.map(({ clause, because }) => `${clause} ${because}`),
  ];
};

/** Rules that a stronger one covers are still right: which rules speak, whatever the verdict. */
const speaking = <F>(rules: readonly Rule<F>[], facts: F): string =>
  rules
    .filter((rule) => rule.when(facts))
    .map(({ clause, verdict }) => `${clause} ${typeof verdict === 'function' ? verdict(facts) : verdict}`)
    .join(', ');

type Row<F> = readonly [name: string, facts: Partial<F>, ...trail: string[]];
const table = <F extends object>(rules: readonly Rule<F>[], plain: F, rows: readonly Row<F>[]) => {
  for (const [name, facts, ...told] of rows) it(name, () => expect(trail(rules, { ...plain, ...facts })).toEqual(told));
};

const NO_CLAUSE = 'P4 no clause covers this: a person decides';
const LOST = 'P5 a chargeback is lost: the bank has paid the customer, so nothing is paid a second time';
const REVIEW = 'P5 a chargeback is open: nothing is refunded while it is under review';

describe('cancel', () => {
  const plain: CancelFacts = {
    alreadyCancelled: false,
    disputeOpen: false,
    disputeLost: false,
    unitsUnshipped: 2,
    unitsShipped: 0,
    unitsEverShipped: 0,
    unitsTooLate: 0,
    windowDays: null,
    hoursSinceOrdered: 49,
    hoursAllowed: null,
  };
  const LATE = 'P11 asked for in hour 49 after ordering; this shop cancels within 48 h';
  const PART = 'P11 asked for before this part shipped';
  const PART_KEEPS = 'P12 a part has shipped: its shipping is not refunded, and it may be sent back';
  const SHIPPED = [
    'P12 it has shipped: shipping, there and back, is the customer’s',
    'P13 the parcel may be refused when it is delivered',
    'P14 or it may be sent back with an RMA',
  ];
  // biome-ignore format: rows of a table
  table(CANCEL_RULES, plain, [
    ['nothing shipped', {}, 'granted', 'P11 asked for before anything shipped'],
    ['one unit is enough', { unitsUnshipped: 1 }, 'granted', 'P11 asked for before anything shipped'],
    ['a part shipped', { unitsShipped: 1, unitsEverShipped: 1 }, 'granted', PART, PART_KEEPS],
    ['what shipped has come back', { unitsEverShipped: 1 }, 'granted', PART, PART_KEEPS],
    ['all shipped', { unitsUnshipped: 0, unitsShipped: 1, unitsEverShipped: 1 }, 'refused', ...SHIPPED],
    ['as much shipped as not', { unitsUnshipped: 1, unitsShipped: 1, unitsEverShipped: 1 }, 'granted', PART, PART_KEEPS],
    ['cancelled before', { alreadyCancelled: true }, 'refused', 'P11 the order was cancelled already'],
    ['cancelled before, nothing left', { alreadyCancelled: true, unitsUnshipped: 0 }, 'refused', 'P11 the order was cancelled already'],
    ['cancelled before, shipped', { alreadyCancelled: true, unitsUnshipped: 0, unitsShipped: 2 }, 'refused', 'P11 the order was cancelled already'],
    ['cancelled before, a dispute', { alreadyCancelled: true, disputeOpen: true }, 'refused', 'P11 the order was cancelled already'],
    ['nothing left', { unitsUnshipped: 0 }, 'refused', 'P11 everything has gone back already: nothing is left to cancel'],
    ['within the hours', { hoursAllowed: 49 }, 'granted', 'P11 asked for before anything shipped'],
    ['an hour late', { hoursAllowed: 48 }, 'refused', LATE],
    ['one unit, late', { hoursAllowed: 48, unitsUnshipped: 1 }, 'refused', LATE],
    ['late, a dispute', { hoursAllowed: 48, disputeOpen: true }, 'refused', LATE],
    ['late, a part shipped', { hoursAllowed: 48, unitsShipped: 1, unitsEverShipped: 1 }, 'refused', LATE],
    ['late, all shipped', { hoursAllowed: 48, unitsUnshipped: 0, unitsShipped: 2, unitsEverShipped: 2 }, 'refused', ...SHIPPED],
    ['late, nothing left', { hoursAllowed: 48, unitsUnshipped: 0 }, 'refused', 'P11 everything has gone back already: nothing is left to cancel'],
    ['a dispute', { disputeOpen: true }, 'needs-person', REVIEW],
    ['a dispute that is lost', { disputeLost: true }, 'needs-person', LOST],
    ['a dispute, all shipped', { disputeOpen: true, unitsUnshipped: 0, unitsShipped: 1, unitsEverShipped: 1 }, 'refused', ...SHIPPED],
  ]);
});

describe('stock-out', () => {
  const plain: StockOutFacts = {
    alreadyCancelled: false,
    disputeOpen: false,
    disputeLost: false,
    answer: null,
    discontinued: false,
    hoursSinceTold: null,
    hoursToAnswer: 72,
    hasEmail: true,
    partial: false,
    offersWait: true,
    offersRefund: true,
  };
  const CANCELLED = 'P9 the order was cancelled already';
  const NO = 'P9 the customer does not want to wait: refunded in full at once';
  const WAIT = 'P8 the customer will wait: it ships when it is in stock again';
  const GONE = 'P9 it can not be supplied any more: refunded in full at once';
  // biome-ignore format: rows of a table
  table(STOCK_OUT_RULES, plain, [
    ['not told', {}, 'granted', 'P7 the customer is told by email at once'],
    ['not told, no address', { hasEmail: false }, 'granted', 'P7 no email address: tell the customer another way'],
    ['told 71 h ago', { hoursSinceTold: 71 }, 'granted', 'P7 told 71 h ago; 72 h to answer'],
    ['told 71 h ago, no address', { hoursSinceTold: 71, hasEmail: false }, 'granted', 'P7 told 71 h ago; 72 h to answer'],
    ['told 72 h ago', { hoursSinceTold: 72 }, 'granted', 'P9 told 72 h ago and no answer: refunded in full at once'],
    ['told just now, no time given', { hoursSinceTold: 0, hoursToAnswer: 0 }, 'granted', 'P9 told 0 h ago and no answer: refunded in full at once'],
    ['not told, no time given', { hoursToAnswer: 0 }, 'granted', 'P7 the customer is told by email at once'],
    ['a no', { answer: 'refund' }, 'granted', NO],
    ['a no, long ago', { answer: 'refund', hoursSinceTold: 100 }, 'granted', NO],
    ['a yes', { answer: 'wait' }, 'granted', WAIT],
    ['a yes, long ago', { answer: 'wait', hoursSinceTold: 100 }, 'granted', WAIT],
    ['a yes, and it will never come', { answer: 'wait', discontinued: true }, 'granted', GONE],
    ['not told, and it will never come', { discontinued: true }, 'granted', GONE],
    ['a part that will never come is refunded', { discontinued: true, partial: true, offersRefund: false }, 'granted', GONE],
    ['a yes to waiting for a part', { answer: 'wait', partial: true }, 'granted', WAIT],
    ['a yes to what is not offered', { answer: 'wait', partial: true, offersWait: false }, 'needs-person', 'P8 this shop does not offer to wait for a part'],
    ['offers are for parts only', { answer: 'wait', offersWait: false, offersRefund: false }, 'granted', WAIT],
    ['a no to what is not offered', { answer: 'refund', partial: true, offersRefund: false }, 'needs-person', 'P9 this shop does not refund a part by itself'],
    ['a no to a part', { answer: 'refund', partial: true }, 'granted', NO],
    ['a no to the whole', { answer: 'refund', offersRefund: false }, 'granted', NO],
    ['a no, a dispute', { answer: 'refund', disputeOpen: true }, 'needs-person', REVIEW],
    ['a no, a dispute that is lost', { answer: 'refund', disputeLost: true }, 'needs-person', LOST],
    ['a yes, a dispute', { answer: 'wait', disputeOpen: true }, 'granted', WAIT],
    ['cancelled', { alreadyCancelled: true }, 'refused', CANCELLED],
    ['cancelled, a no, a dispute', { alreadyCancelled: true, answer: 'refund', disputeOpen: true, partial: true, offersRefund: false }, 'refused', CANCELLED],
    ['cancelled, a yes', { alreadyCancelled: true, answer: 'wait', partial: true, offersWait: false }, 'refused', CANCELLED],
  ]);

  it.each([
    [{ answer: 'refund', alreadyCancelled: true }, 'P9'],
    [{ answer: 'wait', alreadyCancelled: true }, 'P9'],
    [{ alreadyCancelled: true }, 'P9'],
  ] as const)('nothing else applies to an order that was cancelled: %j', (facts, clause) => {
    const speaking = STOCK_OUT_RULES.filter((rule) => rule.when({ ...plain, ...facts }));
    expect(speaking.map((rule) => `${rule.clause} ${String(rule.verdict)}`)).toEqual([`${clause} refused`]);
  });
});

describe('return', () => {
  const plain: ReturnAskFacts = {
    reason: 'defective',
    photos: 1,
    photosNeeded: 1,
    troubleshootingDone: true,
    damageDeclared: false,
    damageAccepted: false,
    warrantyShown: false,
    misuseBeforeTest: false,
    contactMissing: [],
    units: 2,
    unitsOutOfWarranty: 0,
    warrantyEnded: null,
    unitsTooLate: 0,
    windowDays: null,
    unitsGiftCard: 0,
    carriage: 'charge',
    costsMissing: [],
    customerBearsCarriage: false,
    lawGivesShipping: false,
    validDays: 30,
    bySending: false,
  };
  const NUMBER = ['P29 an RMA number is issued', 'P31 the number goes to the customer by email'];
  const ISSUED = ['P21 has to be back within 30 days', ...NUMBER];
  const change = { reason: 'changed_mind', customerBearsCarriage: true, validDays: null } as const;
  const wrong = { ...change, reason: 'customer_ordered_wrong' } as const;
  const THEIRS = 'P12 shipping, there and back, is the customer’s';
  const BACK = 'P14 no longer wanted: it may come back with an RMA';
  const OWN = 'P2 the customer says that the damage is their own';
  const COSTS = 'P12 the customer bears all shipping and has to be told how much before sending anything';
  const GIFT = 'P4 no clause covers a gift card that was sent out: a person decides';
  const ENDED = { unitsOutOfWarranty: 2, warrantyEnded: '2026-10-21' } as const;
  // biome-ignore format: rows of a table
  table(RETURN_RULES, plain, [
    ['a defect', {}, 'granted', ...ISSUED],
    ['no limit', { validDays: null }, 'granted', ...NUMBER],
    ['one picture of two', { photos: 1, photosNeeded: 2 }, 'needs-info: photos', 'P3 2 pictures needed, 1 here'],
    ['no picture', { photos: 0 }, 'needs-info: photos', 'P3 1 picture needed, none here'],
    ['more pictures than needed', { photos: 2 }, 'granted', ...ISSUED],
    ['not tried to solve', { troubleshootingDone: false }, 'needs-info: troubleshootingDone', 'P18 try to solve it with the customer first'],
    ['only a defect can be solved', { ...change, troubleshootingDone: false }, 'granted', THEIRS, BACK, ...NUMBER],
    ['own damage', { damageDeclared: true }, 'needs-person', OWN],
    ['own damage, refused at once here', { damageDeclared: true, misuseBeforeTest: true }, 'refused', OWN, 'P23 misuse ends the claim, and this shop decides it without a test'],
    ['own damage, a person takes it', { damageDeclared: true, damageAccepted: true }, 'granted', `${OWN}; a person takes it back, and the test decides`, ...ISSUED],
    ['a person takes it, nothing was declared', { damageAccepted: true }, 'granted', ...ISSUED],
    ['own damage of what is no defect', { ...change, damageDeclared: true, damageAccepted: true }, 'granted', THEIRS, BACK, ...NUMBER],
    ['own damage of what is no defect, not accepted', { ...change, damageDeclared: true }, 'granted', THEIRS, BACK, ...NUMBER],
    ['out of warranty', ENDED, 'refused', 'P23 the warranty ended on 2026-10-21'],
    ['one of two out of warranty', { ...ENDED, unitsOutOfWarranty: 1 }, 'granted', 'P21 has to be back within 30 days', 'P23 the warranty ended on 2026-10-21', ...NUMBER],
    ['out of warranty counts for defects', { ...change, ...ENDED }, 'granted', THEIRS, BACK, ...NUMBER],
    ['proof that the warranty runs', { warrantyShown: true }, 'granted', 'P21 has to be back within 30 days', 'P23 a person has seen proof that the warranty runs', ...NUMBER],
    ['proof of warranty for no defect', { ...change, warrantyShown: true }, 'granted', THEIRS, BACK, ...NUMBER],
    ['proof of warranty for a gift card', { warrantyShown: true, unitsGiftCard: 1 }, 'needs-person', GIFT],
    ['nobody to write to', { contactMissing: ['contact.email', 'contact.phone'] }, 'needs-info: contact.email, contact.phone', 'P30 we need email, phone to write to'],
    ['all at once', { damageDeclared: true, photos: 0, troubleshootingDone: false, contactMissing: ['contact.email'] }, 'needs-info: photos, troubleshootingDone, contact.email', OWN, 'P3 1 picture needed, none here', 'P18 try to solve it with the customer first', 'P30 we need email to write to'],
    ['a gift card', { ...change, unitsGiftCard: 1 }, 'needs-person', GIFT],
    ['a gift card that we sent by mistake', { reason: 'wrong_item_sent', unitsGiftCard: 1 }, 'needs-person', GIFT],
    ['a gift card in a refused parcel', { reason: 'refused_delivery', unitsGiftCard: 1 }, 'needs-person', GIFT],
    ['something never arrived', { reason: 'missing_item', contactMissing: ['contact.email'] }, 'needs-person', 'P4 nothing can come back for what never arrived: a person decides'],
    ['changed mind', change, 'granted', THEIRS, BACK, ...NUMBER],
    ['a defect that has to be sent by then', { bySending: true }, 'granted', 'P21 has to be sent within 30 days', ...NUMBER],
    ['changed mind, a limit for all', { ...change, validDays: 14 }, 'granted', THEIRS, BACK, 'P21 has to be back within 14 days', ...NUMBER],
    ['changed mind, the law gives shipping', { ...change, lawGivesShipping: true }, 'granted', 'P12 the way back is the customer’s; the outbound shipping goes back as the law of the market has it', BACK, ...NUMBER],
    ['changed mind, cost unknown', { ...change, costsMissing: ['originalShippingCost'] }, 'needs-info: originalShippingCost', COSTS],
    ['cost unknown that they do not bear', { ...change, customerBearsCarriage: false, costsMissing: ['originalShippingCost'] }, 'granted', BACK, ...NUMBER],
    ['cost unknown, refused parcel', { reason: 'refused_delivery', customerBearsCarriage: true, validDays: null, costsMissing: ['originalShippingCost'] }, 'granted', THEIRS, 'P13 the parcel was refused: nothing more to do for the customer'],
    ['too late', { ...change, unitsTooLate: 2, windowDays: 14 }, 'refused', 'P10 later than the 14 days within which this shop takes it back'],
    ['one of two too late', { ...change, unitsTooLate: 1, windowDays: 14 }, 'granted', 'P10 later than the 14 days within which this shop takes it back', THEIRS, BACK, ...NUMBER],
    ['too late counts for changes of mind', { unitsTooLate: 2, windowDays: 14 }, 'granted', ...ISSUED],
    ['ordered wrong, a person decides', { ...wrong, carriage: 'ask' }, 'needs-person', 'P1 ordered by mistake: a person decides whether the customer pays the carriage'],
    ['ordered wrong, a person decides, cost unknown', { ...wrong, carriage: 'ask', costsMissing: ['originalShippingCost'] }, 'needs-person', 'P1 ordered by mistake: a person decides whether the customer pays the carriage'],
    ['ordered wrong, charged', wrong, 'granted', 'P1 ordered by mistake: the customer pays the carriage', THEIRS, BACK, ...NUMBER],
    ['ordered wrong, charged, cost unknown', { ...wrong, costsMissing: ['originalShippingCost'] }, 'needs-info: originalShippingCost', COSTS],
    ['ordered wrong, never charged', { ...wrong, carriage: 'never', customerBearsCarriage: false }, 'granted', 'P1 ordered by mistake: this shop does not charge the carriage', BACK, ...NUMBER],
    ['ordered wrong, waived', { ...wrong, carriage: 'waived', customerBearsCarriage: false }, 'granted', 'P1 ordered by mistake: a person waived the carriage', BACK, ...NUMBER],
    ['ordered wrong, too late', { ...wrong, unitsTooLate: 2, windowDays: 14 }, 'refused', 'P10 later than the 14 days within which this shop takes it back'],
    ['our mistake', { reason: 'wrong_item_sent', validDays: null }, 'granted', 'P16 we sent the wrong product: exchange or money back', ...NUMBER],
    ['our mistake, nobody to write to', { reason: 'wrong_item_sent', validDays: null, contactMissing: ['contact.email'] }, 'needs-info: contact.email', 'P30 we need email to write to'],
    ['refused at the door, nobody to write to', { reason: 'refused_delivery', validDays: null, contactMissing: ['contact.email'] }, 'granted', 'P13 the parcel was refused: nothing more to do for the customer'],
  ]);
});

describe('return: nothing is issued for what no clause covers', () => {
  const issued = (facts: Partial<ReturnAskFacts>): string =>
    speaking(RETURN_RULES, {
      reason: 'changed_mind',
      photos: 0,
      photosNeeded: 0,
      troubleshootingDone: true,
      damageDeclared: false,
      damageAccepted: false,
      warrantyShown: true,
      misuseBeforeTest: false,
      contactMissing: [],
      units: 2,
      unitsOutOfWarranty: 0,
      warrantyEnded: null,
      unitsTooLate: 0,
      windowDays: null,
      unitsGiftCard: 0,
      carriage: 'charge',
      costsMissing: [],
      customerBearsCarriage: false,
      lawGivesShipping: false,
      validDays: 30,
      bySending: false,
      ...facts,
    });
  // biome-ignore format: rows of a table
  it.each<[string, Partial<ReturnAskFacts>, string]>([
    ['a change of mind', {}, 'P14 granted, P21 granted, P29 granted, P31 granted'],
    ['a gift card', { unitsGiftCard: 1 }, 'P4 needs-person'],
    ['what never arrived', { reason: 'missing_item' }, 'P4 needs-person'],
    ['a defective gift card', { reason: 'defective', unitsGiftCard: 1 }, 'P4 needs-person'],
    ['a refused parcel', { reason: 'refused_delivery' }, 'P13 granted, P21 granted'],
  ])('%s', (_name, facts, told) => expect(issued(facts)).toBe(told));
});

const plainSettle: SettleFacts = {
  shipFirst: false,
  reason: 'defective',
  remedy: 'refund',
  disputeOpen: false,
  disputeLost: false,
  carriage: 'charge',
  customerBearsCarriage: false,
  lawGivesShipping: false,
  keepsShipping: true,
  lost: 'no',
  goodwill: false,
  undelivered: false,
  lossNeedsProof: false,
  received: true,
  unmarked: 'no',
  lastDay: '2026-11-04',
  timing: 'in-time',
  greyZone: 'ask',
  handoverKnown: true,
  arrivalMissing: false,
  units: 2,
  accepted: 2,
  noFaultFound: 0,
  noFaultAsks: false,
  damaged: 0,
  partsAsked: 0,
  partsDeducted: 0,
  partsRefused: 0,
  wrongItem: 0,
  wrongItemRefused: false,
  pending: 0,
  notReceived: 0,
  deductedAnyway: false,
  partsPriceMissing: [],
  costsMissing: [],
};
const SETTLE_RULES = rulesOf(...PARCEL_RULES, ...INSPECTION_RULES, ...MONEY_RULES);
const LATE = { timing: 'over', accepted: 2 } as const;
const KEPT = 'P26 shipping, there and back, is not refunded for a defective product';
const HERE_LATE = 'P21 here after 2026-11-04, the last day';
const NO_MORE = 'P22 after that there is no replacement and no refund';
const GOODWILL = 'P4 given out of goodwill, where no clause gives it';
const AT_OUR_RISK = 'P38 lost on its way back at our risk';

describe('settle: the parcel', () => {
  const away = { received: false, accepted: 0, pending: 2 } as const;
  const lost = { ...away, lost: 'our-risk', accepted: 2, pending: 0 } as const;
  const ASKED = 'P21 sent by 2026-11-04 and here after it: a person decides, accepting is suggested';
  const PROOF = 'P38 the law puts the risk on us once the carrier has it: when it was handed over has to be known';
  // biome-ignore format: rows of a table
  table(SETTLE_RULES, plainSettle, [
    ['here in time', {}, 'granted', KEPT],
    ['no last day', { lastDay: null, timing: 'over' }, 'granted', KEPT],
    ['not here', away, 'granted', 'P17 the goods are not back yet'],
    ['not here, and the replacement is', { ...away, shipFirst: true }, 'granted', 'P17 the replacement goes out first: the goods are not back yet', 'P24 2 units still to be tested'],
    ['not here, too late', { ...away, timing: 'over' }, 'refused', 'P21 not here, and 2026-11-04 was the last day', NO_MORE],
    ['not here, sent in time', { ...away, timing: 'sent-in-time' }, 'granted', 'P17 the goods are not back yet'],
    ['not here, sent in time, which does not count here', { ...away, timing: 'sent-in-time', greyZone: 'decline' }, 'granted', 'P17 the goods are not back yet'],
    ['not here, and never was', { ...away, reason: 'missing_item' }, 'needs-person', NO_CLAUSE],
    ['too late', LATE, 'refused', HERE_LATE, NO_MORE],
    ['too late, nobody knows when it was sent', { ...LATE, handoverKnown: false }, 'refused', HERE_LATE, NO_MORE],
    ['sent in time', { timing: 'sent-in-time' }, 'needs-person', ASKED],
    ['sent in time, accepted here', { timing: 'sent-in-time', greyZone: 'accept' }, 'granted', 'P21 sent by 2026-11-04 and here after it: accepted', KEPT],
    ['sent in time, declined here', { timing: 'sent-in-time', greyZone: 'decline' }, 'refused', HERE_LATE, NO_MORE],
    ['sent in time, no last day', { timing: 'sent-in-time', lastDay: null }, 'granted', KEPT],
    ['in time, whatever the grey zone', { greyZone: 'decline' }, 'granted', KEPT],
    ['arrived nobody knows when', { timing: 'over', arrivalMissing: true, handoverKnown: false }, 'needs-info: parcel.receivedAt', 'P21 2026-11-04 was the last day: when the parcel arrived has to be known'],
    ['arrived nobody knows when, sent too late', { timing: 'over', arrivalMissing: true }, 'refused', HERE_LATE, NO_MORE],
    ['unmarked, matched', { unmarked: 'delayed' }, 'granted', 'P20 no RMA number on the parcel: matched by hand, which took longer', KEPT],
    ['unmarked, too late', { ...LATE, unmarked: 'delayed' }, 'refused', HERE_LATE, NO_MORE],
    ['unmarked, refused here', { unmarked: 'refused' }, 'refused', 'P34 no RMA number on the outside of the parcel', 'P35 this shop does not answer for parcels without it'],
    ['lost, their risk', { ...away, lost: 'their-risk' }, 'refused', 'P38 lost on its way back at the customer’s risk'],
    ['lost, our risk', lost, 'granted', KEPT, AT_OUR_RISK],
    ['lost, our risk, sent too late', { ...lost, timing: 'over' }, 'refused', 'P21 not here, and 2026-11-04 was the last day', NO_MORE],
    ['lost, proof needed', { ...lost, lossNeedsProof: true }, 'needs-info: parcel.carrierAcceptedAt', PROOF],
    ['lost, proof needed, too late', { ...lost, lossNeedsProof: true, timing: 'over' }, 'refused', 'P21 not here, and 2026-11-04 was the last day', NO_MORE],
    ['proof is for losses', { lossNeedsProof: true }, 'granted', KEPT],
    ['never delivered, lost', { ...lost, reason: 'refused_delivery', undelivered: true, lastDay: null }, 'granted', 'P13 the parcel could not be delivered, and not because the customer refused it', 'P38 lost before it reached the customer: at our risk'],
    ['goodwill, too late', { ...LATE, goodwill: true }, 'granted', GOODWILL, KEPT],
    ['goodwill, sent in time', { timing: 'sent-in-time', goodwill: true }, 'granted', GOODWILL, KEPT],
    ['goodwill, lost', { ...lost, goodwill: true }, 'granted', GOODWILL, KEPT],
    ['goodwill, not here', { ...away, goodwill: true }, 'granted', 'P17 the goods are not back yet'],
  ]);
});

describe('settle: what was found', () => {
  const one = { accepted: 1 } as const;
  const none = { accepted: 0 } as const;
  const wrong = { ...none, wrongItem: 2 } as const;
  const change = { reason: 'changed_mind', customerBearsCarriage: true, lastDay: null } as const;
  const THEIRS = 'P12 shipping, there and back, is the customer’s';
  // biome-ignore format: rows of a table
  table(SETTLE_RULES, plainSettle, [
    ['nothing yet', { ...none, pending: 2 }, 'granted', 'P24 2 units still to be tested'],
    ['one yet', { ...one, pending: 1 }, 'granted', 'P24 1 unit still to be tested', KEPT],
    ['nothing yet, no defect', { ...change, ...none, pending: 2 }, 'granted', 'P17 2 units still to be looked at'],
    ['one yet, no defect', { ...change, ...none, pending: 1 }, 'granted', 'P17 1 unit still to be looked at'],
    ['not in the parcel', { ...none, pending: 2, notReceived: 2 }, 'granted', 'P17 2 units not in the parcel: not back yet'],
    ['one not in the parcel, one to test', { ...none, pending: 2, notReceived: 1 }, 'granted', 'P17 1 unit not in the parcel: not back yet', 'P24 1 unit still to be tested'],
    ['not in the parcel, no defect', { ...change, ...none, pending: 1, notReceived: 1 }, 'granted', 'P17 1 unit not in the parcel: not back yet'],
    ['not in the parcel, never arrived', { ...none, reason: 'missing_item', pending: 2, notReceived: 2 }, 'needs-person', 'P4 nothing can come back for what never arrived: a person decides'],
    ['not in the parcel, never arrived, one accepted', { ...one, reason: 'missing_item', pending: 1, notReceived: 1 }, 'granted', 'P4 it never arrived: we answer for it'],
    ['not in the parcel, too late', { ...none, pending: 2, notReceived: 2, timing: 'over' }, 'refused', HERE_LATE, NO_MORE],
    ['nothing yet, never arrived', { ...none, reason: 'missing_item', pending: 2 }, 'needs-person', 'P4 nothing can come back for what never arrived: a person decides'],
    ['nothing yet, too late', { ...none, pending: 2, timing: 'over' }, 'refused', HERE_LATE, NO_MORE],
    ['something else', wrong, 'needs-person', 'P4 2 units came back that we did not send: a person decides'],
    ['something else, too late', { ...wrong, timing: 'over' }, 'refused', HERE_LATE, NO_MORE],
    ['something else, refused by a person', { ...wrong, wrongItemRefused: true }, 'refused', 'P4 2 units came back that we did not send: refused'],
    ['something else refused, the rest accepted', { ...one, wrongItem: 1, wrongItemRefused: true }, 'granted', 'P4 1 unit came back that we did not send: refused', KEPT],
    ['nothing else', { wrongItemRefused: true }, 'granted', KEPT],
    ['no fault', { noFaultFound: 2 }, 'granted', 'P24 the test found no fault, which is not held against the customer', KEPT],
    ['no fault in one', { noFaultFound: 1 }, 'granted', 'P24 the test found no fault, which is not held against the customer', KEPT],
    ['no fault, a person decides', { ...none, noFaultFound: 2, noFaultAsks: true }, 'needs-person', 'P24 the test found no fault: a person decides'],
    ['no fault, no defect', { ...change, noFaultFound: 2 }, 'granted', THEIRS],
    ['no fault, too late', { noFaultFound: 2, timing: 'over' }, 'refused', HERE_LATE, NO_MORE],
    ['one damaged', { ...one, damaged: 1 }, 'granted', 'P25 1 unit damaged by handling', KEPT],
    ['all damaged', { ...none, damaged: 2 }, 'refused', 'P25 2 units damaged by handling'],
    ['one damaged, one to come', { ...none, damaged: 1, pending: 1 }, 'granted', 'P24 1 unit still to be tested', 'P25 1 unit damaged by handling'],
    ['damaged, too late', { ...none, damaged: 2, timing: 'over' }, 'refused', HERE_LATE, NO_MORE],
    ['parts missing', { ...one, partsAsked: 1 }, 'needs-person', 'P33 original parts are missing from 1 unit: a person decides'],
    ['parts missing, too late', { ...one, partsAsked: 1, timing: 'over' }, 'refused', HERE_LATE, NO_MORE],
    ['parts missing, deducted', { partsDeducted: 2 }, 'granted', KEPT, 'P33 original parts are missing from 2 units: their price is deducted'],
    ['parts missing from one, deducted', { partsDeducted: 1 }, 'granted', KEPT, 'P33 original parts are missing from 1 unit: their price is deducted'],
    ['parts missing, deducted, too late', { partsDeducted: 2, timing: 'over' }, 'refused', HERE_LATE, NO_MORE],
    ['parts missing, refused', { ...none, partsRefused: 2 }, 'refused', 'P33 original parts are missing from 2 units: refused'],
    ['parts missing from one, refused', { ...one, partsRefused: 1 }, 'granted', KEPT, 'P33 original parts are missing from 1 unit: refused'],
    ['parts missing, refused, too late', { ...none, partsRefused: 2, timing: 'over' }, 'refused', HERE_LATE, NO_MORE],
    ['their price unknown', { partsPriceMissing: ['inspection[0].deduction'] }, 'needs-info: inspection[0].deduction', 'P33 what the missing parts cost has to be known'],
    ['their price unknown, too late', { partsPriceMissing: ['inspection[0].deduction'], timing: 'over' }, 'refused', HERE_LATE, NO_MORE],
    ['deducted from what is accepted', { deductedAnyway: true }, 'granted', KEPT, 'P33 accepted without its original parts: their price is deducted'],
    ['deducted from nothing', { ...none, pending: 2, deductedAnyway: true }, 'granted', 'P24 2 units still to be tested'],
  ]);
});

describe('settle: the money', () => {
  const change = { reason: 'changed_mind', customerBearsCarriage: true, lastDay: null } as const;
  const wrong = { ...change, reason: 'customer_ordered_wrong' } as const;
  const ours = { reason: 'wrong_item_sent', lastDay: null } as const;
  const none = { accepted: 0, pending: 2 } as const;
  const cost = { costsMissing: ['returnPostage.amount'] } as const;
  const THEIRS = 'P12 shipping, there and back, is the customer’s';
  const MERCY = 'P4 no clause promises an exchange of what is merely no longer wanted: a person decides';
  // biome-ignore format: rows of a table
  table(SETTLE_RULES, plainSettle, [
    ['a defect whose shipping goes back', { keepsShipping: false }, 'granted', 'P26 shipping is refunded with a defective product here'],
    ['a defect, postage unknown', cost, 'needs-info: returnPostage.amount', 'P26 postage is settled with it: what it cost has to be known'],
    ['a defect exchanged', { remedy: 'exchange' }, 'granted', KEPT],
    ['a dispute', { disputeOpen: true }, 'needs-person', REVIEW],
    ['a dispute that is lost', { disputeLost: true }, 'needs-person', LOST],
    ['a dispute, nothing due yet', { ...none, disputeOpen: true }, 'granted', 'P24 2 units still to be tested'],
    ['changed mind', change, 'granted', THEIRS],
    ['changed mind, the law gives shipping', { ...change, lawGivesShipping: true }, 'granted', 'P12 the way back is the customer’s; the outbound shipping goes back as the law of the market has it'],
    ['changed mind, cost unknown', { ...change, ...cost }, 'needs-info: returnPostage.amount', 'P12 the customer bears all shipping: what it cost has to be known'],
    ['changed mind, cost unknown, not theirs', { ...change, ...cost, customerBearsCarriage: false }, 'needs-person', NO_CLAUSE],
    ['changed mind, cost unknown, nothing due yet', { ...change, ...cost, ...none }, 'granted', 'P17 2 units still to be looked at'],
    ['changed mind, an exchange', { ...change, remedy: 'exchange' }, 'needs-person', MERCY],
    ['changed mind, an exchange, nothing due yet', { ...change, ...none, remedy: 'exchange' }, 'granted', 'P17 2 units still to be looked at'],
    ['ordered wrong, a person decides', { ...wrong, carriage: 'ask' }, 'needs-person', 'P1 ordered by mistake: a person decides whether the customer pays the carriage'],
    ['ordered wrong, a person decides, cost unknown', { ...wrong, ...cost, carriage: 'ask' }, 'needs-person', 'P1 ordered by mistake: a person decides whether the customer pays the carriage'],
    ['ordered wrong, charged', wrong, 'granted', 'P1 ordered by mistake: the customer pays the carriage', THEIRS],
    ['ordered wrong, never charged', { ...wrong, carriage: 'never', customerBearsCarriage: false }, 'granted', 'P1 ordered by mistake: this shop does not charge the carriage'],
    ['ordered wrong, waived', { ...wrong, carriage: 'waived', customerBearsCarriage: false }, 'granted', 'P1 ordered by mistake: a person waived the carriage'],
    ['ordered wrong, nothing due yet', { ...wrong, ...none }, 'granted', 'P17 2 units still to be looked at'],
    ['refused at the door', { ...change, reason: 'refused_delivery' }, 'granted', THEIRS, 'P13 the parcel was refused and is back'],
    ['refused at the door, nothing due yet', { ...change, ...none, reason: 'refused_delivery' }, 'granted', 'P17 2 units still to be looked at'],
    ['our mistake', ours, 'granted', 'P16 we sent the wrong product: money back', 'P17 the goods are back'],
    ['our mistake, exchanged', { ...ours, remedy: 'exchange' }, 'granted', 'P16 we sent the wrong product: exchanged', 'P17 the goods are back'],
    ['our mistake, postage unknown', { ...ours, ...cost }, 'needs-info: returnPostage.amount', 'P16 postage is settled with it: what it cost has to be known'],
    ['our mistake, nothing due yet', { ...ours, ...cost, ...none }, 'granted', 'P17 2 units still to be looked at'],
    ['our mistake, lost', { ...ours, lost: 'our-risk', received: false }, 'granted', 'P16 we sent the wrong product: money back', AT_OUR_RISK],
    ['a defect, postage unknown, nothing due yet', { ...none, ...cost }, 'granted', 'P24 2 units still to be tested'],
    ['never arrived', { reason: 'missing_item', lastDay: null }, 'granted', 'P4 it never arrived: we answer for it'],
    ['one never arrived', { reason: 'missing_item', lastDay: null, accepted: 1 }, 'granted', 'P4 it never arrived: we answer for it'],
    ['never arrived, sent again', { reason: 'missing_item', lastDay: null, remedy: 'exchange' }, 'granted', 'P4 it never arrived: we answer for it'],
  ]);
});

describe('which rules speak, also where another one decides', () => {
  const cancel: CancelFacts = {
    alreadyCancelled: false,
    disputeOpen: false,
    disputeLost: false,
    unitsUnshipped: 2,
    unitsShipped: 1,
    unitsEverShipped: 1,
    unitsTooLate: 0,
    windowDays: null,
    hoursSinceOrdered: 49,
    hoursAllowed: null,
  };
  const SHIPPED = 'P12 refused, P13 refused, P14 refused';
  // biome-ignore format: rows of a table
  it.each<[string, Partial<CancelFacts>, string]>([
    ['in time', { hoursAllowed: 49 }, 'P11 granted, P12 granted'],
    ['late', { hoursAllowed: 48 }, 'P11 refused'],
    ['late, a dispute', { hoursAllowed: 48, disputeOpen: true }, 'P11 refused'],
    ['all shipped', { unitsUnshipped: 0 }, SHIPPED],
    ['all shipped, a dispute, late', { unitsUnshipped: 0, disputeOpen: true, hoursAllowed: 48 }, SHIPPED],
    ['nothing left', { unitsUnshipped: 0, unitsShipped: 0 }, 'P11 refused'],
    ['cancelled', { alreadyCancelled: true, disputeOpen: true, hoursAllowed: 48 }, 'P11 refused'],
  ])('cancel: %s', (_name, facts, told) => expect(speaking(CANCEL_RULES, { ...cancel, ...facts })).toBe(told));

  const change = { reason: 'changed_mind', customerBearsCarriage: true, lastDay: null } as const;
  // biome-ignore format: rows of a table
  it.each<[string, Partial<SettleFacts>, string]>([
    ['lost at their risk', { lost: 'their-risk', damaged: 1, pending: 1, goodwill: true }, 'P38 refused'],
    ['unmarked, refused', { unmarked: 'refused', damaged: 1, pending: 1 }, 'P34 refused, P35 refused'],
    ['too late', { ...LATE, damaged: 1, pending: 1, unmarked: 'delayed' }, 'P21 refused, P22 refused'],
    ['sent in time, which is declined', { timing: 'sent-in-time', greyZone: 'decline' }, 'P21 refused, P22 refused'],
    ['not here', { received: false, damaged: 1, pending: 1, unmarked: 'delayed' }, 'P17 granted'],
    ['never arrived', { reason: 'missing_item', pending: 1, accepted: 0 }, 'P4 needs-person'],
    ['ordered wrong, a person decides', { ...change, reason: 'customer_ordered_wrong', carriage: 'ask', costsMissing: ['x'] }, 'P1 needs-person'],
  ])('settle: %s', (_name, facts, told) => expect(speaking(SETTLE_RULES, { ...plainSettle, ...facts })).toBe(told));
});

describe('precedence', () => {
  type Facts = Readonly<Record<'refusal' | 'open' | 'info' | 'person' | 'grant', boolean>>;
  const rules = rulesOf<Facts>(
    { clause: 'P31', verdict: 'granted', when: (f) => f.grant, because: 'grant' },
    { clause: 'P22', verdict: 'refused', when: (f) => f.open, because: 'open', openToProof: true },
    { clause: 'P23', verdict: 'refused', when: (f) => f.refusal, because: 'refusal' },
    { clause: 'P3', verdict: 'needs-info', when: (f) => f.info, because: 'info', missing: ['photos', 'photos'].join() },
    { clause: 'P2', verdict: 'needs-person', when: (f) => f.person, because: 'person' },
    { clause: 'P30', verdict: 'needs-info', when: (f) => f.info, because: 'nothing named' },
  );
  const all: Facts = { refusal: true, open: true, info: true, person: true, grant: true };
  // biome-ignore format: rows of a table
  it.each<[string, Partial<Facts>, string[]]>([
    ['a refusal that no fact can change', {}, ['refused', 'P22 open', 'P23 refusal']],
    ['then what is missing, and what waits for a person', { refusal: false }, ['needs-info: photos,photos', 'P2 person', 'P3 info', 'P30 nothing named']],
    ['then a person', { refusal: false, info: false }, ['needs-person', 'P2 person']],
    ['then a refusal that a fact could change', { refusal: false, info: false, person: false }, ['refused', 'P22 open']],
    ['then what is granted', { refusal: false, info: false, person: false, open: false }, ['granted', 'P31 grant']],
    ['nothing: a person', { refusal: false, info: false, person: false, open: false, grant: false }, ['needs-person', NO_CLAUSE]],
  ])('%s', (_name, facts, told) => expect(trail(rules, { ...all, ...facts })).toEqual(told));

  it('asks for a field once, whoever needs it', () => {
    const twice = rulesOf<null>(
      {
        clause: 'P30',
        verdict: 'needs-info',
        when: () => true,
        because: 'b',
        missing: () => ['contact.email', 'photos'],
      },
      { clause: 'P3', verdict: 'needs-info', when: () => true, because: 'a', missing: 'photos' },
    );
    expect(settle(twice, null).missing).toEqual(['photos', 'contact.email']);
  });
});
