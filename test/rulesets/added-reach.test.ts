import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { floorSchema } from '../../server/rulesets/floor-schema.ts';
import { parseDocument } from '../../server/rulesets/parse.ts';
import { checkDocument } from '../../server/rulesets/validate.ts';
import { trialRules } from './trial-rules.ts';

const city = (rules: string, more = '') =>
  trialRules(`claims:
  visit:
    facts:
      cost.a: {money: {}}
      visit.place: {choice: [here, away], default: here}
  stay:
    facts:
      cost.a: {money: {}}
      cost.drugs: {money: {}, default: 0}
      referral.status: {choice: [fine, missing], default: fine}
layers: [{name: basic, combine: one}]
standards:
  basic.max: {value: 200, unit: CNY, better: higher}
  basic.ratio: {value: 0.9, unit: share, better: higher}
  basic.byBill: {value: [{from: 0, to: 200, value: 0.9}, {from: 200, value: 0.5}], by: cost.total, unit: share, better: higher}
${more}rules:
${rules}
`);

const whenSmall = `  - {name: small, layer: basic, conditions: {all: [{fact: claim.type, operator: equal, value: visit}, {fact: cost.total, operator: lessThanInclusive, value: {fact: $basic.max}}]}, event: {type: reimburse, params: {of: [a], ratio: $basic.ratio}}}`;
const byBill = `  - {name: byBill, layer: basic, conditions: {all: [{fact: claim.type, operator: equal, value: visit}]}, event: {type: reimburse, params: {of: [a], ratio: $basic.byBill}}}`;
const always = `  - {name: always, layer: basic, conditions: {all: []}, event: {type: reimburse, params: {of: [drugs, a], ratio: $basic.ratio}}}`;
const unlessMissing = `  - {name: unless, layer: basic, conditions: {not: {fact: referral.status, operator: equal, value: missing}}, event: {type: reimburse, params: {of: [a], ratio: $basic.ratio}}}`;
const cap = `limits:
  - {name: big, over: [basic], per: year, atMost: $basic.max, conditions: {all: [{fact: claim.type, operator: equal, value: visit}, {fact: cost.total, operator: greaterThan, value: 1000}]}}
`;

const county = (facts: string) => `kind: Override
jurisdiction: "990101"
extends: "990100"
effective: {from: 2024-01-01}
reason: 试
adds: {facts: ${facts}}
`;

/** What is found of added facts, by code, place and what reads them; and whether the floor's schema takes them. */
function about(rules: ReturnType<typeof city>, facts: string) {
  const { findings } = checkDocument(county(facts), { city: rules, maxBytes: 1 << 20 });
  const told = findings
    .filter(({ severity }) => severity === 'error')
    .map(({ code, at, args }) => `${code} ${at?.pointer} ${String(args.name)}`);
  const takes = new Ajv2020({ strict: false }).compile(floorSchema(rules, '990101') as object);
  return { told, taken: takes(parseDocument(county(facts), { maxBytes: 1 << 20 }).document) };
}

const c = 'cost.c: {money: {}, default: 0}';

describe('an item of the bill that a county adds', () => {
  it.each([
    ['a condition', whenSmall, '', 'small'],
    ['a key of a figure', byBill, '', 'byBill'],
    ['the condition of a limit', always.replace('drugs, ', ''), cap, 'big'],
  ])('is refused where %s of the city’s looks at the total of the bill', (_, rules, more, name) => {
    expect(about(city(rules, more), `{visit: {${c}}}`)).toEqual({
      told: [`addedItemInTotal /adds/facts/visit/cost.c ${name}`],
      taken: false,
    });
    expect(about(city(rules, more), `{${c}}`)).toEqual({
      told: [`addedItemInTotal /adds/facts/cost.c ${name}`],
      taken: false,
    });
  });

  it('is taken in claims of another type, as is money that is no item', () => {
    const free = { told: [], taken: true };
    expect(about(city(whenSmall), `{stay: {${c}}}`)).toEqual(free);
    expect(about(city(whenSmall), '{visit: {income.c: {money: {}, default: 0}}}')).toEqual(free);
    expect(about(city(whenSmall), '{visit: {part.c: {money: {partOf: cost.a}, default: 0}}}')).toEqual(free);
    expect(about(city(whenSmall), '{visit: {cost.c: {money: {partOf: cost.a}, default: 0}}}').told).toEqual([]);
  });
});

describe('a fact that a county adds to one type of the city’s claims', () => {
  it('is refused under a name that the city’s rules read there', () => {
    expect(
      about(city(unlessMissing), '{visit: {referral.status: {choice: [fine, missing], default: missing}}}'),
    ).toEqual({ told: ['addedFactRead /adds/facts/visit/referral.status unless'], taken: false });
    expect(about(city(always), '{visit: {cost.drugs: {money: {}, default: 0}}}')).toEqual({
      told: ['addedFactRead /adds/facts/visit/cost.drugs always'],
      taken: false,
    });
  });

  it('is taken under one that they read in others alone', () => {
    expect(about(city(whenSmall), '{stay: {visit.place: {choice: [x, y], default: x}}}').told).toEqual([]);
    expect(about(city(whenSmall), '{visit: {referral.status: {boolean: {}, default: false}}}').told).toEqual([]);
  });
});

describe('days that a county adds to the city’s claims', () => {
  const dated = (facts: string) => {
    const rules = trialRules(`claims:
  visit:
    facts:
      admitted: {date: {}}
      cost.a: {money: {}}
layers: [{name: basic, combine: one}]
standards: {basic.ratio: {value: 0.9, unit: share, better: higher}}
rules:
${always.replace('drugs, ', '')}
`);
    return about(rules, facts);
  };
  const since = (from: string, bounds: string) => `since: {daysBetween: {from: ${from}, to: claim.date${bounds}}}`;
  const refused = { told: ['addedDaysRefuse /adds/facts/visit/since/daysBetween undefined'], taken: false };

  it('refuse none of them: days between dates of the city’s have no bounds', () => {
    expect(dated(`{visit: {${since('admitted', ', atLeast: 0')}}}`)).toEqual(refused);
    expect(dated(`{visit: {${since('admitted', ', atMost: 180')}}}`)).toEqual(refused);
    expect(dated(`{${since('admitted', ', atMost: 180')}}`)).toMatchObject({
      told: ['addedDaysRefuse /adds/facts/since/daysBetween undefined'],
      taken: false,
    });
    expect(dated(`{visit: {${since('admitted', '')}}}`)).toEqual({ told: [], taken: true });
  });

  it('have them from or to a date that is the county’s, and that a claim can leave out', () => {
    const own = (more: string) => `{visit: {moved: {date: {}${more}}, ${since('moved', ', atLeast: 0')}}}`;
    expect(dated(own(''))).toEqual({ told: [], taken: true });
    expect(dated(own(', default: none'))).toEqual({ told: [], taken: true });
    expect(dated(own(', default: 2024-01-01')).told).toEqual(refused.told);
  });
});
