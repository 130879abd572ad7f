import { rulesOf } from './rule.ts';

export type StockOutFacts = Readonly<{
  alreadyCancelled: boolean;
  disputeOpen: boolean;
  /** The bank has given the customer the money. */
  disputeLost: boolean;
  answer: 'wait' | 'refund' | null;
  /** It will never come. */
  discontinued: boolean;
  /** Null: the customer has not been told yet. */
  hoursSinceTold: number | null;
  hoursToAnswer: number;
  /** Whether the mail of P7 can reach anybody. */
  hasEmail: boolean;
  /** Only a part of what is left of the order is out of stock. */
  partial: boolean;
  /** Whether this shop offers what was answered, where only a part is out of stock. */
  offersWait: boolean;
  offersRefund: boolean;
}>;

const silent = (f: StockOutFacts): boolean =>
  f.answer === null && f.hoursSinceTold !== null && f.hoursSinceTold >= f.hoursToAnswer;
const refunds = (f: StockOutFacts): boolean =>
  !f.alreadyCancelled && (f.discontinued || f.answer === 'refund' || silent(f));
const waits = (f: StockOutFacts): boolean => !f.alreadyCancelled && !f.discontinued && f.answer === 'wait';

/** Something ordered can't be supplied: P7 to tell, P8 to wait, P9 to refund. */
export const STOCK_OUT_RULES = rulesOf<StockOutFacts>(
  { clause: 'P9', verdict: 'refused', when: (f) => f.alreadyCancelled, because: 'the order was cancelled already' },
  {
    clause: 'P5',
    verdict: 'needs-person',
    when: (f) => refunds(f) && f.disputeOpen,
    because: 'a chargeback is open: nothing is refunded while it is under review',
  },
  {
    clause: 'P5',
    verdict: 'needs-person',
    when: (f) => refunds(f) && f.disputeLost,
    because: 'a chargeback is lost: the bank has paid the customer, so nothing is paid a second time',
  },
  {
    clause: 'P9',
    verdict: 'needs-person',
    // Where there is nothing to wait for, there is no choice to offer.
    when: (f) => refunds(f) && !f.discontinued && f.partial && !f.offersRefund,
    because: 'this shop does not refund a part by itself',
  },
  {
    clause: 'P8',
    verdict: 'needs-person',
    when: (f) => waits(f) && f.partial && !f.offersWait,
    because: 'this shop does not offer to wait for a part',
  },
  {
    clause: 'P9',
    verdict: 'granted',
    when: refunds,
    because: (f) => {
      if (f.discontinued) return 'it can not be supplied any more: refunded in full at once';
      return f.answer === 'refund'
        ? 'the customer does not want to wait: refunded in full at once'
        : `told ${f.hoursSinceTold} h ago and no answer: refunded in full at once`;
    },
  },
  {
    clause: 'P8',
    verdict: 'granted',
    when: waits,
    because: 'the customer will wait: it ships when it is in stock again',
  },
  {
    clause: 'P7',
    verdict: 'granted',
    when: (f) => !f.alreadyCancelled && !f.discontinued && f.answer === null && !silent(f),
    because: (f) => {
      if (f.hoursSinceTold !== null) return `told ${f.hoursSinceTold} h ago; ${f.hoursToAnswer} h to answer`;
      return f.hasEmail ? 'the customer is told by email at once' : 'no email address: tell the customer another way';
    },
  },
);
