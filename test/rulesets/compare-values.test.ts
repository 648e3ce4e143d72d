import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { compareValues } from '../../server/rulesets/compare-values.ts';
import { join } from '../../server/rulesets/join.ts';
import type { StandardValue } from '../../server/rulesets/language.ts';
import { shapes, standard } from './random-standards.ts';

const OPPOSITE = { better: 'worse', worse: 'better', equal: 'equal', incomparable: 'incomparable' } as const;
const notWorse = (found: string) => found === 'better' || found === 'equal';

const bands = (...values: readonly [number, number][]) =>
  values.map(([from, value], index) => {
    const to = values[index + 1]?.[0];
    return to === undefined ? { from, value } : { from, to, value };
  });

describe('what the second value is to the claimant, seen from the first', () => {
  const cap = standard({ better: 'higher' });
  const deductible = standard({ better: 'lower' });
  const ratio = standard({ unit: 'share', better: 'higher' });
  const keyed = standard({ better: 'lower', by: ['hospital.level'] });
  const withheld = standard({ unit: 'terms', better: 'higher' });
  const cases: readonly [string, Parameters<typeof compareValues>[0], StandardValue, StandardValue, string][] = [
    ['a higher cap', cap, 300000, 350000, 'better'],
    ['a cap one fen lower', cap, 300000, 299999.99, 'worse'],
    ['no cap at all', cap, 300000, 'unlimited', 'better'],
    ['a cap where there was none', cap, 'unlimited', 10 ** 9, 'worse'],
    ['a figure the city left unset', cap, 'none', 0, 'better'],
    ['a figure unset again', cap, 5, 'none', 'worse'],
    ['a lower deductible', deductible, 200, 100, 'better'],
    ['the same figure', deductible, 200, 200, 'equal'],
    ['one key better, the others left out', keyed, { 1: 200, 2: 500, 3: 900 }, { 1: 100 }, 'better'],
    ['one key better, one worse', keyed, { 1: 200, 2: 500 }, { 1: 100, 2: 600 }, 'incomparable'],
    ['a key left to otherwise, below it', keyed, { 1: 200, otherwise: 500 }, { 2: 600 }, 'worse'],
    ['otherwise alone leaves the named keys', keyed, { 1: 200, otherwise: 500 }, { otherwise: 400 }, 'better'],
    ['a scalar for every key', keyed, { 1: 200, 2: 500 }, 300, 'incomparable'],
    ['all unset', keyed, 'none', { 1: 5 }, 'better'],
    [
      'bands better at one point',
      ratio,
      bands([0, 0.5], [100, 0.6]),
      bands([0, 0.5], [50, 0.55], [100, 0.6]),
      'better',
    ],
    [
      'the same bands cut otherwise',
      ratio,
      bands([0, 0.5], [100, 0.6]),
      bands([0, 0.5], [50, 0.5], [100, 0.6]),
      'equal',
    ],
    ['a later second band', ratio, bands([0, 0.5], [100, 0.6]), bands([0, 0.5], [101, 0.9]), 'incomparable'],
    ['a list with more', standard({ unit: 'list', better: 'wider' }), ['fire'], ['hail', 'fire'], 'better'],
    ['a list with others', standard({ unit: 'list', better: 'wider' }), ['fire'], ['hail'], 'incomparable'],
    ['a list with fewer exclusions', standard({ unit: 'list', better: 'narrower' }), ['a', 'b'], ['a'], 'better'],
    ['a list unset', standard({ unit: 'list', better: 'wider' }), 'none', [], 'better'],
    ['a deduction given up', standard({ unit: 'boolean', better: false }), true, false, 'better'],
    [
      'a choice up its order',
      standard({ unit: 'choice', order: ['offline', 'oneStop'] }),
      'offline',
      'oneStop',
      'better',
    ],
    ['a choice without order', standard({ unit: 'choice', better: 'none' }), 'offline', 'oneStop', 'incomparable'],
    ['terms raised', withheld, { assistance: 'none' }, { assistance: 'ordinary' }, 'better'],
    ['terms for a layer that had all', withheld, { assistance: 'none' }, { basic: 'ordinary' }, 'worse'],
    ['a figure without direction changed', standard({ better: 'none' }), 10, 11, 'incomparable'],
    ['different shapes', cap, [1, 2], { a: 1 }, 'incomparable'],
  ];
  test.each(cases)('%s', (_, of, from, to, expected) => {
    expect(compareValues(of, from, to)).toBe(expected);
  });
});

describe.each(shapes)('INVARIANT (partial order): $name', ({ standard: of, complete }) => {
  it('is reflexive and antisymmetric', () => {
    fc.assert(
      fc.property(complete, complete, (a, b) => {
        expect(compareValues(of, a, a)).toBe('equal');
        expect(compareValues(of, b, a)).toBe(OPPOSITE[compareValues(of, a, b)]);
      }),
    );
  });

  it('is transitive', () => {
    fc.assert(
      fc.property(complete, complete, complete, (a, x, y) => {
        const b = join(of, a, x);
        const c = join(of, b, y);
        expect([compareValues(of, a, b), compareValues(of, b, c), compareValues(of, a, c)].every(notWorse)).toBe(true);
      }),
    );
  });
});
