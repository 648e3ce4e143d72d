import { defineConfig } from 'vitest/config';

/**
 * `npm run test:long`: campaigns that take minutes, or that only root can run (power cuts on a disk of their own). What is
 * missing is said and fails; nothing is left out. Among them are the properties of which the ordinary run tries a part, and the
 * pages that it leaves out.
 */
export default defineConfig({
  test: {
    include: [
      'test/long/**/*.test.ts',
      'test/browser/**/*.test.ts',
      'test/durability/**/*.test.ts',
      'test/engine/property-{memo,monotone}.test.ts',
      'test/analysis/better-loses-nobody.test.ts',
      'test/analysis/proof/{encodings,further,random-changes,several-pots}.test.ts',
      'test/analysis/check/{random-rule-sets,steady}.test.ts',
      'test/analysis/diff/properties.test.ts',
      'test/docs/findings.test.ts',
      'test/cli/evaluate.test.ts',
      'test/http/contract/contract.test.ts',
      'test/http/drafts/{history,races}.test.ts',
      'test/rulesets/{hostile-texts,validate}.test.ts',
      'test/usecases/strict-json.test.ts',
    ],
    globalSetup: ['./test/built.mjs'],
    setupFiles: ['./test/seed.ts'],
    env: { DIXIAN_TEST_LONG: '1' },
    pool: 'threads',
    maxWorkers: 1,
    isolate: false,
    testTimeout: 1_800_000,
    hookTimeout: 300_000,
    reporters: ['default', './test/reporter.ts'],
  },
});
