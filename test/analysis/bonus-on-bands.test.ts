import { describe, expect, it } from 'vitest';
import { check } from '../../server/analysis/check/check.ts';
import { diff } from '../../server/analysis/diff/diff.ts';
import { findEdges } from '../../server/analysis/edges/find-edges.ts';
import { prove } from '../../server/analysis/proof/prove.ts';
import { sentenceOf } from '../../server/http/changes/sentence.ts';
import { type Change, changed, effectiveOf, otherCity, rulesIn } from './edges/changed.ts';
import { expectConfirmed } from './edges/confirmed.ts';

/** An invented city that raises every band for its poor. */
const city = otherCity('990007');
const points = (poor: number): Change => [['standards', 'criticalIllness.points', 'value', 'poor'], poor];
const params = ['rules', 'criticalIllness', 'event', 'params'] as const;
const withPoints = (poor: number) => changed(city, [points(poor)]);

async function proved(before: typeof city, after: typeof city) {
  return prove(effectiveOf(before), effectiveOf(after), { solver: null });
}

describe('points that are added to every band', () => {
  it('are better raised and worse lowered, and told in percentage points', () => {
    const [before, after] = [effectiveOf(city), effectiveOf(withPoints(0.06))];
    const changes = diff(before, after);
    expect(changes.map(({ kind, class: of }) => [kind, of])).toEqual([['standard-raised', 'better']]);
    const told = changes.map((change) => sentenceOf(change, { before, after, names: null }, 'en'));
    expect(told[0]).toContain('from 5 percentage points to 6 percentage points (+1 percentage point)');
    expect(diff(after, before).map(({ class: of }) => of)).toEqual(['worse']);
  });

  it('are proved to harm nobody where they are raised, and refuted where they are lowered, without a solver', async () => {
    expect((await proved(city, withPoints(0.06))).result).toBe('proved');
    const { result, counterexample } = await proved(city, withPoints(0.049));
    expect(result).toBe('refuted');
    expect(counterexample?.claim.person).toEqual({ category: 'poor' });
  });

  it('are proved to harm nobody where a rule takes them up, and refuted where it drops them', async () => {
    const bands = { amount: '$criticalIllness.bands', times: '$criticalIllness.placeFactor' };
    const without = changed(city, [[[...params, 'bands'], bands]]);
    expect((await proved(without, city)).result).toBe('proved');
    expect((await proved(city, without)).result).toBe('refuted');
  });

  it('have edges where the bands end whose ratios are raised, and for the poor alone', async () => {
    const [from, to] = [rulesIn(city), rulesIn(withPoints(0.04))];
    const { edges, types } = await findEdges(from.effective, to.effective, { limit: 10, claims: 3000 });
    expect(types.map(({ better }) => better)).toEqual([0]);
    expect(new Set(edges.map(({ claim }) => (claim.person as { category: string }).category))).toEqual(
      new Set(['poor']),
    );
    const met = edges.flatMap(({ meets }) => meets.map(({ id, at }) => `${id} ${at}`));
    expect(met).toContain('criticalIllness.bands 50000.00');
    await expectConfirmed(edges, from, to);
  });

  it('make no cliff: no fen more of the bill costs a person more than a fen', async () => {
    const { answers } = await check(effectiveOf(city), { solver: null });
    expect(answers.find(({ question }) => question === 'cliffs')).toMatchObject({ found: 0, rest: 'proved' });
  });
});
