import type { ReturnReason, Verdict } from '../decision.ts';
import { rulesOf } from './rule.ts';

export type ReturnAskFacts = Readonly<{
  reason: ReturnReason;
  photos: number;
  photosNeeded: number;
  troubleshootingDone: boolean;
  damageDeclared: boolean;
  /** A person takes it back all the same: the test decides. */
  damageAccepted: boolean;
  /** A person has seen proof that the warranty runs. */
  warrantyShown: boolean;
  /** Misuse may be decided on what the customer declares, before any test (A26). */
  misuseBeforeTest: boolean;
  /** Fields of the contact that have to be known first and are not. */
  contactMissing: readonly string[];
  units: number;
  /** Of them, out of warranty; with the last day of it. */
  unitsOutOfWarranty: number;
  warrantyEnded: string | null;
  /** Of them, past the days within which this shop takes back what is no longer wanted. */
  unitsTooLate: number;
  windowDays: number | null;
  unitsGiftCard: number;
  carriage: 'charge' | 'ask' | 'never' | 'waived';
  /** What has to be known before the customer can be told what they will get back. */
  costsMissing: readonly string[];
  customerBearsCarriage: boolean;
  /** The law of the market gives the outbound shipping back (A10 `apply`). */
  lawGivesShipping: boolean;
  /** Days within which it has to be back; null: no limit for this kind. */
  validDays: number | null;
  /** It is enough that the carrier has it by then (A11). */
  bySending: boolean;
}>;

const isDefect = (f: ReturnAskFacts): boolean => f.reason === 'defective';
/** What the customer says themselves, and nobody took back all the same. */
const isOwnDamage = (f: ReturnAskFacts): boolean => isDefect(f) && f.damageDeclared && !f.damageAccepted;
const isChange = (f: ReturnAskFacts): boolean => f.reason === 'changed_mind' || f.reason === 'customer_ordered_wrong';
/** A refused parcel comes back by itself: nothing has to be asked of the customer, and no number has to be sent. */
const asksForNumber = (f: ReturnAskFacts): boolean => f.reason !== 'refused_delivery' && f.reason !== 'missing_item';
const covered = (f: ReturnAskFacts): boolean => f.reason !== 'missing_item' && f.unitsGiftCard === 0;
const some = (part: number, f: ReturnAskFacts): Verdict => (part === f.units ? 'refused' : 'granted');

/** Asking for a return: what has to be known first (P2, P3, P18, P30), what ends a claim (P23), what opens one. */
export const RETURN_RULES = rulesOf<ReturnAskFacts>(
  {
    clause: 'P1',
    verdict: (f) => (f.carriage === 'ask' ? 'needs-person' : 'granted'),
    when: (f) => f.reason === 'customer_ordered_wrong',
    because: (f) =>
      ({
        ask: 'ordered by mistake: a person decides whether the customer pays the carriage',
        charge: 'ordered by mistake: the customer pays the carriage',
        never: 'ordered by mistake: this shop does not charge the carriage',
        waived: 'ordered by mistake: a person waived the carriage',
      })[f.carriage],
  },
  {
    clause: 'P2',
    verdict: (f) => (f.misuseBeforeTest ? 'refused' : 'needs-person'),
    when: isOwnDamage,
    because: 'the customer says that the damage is their own',
  },
  {
    clause: 'P2',
    verdict: 'granted',
    when: (f) => isDefect(f) && f.damageDeclared && f.damageAccepted,
    because: 'the customer says that the damage is their own; a person takes it back, and the test decides',
  },
  {
    clause: 'P3',
    verdict: 'needs-info',
    when: (f) => f.photos < f.photosNeeded,
    because: (f) =>
      `${f.photosNeeded === 1 ? '1 picture' : `${f.photosNeeded} pictures`} needed, ${f.photos === 0 ? 'none' : f.photos} here`,
    missing: 'photos',
  },
  {
    clause: 'P4',
    verdict: 'needs-person',
    when: (f) => f.unitsGiftCard > 0,
    because: 'no clause covers a gift card that was sent out: a person decides',
  },
  {
    clause: 'P4',
    verdict: 'needs-person',
    when: (f) => f.reason === 'missing_item',
    because: 'nothing can come back for what never arrived: a person decides',
  },
  {
    clause: 'P10',
    verdict: (f) => some(f.unitsTooLate, f),
    when: (f) => isChange(f) && f.unitsTooLate > 0,
    because: (f) => `later than the ${f.windowDays} days within which this shop takes it back`,
  },
  {
    clause: 'P12',
    verdict: 'needs-info',
    when: (f) => f.costsMissing.length > 0 && f.customerBearsCarriage && isChange(f) && f.carriage !== 'ask',
    because: 'the customer bears all shipping and has to be told how much before sending anything',
    missing: (f) => f.costsMissing,
  },
  {
    clause: 'P12',
    verdict: 'granted',
    when: (f) => f.customerBearsCarriage,
    because: (f) =>
      f.lawGivesShipping
        ? 'the way back is the customer’s; the outbound shipping goes back as the law of the market has it'
        : 'shipping, there and back, is the customer’s',
  },
  {
    clause: 'P13',
    verdict: 'granted',
    when: (f) => f.reason === 'refused_delivery' && covered(f),
    because: 'the parcel was refused: nothing more to do for the customer',
  },
  {
    clause: 'P14',
    verdict: 'granted',
    when: (f) => isChange(f) && covered(f),
    because: 'no longer wanted: it may come back with an RMA',
  },
  {
    clause: 'P16',
    verdict: 'granted',
    when: (f) => f.reason === 'wrong_item_sent' && covered(f),
    because: 'we sent the wrong product: exchange or money back',
  },
  {
    clause: 'P18',
    verdict: 'needs-info',
    when: (f) => isDefect(f) && !f.troubleshootingDone,
    because: 'try to solve it with the customer first',
    missing: 'troubleshootingDone',
  },
  {
    clause: 'P21',
    verdict: 'granted',
    when: (f) => f.validDays !== null && covered(f),
    because: (f) =>
      f.bySending ? `has to be sent within ${f.validDays} days` : `has to be back within ${f.validDays} days`,
  },
  {
    clause: 'P23',
    verdict: 'refused',
    when: (f) => isOwnDamage(f) && f.misuseBeforeTest,
    because: 'misuse ends the claim, and this shop decides it without a test',
  },
  {
    clause: 'P23',
    verdict: (f) => some(f.unitsOutOfWarranty, f),
    when: (f) => isDefect(f) && f.unitsOutOfWarranty > 0,
    because: (f) => `the warranty ended on ${f.warrantyEnded}`,
  },
  {
    clause: 'P23',
    verdict: 'granted',
    when: (f) => isDefect(f) && f.warrantyShown && covered(f),
    because: 'a person has seen proof that the warranty runs',
  },
  {
    clause: 'P29',
    verdict: 'granted',
    when: (f) => asksForNumber(f) && covered(f),
    because: 'an RMA number is issued',
  },
  {
    clause: 'P30',
    verdict: 'needs-info',
    when: (f) => asksForNumber(f) && f.contactMissing.length > 0,
    because: (f) => `we need ${f.contactMissing.map((field) => field.replace('contact.', '')).join(', ')} to write to`,
    missing: (f) => f.contactMissing,
  },
  {
    clause: 'P31',
    verdict: 'granted',
    when: (f) => asksForNumber(f) && covered(f),
    because: 'the number goes to the customer by email',
  },
);
