import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { diff } from '../../../server/analysis/diff/diff.ts';
import type { RuleSet } from '../../../server/rulesets/language.ts';
import { root } from '../../house/sources.ts';
import { effective } from '../../naive/documents.ts';
import { type Change, changed } from '../edges/changed.ts';

const plan = parse(readFileSync(join(root, 'test/analysis/diff/plan.yaml'), 'utf8')) as RuleSet;
const facts = ['claims', 'inpatient', 'facts'] as const;

/** What is found between two versions of the plan, there and back: kinds with classes. */
function found(before: readonly Change[], after: readonly Change[]): readonly string[] {
  return diff(effective(changed(plan, before)), effective(changed(plan, after))).map(
    (change) => `${change.kind} ${change.class}`,
  );
}

const fact = (declared: object): readonly Change[] => [
  [[...facts, 'person.age'], { label: { zh: '年龄', en: 'age' }, ...declared }],
];

describe('a fact that only one side has', () => {
  const cases: readonly [string, object, string, string][] = [
    ['that must be sent', { integer: {} }, 'needed-fact-added undetermined', 'needed-fact-removed undetermined'],
    ['that may be left out', { integer: {}, default: 'none' }, 'fact-added better', 'fact-removed worse'],
    ['with a default', { integer: {}, default: 40 }, 'fact-added better', 'fact-removed worse'],
    [
      'with a default for some values of another, and none for the rest',
      { integer: {}, default: { by: 'person.category', value: { poor: 40 } } },
      'needed-fact-added undetermined',
      'needed-fact-removed undetermined',
    ],
    [
      'with a default for every value of another',
      { integer: {}, default: { by: 'person.category', value: { poor: 40, otherwise: 50 } } },
      'fact-added better',
      'fact-removed worse',
    ],
    [
      'that is worked out from others',
      { daysBetween: ['admission', 'discharge'] },
      'fact-added neutral',
      'fact-removed neutral',
    ],
    [
      'that is worked out from others, and may not be any number',
      { daysBetween: { from: 'admission', to: 'discharge', atLeast: 0 } },
      'bounded-days-added undetermined',
      'bounded-days-removed undetermined',
    ],
  ];

  it.each(cases)('%s', (_, declared, added, removed) => {
    expect(found([], fact(declared))).toEqual([added]);
    expect(found(fact(declared), [])).toEqual([removed]);
  });

  it('of claims that nobody pays: who sends them can tell what a refusal is', () => {
    const unpaid: Change[] = plan.rules.map(
      ({ name }): Change => [
        ['rules', name, 'conditions', 'all', 0],
        { fact: 'claim.type', operator: 'equal', value: 'none' },
      ],
    );
    const optional = fact({ integer: {}, default: 'none' });
    expect(found(unpaid, [...unpaid, ...optional])).toEqual(['fact-added undetermined']);
    expect(found([...unpaid, ...optional], unpaid)).toEqual(['fact-removed undetermined']);
  });
});

describe('a default', () => {
  it('that is gone, or new, is for the sender to judge', () => {
    const needed: Change[] = [[[...facts, 'stay.number'], { label: { zh: '第几次住院' }, integer: { atLeast: 1 } }]];
    const given: Change[] = [
      [[...facts, 'stay.number'], { label: { zh: '第几次住院' }, integer: { atLeast: 1 }, default: 1 }],
    ];
    expect(found(given, needed)).toEqual(['fact-default-changed undetermined']);
    expect(found(needed, given)).toEqual(['fact-default-changed undetermined']);
  });
});

describe('another name', () => {
  const days = (id: string): Change[] => [
    [[...facts, id], { label: { zh: '住院天数' }, daysBetween: ['admission', 'discharge'] }],
  ];

  it('of a fact that no claim brings refuses none', () => {
    expect(found(days('stay.days'), days('stay.length'))).toEqual(['fact-renamed neutral']);
  });

  it('of days with bounds refuses none either', () => {
    const bounded = (id: string): Change[] => [
      [[...facts, id], { label: { zh: '住院天数' }, daysBetween: { from: 'admission', to: 'discharge', atLeast: 0 } }],
    ];
    expect(found(bounded('stay.days'), bounded('stay.length'))).toEqual(['fact-renamed neutral']);
    expect(found(days('stay.days'), bounded('stay.days'))).toEqual(['fact-kind-changed undetermined']);
  });

  it('of a rule that keeps no counter and adds to none refuses none', () => {
    const named = (name: string): Change[] => [[['rules', 'others', 'name'], name]];
    expect(found(named('others'), named('strangers'))).toEqual(['rule-renamed neutral']);
  });
});

describe('another period', () => {
  const until = (to: string): Change[] => [[['effective', 'to'], to]];

  it('leaves some days to another text, or to none, whichever side is longer', () => {
    for (const [before, after] of [
      ['2019-11-30', '2019-12-31'],
      ['2019-12-31', '2019-11-30'],
    ] as const)
      expect(found(until(before), until(after))).toContain('period-changed undetermined');
  });

  it('of a county’s text takes no day from the city’s rules that it stands on', () => {
    const city = effective(plan);
    const county = {
      ...city,
      override: { jurisdiction: '990010', version: '1.0.0', digest: 'sha256:county' },
      period: { from: '2019-07-01', to: '2019-12-31' },
    };
    const classes = (one: typeof city, other: typeof city) => diff(one, other).map((change) => change.class);
    expect(classes(city, county)).toEqual(['neutral']);
    expect(classes(county, city)).toEqual(['neutral']);
    const shorter = { ...county, period: { from: '2019-10-01', to: '2019-12-31' } };
    expect(classes(county, shorter)).toEqual(['undetermined']);
    expect(classes(shorter, county)).toEqual(['undetermined']);
    const onAnother = { ...county, base: { ...city.base, digest: 'sha256:another' } };
    expect(classes(city, onAnother)).toEqual(['undetermined']);
  });
});
