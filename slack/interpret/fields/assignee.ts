import { plainCharacters } from '../references/passage.ts';

const REFERENCE = String.raw`(?:rma[\s#:._-]*[0-9a-z-]+|(?:order\s*)?(?:no\.?\s*)?#?\d{3,10}|it|this(?: one| case)?|that(?: one)?|the case|case)`;
const COURTESY =
  /[\s,]*\b(?:please|pls|plz|thanks?|thx|thank you|ty|asap|today|now|tomorrow|then|instead|for me|ok|okay|kindly|when you can|if possible)\b[\s.!?]*$/i;
/** Where a name ends: what follows is about the case. */
const ENDS =
  /\s*(?:[,;:!?\n(]|\.(?=\s|$)|\s-\s|\b(?:because|since|as (?:i|he|she|it)|who|for|so|he|she|they|knows|is|has|can|from now)\b).*$/is;

const PATTERNS: readonly RegExp[] = [
  new RegExp(String.raw`\b(?:assign|reassign)\w*\s+(?!to\b)(@?[a-z][\w.' -]{1,40}?)\s+(?:to|on)\s+${REFERENCE}\b`, 'i'),
  /\b(?:to|2)\s+@?((?!rma\b|order\b|case\b)[\p{L}][\p{L}\p{N}._' -]{0,60}.*)$/isu,
  /^\W*(?:(?:ok|hi|hey|please),?\s+)?@?([\p{L}][\p{L}'-]+(?: [\p{Lu}][\p{L}'-]+)?)\s+(?:takes?|will take|is taking|should take)\b/u,
  /\blet\s+@?([\p{L}][\p{L}'-]+)\s+(?:handle|take|do|have)\b/iu,
  /\bput\s+@?([\p{L}][\p{L}'-]+)\s+on\b/iu,
];
const MINE = /\b(?:i'?ll|i will|i am|i'm|i)\s+(?:take|taking|can take|handle|do|on|got)\b|\btaking over\b/i;

/** Who is to take the case over, as the agent called them; "me" for the writer. */
export const assigneeOf = (written: string): string | null => {
  const text = plainCharacters(written)
    .replace(/[^\S\n]+/g, ' ')
    .trim();
  if (MINE.test(text) && !/\bto\b/.test(text)) return 'me';
  for (const pattern of PATTERNS) {
    const name = pattern.exec(text)?.[1];
    if (name === undefined) continue;
    let tidy = name.replace(ENDS, '');
    for (let last = ''; last !== tidy; ) {
      last = tidy;
      tidy = tidy
        .replace(COURTESY, '')
        .replace(/[\s.!?,]+$/, '')
        .replace(new RegExp(String.raw`\s+${REFERENCE}$`, 'i'), '');
    }
    tidy = tidy.replace(/\p{Extended_Pictographic}/gu, '').trim();
    if (tidy.length > 0 && tidy.length <= 40 && !/^(?:i|it|this|that)$/i.test(tidy))
      return /^(?:me|myself)$/i.test(tidy) ? 'me' : tidy;
  }
  return null;
};
