import { describe, expect, it } from 'vitest';
import {
  type CompileOptions,
  claimSchema,
  compile,
  DixianError,
  digest,
  floorSchema,
  validate,
} from '../../server/library/index.ts';
import { parseDocument } from '../../server/rulesets/parse.ts';
import { newAjv } from '../../server/rulesets/schemas.ts';
import { read, texts } from './documents.ts';

const asData = (text: string) => parseDocument(text, { maxBytes: 1 << 20 }).document as object;
const city = compile({ ruleSet: texts.city });

/** The error that comes of compiling. */
function refused(options: CompileOptions): DixianError {
  try {
    compile(options);
  } catch (error) {
    if (error instanceof DixianError) return error;
    throw error;
  }
  throw new Error('nothing was refused');
}

/** The override with one standard below the city's. */
const low = texts.guanxian.replace(/^standards:$/m, 'standards:\n  accident.disability: 1');

describe('compile', () => {
  it('tells what the rules are', () => {
    expect(city).toMatchObject({
      jurisdiction: '371500',
      period: { from: '2019-01-01', to: '2019-12-31' },
      claimTypes: ['inpatient', 'outpatient', 'accident', 'property', 'funding'],
      ruleSet: { version: null, digest: digest(texts.city).digest },
      generates: true,
    });
    const county = compile({
      ruleSet: texts.city,
      override: texts.guanxian,
      version: '1.0.0',
      overrideVersion: '2.0.0',
    });
    expect(county.ruleSet).toMatchObject({ jurisdiction: '371525', version: '2.0.0', base: { version: '1.0.0' } });
  });

  it('takes data for text, to the same digests', () => {
    const data = compile({ ruleSet: asData(texts.city), override: asData(texts.guanxian) });
    expect(data.ruleSet).toEqual(compile({ ruleSet: texts.city, override: texts.guanxian }).ruleSet);
    for (const text of Object.values(texts)) expect(digest(asData(text))).toEqual(digest(text));
  });

  it('refuses a text with everything wrong, by line and column', () => {
    const text = texts.city.replace('better: higher', 'better: hihger').replace('better: higher', 'better: hihger');
    const error = refused({ ruleSet: text, language: 'en' });
    expect(error).toMatchObject({ code: 'notOneOf', errors: [{}, {}] });
    const [{ line = 0, column = 0, ...first }] = error.errors as [DixianError['errors'][number]];
    expect(text.split('\n')[line - 1]?.slice(column - 1)).toMatch(/^hihger/);
    expect(first).toMatchObject({ document: 'ruleSet', help: expect.stringContaining('higher') });
    expect(error.message).toContain(`${line}:${column}: `);
  });

  it('refuses data by pointers alone', () => {
    const error = refused({ ruleSet: { ...asData(texts.city), layers: 7 } });
    expect(error.errors[0]).toMatchObject({ code: 'wrongType', pointer: '/layers' });
    expect(error.errors[0]).not.toHaveProperty('line');
  });

  it('holds an override to the floor of the city', () => {
    const error = refused({ ruleSet: texts.city, override: low, language: 'en' });
    expect(error.errors).toMatchObject([{ code: 'belowFloor', document: 'override', line: expect.any(Number) }]);
    expect(validate(low, { rules: city }).errors).toMatchObject([{ code: 'belowFloor' }]);
    expect(validate(low).valid).toBe(true);
  });

  it('tells the errors of both documents', () => {
    const error = refused({ ruleSet: `${texts.city}\nx: 1`, override: `${texts.guanxian}\nx: 1` });
    expect(error.errors.map(({ code, document }) => [code, document])).toEqual([
      ['unknownKey', 'ruleSet'],
      ['unknownKey', 'override'],
    ]);
  });

  it.each<[string, CompileOptions, string]>([
    ['an override in place of a rule set', { ruleSet: texts.guanxian }, 'libraryWrongKind'],
    ['a rule set in place of an override', { ruleSet: texts.city, override: texts.city }, 'libraryWrongKind'],
    ['nothing', { ruleSet: '' }, 'documentEmpty'],
    ['a circle', { ruleSet: circle() }, 'libraryNotJson'],
    [
      'another jurisdiction',
      { ruleSet: texts.city, override: texts.guanxian, jurisdiction: '371522' },
      'libraryOtherJurisdiction',
    ],
    ['no code', { ruleSet: texts.city, jurisdiction: 'x' }, 'requestNotCode'],
    ['no options', undefined as unknown as CompileOptions, 'libraryOption'],
    ['no rule set', {} as CompileOptions, 'libraryOption'],
    ['a number for a text', { ruleSet: texts.city, override: 7 as unknown as string }, 'libraryOption'],
    ['no version', { ruleSet: texts.city, version: 'x' }, 'libraryOption'],
    ['no language', { ruleSet: texts.city, language: 'fr' as 'en' }, 'libraryOption'],
    ['a version of nothing', { ruleSet: texts.city, overrideVersion: '1.0.0' }, 'libraryOptionAlone'],
  ])('refuses %s', (_, options, code) => {
    expect(refused(options)).toMatchObject({ code, errors: [{ code }] });
  });

  it('says what an option is and should be in the language asked for', () => {
    const message = (options: object) => refused(options as CompileOptions).errors[0]?.message;
    expect(message({ ruleSet: texts.city, override: 7 })).toBe('override 为 数字，应为 YAML 文本或对象');
    expect(message({})).toBe('ruleSet 为 空值，应为 YAML 文本或对象');
    expect(message({ ruleSet: 7, language: 'en' })).toBe('ruleSet is a number, and should be a YAML text or an object');
    expect(message({ ruleSet: texts.city, language: 'fr' })).toBe('language 为 fr，应为 zh 或 en');
    expect(message({ ruleSet: texts.city, version: true })).toBe('version 为 真假值（true 或 false），应为 1.2.3');
  });

  function circle(): object {
    const data: Record<string, unknown> = {};
    data.self = data;
    return data;
  }

  it('keeps warnings', () => {
    const { warnings } = compile({ ruleSet: read('test/bad/unknownPayer.yaml'), language: 'en' });
    expect(warnings).toMatchObject([{ code: 'unknownPayer', document: 'ruleSet' }]);
  });

  it('does without generated code where that is wanted', () => {
    expect(compile({ ruleSet: texts.city, generate: false }).generates).toBe(false);
  });
});

describe('validate', () => {
  it('answers for any text, wrong or not', () => {
    expect(validate(texts.city)).toEqual({ kind: 'RuleSet', valid: true, errors: [], warnings: [] });
    expect(validate(read('rules/371500/jurisdictions.yaml'))).toMatchObject({ kind: 'Jurisdictions', valid: true });
    expect(validate('- 1')).toMatchObject({ kind: null, valid: false, errors: [{ code: 'documentNotMap', line: 1 }] });
    expect(validate({ kind: 'RuleSet' }, { generate: false }).errors.length).toBeGreaterThan(3);
  });
});

describe('digest', () => {
  it('refuses what has none', () => {
    expect(() => digest('kind: RuleSet')).toThrow(DixianError);
    expect(() => digest(read('rules/371500/jurisdictions.yaml'))).toThrow('RuleSet');
  });
});

describe('schemas', () => {
  it('hold claims and overrides', () => {
    const claim = newAjv().compile(claimSchema(city, 'inpatient'));
    expect(claim({ type: 'inpatient', hospital: { level: 1 }, cost: { inScope: 1 } })).toBe(true);
    expect(claim({ type: 'inpatient', hospital: { level: 4 }, cost: { inScope: 1 } })).toBe(false);
    const floor = newAjv().compile(floorSchema(city, '371525'));
    expect(floor(asData(texts.guanxian))).toBe(true);
    expect(floor(asData(low))).toBe(false);
  });

  it('refuse a type that there is not', () => {
    expect(() => claimSchema(city, 'dental', { language: 'en' })).toThrow(/dental/);
  });
});
