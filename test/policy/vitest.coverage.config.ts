import { defineConfig } from 'vitest/config';

/** What the tests of the core reach. It may not fall: vitest run --config test/policy/vitest.coverage.config.ts */
export default defineConfig({
  test: {
    include: ['test/policy/**/*.test.ts'],
    coverage: {
      enabled: true,
      provider: 'v8',
      include: ['policy/**/*.ts'],
      // Two that only join streams and files to what is measured; they run in processes of their own.
      exclude: ['policy/decide/cli.ts', 'policy/docs/generate.ts'],
      reporter: ['text-summary', 'json'],
      reportsDirectory: '.tmp/coverage',
      thresholds: { branches: 98 },
    },
  },
});
