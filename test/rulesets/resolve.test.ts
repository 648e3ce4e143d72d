import { describe, expect, it } from 'vitest';
import type { RuleSet } from '../../server/rulesets/language.ts';
import { resolve } from '../../server/rulesets/resolve.ts';
import { CITY, effective, named } from './small-plan.ts';

const city = effective();
const fact = (id: string) => city.claims.get('inpatient')?.facts.get(id);
const words = (zh: string, en = zh) => ({ zh, en });

describe('a city’s rule set alone', () => {
  it('names itself, its words and its period', () => {
    expect(city).toMatchObject({
      jurisdiction: '371500',
      override: null,
      title: words('某市规则', "a city's rules"),
      period: { from: '2019-01-01', to: '2019-12-31' },
    });
    expect(city.clauses.get('3.1')).toEqual(words('三（一）'));
    expect(city.leftOut).toEqual([{ clause: '7', label: words('组织领导') }]);
    expect(city.readings).toEqual([
      {
        id: 'bandsFromZero',
        clause: null,
        label: words('自零起算'),
        standard: 'critical.bands',
        rule: 'criticalYear',
        limit: null,
      },
    ]);
  });

  it('knows its facts in one form, whatever the way they are written in', () => {
    expect(fact('hospital.level')).toEqual({
      id: 'hospital.level',
      label: words('级别'),
      type: {
        kind: 'choice',
        items: new Map([
          ['1', words('一级')],
          ['2', words('二级')],
          ['3', words('三级')],
        ]),
      },
      default: { kind: 'required' },
      added: false,
    });
    expect(fact('hospital.place')).toMatchObject({ default: { kind: 'value', value: 'home' } });
    expect(fact('referral.status')?.default).toEqual({
      kind: 'by',
      fact: 'hospital.place',
      values: new Map([['home', 'notNeeded']]),
    });
    expect(fact('person.age')).toMatchObject({
      type: { kind: 'integer', atLeast: 0, atMost: null },
      default: { kind: 'absent' },
    });
    expect(fact('stay.days')).toMatchObject({
      type: { kind: 'daysBetween', from: 'referral.from', to: 'discharge' },
      default: { kind: 'absent' },
    });
    expect(fact('accident.grades')).toMatchObject({
      type: { kind: 'list', items: null },
      default: { kind: 'value', value: [] },
    });
    expect(fact('cost.drug')).toMatchObject({ type: { kind: 'money', partOf: 'cost.inScope' } });
  });

  it('takes `none` for an item where the choice has one of that name', () => {
    expect(fact('person.illness')?.default).toEqual({ kind: 'value', value: 'none' });
  });

  it('does not ask for the date that the request brings', () => {
    expect(city.claims.get('inpatient')?.dateFact).toBe('discharge');
    expect(fact('discharge')?.default).toEqual({ kind: 'absent' });
  });

  it('knows who pays, how, and when', () => {
    expect(city.layers[0]).toEqual({
      name: 'basic',
      label: words('基本医保', 'basic insurance'),
      payer: { id: 'fund', label: words('基金', 'the fund'), department: words('人社局') },
      product: null,
      channel: 'service.channel',
      combine: 'one',
      period: { from: '2019-01-01', to: '2019-12-31' },
      origin: 'city',
      replacedBy: null,
    });
    expect(city.layers[1]?.payer?.label).toEqual(words('保险公司', 'the insurer'));
    expect(city.layers[2]).toMatchObject({
      product: 'accident',
      period: { from: '2019-02-01', to: '2020-01-31' },
      combine: 'sum',
    });
  });

  it('fills in what a standard leaves unsaid', () => {
    const of = (id: string) => city.standards.get(id);
    expect(of('basic.deductible')).toMatchObject({
      by: ['hospital.level'],
      county: 'improve',
      clause: '3.1',
      origin: 'city',
    });
    expect(of('service.channel')).toMatchObject({
      better: 'higher',
      county: 'improve',
      label: words('service.channel'),
    });
    expect(of('withheld.terms')).toMatchObject({ better: 'higher', county: 'improve' });
    expect(of('critical.deductible')).toMatchObject({ verified: false, cityValue: { full: 6000, otherwise: 12000 } });
  });

  it('fills in what a limit leaves unsaid', () => {
    expect(city.limits[0]).toMatchObject({ kind: 'atMost', over: ['basic'], binds: ['basic'], per: 'year' });
    expect(city.limits[1]).toMatchObject({ kind: 'leave', of: ['inScope'] });
  });
});

describe('a county’s override', () => {
  it('betters what it names and keeps the rest, each with its source', () => {
    const set = effective(`standards:
  basic.deductible: {1: 100}
  critical.bands: [{from: 0, to: 50000, value: 0.55}, {from: 50000, value: 0.66}]
  accident.premium: 8
  basic.ratio: 0.7
`);
    expect(set.jurisdiction).toBe('371525');
    expect(set.override?.jurisdiction).toBe('371525');
    expect(set.period).toEqual({ from: '2019-07-01', to: '2019-12-31' });
    expect(set.standards.get('basic.deductible')).toMatchObject({
      value: { 1: 100, 2: 500, 3: 900 },
      cityValue: { 1: 200, 2: 500, 3: 900 },
      origin: 'county',
    });
    expect(set.standards.get('critical.bands')?.value).toEqual([
      { from: 0, to: 50000, value: 0.55 },
      { from: 50000, value: 0.66 },
    ]);
    expect(set.standards.get('accident.premium')).toMatchObject({ value: 8, origin: 'county' });
    expect(set.standards.get('basic.ratio')).toMatchObject({ value: 0.7, origin: 'city' });
  });

  it('INVARIANT (floor): a figure below the city’s, or a fixed one, changes nothing', () => {
    const set = effective(
      `standards: {basic.deductible: {1: 300}, basic.cap: 20000, basic.ratio: 0.6, withheld.terms: {basic: none}}\n`,
    );
    for (const id of ['basic.deductible', 'basic.cap', 'basic.ratio', 'withheld.terms']) {
      expect(set.standards.get(id)?.origin).toBe('city');
    }
    expect(set.standards.get('basic.deductible')?.value).toEqual({ 1: 200, 2: 500, 3: 900 });
  });

  it('adds facts, claim types, layers, rules and more, after the city’s', () => {
    const set = effective(`adds:
  products: {income: {label: 收入险}}
  payers: {village: {label: 村集体}}
  claims: {income: {facts: {person.income: {money: }}}}
  facts:
    inpatient: {stay.ward: {choice: [single, shared]}}
    person.remote: {boolean: , default: false}
  costs: [{item: ward, to: wardFee}]
  layers: [{name: income, payer: village}]
  standards: {income.line: {unit: CNY, better: higher, value: 3747}}
  limits: [{name: incomeYear, over: [income], per: year, atMost: $income.line}]
  rules:
    - name: incomeGap
      layer: income
      conditions: {all: []}
      event: {type: gap, params: {target: $income.line, actual: person.income}}
  readings: [{id: incomeReading, zh: 口径, en: a reading}]
`);
    expect([...set.claims.keys()]).toEqual(['inpatient', 'outpatient', 'income']);
    expect(set.claims.get('inpatient')?.facts.get('stay.ward')).toMatchObject({
      added: true,
      default: { kind: 'absent' },
    });
    expect(set.claims.get('outpatient')?.facts.get('stay.ward')).toBeUndefined();
    for (const type of set.claims.values()) {
      expect(type.facts.get('person.remote')).toMatchObject({ default: { kind: 'value', value: false }, added: true });
    }
    expect(set.claims.get('income')?.facts.get('person.income')?.default).toEqual({ kind: 'required' });
    expect(set.costs).toHaveLength(2);
    expect(set.layers.at(-1)).toMatchObject({
      name: 'income',
      product: 'income',
      origin: 'county',
      payer: { id: 'village' },
      period: { from: '2019-07-01' },
    });
    expect(set.standards.get('income.line')).toMatchObject({ origin: 'county', cityValue: null });
    expect(set.limits.at(-1)).toMatchObject({ name: 'incomeYear', origin: 'county' });
    expect(set.rules.at(-1)).toMatchObject({ name: 'incomeGap', origin: 'county' });
    expect(set.readings.at(-1)?.label).toEqual(words('口径', 'a reading'));
  });

  it('waives a product: joined standards, a name in its place, no premium', () => {
    const set = effective(
      `waivers: [{product: accident, by: {zh: 县级意外险}, standards: {accident.sum: 40000, accident.shares: {2: 0.4}}}]\n`,
    );
    expect(set.standards.get('accident.sum')).toMatchObject({ value: 40000, origin: 'county' });
    expect(set.standards.get('accident.shares')?.value).toEqual({ 1: 1, 2: 0.5 });
    expect(set.layers.find(({ name }) => name === 'accident')?.replacedBy).toEqual(words('县级意外险'));
    expect(set.layers.find(({ name }) => name === 'basic')?.replacedBy).toBeNull();
    expect(set.rules.map(({ name }) => name)).not.toContain('fundAccident');
    expect(city.rules.map(({ name }) => name)).toContain('fundAccident');
  });
});

describe('effective digests', () => {
  it('say which texts were resolved, and which terms came of it', () => {
    const alone = resolve(named<RuleSet>(CITY), null, '371525');
    expect(alone.jurisdiction).toBe('371525');
    expect(alone.effectiveDigest).toBe(city.effectiveDigest);
    const idle = effective('standards: {basic.deductible: {1: 200}}\n');
    expect(idle.effectiveDigest).not.toBe(city.effectiveDigest);
    expect(idle.effectiveTermsDigest).toBe(city.effectiveTermsDigest);
    const better = effective('standards: {basic.deductible: {1: 199}}\n');
    expect(better.effectiveTermsDigest).not.toBe(city.effectiveTermsDigest);
  });

  it('of terms do not see how rows are cut, lists ordered, decimals written or things worded', () => {
    const rewritten = CITY.replace('0.55}, {from: 100000', '0.55}, {from: 100000.00')
      .replace(
        '{from: 0, to: 100000, value: 0.55}',
        '{from: 0, to: 7, value: 0.550}, {from: 7, to: 100000, value: 0.55}',
      )
      .replace('label: 住院报销', 'label: 报销')
      .replace('clause: "3.1"', 'clause: "3.2"')
      .replace('title: {zh: 某市规则', 'title: {zh: 新规则');
    expect(rewritten).not.toBe(CITY);
    expect(resolve(named<RuleSet>(rewritten)).effectiveTermsDigest).toBe(city.effectiveTermsDigest);
  });
});
