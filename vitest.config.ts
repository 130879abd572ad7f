import { defineConfig } from 'vitest/config';

/**
 * Four kinds of tests by what they cost. `npm test` runs unit, scenario and browser; `npm run check` only what a
 * developer waits for; `npm run test:slow` the long properties and failure runs.
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
      project('scenario', ['test/scenarios/**/*.test.ts'], { testTimeout: 60_000, hookTimeout: 60_000 }),
      project('browser', ['test/browser/**/*.test.ts'], { testTimeout: 180_000, hookTimeout: 90_000 }),
      project('slow', ['test/slow/**/*.test.ts'], { testTimeout: 1_800_000, hookTimeout: 120_000 }),
    ],
  },
});
