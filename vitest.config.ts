import { configDefaults, defineConfig } from 'vitest/config';

/**
 * Kinds of tests by what they cost. `npm test` runs policy, unit, process, scenario and browser; `npm run check` only
 * what a developer waits for (policy and unit); `npm run test:more` and `npm run test:slow` what takes long.
 */
const project = (name: string, include: string[], extra: object = {}) => ({
  test: { name, include, globalSetup: name === 'policy' ? [] : ['test/support/global-setup.ts'], ...extra },
});

/** Unit tests that start processes, servers or a browser of their own, or prove the sandbox. */
const PROCESSES = [
  'test/prisma/{queue,crash,embedded,migrate,audit-log,forget-everything,case-lists}.test.ts',
  'test/web/adapters/shopify/{client,sandbox}.test.ts',
  'test/web/shell/mail-kills.test.ts',
  'test/web/admin/build.test.ts',
  'test/sandbox/**/*.test.ts',
];

export default defineConfig({
  test: {
    projects: [
      project('policy', ['test/{policy,rules}/**/*.test.ts']),
      project('unit', ['test/{prisma,web,slack,support}/**/*.test.ts'], {
        exclude: [...configDefaults.exclude, ...PROCESSES],
        testTimeout: 20_000,
        hookTimeout: 60_000,
      }),
      project('process', PROCESSES, { testTimeout: 20_000, hookTimeout: 60_000 }),
      project('scenario', ['test/scenarios/{three-stories,bad-input}.test.ts'], {
        testTimeout: 60_000,
        hookTimeout: 60_000,
      }),
      project('browser', ['test/browser/three-stories.test.ts'], { testTimeout: 180_000, hookTimeout: 90_000 }),
      // The same kinds, for what is beyond the main job: too long to wait for, run by their own script and by CI.
      project('more', ['test/scenarios/!(three-stories|bad-input).test.ts', 'test/browser/!(three-stories).test.ts'], {
        testTimeout: 180_000,
        hookTimeout: 90_000,
      }),
      project('slow', ['test/slow/**/*.test.ts'], { testTimeout: 1_800_000, hookTimeout: 120_000 }),
    ],
  },
});
