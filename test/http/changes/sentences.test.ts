import { describe, expect, it } from 'vitest';
import { diff } from '../../../server/analysis/diff/diff.ts';
import type { Language } from '../../../server/domain/label.ts';
import { sentenceOf } from '../../../server/http/changes/sentence.ts';
import { type Change, changed, changedCity, effectiveOf, otherCity } from '../../analysis/edges/changed.ts';
import { cityRuleSet } from '../../city.ts';
import { effective } from '../../naive/documents.ts';

const city = cityRuleSet();
const names = { before: { zh: '甲县', en: 'A' }, after: { zh: '乙县', en: 'B' } };

function told(changes: readonly Change[], language: Language, places: typeof names | null = null): readonly string[] {
  const after = effectiveOf(changedCity(changes));
  return diff(city, after).map((change) => sentenceOf(change, { before: city, after, names: places }, language));
}

const category = ['claims', 'stay', 'facts', 'person.category'] as const;

/** The first change of a city in which a fact is the first of a list's items. */
function toldOf(changes: readonly Change[], language: Language): string {
  const plan = otherCity('990011');
  const [before, after] = [effective(plan), effective(changed(plan, changes))];
  const [first] = diff(before, after);
  return first === undefined ? '' : sentenceOf(first, { before, after, names: null }, language);
}

describe('a sentence', () => {
  it('of a label that only the other language changed shows that language', () => {
    const renamed: Change = [['standards', 'accident.medical', 'label', 'zh'], '意外医疗'];
    expect(told([renamed], 'en')).toEqual(['“意外伤害医疗保额（每年）” is called “意外医疗”']);
  });

  it('of a default that hangs on another fact tells it for each value', () => {
    const given: Change = [
      ['claims', 'inpatient', 'facts', 'referral.status', 'default', 'value'],
      { homeCounty: 'notNeeded', city: 'missing' },
    ];
    expect(told([given], 'zh')[0]).toContain(
      '由“依“医院所在地”而定（户籍所在县（市、区）：无须转诊）”改为“依“医院所在地”而定（户籍所在县（市、区）：无须转诊、市内其他县（市、区）：应办而未办）”',
    );
  });

  it('of what only one of two places has says what kind of thing it is, and its figure', () => {
    const own: Change = [
      ['standards', 'care.premium'],
      { value: 30, unit: 'CNY', better: 'higher', label: { zh: '护理保费', en: 'premium' } },
    ];
    expect(told([own], 'zh', names)).toEqual(['标准“护理保费”（30 元）：乙县有，甲县没有']);
    expect(told([own], 'en', names)).toEqual(['standard “premium” (CNY 30): in B, not in A']);
  });

  it('of the order in which the first of a list counts names the items, in the one order and the other', () => {
    const order: readonly Change[] = [
      [
        [...category, 'firstOf', 'order'],
        ['minimum', 'destitute', 'resident'],
      ],
    ];
    expect(toldOf(order, 'zh')).toContain(
      '“适用身份”取先者的次序改变：由“特困 > 低保 > 因病致贫 > 普通居民”改为“低保 > 特困 > 普通居民”',
    );
    expect(toldOf(order, 'en')).toContain(
      'ordered otherwise: “destitute > minimum living > poor by illness > resident”',
    );
    const plain: readonly Change[] = [
      [[...category, 'firstOf'], undefined],
      [[...category, 'choice'], { resident: { zh: '普通居民', en: 'resident' } }],
    ];
    expect(toldOf(plain, 'en')).toContain('(all categories: destitute > minimum living > poor by illness > resident)');
  });
});
