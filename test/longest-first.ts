import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Files that take longest, so that none of them is left for the end, when a core would wait for the other. */
const longest = [
  'package/package',
  'house/checks',
  'docs/commands',
  'cli/serve',
  'browser/overview',
  'engine/property-memo',
  'http/contract/contract',
  'http/batch-route',
  'cli/evaluate',
  'http/limits',
  'engine/property-monotone',
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
