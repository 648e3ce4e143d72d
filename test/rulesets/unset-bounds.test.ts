import { describe, expect, it } from 'vitest';
import { compile } from '../../server/engine/compile.ts';
import { digest } from '../../server/rulesets/digest.ts';
import type { EffectiveRuleSet } from '../../server/rulesets/effective-rule-set.ts';
import type { Override, RuleSet } from '../../server/rulesets/language.ts';
import { resolve } from '../../server/rulesets/resolve.ts';
import { checkDocument } from '../../server/rulesets/validate.ts';

const maxBytes = 1 << 20;
const CAP = '{name: cap, over: [basic], per: claim, atMost: ';

/** What a plan is made of beside one rule that pays a ratio of the bill in scope. */
interface Parts {
  readonly standard: string;
  readonly limit?: string;
  readonly cost?: string;
  readonly params?: string;
  readonly rule?: string;
}

const plan = ({
  standard,
  limit = '',
  cost = '{item: classB, to: inScope}',
  params = '',
  rule = '',
}: Parts) => `kind: RuleSet
jurisdiction: "371500"
effective: {from: 2019-01-01, to: 2019-12-31}
title: t
claims:
  stay:
    facts:
      cost.inScope: {money: {}}
      cost.classB: {money: {}, default: 0}
      stay.days: {integer: {atLeast: 0}, default: 1}
costs: [${cost}]
layers: [{name: basic}, {name: more}]
limits: [${limit}]
standards:
  x.ratio: {unit: share, better: higher, value: 0.5}
  x.cap: {unit: CNY, better: higher, value: 1000}
  x.part: {unit: share, better: higher, value: 0.2}
  x.open: {value: none, ${standard}}
rules:
  - {name: one, layer: basic, conditions: {all: []}, event: {type: reimburse, params: {of: [inScope], ratio: $x.ratio${params}}}}
${rule === '' ? '' : `  - {name: two, layer: more, conditions: {all: []}, event: ${rule}}`}
`;
const found = (text: string) =>
  checkDocument(text, { maxBytes }).findings.flatMap(({ code, at }) => (code === 'boundUnset' ? [at?.pointer] : []));

const resolved = (text: string): EffectiveRuleSet => {
  const document = checkDocument(text, { maxBytes }).document as RuleSet;
  return resolve({ document, name: { jurisdiction: '371500', version: null, digest: digest(document) } });
};
/** What is paid of a bill of 10,000, half of it of class B, by the city and where the county sets the open figure. */
async function paidWith(text: string, value: number): Promise<readonly number[]> {
  const city = resolved(text);
  const county = `kind: Override\njurisdiction: "371525"\nextends: "371500"\neffective: {from: 2019-01-01, to: 2019-12-31}\nreason: r\nstandards: {x.open: ${value}}\n`;
  const document = checkDocument(county, { maxBytes, city }).document as Override;
  const base = { document: checkDocument(text, { maxBytes }).document as RuleSet, name: city.base };
  const both = resolve(base, { document, name: { jurisdiction: '371525', version: null, digest: digest(document) } });
  const claim = { type: 'stay', cost: { inScope: 5000, classB: 5000 }, stay: { days: 10 } };
  return Promise.all([city, both].map(async (one) => (await compile(one).settle(claim, '2019-06-01')).paid));
}

describe('what cuts payments and is left unset', () => {
  const money = 'unit: CNY, better: higher';
  it.each<[string, Parts, string]>([
    ['a limit’s amount', { standard: money, limit: `${CAP}$x.open}` }, '/limits/0/atMost'],
    ...['plus', 'atLeast', 'atMost'].map((role): [string, Parts, string] => [
      `${role} of a limit`,
      { standard: money, limit: `${CAP}{amount: $x.cap, ${role}: $x.open}}` },
      `/limits/0/atMost/${role}`,
    ]),
    [
      'more of a limit',
      { standard: money, limit: `${CAP}{amount: $x.cap, more: $x.open, each: stay.days}}` },
      '/limits/0/atMost/more',
    ],
    [
      'less of a limit',
      { standard: 'unit: CNY, better: lower', limit: `${CAP}{amount: $x.cap, less: $x.open}}` },
      '/limits/0/atMost/less',
    ],
    [
      'times of a limit',
      { standard: 'unit: factor, better: higher', limit: `${CAP}{amount: $x.cap, times: $x.open}}` },
      '/limits/0/atMost/times',
    ],
    [
      'dividedBy of a limit',
      {
        standard: 'unit: days, better: lower, range: {above: 0}',
        limit: `${CAP}{amount: $x.cap, dividedBy: $x.open}}`,
      },
      '/limits/0/atMost/dividedBy',
    ],
    [
      'the share of a limit',
      { standard: 'unit: share, better: higher', limit: `${CAP}{share: $x.open, of: [inScope]}}` },
      '/limits/0/atMost/share',
    ],
    [
      'a part of what stays with the person',
      {
        standard: 'unit: CNY, better: lower',
        limit: '{name: keep, leave: {amount: $x.cap, plus: $x.open}, of: [inScope]}',
      },
      '/limits/0/leave/plus',
    ],
    [
      'the share that counts of an item',
      { standard: 'unit: share, better: higher', cost: '{item: classB, to: inScope, share: $x.open, rest: out}' },
      '/costs/0/share',
    ],
    [
      'a part of that share',
      {
        standard: 'unit: points, better: lower',
        cost: '{item: classB, to: inScope, share: {amount: $x.part, less: $x.open}, rest: out}',
      },
      '/costs/0/share/less',
    ],
    [
      'a part of what counts at most',
      { standard: money, cost: '{item: classB, to: inScope, atMost: {amount: $x.cap, plus: $x.open}, rest: out}' },
      '/costs/0/atMost/plus',
    ],
    [
      'a group whose rules pay without it',
      { standard: `group: alone, ${money}`, limit: `${CAP}$x.open}` },
      '/limits/0/atMost',
    ],
  ])('is refused: %s', (_, parts, pointer) => {
    const text = plan(parts);
    expect(found(text)).toEqual([pointer]);
    // The same text with the figure fixed is the city's own.
    expect(found(text.replace('value: none, ', 'value: none, county: fixed, '))).toEqual([]);
  });
});

describe('what gives once it is set is left to counties', () => {
  const lower = 'unit: CNY, better: lower';
  it.each<[string, Parts, number, readonly [number, number]]>([
    [
      'the ratio of a rule',
      { standard: 'unit: share, better: higher', rule: '{type: reimburse, params: {of: [inScope], ratio: $x.open}}' },
      0.5,
      [500_000, 750_000],
    ],
    [
      'a deductible, without which its rule is off',
      { standard: lower, params: ', deductible: $x.open' },
      1000,
      [0, 450_000],
    ],
    [
      'the most of a rule’s figure',
      {
        standard: 'unit: share, better: higher',
        rule: '{type: reimburse, params: {of: [inScope], ratio: {amount: $x.ratio, atMost: $x.open}}}',
      },
      0.1,
      [500_000, 550_000],
    ],
    [
      'the most that deductibles of a year take',
      { standard: lower, params: ', year: true, deductible: $x.cap, deductiblePer: claim, deductiblesAtMost: $x.open' },
      100,
      [0, 495_000],
    ],
    [
      'so many days in a year',
      {
        standard: 'unit: days, better: higher',
        rule: '{type: allowance, params: {rate: $x.cap, count: stay.days, atMost: $x.open, per: year}}',
      },
      3,
      [500_000, 800_000],
    ],
    [
      'down to which share a rule pays',
      { standard: 'unit: share, better: lower', rule: '{type: topUp, params: {of: [inScope], atMost: $x.open}}' },
      0.1,
      [500_000, 900_000],
    ],
    [
      'the share of an item that goes where nobody pays',
      { standard: 'unit: share, better: lower', cost: '{item: classB, to: out, share: $x.open, rest: inScope}' },
      0.4,
      [250_000, 400_000],
    ],
    [
      'how much of an item goes where nobody pays',
      { standard: lower, cost: '{item: classB, to: out, atMost: {amount: $x.cap, plus: $x.open}, rest: inScope}' },
      500,
      [250_000, 425_000],
    ],
    [
      'a limit’s figure of a group that the bounded rule needs',
      {
        standard: 'group: new, unit: CNY, better: higher',
        limit: '{name: cap, over: [more], per: claim, atMost: $x.open}',
        rule: '{type: sum, params: {sum: $x.open}}',
      },
      2000,
      [500_000, 700_000],
    ],
  ])('%s', async (_, parts, value, paid) => {
    const text = plan(parts);
    expect(found(text)).toEqual([]);
    expect(await paidWith(text, value)).toEqual(paid);
  });
});
