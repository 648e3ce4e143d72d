import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { say } from '../../server/domain/messages/index.ts';
import { rulesOfClaimType } from '../../server/engine/claim-type.ts';
import { claimCheck } from '../../server/rulesets/claim-check.ts';
import { claimSchema } from '../../server/rulesets/claim-schema.ts';
import { digest } from '../../server/rulesets/digest.ts';
import type { RuleSet } from '../../server/rulesets/language.ts';
import { parseDocument } from '../../server/rulesets/parse.ts';
import { resolve } from '../../server/rulesets/resolve.ts';
import { newAjv } from '../../server/rulesets/schemas.ts';
import { checkDocument } from '../../server/rulesets/validate.ts';
import { cityRuleSet } from '../city.ts';

function ruleSet(path: string) {
  const text = readFileSync(join(import.meta.dirname, '../..', path), 'utf8');
  const document = checkDocument(text, { maxBytes: 8 << 20 }).document as RuleSet;
  return resolve({ document, name: { jurisdiction: document.jurisdiction, version: null, digest: digest(document) } });
}

/** The city's rules with one more item of a choice. */
function withItem(item: string) {
  const path = join(import.meta.dirname, '../../rules/371500/liaocheng-2019.yaml');
  const text = readFileSync(path, 'utf8').replace(
    'choice: {township:',
    `choice: {"${item}": {zh: 七, en: seven}, township:`,
  );
  const document = parseDocument(text, { maxBytes: 8 << 20 }).document as RuleSet;
  return resolve({ document, name: { jurisdiction: document.jurisdiction, version: null, digest: digest(document) } });
}

const city = cityRuleSet();
const check = claimCheck(city);
const stay = { type: 'inpatient', hospital: { level: 1 }, cost: { inScope: 20_000 } };

/** Codes with the pointers they are at. */
const found = (claim: unknown) => check(claim).map(({ code, at }) => `${code} ${at?.pointer}`);

describe('a valid claim', () => {
  it.each([
    ['a stay', stay],
    [
      'a stay with everything',
      {
        ...stay,
        discharge: '2019-06-01',
        person: { category: 'registered' },
        hospital: { level: 3, place: 'homeCounty', rank: 'county', designated: true },
        stay: { number: 2 },
        referral: { status: 'emergency', admittedOn: '2019-05-20', completedOn: '2019-05-22' },
        cost: { inScope: 0.29, essentialDrug: 0, outOfScope: 9_999_999_999.99 },
        paidElsewhere: { inScope: 1.01 },
        settled: { basicMedical: 0, criticalIllness: 3.3 },
        history: {
          year: { criticalIllness: { base: 8540, paid: 1397 }, medicalAssistance: { paid: 5000.1 } },
          event: { accidentDisability: { paid: 12_000 } },
          householdYear: { propertyTheft: { paid: 1 } },
        },
      },
    ],
    [
      'a visit',
      {
        type: 'outpatient',
        hospital: { place: 'homeCounty' },
        cost: { ordinaryRegistration: 8, ordinaryConsultation: 12, expertConsultation: 25.01, largeEquipment: 380 },
      },
    ],
    [
      'a chronic illness',
      {
        type: 'outpatient',
        illness: { disease: 'hypertension' },
        cost: { inScope: 6000 },
        history: { year: { chronicOutpatient: { base: 0, paid: 0 } } },
      },
    ],
    [
      'an accident',
      {
        type: 'accident',
        accident: { grades: [7, 7], death: true },
        cost: { accidentMedical: 6200 },
        paidElsewhere: { accidentMedical: 1200.01 },
        history: { event: { accidentDisability: { paid: 12_000 } }, year: { accidentMedical: { paid: 0 } } },
      },
    ],
    [
      'a loss',
      {
        type: 'property',
        loss: { peril: 'rainstorm', object: 'house' },
        cost: { loss: 25_000 },
        history: { householdYear: { propertyDisaster: { paid: 30_000 } } },
      },
    ],
    [
      'a history with what is counted no more under a name that is kept',
      { ...stay, history: { year: { criticalIllness: { base: 1, deductible: 1, count: 2 } } } },
    ],
    ['a funding', { type: 'funding', funding: { persons: 1000, households: 400 } }],
  ])('%s is found right, and the answer is always the same one', (_, claim) => {
    expect(check(claim)).toEqual([]);
    expect(check(claim)).toBe(check(stay));
  });

  it('is checked by one check a rule set', () => {
    expect(claimCheck(city)).toBe(check);
  });
});

describe('a wrong claim', () => {
  it.each([
    ['nothing', null, ['claimNotMap /claim']],
    ['a list', [], ['claimNotMap /claim']],
    ['no type', {}, ['claimTypeMissing /claim/type']],
    ['an inherited type', Object.create({ type: 'inpatient' }), ['claimTypeMissing /claim/type']],
    ['another type', { type: 'inpatents' }, ['claimTypeUnknown /claim/type']],
    ['a type of the wrong kind', { type: 7 }, ['claimTypeUnknown /claim/type']],
    ['an object left out', { type: 'inpatient', cost: { inScope: 1 } }, ['claimFieldMissing /claim/hospital/level']],
    [
      'all left out',
      { type: 'inpatient' },
      ['claimFieldMissing /claim/hospital/level', 'claimFieldMissing /claim/cost/inScope'],
    ],
    [
      'a field left out',
      { type: 'inpatient', hospital: {}, cost: { inScope: 1 } },
      ['claimFieldMissing /claim/hospital/level'],
    ],
    ['an unknown field', { ...stay, ward: 3 }, ['claimFieldUnknown /claim/ward']],
    ['a derived fact', { ...stay, referral: { days: 3 } }, ['claimFieldUnknown /claim/referral/days']],
    ['another item', { ...stay, person: { category: 'poor' } }, ['claimNotAnItem /claim/person/category']],
    ['a number as text', { ...stay, hospital: { level: '1' } }, ['claimNotAnItem /claim/hospital/level']],
    ['three decimals', { ...stay, cost: { inScope: 1.005 } }, ['claimNotMoney /claim/cost/inScope']],
    ['a negative amount', { ...stay, cost: { inScope: -1 } }, ['claimOutOfRange /claim/cost/inScope']],
    ['an amount too large', { ...stay, cost: { inScope: 1e10 } }, ['claimOutOfRange /claim/cost/inScope']],
    ['an amount as text', { ...stay, cost: { inScope: '1' } }, ['claimWrongType /claim/cost/inScope']],
    ['no whole number', { ...stay, stay: { number: 1.5 } }, ['claimWrongType /claim/stay/number']],
    ['a number below its bound', { ...stay, stay: { number: 0 } }, ['claimOutOfRange /claim/stay/number']],
    ['no real date', { ...stay, referral: { admittedOn: '2019-02-29' } }, ['claimNotADate /claim/referral/admittedOn']],
    [
      'a grade that there is not',
      { type: 'accident', accident: { grades: [7, 11] } },
      ['claimOutOfRange /claim/accident/grades/1'],
    ],
    [
      'a pot that there is not',
      { ...stay, paidElsewhere: { loss: 1 } },
      ['claimFieldUnknown /claim/paidElsewhere/loss'],
    ],
    ['a layer of another type', { ...stay, settled: { property: 1 } }, ['claimFieldUnknown /claim/settled/property']],
    [
      'a counter that there is not',
      { ...stay, history: { year: { basicMedcal: { paid: 1 } } } },
      ['claimCounterUnknown /claim/history/year/basicMedcal'],
    ],
    [
      'a limit in place of a layer',
      { ...stay, history: { year: { medicalAssistanceYear: { paid: 1 } } } },
      ['claimCounterUnknown /claim/history/year/medicalAssistanceYear'],
    ],
    ['a period that there is not', { ...stay, history: { month: {} } }, ['claimCounterUnknown /claim/history/month']],
    [
      'several at once',
      { ...stay, stay: { number: 0 }, ward: 3 },
      ['claimFieldUnknown /claim/ward', 'claimOutOfRange /claim/stay/number'],
    ],
  ])('%s is told with its place', (_, claim, expected) => {
    expect(found(claim).sort()).toEqual([...expected].sort());
  });

  it('is told in words, with labels and what was meant', () => {
    const words = (claim: unknown, language: 'zh' | 'en') => {
      const [{ code, args } = { code: '', args: {} }] = check(claim);
      const { message, help } = say(code, args, language);
      return `${message} / ${help}`;
    };
    expect(words({ ...stay, hospital: { level: 1, place: 'homecounty' } }, 'zh')).toBe(
      '「医院所在地」（hospital.place）没有 “homecounty” 这一选项 / 您是不是要写 homeCounty？可用的值：homeCounty（户籍所在县（市、区））、city（市内其他县（市、区））、outsideCity（市外）',
    );
    expect(words({ ...stay, hospital: { level: 4 } }, 'en')).toBe(
      '“level of hospital” (hospital.level) has no item 4 / Known: 1 (level 1), 2 (level 2), 3 (level 3)',
    );
    const asText = { ...stay, hospital: { level: '1' } };
    expect(words(asText, 'en')).toContain(' / Write 1 as a number, not as text. Known: 1 (level 1)');
    expect(words(asText, 'zh')).toContain(' / 写成数字 1，不要加引号。可用的值：1（');
    expect(words({ ...stay, cost: [] }, 'zh')).toBe('「cost」（cost）应为对象，实际为数组 / 改为对象');
    expect(words({ ...stay, cost: { inScope: '1' } }, 'zh')).toContain('应为数字，实际为“1”');
    const ranked = { ...stay, hospital: { level: 1, rank: 7 } };
    expect(words(ranked, 'en')).not.toContain('Write');
    const [finding] = claimCheck(withItem('07'))(ranked);
    expect(say(finding?.code ?? '', finding?.args ?? {}, 'en').help).toMatch(
      /^Write 07 as text, in quotes\. Known: 07/,
    );
  });

  it('is asked about a counter that is named nearly so, and not about any other', () => {
    const asked = (year: object) => {
      const [finding] = check({ ...stay, history: { year } });
      return /Did you mean ([^?]+)\?/.exec(say(finding?.code ?? '', finding?.args ?? {}, 'en').help ?? '')?.[1];
    };
    expect(asked({ accidentMedicl: { paid: 1 } })).toBe('accidentMedical');
    expect(asked({ basicMedical: { paid: 1 } })).toBeUndefined();
    const [finding] = check({ ...stay, history: { accidentMedical: { paid: 1 } } });
    expect(say(finding?.code ?? '', finding?.args ?? {}, 'zh').help).toContain('您是不是要写 year.accidentMedical？');
  });

  it('is told of a text too long to be a note', () => {
    const bill = { type: 'bill', person: { known: false, note: 'x'.repeat(2001) } };
    expect(claimCheck(ruleSet('test/cities/990005/plan.yaml'))(bill)).toMatchObject([{ code: 'claimTooLong' }]);
  });

  it('is told of at most a hundred things', () => {
    const wrong = Object.fromEntries(Array.from({ length: 500 }, (_, index) => [`x${index}`, 1]));
    expect(check({ ...stay, ...wrong })).toHaveLength(100);
  });

  it('changes no prototype and reads none', () => {
    const claim: unknown = JSON.parse(
      '{"type":"inpatient","hospital":{"level":1},"cost":{"inScope":1},"__proto__":{"polluted":true}}',
    );
    expect(found(claim)).toEqual(['claimFieldUnknown /claim/__proto__']);
    expect({}).not.toHaveProperty('polluted');
  });
});

describe('the schema of a claim', () => {
  it('nests facts by their paths, with what claims bring beside them', () => {
    const schema = claimSchema(city, 'inpatient');
    expect(schema.required).toEqual(['type', 'hospital', 'cost']);
    expect(Object.keys(schema.properties ?? {})).toEqual([
      'type',
      'discharge',
      'person',
      'hospital',
      'stay',
      'referral',
      'cost',
      'paidElsewhere',
      'settled',
      'history',
    ]);
    expect(schema.properties?.hospital).toMatchObject({
      additionalProperties: false,
      required: ['level'],
      properties: { level: { title: '医院级别', enum: [1, 2, 3] } },
    });
    expect(schema.properties?.cost).toMatchObject({
      properties: { inScope: { type: 'number', minimum: 0, exclusiveMaximum: 1e10, format: 'money' } },
    });
    expect(JSON.stringify(schema)).not.toContain('multipleOf');
  });

  it('takes pots after costs divided the bill, and counters of the plan', () => {
    const donghai = ruleSet('test/cities/990001/plan.yaml');
    const { paidElsewhere, settled, history } = claimSchema(donghai, 'stay').properties as Record<
      string,
      { properties: Record<string, unknown> }
    >;
    expect(Object.keys(paidElsewhere?.properties ?? {}).sort()).toEqual(['inScope', 'outOfScope']);
    expect(Object.keys(settled?.properties ?? {})).toEqual(['basic', 'major', 'outside', 'relief']);
    expect(history?.properties.year).toMatchObject({ properties: { major: {}, basic: {} } });
  });

  it('takes what other systems settled of the layers that a settlement has, not of one whose rules ask for facts that it lacks', () => {
    const byPeril = { fact: 'loss.peril', operator: 'equal', value: 'rainstorm' } as const;
    const rules = city.rules.map((rule) => (rule.layer === 'property' ? { ...rule, conditions: byPeril } : rule));
    const reached = (type: string) => {
      const settled = claimSchema({ ...city, rules }, type).properties?.settled as { properties: object };
      return Object.keys(settled.properties);
    };
    expect(reached('property')).toContain('property');
    for (const type of city.claims.keys()) {
      const { layers } = rulesOfClaimType({ ...city, rules }, type);
      expect(reached(type)).toEqual(layers.map(({ name }) => name));
    }
  });

  it('is a JSON Schema, whatever the city: the check of claims counts on that', () => {
    const cities = readdirSync(join(import.meta.dirname, '../cities')).filter((name) => /^\d{6}$/.test(name));
    const plans = cities.map((name) => ruleSet(`test/cities/${name}/plan.yaml`));
    const schemas = [city, ...plans].flatMap((rules) =>
      [...rules.claims.keys()].map((type) => claimSchema(rules, type)),
    );
    expect(schemas.length).toBeGreaterThan(15);
    expect(schemas.filter((schema) => newAjv().validateSchema(schema) !== true)).toEqual([]);
  });

  it('is of a type that there is', () => {
    expect(() => claimSchema(city, 'nothing')).toThrow(RangeError);
  });
});
