/**
 * Sentences that the server words: what is due next, the entries of a case's history, why something was refused. They
 * come, and are kept for good, in English; the pages say them in the reader's language. A catalogue names the English
 * sentence with `{blanks}` for what differs, and the same sentence in other words with the same blanks.
 */
export type Said = Readonly<Record<string, string>>;

type Pattern = Readonly<{ blanks: readonly string[]; matcher: RegExp; other: string }>;

const BLANK = /\{(\w+)\}/g;
const quoted = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
const fixedLength = (english: string): number => english.replace(BLANK, '').length;

/** The sentence that says most comes first: "refund of {sum} waits for an approver" before "refund of {sum}". */
const compile = (said: Said): readonly Pattern[] =>
  Object.entries(said)
    .sort(([a], [b]) => fixedLength(b) - fixedLength(a))
    .map(([english, other]) => ({
      blanks: [...english.matchAll(BLANK)].map(([, name]) => name as string),
      matcher: new RegExp(
        `^${english
          .split(BLANK)
          .map((part, at) => (at % 2 === 0 ? quoted(part) : '(.*?)'))
          .join('')}$`,
        's',
      ),
      other,
    }));

/** Between what is due and who does it. */
const BY_WHOM = ' — ';
/** Reasons in one sentence, each after its clause: "P12 the parcel has left; P14 it may be sent back". */
const CITED = /^(P\d+) (.+)$/s;
const BETWEEN_CITED = /; (?=P\d+ )/;
/** A history of thousands of entries repeats itself; beyond this many it begins anew. */
const MOST_KEPT = 2000;

export type Speaker = (text: string) => string;

/**
 * @param amount  how an amount is written in the language; null for what is none
 * @returns what says a sentence of the server's in other words; one that the catalogue lacks stays as it is
 */
export const speakerOf = (said: Said, amount: (text: string) => string | null = () => null): Speaker => {
  const patterns = compile(said);
  const kept = new Map<string, string>();
  const find = (text: string): string => {
    const sum = amount(text);
    if (sum !== null) return sum;
    if (CITED.test(text))
      return text
        .split(BETWEEN_CITED)
        .map((part) => part.replace(CITED, (_part, clause: string, because: string) => `${clause} ${say(because)}`))
        .join('; ');
    const lower = text.charAt(0).toLowerCase() + text.slice(1);
    for (const { blanks, matcher, other } of patterns) {
      const found = matcher.exec(text) ?? matcher.exec(lower);
      if (found === null) continue;
      const values = new Map(blanks.map((name, at) => [name, say(found[at + 1] ?? '')]));
      return other.replace(BLANK, (whole, name: string) => values.get(name) ?? whole);
    }
    const at = text.lastIndexOf(BY_WHOM);
    return at < 0 ? text : `${say(text.slice(0, at))}${BY_WHOM}${say(text.slice(at + BY_WHOM.length))}`;
  };
  const say = (text: string): string => {
    const before = kept.get(text);
    if (before !== undefined || text === '') return before ?? '';
    if (kept.size >= MOST_KEPT) kept.clear();
    const now = find(text);
    kept.set(text, now);
    return now;
  };
  return say;
};
