import { describe, expect, it } from 'vitest';
import { diff } from '../../../server/analysis/diff/diff.ts';
import { sentenceOf } from '../../../server/http/changes/sentence.ts';
import type { Override, RuleSet } from '../../../server/rulesets/language.ts';
import { document, effective } from '../../naive/documents.ts';

const plan = document('test/cities/990006/plan.yaml') as RuleSet;
const county = document('test/cities/990006/county.yaml') as Override;
const city = effective(plan);

type Keyed = NonNullable<Override['keyedStandards']>;
const giving = (keyedStandards: Keyed) => effective(plan, { ...county, standards: {}, keyedStandards });

/** What is found of standards: kind, class, where, and the figures. */
const found = (before: typeof city, after: typeof city) =>
  diff(before, after)
    .filter(({ subject }) => subject === 'standard')
    .map((change) => {
      const at = change.at.map((step) => ('key' in step ? step.key : '')).join('/');
      return [change.kind, change.class, change.id, at, change.before, change.after];
    });

describe('what a county gives some people, beside rules that read the figure without their fact', () => {
  const some = giving({ 'extra.ratio': { by: 'person.category', value: { destitute: 0.5 } } });

  it('is better at their key, and worse the other way round', () => {
    expect(found(city, some)).toEqual([['standard-key-added', 'better', 'extra.ratio', 'destitute', 0.2, 0.5]]);
    expect(found(some, city)).toEqual([['standard-key-removed', 'worse', 'extra.ratio', 'destitute', 0.5, 0.2]]);
  });

  it('is compared key by key with another county’s, and nothing where both give the same', () => {
    const other = giving({ 'extra.ratio': { by: 'person.category', value: { destitute: 0.4, minimum: 0.3 } } });
    expect(found(some, other)).toEqual([
      ['standard-lowered', 'worse', 'extra.ratio', 'destitute', 0.5, 0.4],
      ['standard-key-added', 'better', 'extra.ratio', 'minimum', 0.2, 0.3],
    ]);
    const same = giving({ 'extra.ratio': { by: 'person.category', value: { destitute: 0.5 } } });
    expect(found(some, same)).toEqual([]);
  });

  it('is compared with what another county gives everybody', () => {
    const forAll = effective(plan, { ...county, standards: { 'extra.ratio': 0.3 }, keyedStandards: {} });
    expect(found(forAll, some)).toEqual([
      ['standard-lowered', 'worse', 'extra.ratio', 'otherwise', 0.3, 0.2],
      ['standard-key-added', 'better', 'extra.ratio', 'destitute', 0.3, 0.5],
    ]);
  });

  it('is told with the keys that the city has below, on both sides', () => {
    const keyed = {
      ...plan,
      standards: {
        ...plan.standards,
        'extra.ratio': { value: { true: 0.2, false: 0.1 }, by: 'person.old', unit: 'share', better: 'higher' },
      },
    } as RuleSet;
    const old = { label: { zh: '高龄', en: 'old' }, boolean: {}, default: false };
    const facts = { ...keyed.claims.stay?.facts, 'person.old': old };
    const town = { ...keyed, claims: { ...keyed.claims, stay: { ...keyed.claims.stay, facts } } } as RuleSet;
    const more = { 'extra.ratio': { by: 'person.category', value: { destitute: { true: 0.5 } } } } as Keyed;
    const [before, after] = [effective(town), effective(town, { ...county, standards: {}, keyedStandards: more })];
    const [sentence] = diff(before, after)
      .filter(({ subject }) => subject === 'standard')
      .map((change) => sentenceOf(change, { before, after, names: null }, 'zh'));
    expect(sentence).toContain('是');
    expect(sentence).not.toMatch(/true|false/);
  });
});
