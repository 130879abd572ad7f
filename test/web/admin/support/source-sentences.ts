import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';

/** Sentences as the sources word them, so that one that is new is looked for in every language. */

const ROOT = path.resolve(import.meta.dirname, '../../../..');

/** TypeScript files under a folder of the project, or the file itself. */
export const sourcesIn = (at: string): readonly string[] => {
  const whole = path.join(ROOT, at);
  return statSync(whole).isDirectory()
    ? readdirSync(whole, { recursive: true, encoding: 'utf8' })
        .filter((file) => file.endsWith('.ts'))
        .map((file) => path.join(whole, file))
    : [whole];
};

type Quoted = Readonly<{ texts: readonly string[]; end: number }>;

/** A text in quotes that begins at `at`: `{}` for what is filled in, and the texts inside of that. */
const quotedAt = (source: string, at: number): Quoted => {
  const quote = source[at];
  const inner: string[] = [];
  let text = '';
  let end = at + 1;
  // An apostrophe in a comment or a pattern begins no text: it would not end in its line.
  while (end < source.length && source[end] !== quote && (quote === '`' || source[end] !== '\n')) {
    if (source[end] === '\\') {
      text += source[end + 1];
      end += 2;
    } else if (quote === '`' && source.startsWith('${', end)) {
      const blank = walked(source, end + 2, (letter) => letter === '}');
      text += '{}';
      inner.push(...blank.texts);
      end = blank.end + 1;
    } else text += source[end++];
  }
  return { texts: [text, ...inner], end: end + 1 };
};

/** Every text from `from` to where an expression ends, at its own depth: both sides of a condition count. */
const walked = (source: string, from: number, ends: (letter: string) => boolean): Quoted => {
  const texts: string[] = [];
  let depth = 0;
  let at = from;
  for (; at < source.length; ) {
    const letter = source[at] as string;
    if (/['"`]/.test(letter)) {
      const quoted = quotedAt(source, at);
      texts.push(...quoted.texts);
      at = quoted.end;
      continue;
    }
    const comment = /^\/(?:\/[^\n]*|\*.*?\*\/)/s.exec(source.slice(at, at + 2000));
    if (comment !== null) {
      at += comment[0].length;
      continue;
    }
    if (depth === 0 && ends(letter)) break;
    if (/[([{]/.test(letter)) depth += 1;
    if (/[)\]}]/.test(letter) && --depth < 0) break;
    at += 1;
  }
  return { texts, end: at };
};

const isEnd = (letter: string): boolean => letter === ',' || letter === ';';

/** Three words of its own or more: what is shorter is a joint between two values. */
const isSentence = (text: string): boolean =>
  (text.match(/\p{Ll}{2,}/gu) ?? []).length >= 2 && /\s/.test(text.trim()) && !text.includes('\n');

const sorted = (found: readonly string[]): readonly string[] => [...new Set(found.filter(isSentence))].sort();

/** Of expressions that begin right after what the pattern finds. */
export const sentencesAfter = (files: readonly string[], ...patterns: readonly RegExp[]): readonly string[] =>
  sorted(
    files.flatMap((file) => {
      const source = readFileSync(file, 'utf8');
      return patterns.flatMap((pattern) =>
        [...source.matchAll(pattern)].flatMap((match) => walked(source, match.index + match[0].length, isEnd).texts),
      );
    }),
  );

/** Of one argument of each call that the pattern finds up to its bracket; the first is 0. */
export const sentencesOfArgument = (files: readonly string[], call: RegExp, argument: number): readonly string[] =>
  sorted(
    files.flatMap((file) => {
      const source = readFileSync(file, 'utf8');
      return [...source.matchAll(call)].flatMap((match) => {
        let at = match.index + match[0].length;
        for (let before = 0; before < argument; before += 1) at = walked(source, at, isEnd).end + 1;
        return walked(source, at, isEnd).texts;
      });
    }),
  );

/** With a value in every blank. */
export const sampleOf = (sentence: string): string => sentence.replaceAll('{}', '42');
