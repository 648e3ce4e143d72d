import type { Label } from '../../domain/label.ts';
import { FACT_KINDS } from '../derived.ts';
import type { EffectiveRuleSet } from '../effective-rule-set.ts';
import type { Override } from '../language.ts';
import { stepInto } from '../positions.ts';
import { potsOf } from '../pots.ts';
import { didYouMean, inBoth, listed } from '../words.ts';
import { factOrFacts } from './added-facts.ts';
import { checkAddedReach } from './added-reach.ts';
import { type Complaint, wrong, wrongKey } from './complaint.ts';

type Adds = NonNullable<Override['adds']>;

/** What a county adds has names of its own, and can never cut, precede or share a layer of the city's. */
export function* checkAdditions(adds: Adds, city: EffectiveRuleSet): Generator<Complaint> {
  yield* checkTaken(adds, city);
  yield* checkAddedFacts(adds, city);
  yield* checkAddedReach(adds, city);
  yield* checkAddedRules(adds, city);
  yield* checkAddedLimits(adds, city);
  yield* checkAddedCosts(adds, city);
}

/** Names that are the city's already. */
function* checkTaken(adds: Adds, city: EffectiveRuleSet): Generator<Complaint> {
  const layers = city.layers.map(({ name }) => name);
  const rules = city.rules.map(({ name }) => name);
  const limits = city.limits.map(({ name }) => name);
  const readings = city.readings.map(({ id }) => id);
  yield* takenKeys(adds.products, new Set(city.products.keys()), '/adds/products', 'wordProduct');
  yield* takenKeys(adds.standards, new Set(city.standards.keys()), '/adds/standards', 'wordStandard');
  yield* takenKeys(adds.claims, new Set(city.claims.keys()), '/adds/claims', 'wordClaimType');
  yield* takenNames(
    (adds.layers ?? []).map(({ name }) => name),
    new Set([...layers, ...rules]),
    '/adds/layers',
    'wordLayer',
  );
  yield* takenNames(
    (adds.rules ?? []).map(({ name }) => name),
    new Set([...rules, ...layers]),
    '/adds/rules',
    'wordRule',
  );
  yield* takenNames(
    (adds.limits ?? []).map(({ name }) => name),
    new Set(limits),
    '/adds/limits',
    'wordLimit',
  );
  yield* takenNames(
    (adds.readings ?? []).map(({ id }) => id),
    new Set(readings),
    '/adds/readings',
    'wordReading',
    'id',
  );
}

function* takenKeys(
  added: Readonly<Record<string, unknown>> | undefined,
  taken: ReadonlySet<string>,
  pointer: string,
  kind: string,
): Generator<Complaint> {
  for (const name of Object.keys(added ?? {})) {
    if (taken.has(name)) yield wrongKey('nameIsCitys', stepInto(pointer, name), { kind: inBoth(kind), name });
  }
}

function* takenNames(
  names: readonly string[],
  taken: ReadonlySet<string>,
  pointer: string,
  kind: string,
  key = 'name',
): Generator<Complaint> {
  for (const [index, name] of names.entries()) {
    if (taken.has(name)) yield wrong('nameIsCitys', `${pointer}/${index}/${key}`, { kind: inBoth(kind), name });
  }
}

function* checkAddedFacts(adds: Adds, city: EffectiveRuleSet): Generator<Complaint> {
  const types = new Set([...city.claims.keys(), ...Object.keys(adds.claims ?? {})]);
  const { byType, forAll } = factOrFacts(adds.facts ?? {}, types);
  for (const [type, facts] of byType) {
    const taken = new Set(city.claims.get(type)?.facts.keys() ?? []);
    yield* takenKeys(facts, taken, stepInto('/adds/facts', type), 'wordFact');
  }
  const all = new Set([...city.claims.values()].flatMap(({ facts }) => [...facts.keys()]));
  yield* takenKeys(forAll, all, '/adds/facts', 'wordFact');
  for (const [key, value] of Object.entries(forAll)) {
    // Facts under a name that is neither a fact's nor a claim type's: the claim type was meant.
    if (Object.values(value).length === 0 || !Object.values(value).every(isFact)) continue;
    yield wrongKey('unknownClaimTypeHere', stepInto('/adds/facts', key), {
      given: key,
      known: listed(types),
      meant: didYouMean(key, types),
    });
  }
}

function isFact(value: unknown): boolean {
  return typeof value === 'object' && value !== null && FACT_KINDS.some((kind) => Object.hasOwn(value, kind));
}

function* checkAddedRules({ rules }: Adds, city: EffectiveRuleSet): Generator<Complaint> {
  const theirs = new Map(city.layers.map(({ name, label }) => [name, label]));
  const names = new Set([...theirs.keys(), ...city.rules.map(({ name }) => name)]);
  for (const [index, { name, layer, event }] of (rules ?? []).entries()) {
    const at = `/adds/rules/${index}`;
    if (event.type === 'terms') yield wrong('addedTerms', `${at}/event/type`, { rule: name });
    const label = layer === undefined ? undefined : theirs.get(layer);
    if (label !== undefined) yield wrong('addedToCityLayer', `${at}/layer`, { rule: name, layer: layer ?? '', label });
    const { year = undefined, base = undefined } = event.type === 'reimburse' ? event.params : {};
    for (const [key, given] of Object.entries({ year, base })) {
      if (typeof given !== 'string' || !names.has(given)) continue;
      yield wrong('addedOnCityCounter', `${at}/event/params/${key}`, { rule: name, given });
    }
  }
}

function* checkAddedLimits({ limits }: Adds, city: EffectiveRuleSet): Generator<Complaint> {
  const theirs = new Map<string, Label>([...city.rules, ...city.layers].map(({ name, label }) => [name, label]));
  for (const [index, { name, over, binds, leave }] of (limits ?? []).entries()) {
    const at = `/adds/limits/${index}`;
    if (leave !== undefined) yield wrongKey('addedLeave', `${at}/leave`, { limit: name });
    for (const [list, names] of [
      ['over', over],
      ['binds', binds],
    ] as const) {
      for (const [place, given] of (names ?? []).entries()) {
        const label = theirs.get(given);
        if (label === undefined) continue;
        yield wrong('addedLimitOnCity', `${at}/${list}/${place}`, { limit: name, given, label });
      }
    }
  }
}

/** Dividing an item of the city's bill, or into a pot of the city's, would change what the city's layers see. */
function* checkAddedCosts({ costs }: Adds, city: EffectiveRuleSet): Generator<Complaint> {
  const pots = [...city.claims.keys()].flatMap((type) => [...potsOf(city, type)]);
  const theirs = new Set([...pots, ...city.costs.flatMap(({ item, to, rest }) => [item, to, rest ?? to])]);
  for (const [index, cost] of (costs ?? []).entries()) {
    for (const key of ['item', 'to', 'rest'] as const) {
      const given = cost[key];
      if (given !== undefined && theirs.has(given))
        yield wrong('addedCostOnCity', `/adds/costs/${index}/${key}`, { given });
    }
  }
}
