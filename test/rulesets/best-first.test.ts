import { describe, expect, it } from 'vitest';
import type { Finding } from '../../server/domain/finding.ts';
import { digest } from '../../server/rulesets/digest.ts';
import type { RuleSet } from '../../server/rulesets/language.ts';
import { resolve } from '../../server/rulesets/resolve.ts';
import { checkDocument } from '../../server/rulesets/validate.ts';

const maxBytes = 1 << 20;

/** What a plan is made of: whoever is in several categories counts as the first of a, b and c. */
interface Parts {
  /** A standard's value with its direction. */
  readonly ratio?: string;
  readonly cap?: string;
  readonly category?: string;
}

const FIRST = 'firstOf: {list: person.all, order: [a, b, c]}, default: c';

const plan = ({
  ratio = '{a: 0.9, b: 0.8, c: 0.7}, by: person.category, unit: share, better: higher',
  cap = '9000, unit: CNY, better: higher',
  category = FIRST,
}: Parts = {}) => `kind: RuleSet
jurisdiction: "990000"
effective: {from: 2024-01-01}
title: 试
claims:
  stay:
    facts:
      hospital.level: {choice: [one, two]}
      person.age: {integer: {atLeast: 0}, default: 40}
      person.all: {list: {choice: [a, b, c]}}
      person.category: {${category}}
      cost.inScope: {money: {}}
layers: [{name: aid, combine: one}]
standards:
  aid.ratio: {value: ${ratio}}
  aid.cap: {value: ${cap}}
limits: [{name: year, over: [aid], per: year, atMost: $aid.cap}]
rules:
  - {name: aid, layer: aid, conditions: {all: [{fact: claim.type, operator: equal, value: stay}]}, event: {type: reimburse, params: {of: [inScope], ratio: $aid.ratio}}}
`;

const pairOf = ({ at, args: { first, later, less, more } }: Finding) => {
  const zh = (one: unknown) => (one as { zh: string }).zh;
  return `${at?.pointer} ${zh(first)} ${zh(less)} < ${zh(later)} ${zh(more)}`;
};
const told = (findings: readonly Finding[]) => {
  expect(findings.filter(({ severity }) => severity === 'error')).toEqual([]);
  return findings.filter(({ code }) => code === 'laterIsBetter');
};
const found = (parts: Parts) => told(checkDocument(plan(parts), { maxBytes }).findings).map(pairOf);

describe('a standard that gives a later category the better figure', () => {
  it.each<[string, Parts, string]>([
    [
      'by the category alone',
      { ratio: '{a: 0.7, b: 0.8, c: 0.7}, by: person.category, unit: share, better: higher' },
      '/standards/aid.ratio/value/b a 70% < b 80%',
    ],
    [
      'whose lower figure is the better',
      { ratio: '{a: 0.7, b: 0.8, c: 0.6}, by: person.category, unit: share, better: lower, county: fixed' },
      '/standards/aid.ratio/value/c b 80% < c 60%',
    ],
    [
      'where it is not named',
      { cap: '{b: 100, otherwise: 200}, by: person.category, unit: CNY, better: higher' },
      '/standards/aid.cap/value b 100 元 < c 200 元',
    ],
    [
      'which no cap bounds',
      { cap: '{a: 100, b: unlimited, c: 50}, by: person.category, unit: CNY, better: higher' },
      '/standards/aid.cap/value/b a 100 元 < b 不限',
    ],
    [
      'before another key',
      {
        ratio:
          '{a: {one: 0.9, two: 0.8}, b: {one: 0.9, otherwise: 0.85}, c: 0.5}, by: [person.category, hospital.level], unit: share, better: higher',
      },
      '/standards/aid.ratio/value/b a 80% < b 85%',
    ],
    [
      'behind rows',
      {
        ratio:
          '[{from: 0, to: 60, value: {a: 0.9, b: 0.8, c: 0.7}}, {from: 60, value: {a: 0.9, b: 0.8, c: 1}}], by: [person.age, person.category], unit: share, better: higher',
      },
      '/standards/aid.ratio/value/1/value/c b 80% < c 100%',
    ],
  ])('%s is told, with both figures', (_, parts, words) => {
    expect(found(parts)).toEqual([words]);
  });

  it('is told once, with all pairs that it is so of', () => {
    const ratio = '{a: 0.5, b: 0.6, c: 0.7}, by: person.category, unit: share, better: higher';
    const [finding, ...others] = told(checkDocument(plan({ ratio }), { maxBytes }).findings);
    expect(others).toEqual([]);
    expect(finding?.args).toMatchObject({ first: { zh: 'a' }, later: { zh: 'b' } });
    expect(finding?.args.others).toMatchObject({ zh: '。同样的还有：“a”与“c”' });
  });

  it.each<[string, Parts]>([
    [
      'figures that fall or stay the same',
      { ratio: '{a: 0.9, b: 0.9, c: 0.7}, by: person.category, unit: share, better: higher' },
    ],
    [
      'figures without a direction',
      { ratio: '{a: 0.7, b: 0.8, c: 0.9}, by: person.category, unit: share, county: fixed' },
    ],
    [
      'a category that the claim brings itself',
      {
        category: 'choice: [a, b, c]',
        ratio: '{a: 0.7, b: 0.8, c: 0.9}, by: person.category, unit: share, better: higher',
      },
    ],
  ])('%s are none', (_, parts) => {
    expect(found(parts)).toEqual([]);
  });
});

describe('a county’s text', () => {
  const over = (parts: Parts, text: string) => {
    const document = checkDocument(plan(parts), { maxBytes }).document as RuleSet;
    const city = resolve({ document, name: { jurisdiction: '990000', version: '1.0.0', digest: digest(document) } });
    const heading =
      'kind: Override\njurisdiction: "990001"\nextends: "990000"\neffective: {from: 2024-01-01}\nreason: 试\n';
    return told(checkDocument(heading + text, { maxBytes, city }).findings).map(pairOf);
  };
  const low = '{a: 0.7, b: 0.8, c: 0.75}, by: person.category, unit: share, better: higher';

  it('is told of a raise that turns round which category is the best', () => {
    expect(over({}, 'standards: {aid.ratio: {b: 0.95}}')).toEqual(['/standards/aid.ratio/b a 90% < b 95%']);
    expect(over({}, 'standards: {aid.ratio: {a: 0.95, b: 0.9}}')).toEqual([]);
  });

  it('is told of more for some, where those who come before have no more', () => {
    const more = (value: string) => `keyedStandards: {aid.cap: {by: person.category, value: ${value}}}`;
    expect(over({}, more('{b: 9500}'))).toEqual(['/keyedStandards/aid.cap/value/b a 9,000 元 < b 9,500 元']);
    expect(over({}, more('{a: 9500, b: 9500}'))).toEqual([]);
  });

  it('is not told of what the city has turned round itself, and of what it adds to that', () => {
    expect(over({ ratio: low }, 'standards: {aid.ratio: {b: 0.85}}')).toEqual([]);
    expect(over({ ratio: low }, 'standards: {aid.ratio: {c: 0.9}}')).toEqual(['/standards/aid.ratio/c b 80% < c 90%']);
    expect(over({ ratio: low }, 'standards: {aid.cap: 10000}')).toEqual([]);
  });
});
