import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { prove } from '../../../server/analysis/proof/prove.ts';
import { compile } from '../../../server/engine/compile.ts';
import type { Claim } from '../../../server/engine/settlement.ts';
import { SharedTree } from '../../../server/engine/tree/shared-tree.ts';
import { queryText } from '../../../server/engine/tree/solver.ts';
import { counterAt, elsewherePath, historyPath, settledPath, stepsOf } from '../../../server/rulesets/claim-paths.ts';
import type { EffectiveRuleSet } from '../../../server/rulesets/effective-rule-set.ts';
import type { RuleSet } from '../../../server/rulesets/language.ts';
import { runs } from '../../engine/property-runs.ts';
import { type NamedFigures, namedCity, oddNames, PLAIN } from '../../named-city.ts';
import { ruleSetOf } from '../../rule-set-of.ts';
import { sharedSolver } from '../../solver.ts';

const city = (text: string) => ruleSetOf(parse(text) as Partial<RuleSet>);
const proof = (from: EffectiveRuleSet, to: EffectiveRuleSet, year = false) =>
  prove(from, to, { solver: sharedSolver(), year });

describe('money that is called count', () => {
  const reimbursing = (ratio: number, deductible: number) =>
    city(`
claims: {stay: {facts: {cost.count: {money: {}}}}}
standards:
  x.ratio: {unit: share, better: higher, value: ${ratio}}
  x.deductible: {unit: CNY, better: lower, value: ${deductible}}
rules:
  - name: one
    layer: cover
    conditions: {all: []}
    event: {type: reimburse, params: {of: [count], ratio: $x.ratio, deductible: $x.deductible}}
`);

  it('is looked at as far as money goes: who loses above 10,000 yuan is found', async () => {
    const [from, to] = [reimbursing(0.6, 4_000), reimbursing(0.5, 0)];
    const found = await proof(from, to);
    expect(found.result).toBe('refuted');
    const { claim, dates } = found.counterexample ?? { claim: {} as Claim, dates: { from: '' } };
    const [before, after] = [
      await compile(from).settle(claim, dates.from),
      await compile(to).settle(claim, dates.from),
    ];
    expect(after.paid).toBeLessThan(before.paid);
  });

  it('is so as a pot that is made of others, in a layer of the same name', async () => {
    const paying = (ratio: number, deductible: number) =>
      city(`
claims: {stay: {facts: {cost.a: {money: {}}}}}
costs: [{item: a, to: count}]
layers: [{name: count}, {name: next}]
standards:
  x.ratio: {unit: share, better: higher, value: ${ratio}}
  x.deductible: {unit: CNY, better: lower, value: ${deductible}}
rules:
  - {name: one, layer: count, conditions: {all: []}, event: {type: reimburse, params: {of: [count], ratio: $x.ratio}}}
  - {name: two, layer: next, conditions: {all: []}, event: {type: reimburse, params: {of: [count], ratio: $x.ratio, deductible: $x.deductible}}}
`);
    expect((await proof(paying(0.3, 9_000), paying(0.29, 8_000))).result).toBe('refuted');
    expect((await proof(paying(0.3, 9_000), paying(0.31, 8_000))).result).toBe('proved');
  });
});

describe('a counter of a layer whose name has a hyphen', () => {
  const capped = (name: string, ratio: number) =>
    city(`
layers: [{name: ${name}}, {name: topUp}]
standards:
  x.ratio: {unit: share, better: higher, value: ${ratio}}
  x.cap: {unit: CNY, better: higher, value: 10000}
  x.level: {unit: share, better: lower, value: 0.1}
  x.from: {unit: CNY, better: lower, value: 5000}
limits: [{name: cap, over: [${name}], per: year, atMost: $x.cap}]
rules:
  - {name: one, layer: ${name}, conditions: {all: []}, event: {type: reimburse, params: {of: [inScope], ratio: $x.ratio}}}
  - name: two
    layer: topUp
    conditions: {all: [{fact: cost.total, operator: greaterThan, value: {fact: $x.from}}]}
    event: {type: topUp, params: {of: [inScope], atMost: $x.level}}
`);
  it.each(['basicCare', 'basic-care', 'basic-care-2'])('is read and fed as any other: %s', async (name) => {
    const { result, year } = await proof(capped(name, 0.7), capped(name, 0.8), true);
    const told = await proof(capped('basic', 0.7), capped('basic', 0.8), true);
    expect([result, year.result, year.reason]).toEqual([told.result, told.year.result, told.year.reason]);
    expect(year.result).not.toBe('proved');
  });
});

describe('money called like what is left of a pot', () => {
  const twice = (fact: string, factor: number) =>
    city(`
claims: {stay: {facts: {cost.p: {money: {}}, ${fact}: {money: {}, default: 0}}}}
layers: [{name: first}, {name: second}]
standards:
  x.ratio: {unit: share, better: higher, value: 0.5}
  x.factor: {unit: factor, better: lower, value: ${factor}}
rules:
  - {name: one, layer: first, conditions: {all: []}, event: {type: reimburse, params: {of: [p], ratio: $x.ratio}}}
  - name: two
    layer: second
    conditions: {all: []}
    event: {type: reimburse, params: {of: [p], ratio: $x.ratio, deductible: {amount: $x.factor, each: ${fact}}}}
`);
  it.each(['left.p.from', 'left.p.to', 'home.income'])('%s is an amount of its own', async (fact) => {
    expect((await proof(twice(fact, 1), twice(fact, 2))).result).toBe('refuted');
    expect((await proof(twice(fact, 2), twice(fact, 1))).result).toBe('proved');
  });

  it('has a symbol of its own, and so has every place that is cut', () => {
    const tree = new SharedTree();
    const [a, b] = [tree.input('left.p.from'), tree.input('b')];
    const [sum, other] = [tree.add(a, b), tree.add(b, tree.constant(1n))];
    const cut = new Map([
      [sum, 'left.p.from'],
      [other, 'left.p.from'],
    ]);
    const goals = [{ left: tree.add(sum, other), is: '>', right: a } as const];
    const { text, amounts } = queryText(tree, { facts: [], goals, cut });
    const declared = [...text.matchAll(/declare-const (\|[^|]*\|)/g)].map(([, symbol]) => symbol);
    expect(declared).toHaveLength(3);
    expect(new Set(declared).size).toBe(3);
    expect(declared).toContain(amounts.get('left.p.from'));
    expect([...amounts.keys()]).toEqual(['left.p.from']);
  });
});

it('what a claim brings beside its facts is told by how its path begins', () => {
  expect(counterAt(historyPath({ period: 'count', name: 'paid', kind: 'base' }))?.kind).toBe('base');
  expect(counterAt(settledPath('count'))).toBeNull();
  expect(counterAt('cost.count')).toBeNull();
  expect(stepsOf(elsewherePath('a.b'))).toEqual(['paidElsewhere', 'a.b']);
  expect(stepsOf('cost.a.b')).toEqual(['cost', 'a', 'b']);
});

const CHANGES: readonly NamedFigures[] = [
  { ratio: 0.7 },
  { ratio: 0.5 },
  { factor: 0.4 },
  { factor: 0.9 },
  { more: 0.6 },
  { cap: 3_000 },
  { cap: 1_000 },
  { rate: 40 },
  { ratio: 0.7, factor: 0.9 },
];

it('INVARIANT (names): whatever things are called, a change is proved or refuted alike', async () => {
  const verdict = async (from: EffectiveRuleSet, to: EffectiveRuleSet) => {
    const { result, year, undecided } = await proof(from, to, true);
    return { result, year: year.result, undecided: undecided.map(({ reason }) => reason) };
  };
  const known = new Map<NamedFigures, ReturnType<typeof verdict>>();
  await fc.assert(
    fc.asyncProperty(oddNames, fc.constantFrom(...CHANGES), async (names, change) => {
      const wanted = known.get(change) ?? verdict(namedCity(PLAIN), namedCity(PLAIN, change));
      known.set(change, wanted);
      expect(await verdict(namedCity(names), namedCity(names, change))).toEqual(await wanted);
    }),
    runs(12, 600),
  );
  expect(new Set((await Promise.all(known.values())).map(({ result }) => result)).size).toBeGreaterThan(1);
});
