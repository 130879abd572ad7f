import { type Interpret, Meaning } from '../../../../slack/interpret/index.ts';
import { gibberish, hostileSentence, seeded } from './hostile.ts';
import { acts } from './score.ts';

export type Endured = Readonly<{ sentences: number; proposed: readonly string[]; illTyped: readonly string[] }>;

/**
 * Gives the interpreter hostile sentences and gibberish, half of it each.
 * @returns what was proposed although it was asked, forbidden or forced, and what was no meaning at all
 */
export const endure = (interpret: Interpret, seed: number, sentences: number): Endured => {
  const random = seeded(seed);
  const proposed: string[] = [];
  const illTyped: string[] = [];
  for (let count = 0; count < sentences; count += 1) {
    if (random() < 0.2) {
      const text = gibberish(random);
      if (!Meaning.safeParse(interpret(text)).success) illTyped.push(JSON.stringify(text));
      continue;
    }
    const { text, context, kind, ofRefund } = hostileSentence(random);
    const meaning = interpret(text, context);
    // "Don't refund RMA-…" decides against it: that is what it says.
    const declines = kind === 'negation' && ofRefund && meaning.intent === 'refund.decline';
    if (acts(meaning) && !declines) proposed.push(`${kind}: ${JSON.stringify(text)} → ${JSON.stringify(meaning)}`);
    if (count % 10 === 0 && !Meaning.safeParse(meaning).success) illTyped.push(JSON.stringify(text));
  }
  return { sentences, proposed, illTyped };
};
