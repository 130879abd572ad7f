/**
 * A backtest of two policies on a million past orders: processor time on one core, and whether memory stays flat. What
 * is told of memory is what is left after a full collection, so run it with --expose-gc (as npm run bench does).
 *
 *   node --expose-gc test/bench/backtest.bench.ts [orders]
 */
import { backtest, type PastCase } from '../../policy/backtest/index.ts';
import { parseSettings } from '../../policy/index.ts';
import { createVersion } from '../../policy/versions/index.ts';
import { pastOrders } from './support/past-orders.ts';

const ORDERS = Number(process.argv[2] ?? 1_000_000);
const BATCH = 1_000;
const version = (number: number, settings: object) =>
  createVersion({ number, settings: parseSettings(settings), effectiveAt: '2024-01-01T00:00:00Z' });
const before = version(1, {});
const after = version(2, { 'wrongItemCustomer.carriage': 'charge', 'changeOfMind.windowDays': 14, restockingFee: 10 });

const seconds = (since?: NodeJS.CpuUsage): number => {
  const { user, system } = process.cpuUsage(since);
  return (user + system) / 1e6;
};
const collected = globalThis.gc;
const heapMb = (): number => {
  collected?.();
  return process.memoryUsage().heapUsed / 1024 ** 2;
};

/** Orders are made in batches, and the time that takes is left out: a shop's are there already. */
let making = 0;
function* made(orders: number): Generator<PastCase> {
  for (let first = 1; first <= orders; first += BATCH) {
    const start = process.cpuUsage();
    const batch = pastOrders(first, Math.min(BATCH, orders - first + 1));
    making += seconds(start);
    yield* batch;
  }
}

// Warms up, and fills what is remembered of dates.
for await (const _event of backtest(before, after, made(20_000)));

const heap: number[] = [];
making = 0;
let measuring = 0;
const start = process.cpuUsage();
for await (const event of backtest(before, after, made(ORDERS), { every: Math.ceil(ORDERS / 10) })) {
  if (event.kind === 'progress') {
    const stop = process.cpuUsage();
    heap.push(heapMb());
    measuring += seconds(stop);
    continue;
  }
  const took = seconds(start) - measuring - making;
  const { cases, changed, flips, unanswerable } = event.result;
  const written = (n: number): string => Math.round(n).toLocaleString('en-US');
  console.log(`backtest of ${written(cases)} past orders, one question each, two versions (${process.version})`);
  console.log(`  ${took.toFixed(1)} s on one core: ${written(cases / took)} orders a second`);
  console.log(
    `  ${written(changed)} answers changed, ${written(flips)} flipped, ${written(unanswerable)} unanswerable`,
  );
  console.log(`  heap after each tenth, MB: ${heap.map((mb) => mb.toFixed(0)).join(' ')}`);
  if (collected === undefined) console.log('  (without --expose-gc the heap holds what was not collected yet)');
}
