/**
 * Sentences a second on one core, over the whole of sentences.jsonl. Counted in processor time, garbage collection
 * included, so that what else the machine does takes nothing away; the median of the rounds is told.
 *
 *   node test/bench/interpret.bench.ts
 */
import { interpret } from '../../slack/interpret/index.ts';
import { readSentences } from '../slack/interpret/support/score.ts';

const ROUNDS = 9;
const PASSES_A_ROUND = 20;

const sentences = readSentences();
/** Read at the end, so that nothing can be optimised away. */
let understood = 0;

const perSecond = (): number => {
  const start = process.cpuUsage();
  for (let pass = 0; pass < PASSES_A_ROUND; pass += 1)
    for (const { text, context } of sentences) understood += interpret(text, context).intent === 'unknown' ? 0 : 1;
  const { user, system } = process.cpuUsage(start);
  return (PASSES_A_ROUND * sentences.length * 1e6) / (user + system);
};

perSecond(); // warms up
const rates = Array.from({ length: ROUNDS }, perSecond).toSorted((a, b) => a - b);
const median = Math.round(rates[Math.floor(ROUNDS / 2)] ?? 0);
console.log(`${median.toLocaleString('en-US')} sentences a second, median of ${ROUNDS} rounds (${process.version})`);
if (understood === 0) throw new Error('no sentence was understood: nothing was measured');
