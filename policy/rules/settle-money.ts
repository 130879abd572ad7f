import { rulesOf } from './rule.ts';
import { isDefect, isDue, isOpen, type SettleFacts } from './settle-facts.ts';

const isOurMistake = (f: SettleFacts): boolean => f.reason === 'wrong_item_sent';

/** What is due for what was accepted, and who bears the shipping. */
export const MONEY_RULES = rulesOf<SettleFacts>(
  {
    clause: 'P1',
    verdict: (f) => (f.carriage === 'ask' ? 'needs-person' : 'granted'),
    when: (f) => isDue(f) && f.reason === 'customer_ordered_wrong',
    because: (f) =>
      ({
        ask: 'ordered by mistake: a person decides whether the customer pays the carriage',
        charge: 'ordered by mistake: the customer pays the carriage',
        never: 'ordered by mistake: this shop does not charge the carriage',
        waived: 'ordered by mistake: a person waived the carriage',
      })[f.carriage],
  },
  {
    clause: 'P4',
    verdict: (f) => (f.accepted > 0 ? 'granted' : 'needs-person'),
    when: (f) => isOpen(f) && f.reason === 'missing_item',
    because: (f) =>
      f.accepted > 0
        ? 'it never arrived: we answer for it'
        : 'nothing can come back for what never arrived: a person decides',
  },
  {
    clause: 'P4',
    verdict: 'needs-person',
    when: (f) => isDue(f) && f.remedy === 'exchange' && !isDefect(f) && !isOurMistake(f) && f.reason !== 'missing_item',
    because: 'no clause promises an exchange of what is merely no longer wanted: a person decides',
  },
  {
    clause: 'P5',
    verdict: 'needs-person',
    when: (f) => isDue(f) && f.disputeOpen,
    because: 'a chargeback is open: nothing is refunded while it is under review',
  },
  {
    clause: 'P5',
    verdict: 'needs-person',
    when: (f) => isDue(f) && f.disputeLost,
    because: 'a chargeback is lost: the bank has paid the customer, so nothing is paid a second time',
  },
  {
    clause: 'P12',
    verdict: 'granted',
    when: (f) => isDue(f) && f.customerBearsCarriage && f.carriage !== 'ask',
    because: (f) =>
      f.lawGivesShipping
        ? 'the way back is the customer’s; the outbound shipping goes back as the law of the market has it'
        : 'shipping, there and back, is the customer’s',
  },
  {
    clause: 'P12',
    verdict: 'needs-info',
    when: (f) => isDue(f) && f.customerBearsCarriage && f.costsMissing.length > 0 && f.carriage !== 'ask',
    because: 'the customer bears all shipping: what it cost has to be known',
    missing: (f) => f.costsMissing,
  },
  {
    clause: 'P13',
    verdict: 'granted',
    when: (f) => isDue(f) && f.reason === 'refused_delivery',
    because: (f) =>
      f.undelivered
        ? 'the parcel could not be delivered, and not because the customer refused it'
        : 'the parcel was refused and is back',
  },
  {
    clause: 'P16',
    verdict: 'granted',
    when: (f) => isDue(f) && isOurMistake(f),
    because: (f) => `we sent the wrong product: ${f.remedy === 'exchange' ? 'exchanged' : 'money back'}`,
  },
  {
    clause: 'P16',
    verdict: 'needs-info',
    when: (f) => isDue(f) && isOurMistake(f) && f.costsMissing.length > 0,
    because: 'postage is settled with it: what it cost has to be known',
    missing: (f) => f.costsMissing,
  },
  {
    clause: 'P17',
    verdict: 'granted',
    when: (f) => isDue(f) && isOurMistake(f) && f.lost === 'no' && !f.shipFirst,
    because: 'the goods are back',
  },
  {
    clause: 'P26',
    verdict: 'granted',
    when: (f) => isDue(f) && isDefect(f),
    because: (f) =>
      f.keepsShipping
        ? 'shipping, there and back, is not refunded for a defective product'
        : 'shipping is refunded with a defective product here',
  },
  {
    clause: 'P26',
    verdict: 'needs-info',
    when: (f) => isDue(f) && isDefect(f) && f.costsMissing.length > 0,
    because: 'postage is settled with it: what it cost has to be known',
    missing: (f) => f.costsMissing,
  },
);
