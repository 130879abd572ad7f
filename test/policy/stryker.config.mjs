/**
 * Mutation tests of what decides: every comparison, condition and constant is changed, one at a time, and some test has
 * to notice. Run one part at a time:
 *
 *   npm run mutation -- --mutate 'policy/rules/*.ts'
 *
 * What survives, and why, is in MUTATION.md.
 * @type {import('@stryker-mutator/api/core').PartialStrykerOptions}
 */
export default {
  testRunner: 'vitest',
  vitest: { configFile: 'test/policy/vitest.mutation.config.ts', related: false },
  plugins: ['@stryker-mutator/vitest-runner'],
  mutate: [
    'policy/rules/*.ts',
    'policy/decide/*.ts',
    'policy/days/*.ts',
    'policy/money/*.ts',
    'policy/approvals/*.ts',
    'policy/rma.ts',
    // Reads and writes streams; tested as a process of its own, which no mutant reaches.
    '!policy/decide/cli.ts',
  ],
  ignorePatterns: ['**', '!policy/**', '!test/policy/**', '!package.json'],
  // Two cores are enough for one; more only makes time-outs.
  concurrency: 1,
  coverageAnalysis: 'perTest',
  ignoreStatic: false,
  checkers: [],
  reporters: ['clear-text', 'json'],
  clearTextReporter: { allowColor: false, logTests: false, reportTests: false },
  jsonReporter: { fileName: '.tmp/stryker-report.json' },
  tempDirName: '.tmp/stryker',
  cleanTempDir: true,
  timeoutMS: 10_000,
};
