import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { compile } from '../../server/engine/compile.ts';
import { type Plan, requireDefinedOnce } from '../../server/engine/plan.ts';
import type { Claim, CompiledRuleSet, Settlement } from '../../server/engine/settlement.ts';
import { constant } from '../../server/engine/tree/quantity.ts';
import type { RuleSet } from '../../server/rulesets/language.ts';
import { checkDocument } from '../../server/rulesets/validate.ts';
import { claimSaying, namedCity, namedParts, oddNames, PLAIN, said } from '../named-city.ts';
import { ruleSetOf } from '../rule-set-of.ts';
import { byEngine, byMeaning } from './both-engines.ts';
import { runs } from './property-runs.ts';

const DATE = '2019-06-01';

/** A claim settled for the first time, by what generated code makes of it, and by the plain run alone. */
async function thrice(text: string, claim: object) {
  const city = ruleSetOf(parse(text) as Partial<RuleSet>);
  const warm = compile(city);
  const settle = (one: CompiledRuleSet) => one.settle(claim as Claim, DATE);
  return [await settle(warm), await settle(warm), await settle(compile(city, { generate: false }))];
}

describe('a money fact called like an amount of the plan', () => {
  const text = (fact: string) => `
claims: {stay: {facts: {cost.inScope: {money: {}}, cost.bed: {money: {}, default: 0}, ${fact}: {money: {}, default: 0}}}}
costs: [{item: bed, to: inScope}]
standards: {x.ratio: {unit: share, better: higher, value: 0.7}, x.f: {unit: factor, better: lower, value: 1}}
rules:
  - name: one
    layer: cover
    conditions: {all: []}
    event: {type: reimburse, params: {of: [inScope], ratio: $x.ratio, deductible: {amount: $x.f, each: ${fact}}}}
`;
  it.each(['pot.inScope', 'left.inScope', 'counted.bed', 'borne.inScope', 'elsewhere.inScope', 'after.year.one.base'])(
    '%s takes its own amount off',
    async (fact) => {
      const [outer = '', ...inner] = fact.split('.');
      const said = inner.reduceRight<unknown>((value, step) => ({ [step]: value }), 50);
      const claim = { type: 'stay', cost: { inScope: 900, bed: 100 }, [outer]: said };
      for (const { paid } of await thrice(text(fact), claim)) expect(paid).toBe(665_00);
    },
  );
});

describe('what others paid of a pot whose name has a dot', () => {
  const text = `
claims: {stay: {facts: {cost.drugs.classA: {money: {}}}}}
standards: {x.ratio: {unit: share, better: higher, value: 0.5}}
rules:
  - {name: one, layer: cover, conditions: {all: []}, event: {type: reimburse, params: {of: [drugs.classA], ratio: $x.ratio}}}
`;
  it('is taken off it', async () => {
    const claim = { type: 'stay', cost: { drugs: { classA: 1_000 } }, paidElsewhere: { 'drugs.classA': 400 } };
    for (const { paid, selfPay } of await thrice(text, claim)) {
      expect(paid).toBe(300_00);
      expect(selfPay).toEqual({ 'drugs.classA': 300_00, total: 300_00 });
    }
  });
});

describe('a period called as what every object has', () => {
  const text = `
claims: {stay: {facts: {cost.inScope: {money: {}}, is.valueOf: {boolean: {}, default: true}}}}
standards: {x.ratio: {unit: share, better: higher, value: 0.5}, x.cap: {unit: CNY, better: higher, value: 600}}
limits: [{name: cap, over: [cover], per: toString, atMost: $x.cap}]
rules:
  - name: one
    layer: cover
    conditions: {all: [{fact: is.valueOf, operator: equal, value: true}]}
    event: {type: reimburse, params: {of: [inScope], ratio: $x.ratio}}
`;
  it('has its counters like any other, and a fact of such a name is left out where it is', async () => {
    for (const sent of [undefined, 0, 250]) {
      const history = sent === undefined ? {} : { history: { toString: { cover: { paid: sent } } } };
      const claim = { type: 'stay', cost: { inScope: 1_000 }, is: {}, ...history };
      for (const { paid, history: kept } of await thrice(text, claim)) {
        const before = (sent ?? 0) * 100;
        expect(paid).toBe(Math.min(500_00, 600_00 - before));
        expect(kept.after).toEqual(JSON.parse(JSON.stringify({ toString: { cover: { paid: before + paid } } })));
      }
    }
    expect(Object.keys(Object.prototype.toString)).toEqual([]);
  });
});

it('a plan that defines a variable twice is refused, not run', () => {
  const step = { kind: 'let', name: 'a:b', value: constant(1n) } as const;
  const plan: Pick<Plan, 'variables' | 'steps'> = { variables: [], steps: [step, step] };
  expect(() => requireDefinedOnce(plan)).toThrow('a plan defines a:b twice');
  const source = { kind: 'money', fact: 'a:b', otherwise: 0 } as const;
  expect(() => requireDefinedOnce({ variables: [{ name: 'a:b', source }], steps: [step] })).toThrow('twice');
});

/** A settlement without the names that differ: amounts in their order, and whether a limit or what is left bound them. */
function anonymous(settlement: Omit<Settlement, 'notices'>): unknown {
  const { eligible, layers, paid, selfPay, history } = settlement;
  const bare = (value: unknown): unknown =>
    typeof value === 'object' && value !== null ? Object.values(value).map(bare) : value;
  return [
    ...[eligible, paid, bare(selfPay), bare(history)],
    layers.map((layer) => [
      ...[layer.paid, layer.reason ?? null, layer.settled ?? false],
      layer.lines.map(({ owed, paid: given, boundBy }) => [owed, given, boundBy && (boundBy === 'left' || 'limit')]),
    ]),
  ];
}

it('INVARIANT (names): whatever things are called, claims are settled alike', async () => {
  await fc.assert(
    fc.asyncProperty(oddNames, fc.array(said, { minLength: 4, maxLength: 8 }), async (names, claims) => {
      const [odd, plain] = [namedCity(names), compile(namedCity(PLAIN))];
      const document = { kind: 'RuleSet', jurisdiction: '990099', effective: odd.period, title: '测试' };
      const findings = checkDocument(JSON.stringify({ ...document, ...namedParts(names) }), { maxBytes: 1 << 20 });
      expect(findings.findings.filter(({ severity }) => severity === 'error')).toEqual([]);
      const [compiled, bare] = [compile(odd), compile(odd, { generate: false })];
      for (const one of [...claims, ...claims]) {
        const wanted = await byEngine(plain, claimSaying(PLAIN, one), DATE);
        const claim = claimSaying(names, one);
        for (const found of [await byEngine(compiled, claim, DATE), await byEngine(bare, claim, DATE)])
          if ('refused' in wanted || 'refused' in found) expect(found).toEqual(wanted);
          else expect(anonymous(found)).toEqual(anonymous(wanted));
        expect(await byEngine(compiled, claim, DATE)).toEqual(byMeaning(odd, claim, DATE));
      }
    }),
    runs(25, 3_000),
  );
});
