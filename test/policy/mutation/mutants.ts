import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, it, vi } from 'vitest';
import { COPY, MUTANTS, type Mutant, RESULT } from './instrument.ts';
import type { Gathered } from './suite.ts';

/** Stryker's switchboard, which the instrumented copies read and count on. */
type Switchboard = {
  activeMutant?: string | undefined;
  currentTestId?: string | undefined;
  hitCount?: number;
  hitLimit?: number;
  mutantCoverage?: { static: Record<string, number>; perTest: Record<string, Record<string, number>> };
};
const switches: Switchboard = {};
Object.assign(globalThis, { __stryker__: switches });

/** A mutant that is passed more often while one test runs has become an endless loop. */
const MOST_HITS = 200_000;

const TESTS = (process.env.MUTATION_TESTS ?? '').split(',');

const load = async (): Promise<Gathered[]> => {
  const suite = await import('./suite.ts');
  suite.borrowed.expect = expect;
  for (const name of TESTS) await import(path.join(COPY, `test/policy/${name}.test.ts`));
  return suite.takeGathered();
};

const someFails = async (tests: readonly Gathered[]): Promise<boolean> => {
  for (const { run } of tests) {
    switches.hitCount = 0;
    switches.hitLimit = MOST_HITS;
    try {
      await run();
    } catch {
      return true;
    }
  }
  return false;
};

it('every mutant makes some test fail', { timeout: 3_600_000 }, async () => {
  const mutants = JSON.parse(readFileSync(MUTANTS, 'utf8')) as readonly Mutant[];
  const tests = await load();
  const cost: number[] = [];
  for (const [i, test] of tests.entries()) {
    switches.currentTestId = String(i);
    const start = performance.now();
    await test.run();
    cost.push(performance.now() - start);
  }
  switches.currentTestId = undefined;
  const { static: atLoad = {}, perTest = {} } = switches.mutantCoverage ?? {};
  const cheapFirst = tests.map((_, i) => i).sort((a, b) => (cost[a] ?? 0) - (cost[b] ?? 0));
  const survivors: string[] = [];
  for (const { id } of mutants) {
    switches.activeMutant = id;
    const asked = cheapFirst.filter((i) => perTest[i]?.[id] !== undefined).map((i) => tests[i] as Gathered);
    let noticed = await someFails(asked);
    if (!noticed && atLoad[id] !== undefined) {
      // Made when the module is loaded: everything is loaded again with the mutant in it.
      vi.resetModules();
      noticed = await load().then(someFails, () => true);
    }
    if (!noticed) survivors.push(id);
  }
  switches.activeMutant = undefined;
  writeFileSync(RESULT, JSON.stringify(survivors));
});
