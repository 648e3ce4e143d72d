import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Files that take longest, so that none of them is left for the end, when a core would wait for the other. */
const longest = [
  'docs/commands',
  'package/package',
  'house/checks',
  'browser/standards',
  'browser/review',
  'cli/serve',
  'browser/draft-desk',
  'browser/overview',
  'cli/evaluate-file',
  'browser/detours',
  'http/contract/contract',
  'engine/property-memo',
  'browser/draft-tools',
  'analysis/proof/seeded',
  'browser/calculator',
  'browser/administration',
  'docs/bash-pages',
  'cli/build',
  'http/batch-route',
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
