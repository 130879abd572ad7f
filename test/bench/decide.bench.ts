/**
 * Decisions a second on one core: facts parsed and digested before, each decision with its full trail.
 * Rounds are interleaved and rotated, and the median is told. Counted in processor time, garbage collection included,
 * so that what else the machine does takes nothing away.
 *
 *   node test/bench/decide.bench.ts
 */
import { type Decision, type DecisionRequest, decide, requestDigest } from '../../policy/index.ts';
import { aDecisionRequest, inspection, lines } from '../policy/support/builders.ts';

const ROUNDS = 7;
const DECISIONS_A_ROUND = 100_000;

const SHIPPED = { unitsShipped: 2, shippedAt: '2026-09-21T09:00:00-04:00', createdAt: '2026-09-20T09:00:00-04:00' };
const settle = (reason: string, found: Record<string, number>) => ({
  kind: 'settle',
  return: { reason, lines: lines(2), rmaIssuedAt: '2026-10-05T15:00:00-04:00' },
  parcel: { receivedAt: '2026-10-20T12:00:00-04:00' },
  inspection: inspection(found),
});

const QUESTIONS: Record<string, DecisionRequest> = {
  'cancel, nothing shipped': aDecisionRequest({ kind: 'cancel' }),
  'stock-out of one': aDecisionRequest({ kind: 'stock-out', lines: lines(1), answer: 'refund' }),
  'return, defective': aDecisionRequest(
    { kind: 'return', reason: 'defective', lines: lines(2), photos: 1, troubleshootingDone: true, warrantyMonths: 24 },
    { order: SHIPPED },
  ),
  'settle, defective': aDecisionRequest(settle('defective', { accepted: 1, artificial_damage: 1 }), { order: SHIPPED }),
  'settle, wrong item': aDecisionRequest(settle('wrong_item_sent', { accepted: 2 }), { order: SHIPPED }),
};

/** Read at the end, so that no decision can be optimised away. */
let reasons = 0;

const perSecond = (request: DecisionRequest): number => {
  const digest = requestDigest(request);
  const start = process.cpuUsage();
  for (let i = 0; i < DECISIONS_A_ROUND; i++) {
    const decision: Decision = decide(request, digest);
    reasons += decision.reasons.length;
  }
  const { user, system } = process.cpuUsage(start);
  return (DECISIONS_A_ROUND * 1e6) / (user + system);
};

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

const names = Object.keys(QUESTIONS);
const results = new Map(names.map((name) => [name, [] as number[]]));
for (let round = 0; round <= ROUNDS; round++) {
  for (let i = 0; i < names.length; i++) {
    const name = names[(i + round) % names.length] ?? '';
    const rate = perSecond(QUESTIONS[name] as DecisionRequest);
    // The first round warms up.
    if (round > 0) results.get(name)?.push(rate);
  }
}
console.log(`decisions a second, median of ${ROUNDS} rounds of ${DECISIONS_A_ROUND} (${process.version})`);
for (const [name, rates] of results) {
  console.log(`  ${name.padEnd(26)}${Math.round(median(rates)).toLocaleString('en-US').padStart(12)}`);
}
if (reasons === 0) throw new Error('no decision had a reason: nothing was measured');
