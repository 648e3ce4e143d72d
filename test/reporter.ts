import type { Reporter, SerializedError, TestModule, TestSuite } from 'vitest/node';

/**
 * Ends the run with one line, `N passed, M failed`. Whatever did not pass has failed: a test that was skipped, a file that
 * could not be loaded, an error outside any test, and a run in which nothing ran.
 */
export default class CountingReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandled: readonly SerializedError[]): void {
    let passed = 0;
    let failed = unhandled.length;
    for (const module of modules) {
      failed += ownErrors(module);
      for (const suite of module.children.allSuites()) failed += ownErrors(suite);
      for (const test of module.children.allTests()) {
        if (test.result().state === 'passed') passed += 1;
        else failed += 1;
      }
    }
    if (passed + failed === 0) failed = 1;
    if (failed > 0) process.exitCode = 1;
    // Printed last of all, after what the other reporters still have to say.
    process.once('exit', () => process.stdout.write(`${passed} passed, ${failed} failed\n`));
  }
}

function ownErrors(part: TestModule | TestSuite): number {
  return part.errors().length;
}
