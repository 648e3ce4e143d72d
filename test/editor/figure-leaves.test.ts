import { describe, expect, it } from 'vitest';
import { bordersOf, rangeText } from '../../editor/standards/form/borders.ts';
import { cityAt, withFigure, withoutFigure } from '../../editor/standards/form/figure-edits.ts';
import { figureGroups } from '../../editor/standards/form/figure-groups.ts';
import { figureLeaves } from '../../editor/standards/form/figure-leaves.ts';
import { changedText } from '../../editor/standards/text/change-text.ts';
import { type FloorSchema, floorMisses } from '../../editor/standards/text/floor-reader.ts';
import { readText } from '../../editor/standards/text/read-text.ts';
import { flowText, valueAt, type YamlValue } from '../../editor/standards/text/yaml-value.ts';
import { compareValues } from '../../server/rulesets/compare-values.ts';
import type { EffectiveStandard } from '../../server/rulesets/effective-rule-set.ts';
import { floorOf } from '../../server/rulesets/floor-of-standard.ts';
import type { StandardValue } from '../../server/rulesets/language.ts';

const bands = (...figures: readonly number[]): YamlValue =>
  figures.map((value, index) =>
    index === figures.length - 1
      ? { from: index * 5000, value }
      : { from: index * 5000, to: (index + 1) * 5000, value },
  );
const byAge = (young: YamlValue, old: YamlValue): YamlValue => [
  { from: 0, to: 70, value: young },
  { from: 70, value: old },
];

/** A city's value, the keys that it nests by, where its figures stand, and one of them raised. */
interface Nesting {
  readonly city: YamlValue;
  readonly by: readonly string[];
  readonly paths: readonly string[];
  readonly raise: readonly [path: readonly (string | number)[], figure: number, own: YamlValue];
}

const NESTINGS: Readonly<Record<string, Nesting>> = {
  'rows of maps of bands': {
    city: byAge({ 2: bands(0.75, 0.8), low: bands(0.9) }, { 2: bands(0.8, 0.85), low: bands(0.95) }),
    by: ['age', 'level'],
    paths: ['0/value/2/0/value', '0/value/2/1/value', '0/value/low/0/value'].flatMap((one) => [
      one,
      `1${one.slice(1)}`,
    ]),
    raise: [[0, 'value', '2', 0, 'value'], 0.78, byAge({ 2: bands(0.78, 0.8) }, { 2: bands(0.8, 0.85) })],
  },
  'a map of rows of figures': {
    city: { a: byAge(100, 50), otherwise: byAge(200, 100) },
    by: ['level', 'age'],
    paths: ['a/0/value', 'a/1/value', 'otherwise/0/value', 'otherwise/1/value'],
    raise: [['a', 1, 'value'], 40, { a: byAge(100, 40) }],
  },
  'rows of rows': {
    city: byAge(bands(0.5, 0.6), bands(0.7)),
    by: ['age'],
    paths: ['0/value/0/value', '0/value/1/value', '1/value/0/value'],
    raise: [[1, 'value', 0, 'value'], 0.9, byAge(bands(0.5, 0.6), bands(0.9))],
  },
  'a map of maps of bands': {
    city: { poor: { 1: bands(0.5, 0.6) }, otherwise: { 1: bands(0.4), 2: bands(0.3, 0.35) } },
    by: ['category', 'level'],
    paths: [
      ...['poor/1/0/value', 'poor/1/1/value', 'otherwise/1/0/value'],
      ...['otherwise/2/0/value', 'otherwise/2/1/value'],
    ],
    raise: [['otherwise', '2', 1, 'value'], 0.5, { otherwise: { 2: bands(0.3, 0.5) } }],
  },
  'rows of maps of figures': {
    city: byAge({ 1: 100, 2: 200 }, { 1: 300, otherwise: 400 }),
    by: ['age', 'level'],
    paths: ['0/value/1', '0/value/2', '1/value/1', '1/value/otherwise'],
    // The row beside it has no such key of its own, and says all of what the city says.
    raise: [[0, 'value', '2'], 250, byAge({ 2: 250 }, { 1: 300, otherwise: 400 })],
  },
  'a map of maps of figures': {
    city: { home: { 1: 300, 2: 600 }, away: { 1: 100, 2: 'unlimited' } },
    by: ['place', 'level'],
    paths: ['home/1', 'home/2', 'away/1', 'away/2'],
    raise: [['away', '1'], 150, { away: { 1: 150 } }],
  },
  'a map of bands and a word': {
    city: { poor: 'unlimited', otherwise: bands(10, 20) },
    by: ['category'],
    paths: ['poor', 'otherwise/0/value', 'otherwise/1/value'],
    raise: [['otherwise', 0, 'value'], 15, { otherwise: bands(15, 20) }],
  },
};

const pathsOf = (city: YamlValue, own: YamlValue | undefined, by: readonly string[]) =>
  figureLeaves(city, own, by).map(({ path, isFigure }) => (isFigure ? path.join('/') : `! ${path.join('/')}`));

describe.each(Object.entries(NESTINGS))('%s', (_, { city, by, paths, raise: [path, figure, own] }) => {
  it('have a field for each figure, beside the one of the city', () => {
    const leaves = figureLeaves(city, undefined, by);
    expect(leaves.map((leaf) => leaf.path.join('/')).sort()).toEqual([...paths].sort());
    for (const leaf of leaves) expect([leaf.isFigure, leaf.city]).toEqual([true, [valueAt(city, leaf.path)]]);
  });

  it('are raised one at a time: of maps the keys on the way, of rows all, and every other figure stays', () => {
    const raised = withFigure(city, undefined, path, figure);
    expect(raised).toEqual(own);
    for (const leaf of figureLeaves(city, raised, by)) {
      const here = leaf.path.join('/') === path.join('/');
      expect(leaf.city).toEqual([valueAt(city, leaf.path)]);
      expect(leaf.own ?? leaf.city[0]).toBe(here ? figure : leaf.city[0]);
    }
    expect(pathsOf(city, raised, by).sort()).toEqual([...paths].sort());
  });

  it('are left to the city again: out of a map, in rows as the city says', () => {
    const left = withoutFigure(city, own, path);
    for (const leaf of figureLeaves(city, left, by)) expect(leaf.own ?? leaf.city[0]).toBe(leaf.city[0]);
    if (path.every((step) => typeof step === 'string')) expect(left).toBe(undefined);
  });

  it('are what the service takes: better than the city’s, and as good again without', () => {
    const standard = { id: 'a.figure', unit: 'CNY', better: 'higher', county: 'improve', by, range: null, order: [] };
    const told = { ...standard, value: city, cityValue: city } as unknown as EffectiveStandard;
    const lowered = ['unlimited'].includes(String(valueAt(city, path))) || figure < Number(valueAt(city, path));
    const compared = (value: YamlValue) => compareValues(told, city as StandardValue, value as StandardValue);
    expect(compared(own)).toBe(lowered ? 'worse' : 'better');
    expect(floorMisses(floorOf(told) as FloorSchema, own).length > 0).toBe(lowered);
    const left = withoutFigure(city, own, path);
    expect(left === undefined ? 'equal' : compared(left)).toBe('equal');
  });

  it('change one line of a text that has them over lines, and no comment of it', () => {
    const text = `standards:\n  a.figure:${overLines(own, '    ')}  b.other: 1 # not this\n`;
    const before = valueAt(readText(text)?.value, ['standards', 'a.figure']);
    expect(before).toEqual(own);
    const changed = changedText(text, ['standards', 'a.figure'], withFigure(city, before, path, 7));
    expect(valueAt(readText(changed)?.value, ['standards', 'a.figure', ...path])).toBe(7);
    const lines = text.split('\n');
    expect(changed.split('\n').filter((line, index) => line !== lines[index])).toHaveLength(1);
    expect(changed.match(/#.*/g)).toEqual(text.match(/#.*/g));
  });
});

/** A value as somebody writes it over lines, with a comment on each. */
function overLines(value: YamlValue, indent: string): string {
  if (typeof value !== 'object' || value === null) return ` ${value} # figure\n`;
  const inside = Object.entries(value).map(([key, one]: [string, YamlValue]) =>
    Array.isArray(value)
      ? `${indent}- ${flowText(one)} # row ${key}\n`
      : `${indent}${key}:${overLines(one, `${indent}  `)}`,
  );
  return ` # here\n${inside.join('')}`;
}

describe('a county’s figures in other rows or another shape than the city’s', () => {
  const city = byAge({ 1: 100, 2: 200 }, { 1: 300, 2: 200 });
  const by = ['age', 'level'];

  it('stand beside all that the city has there, and only what is one figure can be raised', () => {
    const own: YamlValue = [
      { from: 0, to: 60, value: { 1: 150 } },
      { from: 60, value: { 1: 350 } },
    ];
    const leaves = figureLeaves(city, own, by);
    expect(leaves.map(({ path, own: figure, city: beside }) => [path.join('/'), figure, beside])).toEqual([
      ['0/value/1', 150, [100]],
      ['0/value/2', undefined, [200]],
      ['1/value/1', 350, [100, 300]],
      ['1/value/2', undefined, [200]],
    ]);
    // Nothing says which of the two it would be left to.
    expect(withoutFigure(city, own, [1, 'value', '1'])).toBe(own);
    expect(withoutFigure(city, own, [0, 'value', '1'])).toEqual([{ from: 0, to: 60, value: { 1: 100 } }, own[1]]);
    expect(withFigure(city, own, [1, 'value', '2'], 250)).toEqual([own[0], { from: 60, value: { 1: 350, 2: 250 } }]);
    expect(cityAt(city, own, [1, 'value', '1'])).toEqual([100, 300]);
  });

  it('are told to be changed in the text, where one field would write over several figures', () => {
    expect(pathsOf(city, 400, by)).toEqual(['! ']);
    expect(pathsOf(city, { 1: 400 }, by)).toEqual(['! ']);
    expect(pathsOf(city, byAge(400, { 1: 500 }), by)).toEqual(['! 0/value', '1/value/1', '1/value/2']);
    expect(pathsOf(city, byAge({ 1: ['a'] }, { 1: null }), by)).toEqual([
      ...['! 0/value/1', '0/value/2', '1/value/1', '1/value/2'],
    ]);
    // What differs in the city's over one row of the county's, and the county leaves.
    expect(pathsOf(city, [{ from: 0, value: { 2: 250 } }], by)).toEqual(['! 0/value/1', '0/value/2']);
    // A word in the place of all keys.
    expect(pathsOf('none', undefined, by)).toEqual(['! ']);
    expect(pathsOf(byAge('none', { 1: 5 }), byAge('none', { 1: 6 }), by)).toEqual(['! 0/value', '1/value/1']);
    expect(pathsOf({ a: 'none', b: { 1: 5 } }, { a: { 1: 3 } }, by)).toEqual(['a/1', 'b/1']);
  });

  it('have keys of their own, where the city leaves them to all others', () => {
    const [leaf, ...rest] = figureLeaves({ otherwise: 5 }, { poor: 9 }, ['category']);
    expect([leaf?.path, leaf?.city, rest.map(({ path }) => path)]).toEqual([['otherwise'], [5], [['poor']]]);
    expect(rest[0]?.city).toEqual([5]);
  });
});

describe('figures by what they stand in', () => {
  const groupsOf = (city: YamlValue, own: YamlValue | undefined, by: readonly string[]) =>
    figureGroups(figureLeaves(city, own, by), own).map(({ path, leaves, isBands }) => [
      `${path.join('/')}${isBands ? ' bands' : ''}`,
      leaves.length,
    ]);

  it('are cut and joined where they are all the rows of one list', () => {
    expect(groupsOf(byAge({ 1: bands(1, 2), 2: 5 }, 7), undefined, ['age'])).toEqual([
      ['0/value/1 bands', 2],
      ['0/value', 1],
      ['', 1],
    ]);
    expect(groupsOf({ a: bands(1, 2) }, { a: bands(3, 4, 5) }, ['level'])).toEqual([['a bands', 3]]);
    expect(groupsOf(bands(1, 2), undefined, [])).toEqual([[' bands', 2]]);
    expect(groupsOf({ a: 1, b: 2 }, undefined, ['level'])).toEqual([['', 2]]);
  });
});

describe('what rows reach over', () => {
  const label = { zh: '年龄', en: 'age' };
  const told = (row: { from: number; to?: number }, id: string | undefined, kind: string, atLeast?: number) =>
    (['zh', 'en'] as const).map((language) =>
      rangeText(row, bordersOf(id, { label, type: { kind, ...(atLeast !== undefined && { atLeast }) } }), language),
    );

  it('has the unit of its fact: amounts of an amount, days of days, and numbers of anything else', () => {
    expect([
      told({ from: 0, to: 70 }, 'person.age', 'integer'),
      told({ from: 70 }, 'person.age', 'integer'),
      told({ from: 0, to: 2 }, 'person.age', 'integer', 1),
      told({ from: 0, to: 4 }, 'stay.days', 'daysBetween'),
      told({ from: 0, to: 5000 }, undefined, 'integer'),
      told({ from: 5000 }, 'household.income', 'money'),
    ]).toEqual([
      ['年龄 0 至 69', 'age 0 to 69'],
      ['年龄 70 起', 'age from 70'],
      ['年龄 1', 'age 1'],
      ['年龄 0 至 3 天', 'age 0 to 3 days'],
      ['0 元 至 5,000 元', 'CNY 0 to CNY 5,000'],
      ['年龄 5,000 元 起', 'age from CNY 5,000'],
    ]);
  });

  it('answers a label that asks which one in its own words', () => {
    const stays = { zh: '本年度第几次住院', en: 'stay' };
    const of = (row: { from: number; to?: number }) =>
      rangeText(row, bordersOf('stay.number', { label: stays, type: { kind: 'integer', atLeast: 1 } }), 'zh');
    expect([of({ from: 1, to: 2 }), of({ from: 2, to: 5 }), of({ from: 2 })]).toEqual([
      '本年度第 1 次住院',
      '本年度第 2 至 4 次住院',
      '本年度第 2 次住院起',
    ]);
  });
});
