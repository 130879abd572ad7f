import * as cues from './cues.ts';
import { type References, takeReferences } from './references.ts';
import { normalise } from './spelling.ts';
import type { InterpretContext, Meaning } from './types.ts';

/** What the text is about: what it names, else what its thread is about. */
export type Subject = Readonly<{
  order: string | undefined;
  orders: readonly string[];
  rma: string | undefined;
  named: References;
  /** Normalised text with numbers marked. */
  text: string;
  /** As written, numbers marked: for names of goods and for notes. */
  raw: string;
}>;

export const subjectOf = (written: string, context: InterpretContext): Subject => {
  const named = takeReferences(written);
  const speaksOfNothing = named.orders.length === 0 && named.rmas.length === 0 && named.invalidRmas.length === 0;
  return {
    order: named.orders[0] ?? (speaksOfNothing ? context.order : undefined),
    orders: named.orders,
    rma: named.rmas[0] ?? (speaksOfNothing ? context.rma : undefined),
    named,
    text: normalise(named.rest),
    raw: named.rest,
  };
};

export const unknown = ({ order, rma }: Subject): Meaning => ({
  intent: 'unknown',
  ...(order === undefined ? {} : { order }),
  ...(rma === undefined ? {} : { rma }),
});

export type Sentence = Readonly<{ text: string; question: boolean }>;

export const sentencesOf = (text: string): Sentence[] =>
  [...text.matchAll(/[^.!?\n]+[.!?\n]*/g)]
    .map(([sentence]) => sentence.trim())
    .filter((sentence) => /[a-z‹]/.test(sentence))
    .map((sentence) => ({ text: sentence, question: isQuestion(sentence) }));

/** "#1003: has it shipped" asks; "RMA-… is on its way" tells: a number that starts a sentence may be its subject. */
const isQuestion = (sentence: string): boolean => {
  const start = sentence.replace(/^(?:‹\w+›\s*[,:;-]+\s*|[\s,:;-]+)+/, '');
  const asked = sentence.trimEnd().endsWith('?');
  const clause = asked ? (start.split(/[,;:]\s+/).at(-1) ?? start) : start;
  if ([start, clause].some((part) => cues.POLITE.test(part) || cues.POLITE_RETURN.test(part))) return false;
  return asked || cues.QUESTION_START.test(start) || cues.ASKS_WHETHER.test(start);
};
