import { defineConfig } from 'vitest/config';

/**
 * Kinds of tests by what they cost. `npm test` runs policy, unit, scenario and browser; `npm run check` only what a
 * developer waits for; `npm run test:more` and `npm run test:slow` what takes long.
 */
const project = (name: string, include: string[], extra: object = {}) => ({
  test: { name, include, globalSetup: name === 'policy' ? [] : ['test/support/global-setup.ts'], ...extra },
});

export default defineConfig({
  test: {
    projects: [
      project('policy', ['test/{policy,rules}/**/*.test.ts']),
      project('unit', ['test/{prisma,web,slack,sandbox,support}/**/*.test.ts'], {
        testTimeout: 20_000,
        hookTimeout: 60_000,
      }),
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
