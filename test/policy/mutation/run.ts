/**
 * Changes what decides, one comparison, condition, number or word at a time, and asks the tests whether they notice. The
 * mutants are Stryker's, made by its instrumenter; here they are all asked in one process, which takes minutes.
 *
 *   node test/policy/mutation/run.ts                         all that decides
 *   node test/policy/mutation/run.ts 'policy/rules/*.ts'     some files
 *
 * What survives is listed; MUTATION.md says why.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { instrument, RESULT, ROOT } from './instrument.ts';

const DECIDING = ['rules', 'decide', 'days', 'money', 'approvals'].map((folder) => `policy/${folder}/*.ts`);
const TESTS =
  'trail,answers,limits,posted-orders,ledger,decide-table,law,deadlines,edges,judged,stock-out,bad-input,cli-inside,facts-bare,facts-webhook,money,' +
  'approvals,approvals-words,rma,settings';

const patterns = process.argv.slice(2);
const mutants = await instrument(patterns.length > 0 ? patterns : [...DECIDING, 'policy/rma.ts']);
console.log(`${mutants.length} mutants`);

const vitest = path.join(ROOT, 'node_modules/vitest/vitest.mjs');
const { status } = spawnSync(
  process.execPath,
  [vitest, 'run', '--config', path.join(import.meta.dirname, 'vitest.config.ts'), '--reporter', 'dot'],
  { cwd: ROOT, stdio: ['ignore', 'ignore', 'inherit'], env: { ...process.env, MUTATION_TESTS: TESTS } },
);
if (status !== 0) throw new Error('the tests fail without any mutant, or could not be asked');

const survivors = new Set(JSON.parse(readFileSync(RESULT, 'utf8')) as string[]);
for (const { id, file, line, mutator, original, replacement } of mutants) {
  if (survivors.has(id))
    console.log(`${file}:${line} ${mutator}: ${original.slice(0, 100)} → ${replacement.slice(0, 80)}`);
}
for (const file of new Set(mutants.map((mutant) => mutant.file))) {
  const own = mutants.filter((mutant) => mutant.file === file);
  const left = own.filter(({ id }) => survivors.has(id)).length;
  console.log(`${file}: ${own.length - left} of ${own.length} noticed`);
}
