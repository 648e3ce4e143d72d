import { describe, expect, it } from 'vitest';
import { compareValues } from '../../server/rulesets/compare-values.ts';
import type { StandardValue } from '../../server/rulesets/language.ts';
import { isOvertaken } from '../../server/rulesets/overtaken.ts';
import { openFolder } from '../../server/store/folder-source.ts';
import { matrix as askMatrix, type MatrixQuery } from '../../server/usecases/matrix.ts';
import { RuleBook } from '../../server/usecases/rule-book.ts';
import { misfits } from '../answers.ts';
import { Published, realBook, refused } from '../published.ts';
import { cityText } from '../store/texts.ts';

const matrix = (book: RuleBook, query: MatrixQuery, at: Date) =>
  askMatrix(book, query, at, (value) => ({ zh: JSON.stringify(value), en: JSON.stringify(value) }));

const now = new Date('2019-08-01T04:00:00Z');
const plain = await realBook(false);
const demo = await realBook(true);

describe('the matrix of the city alone', () => {
  it('has every standard and county, and no figure of a county', async () => {
    const found = await matrix(plain, { date: '2019-06-01' }, now);
    expect(misfits('matrix-answer', found)).toEqual([]);
    const { effective } = await plain.inForce('371500', '2019-06-01');
    expect(found.standards.map(({ id }) => id)).toEqual([...effective.standards.keys()]);
    expect(found.standards.filter(({ counties }) => Object.keys(counties).length > 0)).toEqual([]);
    expect(found.city).toEqual({ code: '371500', name: { zh: '聊城市', en: 'Liaocheng' } });
    expect(found.ruleSet).toMatchObject({ version: '1.0.0', base: { version: '1.0.0' } });
    expect(found.standards.find(({ id }) => id === 'basicMedical.deductible')).toMatchObject({
      city: { 1: 200, 2: 500, 3: 900 },
      by: ['hospital.level'],
      product: 'basicMedical',
      better: 'lower',
      county: 'improve',
      clause: '5.1.1',
    });
    expect(found.products.basicMedical).toEqual({ zh: '基本医保', en: 'basic medical insurance' });
  });

  it('has each county under the code of the date', async () => {
    const codes = async (date: string, book: RuleBook) =>
      (await matrix(book, { date }, now)).jurisdictions.map(({ code }) => code);
    const then = await codes('2019-12-31', plain);
    expect(then).toHaveLength(11);
    expect(then).toContain('371523');
    expect(then).not.toContain('371503');
    const later = new RuleBook(
      new Published(await jurisdictionsText(), [cityText(100, '371500', '2020-01-01', '2020-12-31')]),
    );
    expect(await codes('2020-01-01', later)).toContain('371503');
    expect(await codes('2020-01-01', later)).not.toContain('371523');
  });

  it('takes the nearest date with rules, and says that it chose', async () => {
    expect(await matrix(plain, {}, new Date('2026-01-01T00:00:00Z'))).toMatchObject({
      date: '2019-12-31',
      chosen: true,
    });
    expect(await matrix(plain, { city: '371500', date: '2019-06-01' }, now)).toMatchObject({ chosen: false });
  });
});

describe('the matrix with the sample overrides', () => {
  it('shows what counties changed, against the floor, and since when', async () => {
    const found = await matrix(demo, { date: '2019-08-01' }, now);
    expect(misfits('matrix-answer', found)).toEqual([]);
    const counties = (id: string) => found.standards.find((one) => one.id === id)?.counties;
    expect(counties('basicMedical.deductible')).toEqual({
      371525: {
        ownKey: null,
        value: { 1: 100, 2: 500, 3: 900 },
        words: { zh: '{"1":100,"2":500,"3":900}', en: '{"1":100,"2":500,"3":900}' },
        origin: 'county',
        comparison: 'better',
        fundingOnly: false,
        since: '2019-07-01',
        version: '1.0.0',
      },
    });
    expect(counties('supplementaryMedical.premium')).toMatchObject({
      371525: { value: 145, comparison: 'worse', fundingOnly: true },
    });
    expect(counties('eligibility.specialInsurance')).toMatchObject({
      371522: { value: ['registered', 'temporarilyPoor'], comparison: 'better', since: '2019-03-01' },
    });
    expect(counties('accident.death')).toEqual({});
    const versions = found.jurisdictions.map(({ code, ruleSet }) => [code, ruleSet.version]);
    expect(versions.filter(([, version]) => version !== null)).toEqual([
      ['371522', '1.0.0'],
      ['371525', '1.0.0'],
    ]);
  });

  it('has added standards after the city’s, with nothing of the city’s beside them', async () => {
    const { standards } = await matrix(demo, { date: '2019-08-01' }, now);
    const added = standards.filter(({ city }) => city === null);
    expect(added.map(({ id }) => id)).toEqual(standards.slice(-added.length).map(({ id }) => id));
    expect(added.find(({ id }) => id === 'antiPoverty.incomeLine')).toMatchObject({
      counties: { 371522: { value: 5500, comparison: null, since: '2019-03-01' } },
    });
  });

  it('means by better what the one comparison of values means', async () => {
    const { standards } = await matrix(demo, { date: '2019-08-01' }, now);
    const { effective } = await demo.inForce('371500', '2019-08-01');
    let compared = 0;
    for (const { id, city, counties } of standards) {
      const standard = effective.standards.get(id);
      if (standard === undefined || city === null) continue;
      for (const { value, comparison } of Object.values(counties)) {
        expect(compareValues(standard, city, value)).toBe(comparison);
        compared += 1;
      }
    }
    expect(compared).toBe(16);
  });

  it('is the city’s on the day before an override begins', async () => {
    const { standards } = await matrix(demo, { date: '2019-06-30' }, now);
    expect(standards.filter(({ counties }) => '371525' in counties)).toEqual([]);
    expect(standards.some(({ counties }) => '371522' in counties)).toBe(true);
  });
});

const places = `kind: Jurisdictions
jurisdictions:
  - {code: "371500", name: 某市}
  - {code: "371525", name: 某县, parent: "371500"}
  - {code: "990000", name: 另一市}
`;

const override = (standards: string, period = 'from: 2019-07-01', more = '') => `kind: Override
jurisdiction: "371525"
extends: "371500"
effective: {${period}}
reason: 提高标准
standards: ${standards}
${more}`;

describe('since when a figure has held', () => {
  const since = async (texts: readonly string[], date: string) => {
    const { standards } = await matrix(new RuleBook(new Published(places, texts)), { date }, now);
    return standards.find(({ id }) => id === 'basic.sum')?.counties['371525']?.since;
  };
  const years = [
    cityText(100, '371500', '2019-01-01', '2019-12-31'),
    cityText(110, '371500', '2020-01-01', '2020-12-31'),
  ];

  it('goes back under earlier texts of the city while the figure is the same', async () => {
    expect(await since([...years, override('{basic.sum: 200}')], '2020-03-01')).toBe('2019-07-01');
  });

  it('stops where another override gave it, and where the city had nothing in force', async () => {
    const second = override('{basic.sum: 200}', 'from: 2020-02-01', 'title: 第二版\n');
    expect(await since([...years, override('{basic.sum: 200}'), second], '2020-03-01')).toBe('2020-02-01');
    const gap = [years[0] ?? '', cityText(110, '371500', '2020-01-02', '2020-12-31')];
    expect(await since([...gap, override('{basic.sum: 200}')], '2020-03-01')).toBe('2020-01-02');
  });

  it('stops where the city’s own figure was the better one', async () => {
    const fallen = [cityText(300, '371500', '2019-01-01', '2019-12-31'), years[1] ?? ''];
    expect(await since([...fallen, override('{basic.sum: 200}')], '2020-03-01')).toBe('2020-01-01');
  });
});

describe('a figure that the city’s has overtaken', () => {
  /** One standard of a city and a county on a date, by what the county's text states. */
  const row = async (cityFigure: number, stated: number) => {
    const texts = [cityText(cityFigure, '371500', '2019-01-01', '2019-12-31'), override(`{basic.sum: ${stated}}`)];
    const found = await matrix(new RuleBook(new Published(places, texts)), { date: '2019-08-01' }, now);
    expect(misfits('matrix-answer', found)).toEqual([]);
    return found.standards.find(({ id }) => id === 'basic.sum');
  };

  it('is told with what the county states and by which version, where the city’s is the better one', async () => {
    const overtaken = await row(300, 200);
    expect(overtaken?.counties).toEqual({});
    expect(overtaken?.overtaken).toEqual({
      371525: { ownKey: null, value: 200, words: { zh: '200', en: '200' }, version: '1.0.0' },
    });
  });

  it('may be what the county gives some people', async () => {
    const keyed = 'keyedStandards: {basic.sum: {by: person.kind, value: {poor: 200, old: 90}}}\n';
    const texts = [cityText(100, '371500', '2019-01-01', '2019-12-31'), override('{}', 'from: 2019-07-01', keyed)];
    const found = await matrix(new RuleBook(new Published(places, texts)), { date: '2019-08-01' }, now);
    expect(misfits('matrix-answer', found)).toEqual([]);
    const sum = found.standards.find(({ id }) => id === 'basic.sum');
    expect(sum?.by).toEqual([]);
    expect(sum?.counties[371525]).toMatchObject({
      ownKey: 'person.kind',
      value: { poor: 200, old: 100, otherwise: 100 },
    });
    expect(sum?.overtaken[371525]).toMatchObject({ ownKey: 'person.kind', value: { old: 90 } });
  });

  it('is none where the county’s is the better one, or the same', async () => {
    expect((await row(100, 200))?.overtaken).toEqual({});
    expect((await row(200, 200))?.overtaken).toEqual({});
  });

  it('is one at a single key, item or band, and none of what the city only advises on', async () => {
    const { effective } = await demo.inForce('371500', '2019-06-01');
    const judged = (id: string, stated: StandardValue) => {
      const standard = effective.standards.get(id);
      if (standard === undefined) throw new Error(id);
      return isOvertaken(standard, stated);
    };
    expect(judged('basicMedical.deductible', { 1: 300, 2: 400 })).toBe(true);
    expect(judged('basicMedical.deductible', { 1: 100 })).toBe(false);
    expect(judged('eligibility.specialInsurance', ['temporarilyPoor'])).toBe(true);
    expect(judged('eligibility.specialInsurance', ['registered', 'temporarilyPoor'])).toBe(false);
    expect(judged('supplementaryMedical.premium', 1)).toBe(false);
  });
});

it('shows products that a county waived', async () => {
  const source = new Published(await jurisdictionsText(), [await realCityText(), waiver]);
  const found = await matrix(new RuleBook(source), { date: '2019-06-01' }, now);
  expect(misfits('matrix-answer', found)).toEqual([]);
  expect(found.jurisdictions.filter(({ waived }) => waived.length > 0)).toMatchObject([
    { code: '371525', waived: [{ product: 'accident', by: { zh: '县级意外险', en: '县级意外险' } }] },
  ]);
  expect(found.standards.find(({ id }) => id === 'accident.death')?.counties).toMatchObject({
    371525: { value: 40000, comparison: 'better' },
  });
});

describe('which city', () => {
  it('must be said where several have rules, and must be one', async () => {
    const two = new RuleBook(new Published(places, [cityText(100), cityText(100, '990000')]));
    expect(await refused(matrix(two, {}, now))).toEqual(['cityNeeded /city']);
    expect((await matrix(two, { city: '990000' }, now)).jurisdictions).toEqual([]);
    expect(await refused(matrix(two, { city: '371525' }, now))).toEqual(['notACity /city']);
    expect(await refused(matrix(two, { city: '110000' }, now))).toEqual(['unknownJurisdiction /jurisdiction']);
  });

  it('need not be said where another city has no rules', async () => {
    const one = new RuleBook(new Published(places, [cityText(100)]));
    expect((await matrix(one, {}, now)).city.code).toBe('371500');
    expect(await refused(matrix(new RuleBook(new Published(places)), {}, now))).toEqual(['nothingPublished']);
  });
});

const waiver = override('{}', 'from: 2019-01-01, to: 2019-12-31', '').replace(
  'standards: {}\n',
  'waivers: [{product: accident, by: {zh: 县级意外险}, standards: {accident.death: 40000}}]\n',
);

async function jurisdictionsText(): Promise<string> {
  const [text = ''] = await (await openRules()).jurisdictions();
  return text;
}

async function realCityText(): Promise<string> {
  const source = await openRules();
  const [record] = source.records();
  return record === undefined ? '' : source.text(record);
}

function openRules() {
  return openFolder(new URL('../../rules', import.meta.url).pathname);
}
