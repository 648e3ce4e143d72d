import { describe, expect, it } from 'vitest';
import type { Language } from '../../server/domain/label.ts';
import { ruleSentence } from '../../server/http/rule-sentences.ts';
import { type Change, changed, effectiveOf, otherCity } from '../analysis/edges/changed.ts';

const city = otherCity('990007');
const params = ['rules', 'criticalIllness', 'event', 'params'] as const;

/** The rule of the invented city that pays by bands, as a sentence. */
function told(changes: readonly Change[], language: Language): string {
  const ruleSet = effectiveOf(changed(city, changes));
  const [rule] = ruleSet.rules;
  if (rule === undefined) throw new Error('no rule');
  return ruleSentence(rule, ruleSet, language);
}

const bands = (figure: unknown): Change => [[...params, 'bands'], figure];
const fivePoints: Change = [
  ['standards', 'criticalIllness.points'],
  { value: 0.05, unit: 'points', label: { zh: '提高', en: 'more' } },
];

describe('a rule that pays by bands', () => {
  it('says what is done to the ratio of every band', () => {
    expect(told([], 'en')).toContain(
      'by the bands of “ratios by band”, counted from the deductible, each band at its ratio × factor of the place + more for the poor.',
    );
    expect(told([], 'zh')).toContain(
      '按“大病分段比例”分段支付，分段自起付线起算，每段按该段比例 × 就医地系数 + 困难人员提高支付。',
    );
  });

  it('says a bonus of one figure with it, in percentage points', () => {
    const raised = bands({ amount: '$criticalIllness.bands', plus: '$criticalIllness.points' });
    expect(told([fivePoints, raised], 'en')).toContain('each band at its ratio + more (5 percentage points).');
    expect(told([fivePoints, raised], 'zh')).toContain('每段按该段比例 + 提高（5 个百分点）支付。');
  });

  it('says nothing of the kind where bands stand as they are', () => {
    for (const figure of ['$criticalIllness.bands', { amount: '$criticalIllness.bands' }])
      expect(told([bands(figure)], 'en')).toMatch(/by the bands of “ratios by band”, counted from the deductible\.$/);
  });
});

describe('a rule with a deductible of another kind', () => {
  const sentences = (language: Language) => {
    const ruleSet = effectiveOf(otherCity('990009'));
    return new Map(ruleSet.rules.map((rule) => [rule.name, ruleSentence(rule, ruleSet, language)]));
  };

  it('says whether it is taken each time, and what it is counted over and with', () => {
    const [zh, en] = [sentences('zh'), sentences('en')];
    expect(zh.get('inpatient')).toContain('每次超过住院起付标准（每次）');
    expect(zh.get('inpatient')).toContain('（按年累计）');
    expect(en.get('inpatient')).toContain('each time, counted over the year');
    expect(zh.get('listB')).toContain('（同一申请内与“门诊统筹”合并计算）');
    expect(en.get('listB')).toContain('counted together with “outpatient cover” of the same claim');
    expect(zh.get('accident')).toContain('（按每次事件累计）');
    expect(en.get('accident')).toContain('counted by event');
  });
});
