/**
 * Decisions a second on one core: facts parsed and digested before, each decision with its full trail; and beside them,
 * in the same run, the same rules of one question in json-rules-engine, which only says which of them apply.
 * Rounds are interleaved and rotated; told are medians, and the median of the ratios of each round. Counted in processor
 * time, garbage collection included, so that what else the machine does takes nothing away.
 *
 *   node test/bench/decide.bench.ts
 */
import { type Decision, type DecisionRequest, decide, requestDigest } from '../../policy/index.ts';
import { aDecisionRequest, inspection, lines } from '../policy/support/builders.ts';
import { citedBy, ONE_OF_TWO_DAMAGED, settleEngine } from './support/json-rules.ts';

const ROUNDS = 7;
const DECISIONS_A_ROUND = 100_000;
/** Of the other engine: so many take about as long. */
const RUNS_A_ROUND = 500;

const SHIPPED = { unitsShipped: 2, shippedAt: '2026-09-21T09:00:00-04:00', createdAt: '2026-09-20T09:00:00-04:00' };
const settle = (reason: string, found: Record<string, number>) =>
  aDecisionRequest(
    {
      kind: 'settle',
      return: { reason, lines: lines(2), rmaIssuedAt: '2026-10-05T15:00:00-04:00' },
      parcel: { receivedAt: '2026-10-20T12:00:00-04:00' },
      inspection: inspection(found),
    },
    { order: SHIPPED },
  );
const returned = (reason: string, more: object) =>
  aDecisionRequest({ kind: 'return', reason, lines: lines(2), ...more }, { order: SHIPPED });

const DEFECT = settle('defective', { accepted: 1, artificial_damage: 1 });
const QUESTIONS: Record<string, DecisionRequest> = {
  'cancel, nothing shipped': aDecisionRequest({ kind: 'cancel' }),
  'stock-out of one': aDecisionRequest({ kind: 'stock-out', lines: lines(1), answer: 'refund' }),
  'return, changed mind': returned('changed_mind', {}),
  'return, defective': returned('defective', { photos: 1, troubleshootingDone: true, warrantyMonths: 24 }),
  'settle, changed mind': settle('changed_mind', { accepted: 2 }),
  'settle, defective': DEFECT,
  'settle, wrong item': settle('wrong_item_sent', { accepted: 2 }),
};

/** Read at the end, so that no decision can be optimised away. */
let reasons = 0;

const perSecond = async (times: number, run: () => void | Promise<void>): Promise<number> => {
  const start = process.cpuUsage();
  await run();
  const { user, system } = process.cpuUsage(start);
  return (times * 1e6) / (user + system);
};

const ours = (request: DecisionRequest) => {
  const digest = requestDigest(request);
  return () =>
    perSecond(DECISIONS_A_ROUND, () => {
      for (let i = 0; i < DECISIONS_A_ROUND; i++) {
        const decision: Decision = decide(request, digest);
        reasons += decision.reasons.length;
      }
    });
};

const engine = settleEngine();
const OTHER = 'json-rules-engine';
const theirs = () =>
  perSecond(RUNS_A_ROUND, async () => {
    for (let i = 0; i < RUNS_A_ROUND; i++) reasons += (await citedBy(engine, ONE_OF_TWO_DAMAGED)).length;
  });

const cited = (await citedBy(engine, ONE_OF_TWO_DAMAGED)).join(' ');
if (cited !== decide(DEFECT).clauses.join(' ')) throw new Error(`the two do not answer the same: ${cited}`);

const runs = new Map<string, () => Promise<number>>([
  ...Object.entries(QUESTIONS).map(([name, request]) => [name, ours(request)] as const),
  [OTHER, theirs],
]);
const names = [...runs.keys()];
const rates = new Map(names.map((name) => [name, [] as number[]]));
for (let round = 0; round <= ROUNDS; round++) {
  for (let i = 0; i < names.length; i++) {
    const name = names[(i + round) % names.length] ?? '';
    const rate = (await runs.get(name)?.()) ?? 0;
    // The first round warms up.
    if (round > 0) rates.get(name)?.push(rate);
  }
}

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
const ratesOf = (name: string): readonly number[] => rates.get(name) ?? [];
const ratio = median(ratesOf('settle, defective').map((rate, round) => rate / (ratesOf(OTHER)[round] ?? 1)));

console.log(`decisions a second, median of ${ROUNDS} rounds (${process.version})`);
for (const name of names) {
  console.log(
    `  ${name.padEnd(26)}${Math.round(median(ratesOf(name)))
      .toLocaleString('en-US')
      .padStart(12)}`,
  );
}
console.log(`settle, defective, against the same rules in json-rules-engine: ${Math.round(ratio)} times`);
if (reasons === 0) throw new Error('no decision had a reason: nothing was measured');
