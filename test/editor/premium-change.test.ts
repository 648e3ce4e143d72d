import { describe, expect, it } from 'vitest';
import { premiumChanges } from '../../editor/standards/effects/premium-change.ts';

/** A year's premiums as they are settled: rules by name, each with who brings what. */
const settled = (rules: Readonly<Record<string, Readonly<Record<string, number>>>>) =>
  ({
    layers: [{ layer: 'funding', lines: Object.entries(rules).map(([rule, funding]) => ({ rule, funding })) }],
    explanation: Object.keys(rules).map((rule) => ({ applied: true, layer: 'funding', rule, label: `${rule}的保费` })),
  }) as never;

const now = settled({
  accident: { premium: 100_000, province: 100_000, county: 0 },
  property: { premium: 40_000, province: 40_000, county: 0 },
});

describe('what a draft does to the premiums', () => {
  it('is told by the rules and the parts of each that move, in fen', () => {
    const after = settled({
      accident: { premium: 120_000.1, province: 100_000, county: 20_000.1 },
      property: { premium: 40_000, province: 40_000, county: 0 },
    });
    expect(premiumChanges({ before: now, after })).toEqual([
      {
        rule: 'accident',
        label: 'accident的保费',
        moved: [
          { name: 'premium', before: 10_000_000, after: 12_000_010 },
          { name: 'county', before: 0, after: 2_000_010 },
        ],
      },
    ]);
  });

  it('is told of a rule that only one side has', () => {
    const added = settled({ care: { premium: 500, county: 500 } });
    const rules = premiumChanges({ before: now, after: added }).map(({ rule, moved }) => [rule, moved.length]);
    expect(rules).toEqual([
      ['care', 2],
      ['accident', 2],
      ['property', 2],
    ]);
  });

  it('is nothing where nothing moves, where a side is refused, and of a claim that funds nothing', () => {
    expect(premiumChanges({ before: now, after: now })).toEqual([]);
    expect(premiumChanges({ before: null, after: now })).toEqual([]);
    const stay = { layers: [{ layer: 'basic', lines: [{ rule: 'basic' }] }], explanation: [] } as never;
    expect(premiumChanges({ before: stay, after: stay })).toEqual([]);
  });
});
