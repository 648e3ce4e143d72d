import { describe, expect, it } from 'vitest';
import { compile } from '../../server/engine/compile.ts';
import type { Claim } from '../../server/engine/settlement.ts';
import { digest } from '../../server/rulesets/digest.ts';
import type { RuleSet } from '../../server/rulesets/language.ts';
import { parseDocument } from '../../server/rulesets/parse.ts';
import { resolve } from '../../server/rulesets/resolve.ts';
import { checkDocument } from '../../server/rulesets/validate.ts';
import { byEngine } from '../engine/both-engines.ts';

const maxBytes = 1 << 20;
const VISIT = '{fact: claim.type, operator: equal, value: visit}';
const PREMIUM = '{fact: claim.type, operator: equal, value: premium}';
const BY_YEARS = 'value: [{from: 0, to: 1, value: 500}, {from: 1, value: 800}], by: person.years, unit: CNY';

/** What a plan of two types of claims, of which only visits bring years and a kind of person, is made of. */
interface Parts {
  readonly standards?: string;
  readonly rules?: string;
  readonly limits?: string;
  readonly layer?: string;
  readonly costs?: string;
}

const plan = ({
  standards = '',
  rules = '',
  limits = '',
  layer = '{name: family, combine: sum}',
  costs = '[]',
}: Parts) => `kind: RuleSet
jurisdiction: "990100"
effective: {from: 2024-01-01}
title: {zh: 试, en: trial}
claims:
  visit:
    facts:
      person.years: {integer: {atLeast: 0}}
      person.kind: {choice: [poor, other]}
      cost.bill: {money: {}}
  premium:
    facts:
      fund.members: {integer: {atLeast: 0}}
      fund.grade: {choice: [first, second]}
      cost.fee: {money: {}}
costs: ${costs}
layers: [${layer}]
standards:
  family.ratio: {value: 0.8, unit: share, better: higher}
  family.base: {${BY_YEARS}}
  family.premium: {value: 60, unit: CNY}
${standards}
limits: [${limits}]
rules:
  - {name: visits, layer: family, conditions: {all: [${VISIT}]}, event: {type: reimburse, params: {of: [bill], ratio: $family.ratio}}}
  - {name: premiums, layer: family, conditions: {all: [${PREMIUM}]}, event: {type: fund, params: {count: fund.members, premium: $family.premium, shares: {}, rest: members}}}
${rules}
`;

const premium = (grade = 'first'): Claim => ({ type: 'premium', fund: { members: 3, grade }, cost: { fee: 100 } });

/** What is wrong with a text; that a plan of several parts leaves a figure of one unread is beside the point. */
const found = (text: string) =>
  checkDocument(text, { maxBytes })
    .findings.filter(({ code }) => code !== 'standardUnread')
    .map(({ code, at }) => `${code} ${at?.pointer}`);

/** What comes of a claim on a text that may hold errors. */
async function outcome(text: string, claim: Claim): Promise<string> {
  const document = parseDocument(text, { maxBytes }).document as RuleSet;
  const name = { jurisdiction: '990100', version: null, digest: digest(document) };
  const settled = await byEngine(compile(resolve({ document, name })), claim, '2024-06-01');
  return 'refused' in settled ? settled.refused : 'settled';
}

const fees = (params: string, conditions = PREMIUM) =>
  `  - {name: fees, layer: family, conditions: {all: [${conditions}]}, event: {type: reimburse, params: {of: [fee], ${params}}}}`;
const withheld = (term: string) => ({
  standards: `  family.terms: {value: {family: ${term}}, unit: terms}`,
  rules: `  - {name: withhold, conditions: {all: [${PREMIUM}]}, event: {type: terms, params: {terms: $family.terms}}}`,
});
const LIMIT = '{name: top, over: [family], per: year, atMost: $family.base}';
const NESTED = (second: string) =>
  `  family.sum: {value: {first: ${second}, second: [{from: 0, value: 9}]}, by: [fund.grade, person.years], unit: CNY}`;

describe('a figure that is read by a fact which a type of claims lacks', () => {
  it.each<[string, Parts, string, Claim]>([
    ['of a limit over a layer of both types', { limits: LIMIT }, '/limits/0/atMost', premium()],
    [
      'of a limit over a rule',
      { limits: '{name: top, over: [premiums], per: year, atMost: $family.base}' },
      '/limits/0/atMost',
      premium(),
    ],
    [
      'that leaves something of pots',
      { limits: '{name: rest, leave: $family.base, of: [fee]}', rules: fees('ratio: $family.ratio') },
      '/limits/0/leave',
      premium(),
    ],
    ['of a rule', { rules: fees('deductible: $family.base') }, '/rules/2/event/params/deductible', premium()],
    [
      'of a rule that says no type, and that both types meet',
      { rules: fees('deductible: $family.base', '{fact: claim.date, operator: greaterThan, value: "2024-02-01"}') },
      '/rules/2/event/params/deductible',
      premium(),
    ],
    [
      'that a condition asks about',
      {
        rules: fees(
          'ratio: $family.ratio',
          `${PREMIUM}, {fact: cost.total, operator: lessThan, value: {fact: $family.base}}`,
        ),
      },
      '/rules/2/conditions/all/1/value/fact',
      premium(),
    ],
    [
      'that a limit asks about',
      {
        limits:
          '{name: top, over: [visits], per: year, atMost: $family.premium, conditions: {all: [{fact: cost.total, operator: lessThan, value: {fact: $family.base}}]}}',
      },
      '/limits/0/conditions/all/0/value/fact',
      premium(),
    ],
    [
      'of a cost',
      {
        costs: '[{item: fee, to: other, share: $family.part, rest: more}]',
        standards: '  family.part: {value: {poor: 0.5, other: 0.6}, by: person.kind, unit: share, better: higher}',
      },
      '/costs/0/share',
      premium(),
    ],
    [
      'by whom a layer is settled',
      {
        layer: '{name: family, combine: sum, channel: $family.channel}',
        standards:
          '  family.channel: {value: {poor: oneStop, other: offline}, by: person.kind, unit: choice, order: [offline, oneStop]}',
      },
      '/layers/0/channel',
      premium(),
    ],
    [
      'under one of the keys before it',
      { standards: NESTED('none'), rules: fees('deductible: $family.sum') },
      '/rules/2/event/params/deductible',
      premium('second'),
    ],
    ['of a layer that is withheld in part', { limits: LIMIT, ...withheld('ordinary') }, '/limits/0/atMost', premium()],
  ])('%s is found where it stands, and claims of the type are refused', async (_, parts, pointer, claim) => {
    const text = plan(parts);
    expect(found(text)).toEqual([`keyNotOfType ${pointer}`]);
    expect(await outcome(text, claim)).toBe('keyNeeded');
  });

  it.each<[string, Parts, Claim]>([
    [
      'a limit that asks for the other type',
      { limits: `${LIMIT.slice(0, -1)}, conditions: {all: [${VISIT}]}}` },
      premium(),
    ],
    [
      'a limit that binds the other type’s rule alone',
      { limits: '{name: top, over: [family], binds: [visits], per: year, atMost: $family.base}' },
      premium(),
    ],
    [
      'a limit that asks for a fact of the other type',
      { limits: `${LIMIT.slice(0, -1)}, conditions: {all: [{fact: person.kind, operator: equal, value: poor}]}}` },
      premium(),
    ],
    [
      'a rule that asks for a fact of the other type, and says no type',
      {
        rules: fees('deductible: $family.base', '{fact: person.kind, operator: equal, value: poor}').replace(
          '[fee]',
          '[bill]',
        ),
      },
      premium(),
    ],
    [
      'a value that is one word for the type',
      {
        limits: '{name: top, over: [family], per: year, atMost: $family.top}',
        standards:
          '  family.top: {value: {visit: [{from: 0, value: 500}], premium: unlimited}, by: [claim.type, person.years], unit: CNY, better: higher}',
      },
      premium(),
    ],
    [
      'a key before it that the conditions rule out',
      {
        standards: NESTED('9'),
        rules: fees('deductible: $family.sum', `${PREMIUM}, {fact: fund.grade, operator: equal, value: first}`),
      },
      premium(),
    ],
    [
      'a figure that is not set',
      {
        limits: '{name: top, over: [family], per: year, atMost: $family.top}',
        standards: '  family.top: {value: none, by: person.years, unit: CNY, better: higher}',
      },
      premium(),
    ],
    ['a layer that is withheld from the type', { limits: LIMIT, ...withheld('none') }, premium()],
  ])('%s is no such thing, and they are settled', async (_, parts, claim) => {
    const text = plan(parts);
    expect(found(text).filter((one) => one.startsWith('keyNotOfType'))).toEqual([]);
    expect(await outcome(text, claim)).toBe('settled');
  });
});

describe('a county’s text', () => {
  const { document } = checkDocument(plan({}), { maxBytes });
  const own = document as RuleSet;
  const city = resolve({ document: own, name: { jurisdiction: '990100', version: '1.0.0', digest: digest(own) } });
  const county = (conditions: string) => `kind: Override
jurisdiction: "990101"
extends: "990100"
effective: {from: 2024-01-01}
reason: 试
adds:
  layers: [{name: more}]
  standards: {more.share: {${BY_YEARS}}}
  rules:
    - {name: more, layer: more, conditions: {all: [${conditions}]}, event: {type: sum, params: {sum: $more.share}}}
`;

  it('is told of its own rules', () => {
    const codes = (text: string) => checkDocument(text, { maxBytes, city }).findings.map(({ code }) => code);
    expect(codes(county(PREMIUM))).toEqual(['keyNotOfType']);
    expect(codes(county(VISIT))).toEqual([]);
  });
});
