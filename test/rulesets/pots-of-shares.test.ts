import { describe, expect, it } from 'vitest';
import { compile } from '../../server/engine/compile.ts';
import { digest } from '../../server/rulesets/digest.ts';
import type { RuleSet } from '../../server/rulesets/language.ts';
import { parseDocument } from '../../server/rulesets/parse.ts';
import { resolve } from '../../server/rulesets/resolve.ts';
import { checkDocument } from '../../server/rulesets/validate.ts';

const maxBytes = 1 << 20;
const OF = (type: string) => `{fact: claim.type, operator: equal, value: ${type}}`;
const VISITS = `conditions: {all: [${OF('visit')}]}`;
const FEES = 'event: {type: reimburse, params: {of: [fee], ratio: $basic.ratio}}';

/** What a plan of stays and visits is made of, whose limit is a share of the cost of stays unless said otherwise. */
interface Parts {
  readonly limit?: string;
  readonly of?: string;
  readonly visits?: string;
  readonly share?: string;
}

const plan = ({ limit = '', of = 'inScope', visits = `${VISITS}, ${FEES}`, share = '0.9' }: Parts = {}) =>
  `kind: RuleSet
jurisdiction: "990000"
effective: {from: 2024-01-01}
title: 试
claims:
  stay:
    facts:
      cost.inScope: {money: {}}
  visit:
    facts:
      person.poor: {boolean: {}}
      visits: {integer: {}, default: 1}
      cost.fee: {money: {}}
      cost.drugs: {money: {}, default: 0}
layers: [{name: basic, combine: sum}]
standards:
  basic.sum: {value: 60, unit: CNY, better: higher, county: fixed}
  basic.ratio: {value: 0.5, unit: share, better: higher, county: fixed}
  basic.ceiling: {value: ${share}, unit: share, better: higher, county: fixed}
limits:
  - {name: ceiling, over: [basic], per: claim, atMost: {share: $basic.ceiling, of: [${of}]}${limit}}
rules:
  - {name: stays, layer: basic, conditions: {all: [${OF('stay')}]}, event: {type: reimburse, params: {of: [inScope], ratio: $basic.ratio}}}
  - {name: visits, layer: basic, ${visits}}
`;

const found = (text: string) =>
  checkDocument(text, { maxBytes })
    .findings.filter(({ severity }) => severity === 'error')
    .map(({ code, at }) => `${code} ${at?.pointer}`);

/** What a visit of 100, and 20 for drugs, is paid in fen by a text that may hold errors. */
async function paid(text: string): Promise<string> {
  const document = parseDocument(text, { maxBytes }).document as RuleSet;
  const rules = compile(
    resolve({ document, name: { jurisdiction: '990000', version: null, digest: digest(document) } }),
  );
  const claim = { type: 'visit', person: { poor: false }, cost: { fee: 100, drugs: 20 } };
  return String((await rules.settle(claim, '2024-06-01')).paid);
}

describe('a limit that is a share of pots which a type of claims has none of', () => {
  it.each<[string, Parts]>([
    ['over a layer of several types', {}],
    [
      'over a rule that says no type',
      { visits: `conditions: {all: [{fact: person.poor, operator: equal, value: false}]}, ${FEES}` },
    ],
    ['over a sum that is paid beside the bill', { visits: `${VISITS}, event: {type: sum, params: {sum: $basic.sum}}` }],
    [
      'whose share is unset for some of them',
      { share: '{stay: 0.9, visit: {"true": none, "false": 0.9}}, by: [claim.type, person.poor]' },
    ],
  ])('%s cuts all that they are paid, and is an error', async (_, parts) => {
    expect(found(plan(parts))).toEqual(['shareOfNoCost /limits/0/atMost/of']);
    expect(await paid(plan(parts))).toBe('0');
  });

  it.each<[string, Parts]>([
    ['that they have one of', { of: 'inScope, fee' }],
    ['where it does not hold for them', { limit: `, conditions: {all: [${OF('stay')}]}` }],
    ['where it binds a rule that is not theirs', { limit: ', binds: [stays]' }],
    ['where the share is unset for them', { share: '{stay: 0.9, visit: none}, by: claim.type' }],
  ])('%s is no such thing, and they are paid', async (_, parts) => {
    expect(found(plan(parts))).toEqual([]);
    expect(await paid(plan(parts))).toBe('5000');
  });

  it('is none where they are paid nothing anyway', () => {
    const fund = 'event: {type: fund, params: {count: visits, premium: $basic.sum, shares: {}, rest: all}}';
    expect(found(plan({ visits: `${VISITS}, ${fund}` }))).toEqual([]);
  });

  it('settles as it did where the text has been published', () => {
    expect(checkDocument(plan(), { maxBytes }).document).toBeNull();
    expect(checkDocument(plan(), { maxBytes, published: true }).document).not.toBeNull();
  });
});
