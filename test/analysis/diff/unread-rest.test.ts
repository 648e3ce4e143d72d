import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { turned } from '../../../server/analysis/diff/change.ts';
import { diff } from '../../../server/analysis/diff/diff.ts';
import type { RuleSet } from '../../../server/rulesets/language.ts';
import { root } from '../../house/sources.ts';
import { effective } from '../../naive/documents.ts';
import { type Change, changed, otherCity } from '../edges/changed.ts';

const plan = parse(readFileSync(join(root, 'test/analysis/diff/plan.yaml'), 'utf8')) as RuleSet;

/** What becomes of each key where a standard's value is written in another way; the other way round is the reverse. */
function classes(city: RuleSet, standard: string, before: unknown, after: unknown, others: readonly Change[] = []) {
  const of = (value: unknown) => effective(changed(city, [...others, [['standards', standard, 'value'], value]]));
  const [own, other] = [of(before), of(after)];
  const keyed = (changes: ReturnType<typeof diff>, as: (one: (typeof changes)[number]['class']) => string) =>
    Object.fromEntries(
      changes.map(({ at, class: one }) => [at.map((step) => ('key' in step ? step.key : '')).join(' '), as(one)]),
    );
  const there = keyed(diff(own, other), (one) => one);
  expect(keyed(diff(other, own), turned)).toEqual(there);
  return there;
}

describe('a map that names all that a fact can be', () => {
  const ratio = { destitute: 1, minimum: 0.7, byIllness: 0.6 };

  it('is neither better nor worse than the same with what was said of all others', () => {
    const found = classes(
      otherCity('990011'),
      'assistance.ratio',
      { ...ratio, otherwise: 0 },
      { ...ratio, resident: 0 },
    );
    expect(found).toEqual({ resident: 'neutral', otherwise: 'neutral' });
  });

  it('is what each of the keys has become', () => {
    const [rest, own] = [
      { poor: 'unlimited', otherwise: 200_000 },
      { poor: 'unlimited', other: 250_000 },
    ];
    const found = classes(otherCity('230800'), 'criticalIllness.annualCap', rest, own);
    expect(found).toEqual({ other: 'better', otherwise: 'neutral' });
  });

  it('so below other keys, which one side writes out as well', () => {
    const sums = { collapsed: 20_000, otherwise: 1_500.5 };
    const [concrete, brick] = [60_000, 40_000].map((collapsed) => ({ collapsed, otherwise: 2_000 }));
    const earth = { collapsed: 20_000, severe: 1_500.5, slight: 1_500.5 };
    const of = (city: RuleSet, other: object) =>
      classes(city, 'house.sum', { concrete, brick, otherwise: sums }, { concrete, brick, timber: sums, earth: other });
    const city = otherCity('990003');
    expect(of(city, earth)).toEqual({ timber: 'neutral', earth: 'neutral', otherwise: 'neutral' });
    expect(of(city, { ...earth, slight: 1_500 })).toMatchObject({ earth: 'worse' });
    expect(of(city, { ...earth, severe: 1_600, slight: 1_500 })).toMatchObject({ earth: 'mixed' });
  });

  it('loses nothing where what is left for no key is lowered', () => {
    const all = { registered: 0.8, poor: 0.7, other: 0.6 };
    expect(classes(plan, 'medical.ratio', { ...all, otherwise: 0.5 }, { ...all, otherwise: 0.1 })).toEqual({
      otherwise: 'neutral',
    });
    expect(classes(plan, 'medical.ratio', 0.6, { ...all, otherwise: 0.1 })).toEqual({ '': 'better' });
  });
});

describe('what is said of all others is a key like them', () => {
  it('where numbers go on for ever', () => {
    const by: Change = [['standards', 'medical.ratio', 'by'], 'stay.number'];
    const found = classes(plan, 'medical.ratio', { 1: 0.5, otherwise: 0.5 }, { 1: 0.5, 2: 0.5 }, [by]);
    expect(found).toEqual({ 2: 'neutral', otherwise: 'worse' });
  });

  it('where claims may leave the fact out', () => {
    const absent: Change = [['claims', 'inpatient', 'facts', 'person.category', 'default'], 'none'];
    const all = { registered: 0.5, poor: 0.5, other: 0.5 };
    expect(classes(plan, 'medical.ratio', { otherwise: 0.5 }, all, [absent])).toMatchObject({ otherwise: 'worse' });
    expect(classes(plan, 'medical.ratio', { otherwise: 0.5 }, all)).toMatchObject({ otherwise: 'neutral' });
  });

  it('where a key is left that neither side names', () => {
    const found = classes(
      plan,
      'medical.ratio',
      { registered: 0.5, otherwise: 0.5 },
      { registered: 0.5, otherwise: 0.4 },
    );
    expect(found).toEqual({ otherwise: 'worse' });
  });
});
