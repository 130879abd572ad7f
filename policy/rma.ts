// The number that a customer writes on the outside of the parcel (P34), and why it can be trusted when it is read back.

/** Crockford's base 32: no I, L, O (read as 1, 1, 0) and no U. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const BASE = ALPHABET.length;
/** Random symbols: 32⁶ ≈ 1.07 · 10⁹ numbers, too many to guess one that is in use. */
const BODY = 6;
const LENGTH = BODY + 1;
/** What people put between "RMA" and the number, and inside it: blanks, any dash, and in front also # : . and _. */
const DASH = '\\-\\u2010-\\u2015\\u2212';
const BEFORE = new RegExp(`^\\s*RMA[\\s${DASH}#:._]*`, 'i');
const INSIDE = new RegExp(`[\\s${DASH}]+`, 'g');

export type RmaReading =
  | Readonly<{ ok: true; rma: string }>
  | Readonly<{
      ok: false;
      /** `check-symbol`: well-formed and misread somewhere; never matched to a near number. */
      reason: 'check-symbol' | 'length' | 'symbol' | 'not-an-rma';
      /** What was read, in our spelling, for the sentence that says so. */
      written: string;
    }>;

/**
 * Luhn mod 32, factor 2 on the rightmost of the six, alternating 2, 1.
 * Doubling with end-around carry is one-to-one on 0…31, so every single wrong symbol changes the sum and is caught. Of
 * two neighbours exchanged it misses just `0Z` for `Z0`; symbols two places apart have the same weight, so exchanging
 * those is not caught, nor are two errors that cancel out: 31 of 32 random misreadings are.
 */
const checkSymbol = (body: string): string => {
  let sum = 0;
  for (let place = 0; place < body.length; place += 1) {
    const value = ALPHABET.indexOf(body.charAt(body.length - 1 - place));
    const weighed = value * (place % 2 === 0 ? 2 : 1);
    sum += Math.floor(weighed / BASE) + (weighed % BASE);
  }
  return ALPHABET.charAt((BASE - (sum % BASE)) % BASE);
};

/**
 * A new number, `RMA-` and seven symbols. Unique only together with a look whether it is taken.
 * @param randomBytes  unguessable bytes; five bits of each are used, so every symbol is equally likely
 */
export const mintRma = (randomBytes: (count: number) => Uint8Array): string => {
  const bytes = randomBytes(BODY);
  if (bytes.length !== BODY) throw new TypeError(`expected ${BODY} random bytes, got ${bytes.length}`);
  const body = Array.from(bytes, (byte) => ALPHABET.charAt(byte % BASE)).join('');
  return `RMA-${body}${checkSymbol(body)}`;
};

const readSymbols = (raw: string): RmaReading => {
  const symbols = raw.replace(INSIDE, '').toUpperCase().replaceAll('O', '0').replace(/[IL]/g, '1');
  // 40: enough to recognise what was typed, not enough to carry a letter into a message.
  const written = `RMA-${symbols.slice(0, 40)}`;
  if ([...symbols].some((symbol) => !ALPHABET.includes(symbol))) return { ok: false, reason: 'symbol', written };
  if (symbols.length !== LENGTH) return { ok: false, reason: 'length', written };
  if (checkSymbol(symbols.slice(0, BODY)) !== symbols.charAt(BODY))
    return { ok: false, reason: 'check-symbol', written };
  return { ok: true, rma: written };
};

/** Reads a number that somebody typed or scanned: any case, blanks, dashes or none, O for 0, I or L for 1. */
export const parseRma = (text: string): RmaReading => {
  const before = BEFORE.exec(text);
  const raw = before === null ? '' : text.slice(before[0].length).trim();
  if (before === null || raw === '') return { ok: false, reason: 'not-an-rma', written: text.trim().slice(0, 40) };
  return readSymbols(raw);
};
