import { mendedWord } from '../spelling.ts';

/** One word, number or sign of a text, as written and in lower case. */
export type Token = Readonly<{ raw: string; word: string; kind: 'mark' | 'number' | 'word' | 'sign' }>;

const TOKEN =
  /‹\w+›|\d+(?:[.,]\d+)?(?=\s?[x×]\s|\s|$|[,;:()!?/.])|[\p{L}\p{N}](?:[\p{L}\p{N}'&+-]|[./](?=\p{L}|\p{N}))*|[^\s]/gu;

const kindOf = (raw: string): Token['kind'] => {
  if (raw.startsWith('‹')) return 'mark';
  if (/^\d+$/.test(raw)) return 'number';
  return /^[\p{L}\p{N}]/u.test(raw) ? 'word' : 'sign';
};

export const tokensOf = (text: string): Token[] =>
  [...text.matchAll(TOKEN)].map(([raw]) => {
    const trimmed = raw.replace(/[-+&']+$/, '');
    const kept = trimmed === '' ? raw : trimmed;
    return { raw: kept, word: mendedWord(kept.toLowerCase()), kind: kindOf(kept) };
  });
