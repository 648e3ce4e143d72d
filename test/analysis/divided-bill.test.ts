import { describe, expect, it } from 'vitest';
import { diff } from '../../server/analysis/diff/diff.ts';
import { prove } from '../../server/analysis/proof/prove.ts';
import { nextVersion } from '../../server/analysis/version-number.ts';
import { sharedSolver } from '../solver.ts';
import { type Change, changed, effectiveOf, otherCity } from './edges/changed.ts';

/** An invented city that counts eight tenths of drugs of class B in scope, and pays of the rest as well. */
const city = otherCity('990001');
const with_ = (...changes: readonly Change[]) => effectiveOf(changed(city, changes));
const counting = (value: unknown): Change => [['standards', 'counting.classB', 'value'], value];
const ceiling: readonly Change[] = [
  [['costs', 1], { item: 'classB', to: 'inScope', atMost: '$counting.most', rest: 'outOfScope' }],
];
const most = (value: number): Change => [['standards', 'counting.most'], { value, unit: 'CNY', better: 'higher' }];

const classes = (before: readonly Change[], after: readonly Change[]) =>
  diff(with_(...before), with_(...after)).map((change) => change.class);

describe('a figure by which the bill is divided', () => {
  it('is good or bad for nobody without a proof, whichever way it moves, and raises the first part of the number', () => {
    expect(classes([], [counting(0.9)])).toEqual(['undetermined']);
    expect(classes([], [counting(0.7)])).toEqual(['undetermined']);
    expect(nextVersion('1.0.0', 'undetermined')).toBe('2.0.0');
  });

  it('is so as a ceiling, and where the share is dropped for one', () => {
    expect(classes([...ceiling, most(500)], [...ceiling, most(600)])).toEqual(['undetermined']);
    expect(classes([], [...ceiling, most(600)])).toContain('undetermined');
  });

  it('can cost a person more although more counts: the rest was covered better', async () => {
    const rest: Change = [['standards', 'outside.bands', 'value'], [{ from: 0, value: 1 }]];
    const [before, after] = [with_(rest), with_(rest, counting(0.95))];
    const { result, counterexample } = await prove(before, after, { solver: sharedSolver(), year: false });
    expect(result).toBe('refuted');
    expect(Number(counterexample?.after.selfPay.total)).toBeGreaterThan(Number(counterexample?.before.selfPay.total));
    expect(diff(before, after).map((change) => change.class)).toEqual(['undetermined']);
  });

  it('leaves figures that divide nothing what they are', () => {
    expect(classes([], [[['standards', 'basic.cap', 'value'], 200_000]])).toEqual(['better']);
    expect(classes([], [[['standards', 'counting.classB', 'label'], { zh: '乙类', en: 'class B' }]])).toEqual([
      'neutral',
    ]);
  });
});
