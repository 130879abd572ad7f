import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** Where entries of histories are worded. What `effects` writes goes to Slack and to customers. */
const SHELL = path.resolve(import.meta.dirname, '../../../../web/shell');
const ELSEWHERE = /[\\/](effects|photos|backtest)[\\/]|take-mail\.ts$|mail-received\.ts$/;

const filesIn = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const at = path.join(folder, entry.name);
    return entry.isDirectory() ? filesIn(at) : [at];
  });

/** Where a text in quotes that begins at `at` ends, and what stands in it: `{}` for what is filled in. */
const quotedAt = (source: string, at: number): { text: string; end: number } => {
  const quote = source[at];
  let text = '';
  let end = at + 1;
  while (source[end] !== quote) {
    if (source[end] === '\\') {
      text += source[end + 1];
      end += 2;
    } else if (quote === '`' && source.startsWith('${', end)) {
      text += '{}';
      end = pastBlank(source, end + 2);
    } else text += source[end++];
  }
  return { text, end: end + 1 };
};

const pastBlank = (source: string, from: number): number => {
  let at = from;
  for (let depth = 1; depth > 0; ) {
    const letter = source[at] as string;
    if (/['`]/.test(letter)) at = quotedAt(source, at).end;
    else {
      depth += letter === '{' ? 1 : letter === '}' ? -1 : 0;
      at += 1;
    }
  }
  return at;
};

/** Every text of the expression that begins at `from`: both sides of a condition count. */
const textsOf = (source: string, from: number): string[] => {
  const texts: string[] = [];
  let depth = 0;
  for (let at = from; at < source.length; ) {
    const letter = source[at] as string;
    if (/['`]/.test(letter)) {
      const { text, end } = quotedAt(source, at);
      texts.push(text);
      at = end;
      continue;
    }
    if (/[([{]/.test(letter)) depth += 1;
    if (/[)\]}]/.test(letter) && --depth < 0) break;
    if (depth === 0 && /[,;]/.test(letter)) break;
    at += 1;
  }
  return texts;
};

/** Three words of its own or more: what is shorter is a joint between two values. */
const isSentence = (text: string): boolean =>
  (text.match(/\p{Ll}{2,}/gu) ?? []).length >= 2 && !/[.?]$/.test(text) && !text.includes('\n');

/** The sentences that command handlers write into histories, as the source words them. */
export const entrySentences = (): readonly string[] => {
  const found = filesIn(SHELL)
    .filter((file) => !ELSEWHERE.test(file))
    .flatMap((file) => {
      const source = readFileSync(file, 'utf8');
      return [...source.matchAll(/\btext(?: =|:)\s+(?=[^;]*?['`])/g)].flatMap((match) =>
        textsOf(source, match.index + match[0].length),
      );
    });
  return [...new Set(found.filter(isSentence))].sort();
};
