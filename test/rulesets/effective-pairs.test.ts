import { describe, expect, it } from 'vitest';
import { effectiveDigest } from '../../server/rulesets/digest.ts';
import { digestOfPair, effectivePairs } from '../../server/rulesets/effective-pairs.ts';
import type { PublicationRecord } from '../../server/rulesets/publication.ts';

const record = (sequence: number, jurisdiction: string, from: string, to?: string): PublicationRecord => ({
  jurisdiction,
  version: `${sequence}.0.0`,
  sequence,
  kind: jurisdiction.endsWith('00') ? 'RuleSet' : 'Override',
  effective: to === undefined ? { from } : { from, to },
  digest: `sha256:${sequence}`,
  publishedAt: '2019-01-01T00:00:00Z',
  publishedBy: 'li',
  sample: false,
});

const records = [
  record(1, '371500', '2019-01-01', '2019-12-31'),
  record(2, '371500', '2020-01-01'),
  record(3, '371400', '2019-01-01'),
  record(4, '371525', '2019-07-01', '2019-12-31'),
  record(5, '371423', '2019-12-31', '2020-01-01'),
  record(6, '371525', '2019-12-31', '2020-01-01'),
];
const cityOf = (code: string) => [`${code.slice(0, 4)}00`];

describe('pairs of texts that can be resolved together', () => {
  const pairs = [...effectivePairs(records, cityOf)];
  const numbers = pairs.map(({ base, override }) => [base.sequence, override?.sequence ?? null]);

  it('are a city alone, then overrides with what their city has in the same time, then with the rest', () => {
    expect(numbers).toEqual([
      [3, null],
      [2, null],
      [1, null],
      [2, 6],
      [1, 6],
      [3, 5],
      [1, 4],
      [2, 4],
    ]);
  });

  it('have the digest that their resolution has', () => {
    expect(pairs.map(digestOfPair)).toEqual(
      numbers.map(([base, override]) => effectiveDigest(`sha256:${base}`, override ? `sha256:${override}` : null)),
    );
  });
});
