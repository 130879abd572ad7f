import { readFileSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import type { Interpret, InterpretContext, Meaning } from '../../../../slack/interpret/index.ts';

/** A sentence as an agent wrote it, and what it means. `held`: not tuned to before it was first scored (95.5 % of 112, 90.2 % of 193). */
export type Sentence = Readonly<{ text: string; context?: InterpretContext; expected: Meaning; held?: boolean }>;

export type Miss = Readonly<{ text: string; expected: Meaning; got: Meaning; wrongAction: boolean }>;
export type Score = Readonly<{ right: number; of: number; misses: readonly Miss[]; wrongActions: readonly Miss[] }>;

/** What changes nothing when it is proposed by mistake. */
const HARMLESS = new Set<Meaning['intent']>([
  'order.show',
  'rma.show',
  'queue.list',
  'policy.ask',
  'help',
  'invalid_rma',
  'unknown',
]);

export const acts = ({ intent }: Meaning): boolean => !HARMLESS.has(intent);

/** The topic of a question is what the policy is searched for: any words of it do. */
const comparable = (meaning: Meaning): object =>
  meaning.intent === 'policy.ask' ? { intent: meaning.intent } : meaning;

const subjectOf = (meaning: Meaning): object => {
  const { order, orders, rma } = meaning as { order?: string; orders?: string[]; rma?: string };
  return { order, orders, rma };
};

/** Another action than was meant, one on another order or case, or a whole order where a part was meant. */
const isWrongAction = (got: Meaning, expected: Meaning): boolean => {
  if (!acts(got)) return false;
  if (got.intent !== expected.intent || !isDeepStrictEqual(subjectOf(got), subjectOf(expected))) return true;
  return 'items' in expected && expected.items !== undefined && !('items' in got && got.items !== undefined);
};

export const scoreOf = (sentences: readonly Sentence[], interpret: Interpret): Score => {
  const misses = sentences.flatMap(({ text, context, expected }): Miss[] => {
    const got = interpret(text, context);
    if (isDeepStrictEqual(comparable(got), comparable(expected))) return [];
    return [{ text, expected, got, wrongAction: isWrongAction(got, expected) }];
  });
  return {
    right: sentences.length - misses.length,
    of: sentences.length,
    misses,
    wrongActions: misses.filter((miss) => miss.wrongAction),
  };
};

export const readSentences = (): readonly Sentence[] =>
  readFileSync(new URL('../sentences.jsonl', import.meta.url), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Sentence);

export const shown = ({ right, of, misses }: Score): string =>
  [
    `${right} of ${of} right (${((100 * right) / of).toFixed(1)} %), ${misses.filter((m) => m.wrongAction).length} wrong actions`,
    ...misses.map(
      ({ text, expected, got, wrongAction }) =>
        `${wrongAction ? 'WRONG ACTION ' : ''}${text}\n  expected ${JSON.stringify(expected)}\n  got      ${JSON.stringify(got)}`,
    ),
  ].join('\n');
