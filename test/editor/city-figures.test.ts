import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { cityFigures, inForceAt, placeIn } from '../../editor/standards/city/city-figures.ts';
import { changedText } from '../../editor/standards/text/change-text.ts';
import { readText } from '../../editor/standards/text/read-text.ts';
import { sameYaml, valueAt, valueWith, type YamlMap } from '../../editor/standards/text/yaml-value.ts';
import { root } from '../house/sources.ts';

const cities = readdirSync(join(root, 'test/cities')).filter((name) => /^\d{6}$/.test(name));
const texts = [
  ['371500', 'rules/371500/liaocheng-2019.yaml'],
  ...cities.map((code) => [code, `test/cities/${code}/plan.yaml`] as const),
] as const;

/** What the service tells of a standard that its form asks for: unit and facts, as the text has them. */
function standardsOf(value: YamlMap) {
  return Object.entries(value.standards as Readonly<Record<string, YamlMap>>).map(([id, { unit, by = [] }]) => {
    return { id, unit, by: Array.isArray(by) ? by : [by] } as unknown as Parameters<typeof cityFigures>[1];
  });
}

const saidBy = (text: string) => readText(text)?.value as YamlMap;

describe('the form of a city’s draft', () => {
  it.each(texts)('of %s changes each of its figures in its own line, and nothing else', (_, file) => {
    const text = readFileSync(join(root, file), 'utf8');
    const value = saidBy(text);
    let fields = 0;
    for (const standard of standardsOf(value)) {
      for (const { path, own } of cityFigures(value, standard)?.leaves ?? []) {
        if (typeof own !== 'number') continue;
        fields += 1;
        const place = placeIn(standard.id, path);
        expect(valueAt(value, place)).toBe(own);
        // The first of a text, and some of the rest: to read a long one anew for hundreds takes long.
        if (fields > 5 && fields % 15 !== 0) continue;
        const changed = changedText(text, place, own + 1);
        expect(sameYaml(saidBy(changed), valueWith(value, place, own + 1)), place.join('/')).toBe(true);
        const [before, after] = [text.split('\n'), changed.split('\n')];
        expect(after.filter((line, index) => line !== before[index])).toHaveLength(1);
      }
    }
    expect(fields).toBeGreaterThan(2);
  });

  it('has beside each row what is in force in its stretch, also where the draft cuts another one in two', () => {
    const rows = (value: string) => saidBy(`standards:\n  a: {value: [${value}], by: person.age, unit: share}\n`);
    const inForce = valueAt(rows('{from: 0, to: 60, value: 0.5}, {from: 60, value: 0.6}'), placeIn('a'));
    const draft = rows('{from: 0, to: 18, value: 0.55}, {from: 18, to: 60, value: 0.5}, {from: 60, value: 0.6}');
    const standard = { id: 'a', unit: 'share', by: ['person.age'], value: inForce };
    expect(cityFigures(draft, standard)?.leaves.map((leaf) => [leaf.own, inForceAt(leaf)])).toEqual([
      [0.55, 0.5],
      [0.5, 0.5],
      [0.6, 0.6],
    ]);
    const joined = rows('{from: 0, value: 0.7}');
    expect(cityFigures(joined, standard)?.leaves.map((leaf) => [leaf.own, inForceAt(leaf)])).toEqual([
      [0.7, undefined],
    ]);
  });

  it('leaves to the text what is no figure, and a standard that its draft declares otherwise', () => {
    const value = saidBy(`standards:
  a: {value: 5, unit: CNY}
  list: {value: [x], unit: list}
  keyed: {value: {1: 2, 2: 3}, by: hospital.level, unit: share}
`);
    const asked = (id: string, unit: string, by: readonly string[]) =>
      cityFigures(value, { id, unit, by } as unknown as Parameters<typeof cityFigures>[1])?.leaves.map(
        ({ own }) => own,
      );
    expect(asked('a', 'CNY', [])).toEqual([5]);
    expect(asked('keyed', 'share', ['hospital.level'])).toEqual([2, 3]);
    expect(asked('keyed', 'share', ['person.age'])).toBeUndefined();
    expect(asked('a', 'share', [])).toBeUndefined();
    expect(asked('list', 'list', [])).toBeUndefined();
    expect(asked('gone', 'CNY', [])).toBeUndefined();
  });
});
