import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { isDate } from '../../server/domain/dates.ts';
import { effectiveWords } from '../../server/http/effective-words.ts';
import { openFolder } from '../../server/store/folder-source.ts';
import { claimSchemaOf, effective } from '../../server/usecases/effective.ts';
import { RuleBook } from '../../server/usecases/rule-book.ts';
import { misfits } from '../answers.ts';
import { realBook, refused } from '../published.ts';

const plain = await realBook(false);
const demo = await realBook(true);
const now = new Date('2019-08-01T04:00:00Z');
const cities = join(import.meta.dirname, '../cities');

describe('the rules in force', () => {
  it('are told in words: figures, rules and limits', async () => {
    const { standards, rules, limits } = await effective(demo, '371525', '2019-08-01', now, effectiveWords);
    expect(standards['supplementaryMedical.annualCap']).toMatchObject({
      words: { zh: '350,000 元', en: 'CNY 350,000' },
      cityWords: { zh: '300,000 元' },
    });
    const sentence = (name: string) => rules.find((rule) => rule.name === name)?.sentence;
    expect(sentence('medicalAssistance')).toEqual({
      zh: '申请类型为住院：政策范围内费用中此前尚未支付的部分按住院医疗救助比例（75%）支付。',
      en: expect.stringMatching(
        /^Where type of claim is inpatient stay: in-scope cost still unpaid by then is paid at .*75%/,
      ),
    });
    expect(sentence('supplementaryMedical')?.zh).toContain('支付到低于政策范围内费用的');
    expect(sentence('criticalIllness')?.zh).toContain('（按年累计）按“大病保险分段报销比例”分段支付');
    expect(sentence('accidentDisability')?.zh).toContain('两处以上同为最重的，提高一级');
    expect(sentence('fundSupplementaryMedical')?.zh).toMatch(/其中省级资金.*100 元.*、市级.*其余由县级筹集/);
    for (const { sentence: said } of [...rules, ...limits]) {
      expect(said.zh).not.toMatch(/[a-z]{3,}|\$|\{/);
      expect(said.en).not.toMatch(/\p{Script=Han}|\$|\{/u);
      expect(`${said.zh} ${said.en}`).not.toMatch(/其中其中|of it of which/);
    }
    expect(limits.find(({ name }) => name === 'medicalAssistanceYear')?.sentence.zh).toMatch(/每年合计至多.*15,000 元/);
  });

  it.each([
    ['371500', false],
    ['371525', false],
    ['371525', true],
    ['371522', true],
  ])('of %s are what the schema says (samples: %s)', async (code, samples) => {
    const found = await effective(samples ? demo : plain, code, '2019-08-01', now, effectiveWords);
    expect(misfits('effective-answer', found)).toEqual([]);
    expect(found).toMatchObject({ jurisdiction: code, date: '2019-08-01', chosen: false });
    expect(found.override === null).toBe(!samples);
  });

  it.each(readdirSync(cities))('of the other plan %s are, too', async (code) => {
    const book = new RuleBook(await openFolder(join(cities, code)));
    const found = await effective(book, code, undefined, now, effectiveWords);
    expect(misfits('effective-answer', found)).toEqual([]);
    expect(found.chosen).toBe(true);
  });

  it('show the city’s figure beside the county’s, and a fact’s items as a claim sends them', async () => {
    const { standards, claims, layers } = await effective(demo, '371525', '2019-08-01', now, effectiveWords);
    expect(standards['medicalAssistance.ratio']).toMatchObject({ value: 0.75, cityValue: 0.7, origin: 'county' });
    expect(claims.inpatient?.facts['hospital.level']?.type).toEqual({
      kind: 'choice',
      items: [
        { value: 1, label: { zh: '一级', en: 'level 1' } },
        { value: 2, label: { zh: '二级', en: 'level 2' } },
        { value: 3, label: { zh: '三级', en: 'level 3' } },
      ],
    });
    expect(claims.inpatient?.facts['referral.status']?.default).toEqual({
      kind: 'by',
      fact: 'hospital.place',
      values: { homeCounty: 'notNeeded' },
    });
    expect(layers[0]).toMatchObject({ name: 'basicMedical', payer: { id: 'basicMedicalFund' }, replacedBy: null });
  });
});

describe('the schema of a claim', () => {
  it('is that of the rules in force, and takes what they take', async () => {
    const found = await claimSchemaOf(demo, '371522', 'inpatient', undefined, now);
    expect(found).toMatchObject({ date: '2019-08-01', chosen: true, type: 'inpatient', ruleSet: { version: '1.0.0' } });
    const ajv = new Ajv2020({ strict: false, formats: { date: isDate, money: () => true } });
    const fits = ajv.compile(found.schema);
    const stay = { type: 'inpatient', hospital: { level: 1 }, cost: { inScope: 100 } };
    expect(fits(stay)).toBe(true);
    expect(fits({ ...stay, household: { incomePerPerson: 5000 } })).toBe(true);
    const city = await claimSchemaOf(demo, '371500', 'inpatient', '2019-08-01', now);
    expect(ajv.compile(city.schema)({ ...stay, household: { incomePerPerson: 5000 } })).toBe(false);
  });

  it('names what a form shows, in the order of the rules', async () => {
    const { type, types, form } = await claimSchemaOf(demo, '371522', undefined, '2019-08-01', now);
    expect(types[0]?.type).toBe(type);
    expect(types.map((one) => one.label.zh)).toContain('住院');
    expect(form.dateFact).toBe('discharge');
    expect(form.facts.find(({ id }) => id === 'hospital.level')).toMatchObject({
      label: { zh: '医院级别' },
      type: { kind: 'choice', items: [{ value: 1, label: { zh: '一级' } }, { value: 2 }, { value: 3 }] },
    });
    expect(form.pots.map(({ pot }) => pot)).toEqual(['inScope', 'outOfScope']);
    expect(form.layers[0]).toEqual({ layer: 'basicMedical', label: { zh: '基本医保', en: expect.any(String) } });
    expect(form.counters).toContainEqual({
      ...{ period: 'year', periodLabel: null, name: 'criticalIllness', kind: 'base' },
      label: { zh: '大病保险', en: expect.any(String) },
    });
    const accident = await claimSchemaOf(demo, '371522', 'accident', '2019-08-01', now);
    expect(accident.form.counters.map(({ period, name }) => `${period} ${name}`)).toContain('event accidentDisability');
  });

  it('is refused for a type that there is not', async () => {
    const book = plain;
    expect(await refused(claimSchemaOf(book, '371500', 'inpatent', undefined, now))).toEqual([
      'claimTypeUnknown /type',
    ]);
    expect(await refused(claimSchemaOf(book, '371500', 'inpatient', '2021-01-01', now))).toEqual(['noRuleSetInForce']);
  });
});
