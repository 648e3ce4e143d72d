import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Files that take longest, so that none of them is left for the end, when a core would wait for the other. */
const longest = [
  'docs/commands',
  'browser/standards',
  'cli/serve',
  'browser/review',
  'house/checks',
  'browser/draft-desk',
  'browser/overview',
  'http/contract/contract',
  'cli/evaluate-file',
  'browser/detours',
  'package/package',
  'analysis/proof/seeded',
  'browser/draft-tools',
  'docs/bash-pages',
  'browser/administration',
  'browser/calculator',
  'cli/build',
  'analysis/better-loses-nobody',
  'cli/first-rules',
  'browser/some-people',
  'http/batch/pace',
  'cli/demo',
  'http/batch-route',
  'browser/moved-on',
  'engine/property-memo',
  'cli/kept-proofs',
  'http/limits',
];

/** The order of the files: the longest first, then as vitest has them. */
export default class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const rank = ({ moduleId }: TestSpecification) => {
      const found = longest.findIndex((name) => moduleId.endsWith(`/test/${name}.test.ts`));
      return found === -1 ? longest.length : found;
    };
    return sorted.toSorted((one, other) => rank(one) - rank(other));
  }
}
