import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    setupFiles: ['./test/seed.ts'],
    pool: 'threads',
    maxWorkers: 2,
    // Real processes, the compiler and 10,000 random profiles: generous, for a slow machine must not fail a right program.
    testTimeout: 120_000,
    hookTimeout: 120_000,
    reporters: ['default', './test/reporter.ts'],
  },
});
