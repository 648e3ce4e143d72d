import { describe, expect, it } from 'vitest';
import { check } from '../../server/analysis/check/check.ts';
import { diff } from '../../server/analysis/diff/diff.ts';
import { prove } from '../../server/analysis/proof/prove.ts';
import { changed, effectiveOf, otherCity } from './edges/changed.ts';

/** An invented city whose figures count days and years; fewer of them, for a proof tries each number of the one with each of the other. */
const facts = ['claims', 'stay', 'facts'] as const;
const city = changed(otherCity('990008'), [
  [[...facts, 'stay.days', 'integer', 'atMost'], 94],
  [[...facts, 'insured.years', 'integer', 'atMost'], 2],
]);
const now = effectiveOf(city);
const withFigure = (id: string, value: number) => effectiveOf(changed(city, [[['standards', id, 'value'], value]]));

/** Each with a value that is better and one that is worse than what it is. */
const figures: readonly (readonly [id: string, better: number, worse: number])[] = [
  ['bed.perDay', 40.01, 39.99],
  ['basic.capPerYear', 3_000.01, 2_999.99],
  ['supplement.pointsPerYear', 0.051, 0.049],
  ['care.freeDays', 2, 4],
  ['care.daysPerStay', 91, 89],
  ['care.daysPerYear', 181, 179],
];

describe.each(figures)('%s', (id, better, worse) => {
  it('is better one way and worse the other', () => {
    expect(diff(now, withFigure(id, better)).map((change) => change.class)).toEqual(['better']);
    expect(diff(now, withFigure(id, worse)).map((change) => change.class)).toEqual(['worse']);
  });

  it('is proved to harm nobody where it is better, and refuted where it is worse, without a solver', async () => {
    expect((await prove(now, withFigure(id, better), { solver: null, year: false })).result).toBe('proved');
    expect((await prove(now, withFigure(id, worse), { solver: null, year: false })).result).toBe('refuted');
  });
});

it('figures that count a fact make no cliff', async () => {
  const { answers } = await check(now, { solver: null });
  expect(answers.find(({ question }) => question === 'cliffs')).toMatchObject({ found: 0, rest: 'proved' });
});
