/**
 * Every sentence of the merchant's after-sales policy, numbered in the order of the text. The sentences here are plain
 * words for customers, agents and merchants alike; the text itself stays the merchant's.
 */
type Clause = Readonly<{
  /** What it is to the merchant: a duty, a duty of the customer, somebody's right, or information only. */
  kind: 'duty' | 'customer-duty' | 'right' | 'information';
  sentence: string;
  /** Where it stands in the merchant's text: heading, and number under it (0: the paragraph has no numbers). */
  source: Readonly<{ section: Section; item: number }>;
  /** Whether a rule decides by it. The others are kept so that every sentence of the text is accounted for. */
  decides: boolean;
}>;

type Section = 'Policy' | 'Products out of stock' | 'Non-defective products' | 'Defective products' | 'RMA Procedure';

const clause = (kind: Clause['kind'], section: Section, item: number, decides: boolean, sentence: string): Clause => ({
  kind,
  sentence,
  source: { section, item },
  decides,
});

export const CLAUSES = {
  P1: clause('right', 'Policy', 0, true, 'If you ordered the wrong item yourself, you may have to pay the carriage.'),
  P2: clause(
    'customer-duty',
    'Policy',
    0,
    true,
    'Before you report a defect, please make sure that the damage was not caused by handling.',
  ),
  P3: clause('customer-duty', 'Policy', 0, true, 'We need pictures of what you received.'),
  P4: clause('duty', 'Policy', 0, true, 'We answer for all our goods; what no rule covers, a person decides.'),
  P5: clause('information', 'Policy', 0, true, 'Whatever you are unhappy with, talk to us first.'),
  P6: clause(
    'right',
    'Products out of stock',
    0,
    false,
    'A product may run out of stock for a short time after you ordered it.',
  ),
  P7: clause('duty', 'Products out of stock', 0, true, 'If that happens, we tell you by email at once.'),
  P8: clause(
    'duty',
    'Products out of stock',
    0,
    true,
    'If you confirm that you can wait, we ship as soon as it is in stock again.',
  ),
  P9: clause(
    'duty',
    'Products out of stock',
    0,
    true,
    'If you do not confirm that you can wait, we refund in full at once.',
  ),
  P10: clause('information', 'Non-defective products', 1, true, 'If you change your mind, contact us straight away.'),
  P11: clause('duty', 'Non-defective products', 1, true, 'We cancel an order on request before it has shipped.'),
  P12: clause(
    'customer-duty',
    'Non-defective products',
    1,
    true,
    'Once it has shipped, you bear all shipping: there and back.',
  ),
  P13: clause(
    'right',
    'Non-defective products',
    1,
    true,
    'To send it back, you may refuse the parcel when it is delivered.',
  ),
  P14: clause('right', 'Non-defective products', 1, true, 'Or you may ask us for an RMA.'),
  P15: clause('information', 'Non-defective products', 2, false, 'We try to deliver as fast as we can.'),
  P16: clause(
    'duty',
    'Non-defective products',
    2,
    true,
    'If we sent the wrong product, you may have an exchange or your money back.',
  ),
  P17: clause(
    'right',
    'Non-defective products',
    2,
    true,
    'An exchange or a refund follows once the goods are back with us.',
  ),
  P18: clause(
    'customer-duty',
    'Defective products',
    1,
    true,
    'If a product does not work, let us try to solve it together first.',
  ),
  P19: clause(
    'customer-duty',
    'Defective products',
    1,
    false,
    'Please send nothing back before you have an RMA number.',
  ),
  P20: clause(
    'information',
    'Defective products',
    1,
    true,
    'A parcel without an RMA number is hard to match and takes longer.',
  ),
  P21: clause(
    'customer-duty',
    'Defective products',
    2,
    true,
    'A defective product has to be back within the days that its RMA is valid.',
  ),
  P22: clause('right', 'Defective products', 2, true, 'After that there is no replacement and no refund.'),
  P23: clause('right', 'Defective products', 3, true, 'The claim is void once the warranty is over or after misuse.'),
  P24: clause('duty', 'Defective products', 4, true, 'We test what comes back.'),
  P25: clause('right', 'Defective products', 4, true, 'Damage caused by handling is not accepted as a defect.'),
  P26: clause(
    'right',
    'Defective products',
    5,
    true,
    'Shipping, there and back, is not refunded for defective products.',
  ),
  P27: clause(
    'customer-duty',
    'RMA Procedure',
    1,
    false,
    'Please keep the packaging and the documents that came with it.',
  ),
  P28: clause('information', 'RMA Procedure', 1, false, 'Both are needed if a defective product has to come back.'),
  P29: clause('customer-duty', 'RMA Procedure', 2, true, 'Ask our customer service for an RMA number.'),
  P30: clause(
    'information',
    'RMA Procedure',
    2,
    true,
    'Your name, email address, phone number and invoice help us; we need an address to write to.',
  ),
  P31: clause('duty', 'RMA Procedure', 2, true, 'We send you the RMA number by email.'),
  P32: clause('customer-duty', 'RMA Procedure', 3, false, 'Please pack everything that you received, documents too.'),
  P33: clause('right', 'RMA Procedure', 3, true, 'If original parts are missing, we may refuse exchange or refund.'),
  P34: clause(
    'customer-duty',
    'RMA Procedure',
    4,
    true,
    'Please write the RMA number clearly on the outside of the parcel.',
  ),
  P35: clause('right', 'RMA Procedure', 4, true, 'We do not answer for what follows where the number is missing.'),
  P36: clause('customer-duty', 'RMA Procedure', 5, false, 'Please make sure that the parcel can reach us.'),
  P37: clause(
    'customer-duty',
    'RMA Procedure',
    5,
    false,
    'Please insure the parcel and tell us its tracking number and website.',
  ),
  P38: clause('right', 'RMA Procedure', 5, true, 'We do not answer for a return parcel that is lost on its way.'),
} as const satisfies Record<`P${number}`, Clause>;

export type ClauseId = keyof typeof CLAUSES;

/** All clause ids in order of number. */
export const CLAUSE_IDS = Object.keys(CLAUSES) as ClauseId[];

const NUMBERS = new Map(CLAUSE_IDS.map((id) => [id, Number(id.slice(1))]));

/** The number of a clause, for sorting: P9 stands before P11. */
export const clauseNumber = (id: ClauseId): number => NUMBERS.get(id) as number;

/** Without repeats, in order of number. */
export const sortClauses = (ids: readonly ClauseId[]): ClauseId[] =>
  ids.length < 2 ? [...ids] : [...new Set(ids)].sort((a, b) => clauseNumber(a) - clauseNumber(b));
