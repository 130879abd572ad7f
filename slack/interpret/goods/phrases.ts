import { isKnownGoods } from './known.ts';
import { quantityOf } from './numbers.ts';
import type { Token } from './tokens.ts';
import {
  ACTIVITY,
  DEFINITE,
  FILLERS,
  FUNCTION,
  INDEFINITE,
  MEASURES,
  PARTS,
  SOFT,
  STATES,
  TAKES_GOODS,
  TALK,
  VARIANTS,
} from './words.ts';

/** Words that may name goods, with what stands in front of them. `from` and `to` count tokens, `to` exclusive. */
export type Phrase = Readonly<{
  name: string;
  words: readonly string[];
  quantity: number | null;
  /** The number is more than an article. */
  counted: boolean;
  /** "2 of the 3": how many there were. */
  outOf: number | null;
  definite: boolean;
  /** "defective kettle". */
  state: boolean;
  from: number;
  to: number;
}>;

const LONGEST_NAME = 5;

/** "running shoes", "fitted sheet": a form of a verb that is part of the name. */
const isModifier = (word: string, next: string): boolean =>
  /(?:ing|ed)$/.test(word) && !TAKES_GOODS.has(word) && !STATES.has(word) && isKnownGoods(next);

const isContent = ({ kind, word }: Token, next: Token | undefined): boolean => {
  if (kind !== 'word' || /^\d+[x×]$|^[x×]\d+$/.test(word)) return false;
  if (isModifier(word, next?.word ?? '')) return true;
  if (FUNCTION.has(word) || TALK.has(word) || STATES.has(word) || ACTIVITY.has(word)) return false;
  return !/n't$|'(?:s|ll|re|ve|d|m)$/.test(word) || /'s$/.test(word);
};

/** No name alone, whatever it stands beside: a size, a colour, a part of speech about the order. */
const saysNothing = (word: string): boolean => VARIANTS.has(word) || SOFT.has(word) || /^\d+$/.test(word);

export const isPart = ({ words }: Phrase): boolean => PARTS.has(words.at(-1) ?? '');
export const isKnown = ({ words }: Phrase): boolean => isKnownGoods(words.at(-1) ?? '');

type Lead = {
  at: number;
  quantity: number | null;
  counted: boolean;
  outOf: number | null;
  definite: boolean;
  state: boolean;
};

/** Numbers, articles and fillers in front of a name: "one of the two", "a pair of", "2x". */
const leadOf = (tokens: readonly Token[], from: number): Lead => {
  const lead: Lead = { at: from, quantity: null, counted: false, outOf: null, definite: false, state: false };
  for (; lead.at < tokens.length; lead.at += 1) {
    const { word, kind } = tokens[lead.at] as Token;
    const next = tokens[lead.at + 1];
    const times = /^(\d{1,3})[x×]$/.exec(word)?.[1];
    const number = INDEFINITE.has(word) ? null : quantityOf(times ?? word);
    if (number !== null && kind !== 'sign') {
      if (lead.quantity === null || !lead.counted) {
        lead.quantity = number;
        lead.counted = true;
      } else lead.outOf = number;
    } else if (INDEFINITE.has(word)) {
      if (lead.quantity !== null && !lead.counted) break;
      lead.quantity ??= 1;
    } else if (DEFINITE.has(word)) lead.definite = true;
    else if (MEASURES.has(word) && next?.word === 'of') break;
    else if (STATES.has(word) && lead.at > from - 1 && !isKnownGoods(word))
      lead.state ||= !['right', 'other', 'new'].includes(word);
    else if (FILLERS.has(word) && (lead.counted || lead.quantity !== null || lead.definite)) continue;
    else if (word === 'all' && next !== undefined) lead.definite = true;
    else break;
  }
  return lead;
};

const nameFrom = (tokens: readonly Token[], from: number): { to: number; words: Token[] } => {
  const words: Token[] = [];
  let at = from;
  for (; at < tokens.length && words.length < LONGEST_NAME; at += 1) {
    const token = tokens[at] as Token;
    const next = tokens[at + 1];
    const last = words.at(-1);
    const measured = last !== undefined && MEASURES.has(last.word) && token.word === 'of' && next !== undefined;
    const numbered =
      token.kind === 'number' &&
      token.raw.length <= 3 &&
      last !== undefined &&
      /^\p{Lu}.*\p{Ll}|^i[A-Z]/u.test(last.raw) &&
      next?.word !== 'x';
    const bundled = last !== undefined && /^(?:sets?|packs?)$/.test(token.word);
    const starts = words.length === 0 && MEASURES.has(token.word) && next?.word === 'of';
    if (!(measured || bundled || numbered || starts || isContent(token, next))) break;
    words.push(token);
  }
  return { to: at, words };
};

/** "Boots sole came off": the part says what failed, the thing in front of it is what was bought. */
const dropFailedPart = (words: Token[], next: string): void => {
  const [thing, part] = words.slice(-2);
  if (thing === undefined || part === undefined || !isKnownGoods(thing.word)) return;
  if (
    PARTS.has(part.word) &&
    !isKnownGoods(part.word) &&
    (FUNCTION.has(next) || ACTIVITY.has(next) || STATES.has(next))
  )
    words.pop();
};

/** Every run of words that may name goods. */
export const phrasesIn = (tokens: readonly Token[]): Phrase[] => {
  const phrases: Phrase[] = [];
  for (let from = 0; from < tokens.length; from += 1) {
    const lead = leadOf(tokens, from);
    const { to, words } = nameFrom(tokens, lead.at);
    while (words.length > 0 && SOFT.has(words.at(-1)?.word ?? '') && !isKnownGoods(words.at(-1)?.word ?? ''))
      words.pop();
    dropFailedPart(words, tokens[to]?.word ?? '');
    if (words.length > 0 && words.some(({ word }) => !saysNothing(word) || isKnownGoods(word))) {
      const behind = quantityBehind(tokens, to);
      const { quantity, counted, outOf, definite, state } = lead;
      phrases.push({
        name: words.map(({ raw }) => raw).join(' '),
        words: words.map(({ word }) => word),
        quantity: counted ? quantity : (behind ?? quantity),
        counted: counted || behind !== null,
        outOf,
        definite,
        state,
        from,
        to,
      });
    }
    from = Math.max(from, to - 1);
  }
  return phrases;
};

/** "kettle x2", "kettle x 2", "headphones (2)", "kettle 2x", "socks, qty 3". */
const quantityBehind = (tokens: readonly Token[], at: number): number | null => {
  const text = tokens
    .slice(at, at + 4)
    .map(({ word }) => word)
    .join(' ');
  const match =
    /^(?:- ?)?[x×] ?(\d{1,3})\b|^\( ?(?:[x×] ?)?(\d{1,3}) ?(?:[x×]|pcs)? ?\)|^(\d{1,3}) ?[x×](?! ?[a-z])|^[,:-]? ?(?:qty|quantity):? ?(\d{1,3})\b|^[,:-]? ?(\d{1,3}) (?:pcs|pieces|units)\b/.exec(
      text,
    );
  return match === null ? null : quantityOf(match.slice(1).find((group) => group !== undefined) ?? '');
};
