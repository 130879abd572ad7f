import { markAmounts } from './goods/amounts.ts';
import { isKnown, isPart, type Phrase, phrasesIn } from './goods/phrases.ts';
import { type Token, tokensOf } from './goods/tokens.ts';
import { ACTIVITY, FUNCTION, PERSONAL, STATES, TAKES_GOODS } from './goods/words.ts';
import type { NamedItem } from './types.ts';

/** How goods are spoken of: what is to be cancelled stands with the verb, what failed may stand anywhere. */
export type Speech = 'cancel' | 'return' | 'stock-out';

const NOT_GOODS_BEHIND = new Set([
  'for',
  'with',
  'from',
  'by',
  'at',
  'to',
  'in',
  'after',
  'than',
  'like',
  'via',
  'per',
  'instead',
  'into',
  'until',
  'under',
  'as',
  'without',
  'before',
  'about',
]); // prettier-ignore
/** "rma for the kettle", "problem with her lamp", "one of the items in the …" name goods all the same. */
const NAMES_GOODS =
  /\b(?:rmas?|returns?|return label|label|refund|exchange|replacement|cancellation|swap|backorder) (?:for|of|on|with)$|\b(?:problems?|issues?|trouble|happy|unhappy|wrong|mistake|defect|fault) (?:with|on|in|about)$|\b(?:send|ship|take|give|bring)(?:s|ing)? back$/;

const wordsBefore = (tokens: readonly Token[], at: number, count: number): string =>
  tokens
    .slice(Math.max(0, at - count), at)
    .map(({ word }) => word)
    .join(' ');

/** How surely a phrase is the goods meant; null where it stands in the place of something else. */
const rank = (phrase: Phrase, tokens: readonly Token[], speech: Speech): number | null => {
  const { from, to } = phrase;
  const before = tokens[from - 1]?.word ?? '';
  const next = tokens[to]?.word ?? '';
  const lead = wordsBefore(tokens, from, 5);
  const behindMark = /‹order›(?: [:,-])*$/.test(lead);
  const beforeMark =
    /^(?:on|from|of|off|in|for)? ?(?:the |her |his )?‹order›/.test(
      tokens
        .slice(to, to + 3)
        .map(({ word }) => word)
        .join(' '),
    ) && /^(?:on|from|of|off|in|for|‹order›|\()/.test(next);
  const object =
    TAKES_GOODS.has(before) ||
    NAMES_GOODS.test(lead) ||
    /\b(?:return|rma|cancel|exchange|backorder)(?: please| only| just| pls)? (?:‹order›)(?: [:,-])*$/.test(lead);
  if (/'s$/.test(phrase.words.at(-1) ?? '')) return null;
  if (/\b(?:instead of|rather than|but not|and not|not)$/.test(lead)) return null;
  if (speech === 'cancel') {
    const takenOff =
      /\b(?:remove|removing|drop|take|strike|delete|void|scrap|kill|cancel\w*)(?: back| off| out| only| just| also| please| pls| plz| me| ‹order› [:,-]| ‹order›| [:,-])*$/.test(
        lead,
      );
    if (takenOff) return 4;
    return phrase.counted || (beforeMark && !NOT_GOODS_BEHIND.has(before)) ? 3 : null;
  }
  if (PERSONAL.has(next) && !phrase.counted && !(isKnown(phrase) || /^(?:is|does|doesn't|got)$/.test(next)))
    return null;
  let points = 0;
  if (phrase.counted) points += 5;
  if (object) points += 4;
  else if (NOT_GOODS_BEHIND.has(before) && !phrase.counted) {
    if (!/\bout$/.test(wordsBefore(tokens, from, 2))) points -= 4;
  }
  if (
    /\b(?:out of|short of|short on|no more|no more of|any more of|run out of|no|lacking|short|any|supply|ship|deliver|send|source|fulfil|fulfill|get|stock|discontinued|discontinue|stopped)$/.test(
      lead,
    ) &&
    speech === 'stock-out'
  )
    points += 4;
  if (behindMark || beforeMark) points += 3;
  if (phrase.state || STATES.has(next)) points += 2;
  else if (FUNCTION.has(next) || ACTIVITY.has(next)) points += 1;
  if (isKnown(phrase)) points += 3;
  if (phrase.definite) points += 1;
  if (phrase.quantity !== null) points += 1;
  if (isPart(phrase)) points -= phrase.counted && !/^(?:one|1)$/.test(String(phrase.quantity)) ? 1 : 4;
  return points;
};

const CONJUNCTIONS = /^(?:,|and|\+|&|plus|as well as|also|, and|and also|plus also)$/;

/** Whether the second is named in one breath with the first: "2 mugs and the kettle". */
const isAlongside = (first: Phrase, second: Phrase, tokens: readonly Token[]): boolean => {
  const between = tokens
    .slice(first.to, second.from)
    .map(({ word }) => word)
    .join(' ')
    .replace(/^(?:[x×] ?)?\(? ?\d{0,3} ?[x×]? ?\)? ?/, '');
  return CONJUNCTIONS.test(between);
};

/** "Coffee grinder, motor burnt out": the part that failed is not sent back beside the thing. */
const isFailingPart = (phrase: Phrase, tokens: readonly Token[]): boolean => {
  const next = tokens[phrase.to]?.word ?? '';
  return isPart(phrase) && !phrase.counted && (FUNCTION.has(next) || ACTIVITY.has(next) || STATES.has(next));
};

const LEAST = 1;

/** The best phrase, and what is named in one breath with it. */
const choose = (phrases: readonly Phrase[], tokens: readonly Token[], speech: Speech): Phrase[] => {
  const ranked = phrases.flatMap((phrase) => {
    const points = rank(phrase, tokens, speech);
    return points === null ? [] : [{ phrase, points }];
  });
  const best = ranked.toSorted((a, b) => b.points - a.points || a.phrase.from - b.phrase.from)[0];
  if (best === undefined || best.points < LEAST) return [];
  const chosen = [best.phrase];
  const at = phrases.indexOf(best.phrase);
  for (let index = at + 1; index < phrases.length; index += 1) {
    const next = phrases[index] as Phrase;
    if (!isAlongside(phrases[index - 1] as Phrase, next, tokens) || PERSONAL.has(tokens[next.to]?.word ?? '')) break;
    if (isFailingPart(next, tokens) && !isPart(best.phrase)) break;
    chosen.push(next);
  }
  for (let index = at - 1; index >= 0; index -= 1) {
    const previous = phrases[index] as Phrase;
    if (!isAlongside(previous, phrases[index + 1] as Phrase, tokens) || (rank(previous, tokens, speech) ?? 0) < LEAST)
      break;
    chosen.unshift(previous);
  }
  // Others that are counted just as clearly: "2 mugs are chipped, 1 plate is cracked".
  for (const { phrase, points } of ranked) {
    if (
      !chosen.includes(phrase) &&
      phrase.counted &&
      best.phrase.counted &&
      points >= 5 &&
      (isKnown(phrase) || speech === 'cancel')
    )
      chosen.push(phrase);
  }
  return chosen.toSorted((a, b) => a.from - b.from);
};

/** "Only 2 of the 3 mugs arrived", "only 1 of 3 in stock": what is spoken of is the rest. */
const restOf = (phrase: Phrase, tokens: readonly Token[], speech: Speech): number | null => {
  const { quantity, outOf, from, to } = phrase;
  if (quantity === null || outOf === null || outOf <= quantity || speech === 'cancel') return quantity;
  const only =
    /\b(?:only|just)\b/.test(wordsBefore(tokens, from, 3)) || /^(?:only|just)$/.test(tokens[from]?.word ?? '');
  const there =
    /\b(?:arrived|came|received|delivered|in stock|available|left|in the (?:box|parcel|package)|was in|were in|got)\b/.test(
      `${wordsBefore(tokens, from, 4)} ${tokens
        .slice(to, to + 6)
        .map(({ word }) => word)
        .join(' ')}`,
    );
  return only && there ? outOf - quantity : quantity;
};

/**
 * An article is no number, but beside numbers it counts ("2 mugs and a plate"), and "cancel a mug" must not cancel all
 * of them.
 */
const saidOf = (phrase: Phrase, chosen: readonly Phrase[], tokens: readonly Token[], speech: Speech): number | null =>
  phrase.counted || speech === 'cancel' || chosen.some(({ counted }) => counted)
    ? restOf(phrase, tokens, speech)
    : null;

/** Goods that the text names, in the order it names them. `text` has its order and RMA numbers taken out. */
export const takeItems = (text: string, speech: Speech = 'return'): NamedItem[] => {
  const tokens = tokensOf(markAmounts(text.replace(/@[\w.-]+/g, ' ')));
  const shouted = !/\p{Ll}{2}/u.test(text.replace(/‹\w+›/g, ''));
  const seen = new Set<string>();
  const chosen = choose(phrasesIn(tokens), tokens, speech);
  return chosen.flatMap((phrase): NamedItem[] => {
    const name = shouted ? phrase.name.toLowerCase() : phrase.name;
    if (seen.has(name.toLowerCase())) return [];
    seen.add(name.toLowerCase());
    return [{ quantity: saidOf(phrase, chosen, tokens, speech), name }];
  });
};
