import { defineConfig } from 'vitest/config';

export default defineConfig({ test: { include: ['test/policy/mutation/mutants.ts'], pool: 'threads' } });
