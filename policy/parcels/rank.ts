/** What can be read on and in a parcel whose number is missing or does not fit (P20). */
export type Clues = Readonly<{
  written: string | null;
  tracking: string | null;
  senderName: string | null;
  senderPhone: string | null;
  orderNumber: string | null;
  /** What the customers of orders wrote who were asked whether it is theirs. */
  answers: readonly Readonly<{ orderId: string; text: string; fromCustomer: boolean }>[];
}>;

/** An order that the parcel may come from; with its return, where one waits for a parcel. */
export type Possible = Readonly<{
  orderId: string;
  orderName: string;
  caseId: string | null;
  caseNumber: number | null;
  rma: string | null;
  state: string | null;
  /** Tracking numbers of the return, and of what was sent out: a refused parcel comes back under that. */
  tracking: readonly string[];
  contact: Readonly<{ name: string | null; phone: string | null }>;
}>;

/** Of the clues that speak for it, the reason of each, in words for staff. */
export type Candidate = Omit<Possible, 'tracking' | 'contact'> & Readonly<{ score: number; why: readonly string[] }>;

/** How much each clue says. A tracking number is one parcel's; a name is many people's. */
const WEIGHT = {
  tracking: 100,
  answer: 90,
  order: 60,
  nearNumber: 50,
  phone: 45,
  name: 30,
  surname: 12,
  waits: 8,
} as const;

const MOST = 5;

/**
 * Whose parcel this may be, likeliest first. Only suggestions: a number that is nearly one of ours is never taken for it
 * without a person (P35).
 */
export const rankCandidates = (clues: Clues, possible: readonly Possible[]): readonly Candidate[] =>
  possible
    .map((each) => judged(clues, each))
    .filter(({ why }) => why.length > 0)
    .toSorted((a, b) => b.score - a.score || a.orderName.localeCompare(b.orderName))
    .slice(0, MOST);

const judged = (clues: Clues, { tracking, contact, ...possible }: Possible): Candidate => {
  const why: string[] = [];
  let score = 0;
  const counts = (weight: number, because: string): void => {
    score += weight;
    why.push(because);
  };
  const number = bare(clues.tracking);
  if (number.length >= 6 && tracking.some((each) => bare(each) === number)) counts(WEIGHT.tracking, 'tracking number');
  // They can know it only from the box or from whoever carried it.
  const theirs = clues.answers.filter(({ orderId, fromCustomer }) => fromCustomer && orderId === possible.orderId);
  if (number.length >= 6 && theirs.some(({ text }) => bare(text).includes(number)))
    counts(WEIGHT.answer, 'tracking number in their answer');
  if (clues.orderNumber !== null && sameOrder(clues.orderNumber, possible.orderName))
    counts(WEIGHT.order, 'order number inside');
  if (clues.written !== null && possible.rma !== null && oneSlip(symbols(clues.written), symbols(possible.rma)))
    counts(WEIGHT.nearNumber, `one slip from ${possible.rma}`);
  if (samePhone(clues.senderPhone, contact.phone)) counts(WEIGHT.phone, "sender's phone");
  const name = sameName(clues.senderName, contact.name);
  if (name !== null) counts(WEIGHT[name], name === 'name' ? "sender's name" : "sender's last name");
  // A return that waits for a parcel is likelier than an order nobody returned anything of.
  return { ...possible, score: why.length > 0 && possible.caseId !== null ? score + WEIGHT.waits : score, why };
};

const bare = (text: string | null): string => (text ?? '').toUpperCase().replace(/[^A-Z0-9]/g, '');

const sameOrder = (seen: string, name: string): boolean => {
  const digits = seen.replace(/\D/g, '');
  return bare(seen) === bare(name) || (digits.length >= 3 && digits === name.replace(/\D/g, ''));
};

/** The last seven digits: country codes and zeros in front are written in many ways. */
const samePhone = (a: string | null, b: string | null): boolean => {
  const [left, right] = [a, b].map((each) => (each ?? '').replace(/\D/g, '').slice(-7));
  return left !== undefined && left.length === 7 && left === right;
};

const wordsOf = (name: string | null): string[] =>
  (name ?? '')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word.length > 1);

const sameName = (a: string | null, b: string | null): 'name' | 'surname' | null => {
  const seen = wordsOf(a);
  const known = wordsOf(b);
  if (seen.length === 0 || known.length === 0) return null;
  if (known.every((word) => seen.includes(word)) || (seen.length > 1 && seen.every((word) => known.includes(word))))
    return 'name';
  const last = known.at(-1) as string;
  return last.length > 2 && seen.includes(last) ? 'surname' : null;
};

/** The symbols of a number, as Crockford reads them. */
const symbols = (rma: string): string => bare(rma).replace(/^RMA/, '').replaceAll('O', '0').replace(/[IL]/g, '1');

/** True where one symbol is another, missing or too many, or two neighbours are exchanged. */
export const oneSlip = (a: string, b: string): boolean => {
  if (a === b) return false;
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (long.length - short.length > 1 || short.length < 5) return false;
  let at = 0;
  while (at < short.length && short[at] === long[at]) at += 1;
  if (short.length < long.length) return short.slice(at) === long.slice(at + 1);
  if (short.slice(at + 1) === long.slice(at + 1)) return true;
  return short[at] === long[at + 1] && short[at + 1] === long[at] && short.slice(at + 2) === long.slice(at + 2);
};
