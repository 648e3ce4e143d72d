import { describe, expect, it } from 'vitest';
import { findEdges } from '../../../server/analysis/edges/find-edges.ts';
import type { RuleSet } from '../../../server/rulesets/language.ts';
import { changed, otherCity, rulesIn } from './changed.ts';
import { expectConfirmed } from './confirmed.ts';

const codes = [
  '230800',
  '990001',
  '990002',
  '990003',
  '990004',
  '990005',
  '990006',
  '990007',
  '990008',
  '990009',
  '990010',
  '990011',
] as const;

/** Standards of one number that a claimant would rather have higher or lower, a little the other way. */
function* worsened(document: RuleSet): Generator<readonly [id: string, value: number]> {
  for (const [id, { value, better, unit }] of Object.entries(document.standards)) {
    // A premium is nobody's benefit.
    if (id.startsWith('premium.') || typeof value !== 'number' || value === 0) continue;
    if (better !== 'higher' && better !== 'lower') continue;
    const step = unit === 'CNY' || unit === 'share' ? value / 10 : 1;
    const rounded = Math.round((better === 'higher' ? value - step : value + step) * 1e4) / 1e4;
    yield [id, unit === 'CNY' ? Math.round(rounded * 100) / 100 : Math.min(rounded, unit === 'share' ? 1 : rounded)];
  }
}

/** The first and one in the middle. */
function some<T>(all: readonly T[]): readonly T[] {
  return [...new Set([0, Math.floor(all.length / 2)])].flatMap((at) => all.slice(at, at + 1));
}

describe.each(codes)('the plan of %s', (code) => {
  const document = otherCity(code);
  const from = rulesIn(document);

  it('has no edge against itself', async () => {
    expect(await findEdges(from.effective, from.effective)).toMatchObject({ different: 0, settled: 0 });
  });

  it.each(some([...worsened(document)]))('with %s worse at %s has claims that lose', async (id, value) => {
    const to = rulesIn(changed(document, [[['standards', id, 'value'], value]]));
    const found = await findEdges(from.effective, to.effective, { limit: 10, claims: 3000 });
    expect(
      found.types.reduce((sum, { worse }) => sum + worse, 0),
      JSON.stringify(found),
    ).toBeGreaterThan(0);
    // What counts towards one pot is not left in another: there somebody may win.
    if (!id.startsWith('counting.')) expect(found.types.reduce((sum, { better }) => sum + better, 0)).toBe(0);
    await expectConfirmed(found.edges, from, to);
  });
});
