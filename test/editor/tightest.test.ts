import { describe, expect, it } from 'vitest';
import type { Miss } from '../../editor/standards/text/floor-reader.ts';
import { tightest } from '../../editor/standards/text/tightest.ts';

const miss = (keyword: string, bound: unknown, at: Miss['at'] = ['a']): Miss => ({ at, keyword, bound, value: 1.2 });
const keywords = (...misses: readonly Miss[]) => tightest(misses).map(({ keyword, bound }) => `${keyword} ${bound}`);

describe('what is said of several bounds that a figure misses', () => {
  it('is the nearest one; at the same figure the one that the figure itself misses', () => {
    expect(keywords(miss('maximum', 1), miss('exclusiveMaximum', 1))).toEqual(['exclusiveMaximum 1']);
    expect(keywords(miss('maximum', 0.1), miss('exclusiveMaximum', 1))).toEqual(['maximum 0.1']);
    expect(keywords(miss('minimum', 0.7), miss('exclusiveMinimum', 0))).toEqual(['minimum 0.7']);
    expect(keywords(miss('exclusiveMinimum', 0), miss('minimum', 0))).toEqual(['exclusiveMinimum 0']);
  });

  it('keeps what is missed at different places, on different sides, or is no bound on a number', () => {
    const apart = [miss('maximum', 1, ['a']), miss('maximum', 0.5, ['b'])];
    expect(tightest(apart)).toEqual(apart);
    const others = [miss('maximum', 1), miss('minimum', 2), miss('const', 0), miss('dependentRequired', ['b'])];
    expect(tightest(others)).toEqual(others);
  });
});
