import { plainCharacters } from '../references/passage.ts';
import type { Subject } from '../subject.ts';

const SEPARATOR =
  /\s*(?:\b(?:because|bc|b\/c|cuz|cos)\b(?: of)?|\b(?:since|as)\b(?=\s+(?:the|it|he|she|they|serial|customer|we|this|that|parts?|there|its?'?s?)\b)|\bsince\b(?!\s+(?:\d|january|february|march|april|may|june|july|august|sept|october|november|december|monday|tuesday|wednesday|thursday|friday|last))|\bdue to\b|\breason:?|[,;:–—\n]|\s-+\s|[.!](?=\s|$)|\((?=\w)|\))\s*/gi;
/** The part that decides is no reason for itself. */
const DECIDES =
  /\b(?:refund\w*|pay\w*|approv\w*|declin\w*|reject\w*|den(?:y|ied|ying)|refus\w*|turn\w* (?:\w+ )?down|block\w*|releas\w*|withhold|accept\w*|allow\w*|money back|money|reimburs\w*|no return)\b/i;
/** Greetings, courtesies, and what only names the case. */
const EMPTY =
  /^(?:\W|please|pls|plz|thanks?|thx|thank you|sorry|quick one|quick question|nope|yep|sure|fine|hi|hey|hello|team|guys|all|ok|okay|so|no|yes|and|but|asap|urgent|heads up|update|fyi|@\w+|for|rma[\s#:._-]*[0-9a-z-]+|order|no|nr|#?\d{3,10}|case|this one)*$/i;

type Part = Readonly<{ from: number; to: number; text: string }>;

const partsOf = (text: string): Part[] => {
  const parts: Part[] = [];
  let from = 0;
  for (const match of text.matchAll(SEPARATOR)) {
    parts.push({ from, to: match.index, text: text.slice(from, match.index) });
    from = match.index + match[0].length;
  }
  return [...parts, { from, to: text.length, text: text.slice(from) }];
};

const tidy = (words: string): string =>
  words
    .replace(/\p{Extended_Pictographic}|\u200d|\ufe0f/gu, '')
    .replace(/[\s,;]*\b(?:please|pls|plz|thanks?|thx|thank you)\b[\s.!]*$/i, '')
    .replace(/^[\s,:;–—-]+|[\s.!,;:)–—-]+$/g, '')
    .replace(/^(?:because|since|as|the reason is(?: that)?|and)\s+/i, '');

/**
 * Why, in the agent's words: what stands behind the decision, or else before it.
 * @param decides  words of the part that decides
 */
export const becauseOf = ({ written }: Subject, decides: RegExp = DECIDES): { because?: string } => {
  const text = plainCharacters(written)
    .replace(/\s+/g, (blank) => (blank.includes('\n') ? '\n' : ' '))
    .trim();
  const parts = partsOf(text);
  const decision = parts.findIndex((part) => decides.test(part.text));
  if (decision === -1) return {};
  const behind = parts.slice(decision + 1).find((part) => !EMPTY.test(part.text));
  const before = parts.slice(0, decision).find((part) => !EMPTY.test(part.text));
  const because =
    behind !== undefined
      ? tidy(text.slice(behind.from))
      : before !== undefined
        ? tidy(text.slice(before.from, parts[decision - 1]?.to))
        : '';
  return because.length < 3 ? {} : { because: because.slice(0, 300) };
};
