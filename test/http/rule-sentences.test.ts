import { describe, expect, it } from 'vitest';
import type { Label, Language } from '../../server/domain/label.ts';
import { limitSentence, ruleSentence } from '../../server/http/rule-sentences.ts';
import type { RuleSet } from '../../server/rulesets/language.ts';
import { type Change, changed, effectiveOf, otherCity } from '../analysis/edges/changed.ts';
import { cityRuleSet } from '../city.ts';

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

/** A rule, else a limit, of the invented city whose figures count days and years. */
function toldOf(name: string, language: Language, changes: readonly Change[] = []): string {
  const ruleSet = effectiveOf(changed(otherCity('990008'), changes));
  const rule = ruleSet.rules.find((one) => one.name === name);
  if (rule !== undefined) return ruleSentence(rule, ruleSet, language);
  const limit = ruleSet.limits.find((one) => one.name === name);
  return limit === undefined ? '' : limitSentence(limit, ruleSet, language);
}

describe('a figure that counts a fact', () => {
  it('is an amount for each of it', () => {
    expect(toldOf('bedFee', 'zh')).toContain('给付床位费每日限额（40 元） × 住院天数，不超过尚未支付的床位费。');
    expect(toldOf('bedFee', 'en')).toContain('bed fee a day (CNY 40) × days of the stay is paid');
  });

  it('comes before what is added to it', () => {
    const sum = { amount: '$bed.perDay', each: 'stay.days', plus: '$care.perDay' };
    const plus: Change = [['rules', 'bedFee', 'event', 'params', 'sum'], sum];
    expect(toldOf('bedFee', 'en', [plus])).toContain(
      'bed fee a day (CNY 40) × days of the stay + allowance a day (CNY 60) is paid',
    );
  });

  it('has so much more for each of it', () => {
    expect(toldOf('basicYear', 'zh')).toContain('年度封顶线（90,000 元） + 每年提高封顶线（3,000 元） × 连续参保年数');
    expect(toldOf('supplementStay', 'en')).toContain(
      'ratio of the supplement (50%) + more of the ratio for each year (5 percentage points) × years insured',
    );
  });
});

describe('an allowance', () => {
  it('says what is taken off and both of its bounds', () => {
    expect(toldOf('careDays', 'zh')).toContain(
      '每一单位“住院天数”给付每日津贴（60 元），每次先扣除免赔天数（3 日），每次申请至多每次给付天数（90 日），每年至多全年给付天数（180 日）。',
    );
    expect(toldOf('careDays', 'en')).toContain(
      'allowance a day (CNY 60) is paid, days without an allowance (3 days) of each claim taken off first, at most days a stay (90 days) per claim, at most days a year (180 days) per year.',
    );
  });
});

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

/** A rule, else a limit, as a sentence in both languages. */
function sentencesOf(document: RuleSet, name: string): Label {
  const ruleSet = effectiveOf(document);
  const rule = ruleSet.rules.find((one) => one.name === name);
  const limit = ruleSet.limits.find((one) => one.name === name);
  const told = (language: Language) =>
    rule !== undefined
      ? ruleSentence(rule, ruleSet, language)
      : limit !== undefined
        ? limitSentence(limit, ruleSet, language)
        : '';
  return { zh: told('zh'), en: told('en') };
}

describe('a limit over a period of the city’s own', () => {
  it('is told by the word of the rule set, else by the name of the period', () => {
    const { zh, en } = sentencesOf(otherCity('990009'), 'expenseYear');
    expect(zh).toContain('普惠险每保险年度合计至多');
    expect(en).toContain('per policy year');
    const unnamed = sentencesOf(changed(otherCity('990009'), [[['periods'], undefined]]), 'expenseYear');
    expect(unnamed.zh).toContain('普惠险每policyYear合计至多');
  });
});

describe('a figure that counts several facts', () => {
  it('is told with all of them', () => {
    const { zh, en } = sentencesOf(otherCity('990010'), 'partLost');
    expect(zh).toContain('每亩保险金额 × 生长期赔付比例 × 受灾面积 × 损失率');
    expect(en).toContain('sum insured of a mu × part paid by the stage of growth × damaged area × part that is lost');
  });
});

describe('a figure that is a part of an amount', () => {
  const sentences = (name: string) => sentencesOf(otherCity('990011'), name);

  it('is told as a part of it, with its bound', () => {
    const { zh, en } = sentences('assistance');
    expect(zh).toContain('超过起付标准占家庭年收入 × 家庭年可支配收入（不高于起付标准最高（20,000 元））的部分');
    expect(en).toContain(
      'deductible as a share of the income × disposable income of the household in the year (not above',
    );
  });

  it('and so is what deductibles of a year take together', () => {
    const { zh, en } = sentences('basic');
    expect(zh).toContain('每次超过起付标准的部分（期内起付合计不超过年度起付标准累计最高（1,200 元））');
    expect(en).toContain('(deductibles of the period together at most deductibles of a year at most (CNY 1,200))');
  });

  it('is divided, by the day, and bounded on both sides', () => {
    const { zh, en } = sentences('maternity');
    expect(zh).toContain(
      '÷ 每月折算天数（30 日） × 单位上年度月平均工资 × 产假天数（不低于生育津贴最低（5,000 元））（不高于',
    );
    expect(en).toContain('÷ days that a month counts (30 days) × mean monthly wage of the employer × days of leave');
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
    expect(zh.get('insured')).toContain('（按年累计）（与“普惠险”共用累计）');
    expect(zh.get('inpatient')).not.toContain('共用');
    expect(zh.get('listB')).toContain('（同一申请内与“门诊统筹”合并计算）');
    expect(en.get('listB')).toContain('counted together with “outpatient cover” of the same claim');
    expect(zh.get('accident')).toContain('（按每次事件累计）');
    expect(en.get('accident')).toContain('counted by event');
  });

  it('says beyond which limit it pays', () => {
    expect(sentences('zh').get('largeCost')).toContain('政策内费用中因“住院统筹年度封顶”未能报销的部分');
    expect(sentences('en').get('largeCost')).toContain('what of in scope “cap of stays” has left without payment');
  });

  it('is counted over a period as the rule set calls that', () => {
    const named = changed(otherCity('990009'), [
      [['periods'], { year: { zh: '医保年度', en: 'insurance year' }, accident: { zh: '次事故', en: 'accident' } }],
      [['rules', 'accident', 'event', 'params', 'per'], 'accident'],
    ]);
    const [accident, inpatient] = [sentencesOf(named, 'accident'), sentencesOf(named, 'inpatient')];
    expect(accident.zh).toContain('（按每次事故累计）');
    expect(accident.en).toContain('counted by accident');
    expect(inpatient.zh).toContain('（按每医保年度累计）');
    expect(inpatient.en).toContain('counted by insurance year');
  });
});

describe('a rule that others pay before', () => {
  const effectiveCity = cityRuleSet();
  const sentence = (name: string, language: Language) => {
    const rule = effectiveCity.rules.find((one) => one.name === name);
    if (rule === undefined) throw new Error(name);
    return ruleSentence(rule, effectiveCity, language);
  };

  it('pays from what those have left', () => {
    expect(sentence('medicalAssistance', 'zh')).toContain(
      '政策范围内费用中此前尚未支付的部分按住院医疗救助比例（70%）支付',
    );
    expect(sentence('medicalAssistance', 'en')).toContain('in-scope cost still unpaid by then is paid at');
    expect(sentence('criticalIllness', 'zh')).toContain('政策范围内费用中此前尚未支付的部分超过大病保险起付标准');
  });

  it('of another pot, or of another claim type, it pays from the bill', () => {
    expect(sentence('hospitalReduction', 'zh')).not.toContain('此前');
    expect(sentence('basicMedicalLevel1', 'zh')).not.toContain('此前');
    expect(sentence('chronicOutpatient', 'zh')).not.toContain('此前');
  });
});
