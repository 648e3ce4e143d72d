import { beforeAll, describe, expect, it } from 'vitest';
import { compile } from '../../server/engine/compile.ts';
import type { Claim, CompiledRuleSet, Explanation } from '../../server/engine/settlement.ts';
import type { Override, RuleSet } from '../../server/rulesets/language.ts';
import { cityRuleSet } from '../city.ts';
import { document, effective } from '../naive/documents.ts';

const DATE = '2019-06-01';

let city: CompiledRuleSet;
beforeAll(() => {
  city = compile(cityRuleSet());
});

const guanxian = {
  kind: 'Override',
  ...{ jurisdiction: '371525', extends: '371500', effective: { from: '2019-01-01', to: '2019-12-31' }, reason: '虚构' },
  standards: { 'basicMedical.deductible': { 1: 100 } },
} as Override;

const stay = (more: Record<string, unknown>): Claim => ({ type: 'inpatient', hospital: { level: 1 }, ...more });

async function formulaOf(claim: Claim, rule: string): Promise<string | undefined> {
  const { explanation } = await city.explain(claim, DATE);
  const found = explanation.find((one) => one.rule === rule);
  return found !== undefined && 'formula' in found ? found.formula.zh : undefined;
}

async function whyNot(claim: Claim, rule: string) {
  const { explanation } = await city.explain(claim, DATE);
  const found = explanation.find((one) => one.rule === rule);
  return found?.applied === false ? found.failed : undefined;
}

describe('terms', () => {
  const missing = stay({
    hospital: { level: 3, place: 'city' },
    referral: { status: 'missing' },
    cost: { inScope: 20000, outOfScope: 1000 },
  });

  it('are told by the rule that set them, with the standard that holds them', async () => {
    const { explanation } = await city.explain(missing, DATE);
    const terms = explanation.filter(({ layer }) => layer === null);
    expect(terms.map(({ rule, applied }) => [rule, applied])).toEqual([
      ['outsideHealthPolicy', false],
      ['outsideSpecialInsurance', false],
      ['stayOutsideCity', false],
      ['referralMissing', true],
    ]);
    expect(terms[3]).toMatchObject({
      clause: '5.3',
      standards: [
        { id: 'referral.withheld', verified: false, value: { basicMedical: 'full', medicalAssistance: 'none' } },
      ],
    });
  });

  it('are told as the reading that they are, and the channel that somebody has to know of', async () => {
    const told = async (claim: Claim) => {
      const { notices } = await city.settle(claim, DATE);
      return notices.flatMap(({ code, args }) =>
        code === 'readingUsed' || code === 'unverifiedFigure' ? [args.reading ?? args.standard] : [],
      );
    };
    expect(await told(missing)).toEqual(expect.arrayContaining(['withheld', 'referral.withheld']));
    const referred = { ...missing, referral: { status: 'completed' } };
    expect(await told(referred)).toContain('channels');
    expect(await told(referred)).not.toContain('withheld');
    expect(await told(stay({ cost: { inScope: 20000 } }))).not.toContain('channels');
  });
});

describe('formula', () => {
  it('shows the calculation with its numbers', async () => {
    const claim = stay({ cost: { inScope: 20000, outOfScope: 1500 } });
    expect(await formulaOf(claim, 'basicMedicalLevel1')).toBe('(20,000.00 − 200.00) × 80% = 15,840.00');
    expect(await formulaOf(claim, 'medicalAssistance')).toBe('4,160.00 × 70% = 2,912.00');
    expect(await formulaOf(claim, 'hospitalReduction')).toBe('1,500.00 × 10% = 150.00');
  });

  it('says what was below the deductible, and how far a burden is from its limit', async () => {
    const claim = stay({ cost: { inScope: 20000 } });
    expect(await formulaOf(claim, 'criticalIllness')).toBe('max(0, 4,160.00 − 6,000.00) × 55% = 0.00');
    expect(await formulaOf(claim, 'supplementaryMedical')).toBe('max(0, 1,248.00 − (⌈20,000.00 × 10%⌉ − 0.01)) = 0.00');
  });

  it('takes a part at its own ratio, and bands one by one', async () => {
    const drugs = stay({ cost: { inScope: 5000, essentialDrug: 1200 } });
    expect(await formulaOf(drugs, 'basicMedicalLevel1')).toBe(
      '1,200.00 × 90% + (5,000.00 − 200.00 − 1,200.00) × 80% = 3,960.00',
    );
    const large = { ...stay({ cost: { inScope: 280000 } }), hospital: { level: 3 } };
    expect(await formulaOf(large, 'criticalIllness')).toBe(
      '(100,000.00 − 6,000.00) × 55% + (112,540.00 − 100,000.00) × 65% = 59,851.00',
    );
  });

  it('names the cap that bound it and what it let through', async () => {
    const claim = { ...stay({ cost: { inScope: 280000 } }), hospital: { level: 3 } };
    expect(await formulaOf(claim, 'medicalAssistance')).toMatch(
      /^52,689\.00 × 70% = 36,882\.30；受「.+」所限，付 15,000\.00$/,
    );
  });
});

describe('formula of figures that count a fact', () => {
  const nanpu = compile(effective(document('test/cities/990008/plan.yaml') as RuleSet));
  const claim = { type: 'stay', insured: { years: 1 }, stay: { days: 12 }, cost: { bed: 600, inScope: 124000.02 } };
  const formulas = async (language: 'zh' | 'en') => {
    const { explanation } = await nanpu.explain(claim, '2022-06-01');
    return explanation.map((one) => ('formula' in one ? one.formula[language] : null));
  };

  it('says how each figure was worked out, in a limit too, and the units that were taken off', async () => {
    expect(await formulas('zh')).toEqual([
      '12 × 40.00 = 480.00（40.00 × 住院天数 12）',
      '124,000.02 × 75% = 93,000.02；受「基本医保年度封顶」（90,000.00 + 3,000.00 × 连续参保年数 1）所限，付 93,000.00',
      '31,000.02 × 55% = 17,050.01（50% + 5% × 连续参保年数 1）',
      '(12 − 3) × 60.00 = 540.00',
    ]);
    expect((await formulas('en')).slice(0, 2)).toEqual([
      '12 × 40.00 = 480.00 (40.00 × days of the stay 12)',
      '124,000.02 × 75% = 93,000.02; bound by cap of basic insurance (90,000.00 + 3,000.00 × years insured without a break 1): 93,000.00',
    ]);
  });
});

describe('why not', () => {
  it('gives the first condition that failed with the value met and the value wanted', async () => {
    const failed = await whyNot(stay({ cost: { inScope: 100 } }), 'basicMedicalHigherLevels');
    expect(failed).toMatchObject({
      kind: 'condition',
      fact: 'hospital.level',
      operator: 'in',
      wanted: ['2', '3'],
      met: '1',
    });
  });

  it('gives the standard that is unset', async () => {
    const visit: Claim = { type: 'outpatient', illness: { disease: 'hypertension' }, cost: { inScope: 6000 } };
    expect(await whyNot(visit, 'chronicOutpatient')).toEqual({ kind: 'unset', standard: 'chronicOutpatient.diseases' });
  });

  it('says when the layer gives the claim nothing', async () => {
    const claim = stay({ referral: { status: 'missing' }, cost: { inScope: 20000 } });
    expect(await whyNot(claim, 'medicalAssistance')).toEqual({ kind: 'terms' });
  });
});

describe('standards used', () => {
  it('come with key, value, clause, source and the city figure', async () => {
    const { explanation } = await city.explain(stay({ cost: { inScope: 20000 } }), DATE);
    const standards = (explanation as Explanation).flatMap((one) => (one.applied ? one.standards : []));
    expect(standards.find(({ id }) => id === 'basicMedical.deductible')).toMatchObject({
      key: ['1'],
      value: 200,
      cityValue: 200,
      unit: 'CNY',
      clause: '5.1.1',
      origin: { jurisdiction: '371500', version: '1.0.0' },
      verified: true,
    });
    expect(standards.find(({ id }) => id === 'criticalIllness.deductible')).toMatchObject({
      key: ['full'],
      verified: false,
    });
  });

  it('are the city’s under the keys that the county did not write, and in its name where it did', async () => {
    const county = compile(effective(document('rules/371500/liaocheng-2019.yaml') as RuleSet, guanxian));
    const originAt = async (level: number) => {
      const claim = { ...stay({ cost: { inScope: 20000 } }), hospital: { level } };
      const { explanation } = await county.explain(claim, DATE);
      const used = explanation.flatMap((one) => (one.applied ? one.standards : []));
      const { value, cityValue, origin } = used.find(({ id }) => id === 'basicMedical.deductible') ?? {};
      return { value, cityValue, of: origin?.jurisdiction };
    };
    expect(await originAt(1)).toEqual({ value: 100, cityValue: 200, of: '371525' });
    expect(await originAt(2)).toEqual({ value: 500, cityValue: 500, of: '371500' });
  });

  it('leaves the settlement as it is without reasons', async () => {
    const claim = stay({ cost: { inScope: 12345.67, outOfScope: 89.01 } });
    const { settlement } = await city.explain(claim, DATE);
    expect(settlement).toEqual(await city.settle(claim, DATE));
  });
});
