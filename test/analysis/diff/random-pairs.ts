import fc from 'fast-check';
import type { EffectiveRuleSet } from '../../../server/rulesets/effective-rule-set.ts';
import type { RuleSet } from '../../../server/rulesets/language.ts';
import { effective } from '../../naive/documents.ts';
import { randomCases } from '../../naive/random-rule-sets.ts';

/** Two rule sets to compare. */
export type Pair = readonly [before: EffectiveRuleSet, after: EffectiveRuleSet];

/**
 * Pairs of random rule sets: strangers to each other, and relatives, of which each thing is the one's or the other's, in
 * the one's order or the other's. What is compared need not hold together.
 */
export function randomPairs(): fc.Arbitrary<Pair> {
  const documents = randomCases({ claims: 0 }).map(({ document }) => document);
  return fc.tuple(documents, documents, fc.infiniteStream(fc.integer({ min: 0, max: 5 }))).map(([a, b, draws]) => {
    const draw = () => draws.next().value as number;
    return [effective(a), effective(draw() === 0 ? b : relative(a, b, draw))] as const;
  });
}

function relative(a: RuleSet, b: RuleSet, draw: () => number): RuleSet {
  const either = <Value>(own: Value, other: Value): Value => (draw() === 0 ? other : own);
  const map = <Value>(own: Readonly<Record<string, Value>> = {}, other: Readonly<Record<string, Value>> = {}) =>
    Object.fromEntries(
      [...new Set([...Object.keys(own), ...Object.keys(other)])].flatMap((key) => {
        const [one, two] = [own[key], other[key]];
        const kept = one === undefined || two === undefined ? either(one, two) : either(one, two);
        return kept === undefined ? [] : [[draw() === 5 ? `${key}New` : key, kept]];
      }),
    );
  const list = <Value extends { readonly name: string }>(own: readonly Value[] = [], other: readonly Value[] = []) => {
    const named = map(byName(own), byName(other)) as Readonly<Record<string, Value>>;
    const all = Object.entries(named).map(([name, one]) => ({ ...one, name }));
    return draw() === 0 ? all.reverse() : all;
  };
  return {
    ...a,
    standards: map(a.standards, b.standards) as RuleSet['standards'],
    claims: Object.fromEntries(
      Object.entries(map(a.claims, b.claims) as RuleSet['claims']).map(([type, one]) => [
        type,
        { ...one, facts: map(one.facts, b.claims[type]?.facts) as typeof one.facts },
      ]),
    ),
    layers: list(a.layers, b.layers) as RuleSet['layers'],
    limits: list(a.limits, b.limits) as NonNullable<RuleSet['limits']>,
    rules: list(a.rules, b.rules) as RuleSet['rules'],
    costs: either(a.costs, b.costs) ?? [],
    effective: draw() > 3 ? { from: '2019-06-01', to: '2019-06-01' } : a.effective,
  };
}

function byName<Value extends { readonly name: string }>(things: readonly Value[]): Readonly<Record<string, Value>> {
  return Object.fromEntries(things.map((thing) => [thing.name, thing]));
}
