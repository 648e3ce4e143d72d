import { describe, expect, it } from 'vitest';
import { fundingCounts, withCounts } from '../../editor/standards/effects/funding-counts.ts';

const label = (zh: string) => ({ zh, en: zh });
const fact = (id: string, kind: 'integer' | 'money') => ({
  id,
  label: label(id),
  type: { kind },
  default: { kind: 'required' },
});
const facts = [fact('year.people', 'integer'), fact('year.left', 'money'), fact('homes', 'integer')] as never;
const claim = { type: 'premiums', year: { people: 100, left: 7 }, note: 'x' };

describe('a typical year of premiums', () => {
  it('offers the whole numbers that it brings, and nothing that stays at its default', () => {
    expect(fundingCounts({ facts }, claim)).toEqual([
      { path: 'year.people', label: label('year.people'), typical: 100 },
    ]);
    expect(fundingCounts({ facts }, { type: 'premiums', homes: 3 } as never)).toEqual([
      { path: 'homes', label: label('homes'), typical: 3 },
    ]);
  });

  it('takes a place’s own numbers in their place and stays itself what it was', () => {
    const own = withCounts(
      claim,
      new Map([
        ['year.people', 25_000],
        ['homes', 4],
        ['year.constructor', 1],
      ]),
    );
    expect(own).toEqual({ type: 'premiums', year: { people: 25_000, left: 7 }, note: 'x' });
    expect(claim.year.people).toBe(100);
  });
});
