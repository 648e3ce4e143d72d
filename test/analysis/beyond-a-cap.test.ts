import { describe, expect, it } from 'vitest';
import { diff } from '../../server/analysis/diff/diff.ts';
import { prove } from '../../server/analysis/proof/prove.ts';
import { sentenceOf } from '../../server/http/changes/sentence.ts';
import { sharedSolver } from '../solver.ts';
import { type Change, changed, effectiveOf, otherCity } from './edges/changed.ts';

/** An invented city in which a large-cost fund pays of what the cap of stays has left without payment. */
const city = otherCity('990009');
const with_ = (...changes: readonly Change[]) => effectiveOf(changed(city, changes));
const figure = (id: string, value: number): Change => [['standards', id, 'value'], value];
const now = with_();

const proof = async (...changes: readonly Change[]) =>
  (await prove(now, with_(...changes), { solver: sharedSolver(), year: false })).result;

describe('a fund beyond a cap', () => {
  it('harms nobody by a higher ratio or a higher cap of its own', async () => {
    expect(await proof(figure('largeCost.ratio', 0.9))).toBe('proved');
    expect(await proof(figure('largeCost.cap', 400_000))).toBe('proved');
    expect(await proof(figure('largeCost.ratio', 0.7))).toBe('refuted');
  });

  it('makes a higher cap before it better, where it pays no more of the cost than was paid below the cap', async () => {
    // What the cap cuts goes to the fund: which of the two is better, a comparison of figures cannot know.
    const classOf = (to: typeof now) => diff(now, to).map((change) => change.class);
    expect(classOf(with_(figure('inpatient.cap', 150_000)))).toEqual(['undetermined']);
    expect(classOf(with_([['limits', 'inpatientYear', 'per'], 'claim']))).toEqual(['undetermined']);
    expect(classOf(with_(figure('largeCost.cap', 400_000)))).toEqual(['better']);
    expect(await proof(figure('inpatient.cap', 150_000))).toBe('proved');
  });

  it('makes a higher cap before it worse, where it pays more: that is found, with a claim', async () => {
    const generous = with_(figure('largeCost.ratio', 0.99));
    const raised = with_(figure('largeCost.ratio', 0.99), figure('inpatient.cap', 150_000));
    const { result, counterexample } = await prove(generous, raised, { solver: sharedSolver(), year: false });
    expect(result).toBe('refuted');
    expect(counterexample?.claim).toMatchObject({ type: 'stay' });
  });

  it('is told by the name of the cap, and follows it where that has another name', () => {
    const other: Change = [['limits', 'inpatientYear', 'name'], 'inpatientAnnual'];
    const following: Change = [['rules', 'largeCost', 'event', 'params', 'beyond'], 'inpatientAnnual'];
    const renamed = diff(now, with_(other, following));
    expect(renamed.map(({ kind, class: of }) => [kind, of])).toEqual([['limit-renamed', 'neutral']]);

    const plain = with_([['rules', 'largeCost', 'event', 'params', 'beyond'], undefined]);
    const [change, ...rest] = diff(plain, now);
    expect(rest).toEqual([]);
    expect(change).toMatchObject({ kind: 'rule-figures-changed', class: 'undetermined' });
    const told = (language: 'zh' | 'en') =>
      change && sentenceOf(change, { before: plain, after: now, names: null }, language);
    expect(told('zh')).toContain('超出的费用：住院统筹年度封顶');
    expect(told('en')).toContain('cap of stays');
  });
});
