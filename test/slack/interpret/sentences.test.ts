import { describe, expect, it } from 'vitest';
import { interpret, Meaning } from '../../../slack/interpret/index.ts';
import { readSentences, scoreOf, shown } from './support/score.ts';

/** Of a hundred sentences as many must be right in intent and every field. */
const RIGHT_OF_A_HUNDRED = 95;

const sentences = readSentences();
const sets = {
  'the grammar was written beside': sentences.filter(({ held }) => held !== true),
  'were held out': sentences.filter(({ held }) => held === true),
};

describe('sentences.jsonl', () => {
  it('covers every intent, with meanings that are well-formed', () => {
    expect(sentences.length).toBeGreaterThanOrEqual(300);
    for (const { text, expected } of sentences) expect(Meaning.safeParse(expected).success, text).toBe(true);
    const covered = new Set(sentences.map(({ expected }) => expected.intent));
    expect([...covered].toSorted()).toEqual(Meaning.options.map(({ shape }) => shape.intent.value).toSorted());
  });

  it.each(Object.entries(sets))('sentences that %s', (name, set) => {
    const score = scoreOf(set, interpret);
    console.info(`sentences that ${name}: ${shown(score)}`);
    expect(score.wrongActions).toEqual([]);
    expect((100 * score.right) / score.of).toBeGreaterThanOrEqual(RIGHT_OF_A_HUNDRED);
  });
});
