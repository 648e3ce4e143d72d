import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { compareValues } from '../../server/rulesets/compare-values.ts';
import { join, overlaid } from '../../server/rulesets/join.ts';
import { shapes, standard } from './random-standards.ts';

const notWorse = (found: string) => found === 'better' || found === 'equal';

describe('the better of city and county', () => {
  test('bands on united breakpoints, merged where they agree', () => {
    const city = [
      { from: 0, to: 100000, value: 0.55 },
      { from: 100000, to: 200000, value: 0.65 },
      { from: 200000, value: 0.7 },
    ];
    const county = [
      { from: 0, to: 50000, value: 0.5 },
      { from: 50000, to: 200000, value: 0.66 },
      { from: 200000, value: 0.66 },
    ];
    expect(join(standard({ unit: 'share' }), city, county)).toEqual([
      { from: 0, to: 50000, value: 0.55 },
      { from: 50000, to: 200000, value: 0.66 },
      { from: 200000, value: 0.7 },
    ]);
  });

  test('keys, lists and unset figures', () => {
    const deductible = standard({ better: 'lower', by: ['hospital.level'] });
    expect(join(deductible, { 1: 200, 2: 500 }, { 1: 100, 2: 600 })).toEqual({ 1: 100, 2: 500 });
    expect(join(deductible, { 1: 200, otherwise: 500 }, { 3: 700 })).toEqual({ 1: 200, otherwise: 500, 3: 500 });
    expect(join(deductible, 'none', { 1: 100 })).toEqual({ 1: 100 });
    expect(join(standard({ unit: 'list', better: 'wider' }), ['a', 'b'], ['c', 'b'])).toEqual(['a', 'b', 'c']);
    expect(join(standard({ unit: 'list', better: 'narrower' }), ['a', 'b'], ['c', 'b'])).toEqual(['b']);
    expect(join(standard({ unit: 'terms' }), { basic: 'none' }, { assistance: 'none' })).toEqual({
      basic: 'none',
      assistance: 'full',
    });
    expect(join(standard({ better: 'none' }), 5, 6)).toBe(5);
  });

  test('what the city only advises on is the county’s, key by key', () => {
    const premium = standard({ county: 'advise', by: ['level'] });
    expect(overlaid(premium, { 1: 150, 2: 150 }, { 1: 120 })).toEqual({ 1: 120, 2: 150 });
  });
});

describe.each(shapes)('INVARIANT (floor): $name', ({ standard: of, complete, given }) => {
  it('join is never worse than the city, and leaves nothing of the county to be joined', () => {
    fc.assert(
      fc.property(complete, given, (city, county) => {
        const joined = join(of, city, county);
        expect(notWorse(compareValues(of, city, joined))).toBe(true);
        expect(compareValues(of, joined, join(of, joined, county))).toBe('equal');
      }),
    );
  });

  it('join is idempotent, commutative, and the least of what is above both', () => {
    fc.assert(
      fc.property(complete, complete, complete, (a, b, c) => {
        expect(compareValues(of, a, join(of, a, a))).toBe('equal');
        if (of.better === 'none') return;
        expect(compareValues(of, join(of, a, b), join(of, b, a))).toBe('equal');
        expect(notWorse(compareValues(of, b, join(of, a, b)))).toBe(true);
        if (notWorse(compareValues(of, a, c)) && notWorse(compareValues(of, b, c))) {
          expect(notWorse(compareValues(of, join(of, a, b), c))).toBe(true);
        }
      }),
    );
  });
});
