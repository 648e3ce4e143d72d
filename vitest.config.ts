import { defineConfig } from 'vitest/config';
import { longOnly } from './test/long-only.ts';
import LongestFirst from './test/longest-first.ts';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    exclude: [...longOnly, 'node_modules/**'],
    globalSetup: ['./test/built.mjs'],
    setupFiles: ['./test/seed.ts'],
    pool: 'threads',
    // Two more than the cores of the smallest machine: files that wait for a browser or a command leave their cores free.
    maxWorkers: 4,
    // Files of a thread share the modules they import, and schemas compiled once: to load all anew for each of 120 files took
    // a quarter of the time. So no file may leave behind what another would notice.
    isolate: false,
    sequence: { sequencer: LongestFirst },
    // Real processes, the compiler and 10,000 random profiles: generous, for a slow machine must not fail a right program.
    testTimeout: 300_000,
    hookTimeout: 300_000,
    // A second, as vitest has it, is soon over where a browser has to wait for a core.
    expect: { poll: { timeout: 30_000 } },
    reporters: ['default', './test/reporter.ts'],
  },
});
