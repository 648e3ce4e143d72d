import type { ClaimType, EffectiveRuleSet, Fact, FactKind, Limit, Rule } from '../../rulesets/effective-rule-set.ts';
import type { Condition, Cost, Event, StandardValue } from '../../rulesets/language.ts';
import { limitBeyond } from '../../rulesets/limit-beyond.ts';
import { isMap, isRows } from '../../rulesets/standard-at.ts';
import type { Rename } from './renames.ts';

/**
 * A rule set with one thing under another name, wherever it is spoken of, and nowhere else: an item of a choice, a period or
 * a pot may have the same name.
 */
export function rewritten(ruleSet: EffectiveRuleSet, rename: Rename): EffectiveRuleSet {
  switch (rename.subject) {
    case 'product':
      return withProduct(ruleSet, rename);
    case 'limit':
      return withLimit(ruleSet, rename);
    case 'rule':
      return withRule(ruleSet, rename);
    case 'layer':
      return withLayer(ruleSet, rename);
    case 'standard':
      return withStandard(ruleSet, rename);
    case 'fact':
      return withFact(ruleSet, rename);
  }
}

function withProduct(ruleSet: EffectiveRuleSet, { from, to }: Rename): EffectiveRuleSet {
  const layers = ruleSet.layers.map((layer) => (layer.product === from ? { ...layer, product: to } : layer));
  return { ...ruleSet, products: underNewId(ruleSet.products, from, to), layers };
}

function withLimit(ruleSet: EffectiveRuleSet, { from, to }: Rename): EffectiveRuleSet {
  const name = renamed(from, to);
  return {
    ...ruleSet,
    limits: ruleSet.limits.map((limit) => ({ ...limit, name: name(limit.name) })),
    rules: ruleSet.rules.map((rule) => ({ ...rule, event: beyondLimit(rule.event, name) })),
    readings: ruleSet.readings.map((reading) => ({ ...reading, limit: reading.limit && name(reading.limit) })),
  };
}

function withRule(ruleSet: EffectiveRuleSet, { from, to }: Rename): EffectiveRuleSet {
  const name = renamed(from, to);
  // Where a layer has one of the names as well, limits and counters mean the layer by it.
  const isLayer = ruleSet.layers.some((layer) => layer.name === from || layer.name === to);
  const counted = isLayer ? (one: string) => one : name;
  return {
    ...ruleSet,
    rules: ruleSet.rules.map((rule) => ({ ...rule, name: name(rule.name), event: countedBy(rule.event, counted) })),
    limits: ruleSet.limits.map((limit) => limitOver(limit, counted)),
    readings: ruleSet.readings.map((reading) => ({ ...reading, rule: reading.rule && name(reading.rule) })),
  };
}

function withLayer(ruleSet: EffectiveRuleSet, { from, to }: Rename): EffectiveRuleSet {
  const name = renamed(from, to);
  return {
    ...ruleSet,
    layers: ruleSet.layers.map((layer) => ({ ...layer, name: name(layer.name) })),
    standards: mapped(ruleSet.standards, (one) =>
      one.unit === 'terms' ? { ...one, value: layersIn(one.value, one.by.length, name) } : one,
    ),
    rules: ruleSet.rules.map((rule) => ({
      ...rule,
      layer: rule.layer && name(rule.layer),
      event: countedBy(rule.event, name),
    })),
    limits: ruleSet.limits.map((limit) => limitOver(limit, name)),
  };
}

function withStandard(ruleSet: EffectiveRuleSet, { from, to }: Rename): EffectiveRuleSet {
  const id = renamed(from, to);
  const reference = renamed(`$${from}`, `$${to}`);
  const spoken: Spoken = { standard: reference, fact: (one) => one, pot: (one) => one };
  return {
    ...speaking(ruleSet, spoken),
    standards: mapped(underNewId(ruleSet.standards, from, to), (one, key) => ({ ...one, id: key })),
    layers: ruleSet.layers.map((layer) => ({ ...layer, channel: layer.channel && id(layer.channel) })),
    readings: ruleSet.readings.map((reading) => ({ ...reading, standard: reading.standard && id(reading.standard) })),
  };
}

/** What stands before the id of a bill's item; a pot is called by what follows. */
const COST = 'cost.';

/** The pot that a fact of the bill is; undefined for any other fact. */
export function potOf(fact: string): string | undefined {
  return fact.startsWith(COST) ? fact.slice(COST.length) : undefined;
}

function withFact(ruleSet: EffectiveRuleSet, { claimType, from, to }: Rename): EffectiveRuleSet {
  const fact = renamed(from, to);
  const [pot, other] = [potOf(from), potOf(to)];
  const spoken: Spoken = {
    standard: (one) => one,
    fact,
    pot: pot === undefined || other === undefined ? (one) => one : renamed(pot, other),
  };
  return {
    ...speaking(ruleSet, spoken),
    claims: mapped(ruleSet.claims, (type) => (type.type === claimType ? typeWithFact(type, from, to) : type)),
    pots: pot === undefined || other === undefined ? ruleSet.pots : underNewId(ruleSet.pots, pot, other),
    standards: mapped(ruleSet.standards, (one) => ({
      ...one,
      by: one.by.map(fact),
      ownKey: one.ownKey && fact(one.ownKey),
    })),
  };
}

function typeWithFact(type: ClaimType, from: string, to: string): ClaimType {
  const id = renamed(from, to);
  const facts = mapped(underNewId(type.facts, from, to), (fact, key) => ({ ...factNaming(fact, id), id: key }));
  return { ...type, dateFact: type.dateFact && id(type.dateFact), facts };
}

function factNaming(fact: Fact, id: Naming): Fact {
  const given = fact.default;
  return {
    ...fact,
    type: kindNaming(fact.type, id),
    default: given.kind === 'by' ? { ...given, fact: id(given.fact) } : given,
  };
}

function kindNaming(kind: FactKind, id: Naming): FactKind {
  if (kind.kind === 'money') return { ...kind, partOf: kind.partOf && id(kind.partOf) };
  if (kind.kind === 'choice' && kind.firstOf !== undefined) return { ...kind, firstOf: id(kind.firstOf) };
  return kind.kind === 'daysBetween' ? { ...kind, from: id(kind.from), to: id(kind.to) } : kind;
}

/** The name that something has now, of the one it had. */
type Naming = (name: string) => string;

/** How what conditions, figures and forms speak of is called now; standards with their dollar signs. */
interface Spoken {
  readonly standard: Naming;
  readonly fact: Naming;
  readonly pot: Naming;
}

function renamed(from: string, to: string): Naming {
  return (name) => (name === from ? to : name);
}

/** A rule set whose conditions, figures, forms and division of the bill speak of things by other names. */
function speaking(ruleSet: EffectiveRuleSet, spoken: Spoken): EffectiveRuleSet {
  return {
    ...ruleSet,
    costs: ruleSet.costs.map((cost) => costSpeaking(cost, spoken)),
    rules: ruleSet.rules.map(
      (rule): Rule => ({
        ...rule,
        conditions: inCondition(rule.conditions, spoken),
        event: { ...rule.event, params: inParams(rule.event.params, spoken) } as Event,
      }),
    ),
    limits: ruleSet.limits.map((limit) => limitSpeaking(limit, spoken)),
  };
}

function costSpeaking({ item, to, rest, ...figures }: Cost, spoken: Spoken): Cost {
  return {
    ...(inParams(figures, spoken) as typeof figures),
    item: spoken.pot(item),
    to: spoken.pot(to),
    ...(rest === undefined ? {} : { rest: spoken.pot(rest) }),
  };
}

function limitSpeaking(limit: Limit, spoken: Spoken): Limit {
  const conditions = limit.conditions && inCondition(limit.conditions, spoken);
  if (limit.kind === 'leave') {
    const { leave, of } = inParams({ leave: limit.leave, of: limit.of }, spoken) as Pick<typeof limit, 'leave' | 'of'>;
    return { ...limit, conditions, leave, of };
  }
  return { ...limit, conditions, atMost: inParams(limit.atMost, spoken) as typeof limit.atMost };
}

function inCondition(condition: Condition, spoken: Spoken): Condition {
  if ('all' in condition) return { all: condition.all.map((one) => inCondition(one, spoken)) };
  if ('any' in condition) return { any: condition.any.map((one) => inCondition(one, spoken)) };
  if ('not' in condition) return { not: inCondition(condition.not, spoken) };
  const { fact, value } = condition;
  const named = typeof value === 'object' && !Array.isArray(value) ? { fact: spoken.standard(value.fact) } : value;
  return { ...condition, fact: fact.startsWith('$') ? spoken.standard(fact) : spoken.fact(fact), value: named };
}

/** Where forms and figures name facts. */
const FACTS: readonly string[] = ['grades', 'count', 'actual', 'carriedOver', 'each'];

/** Whatever has a dollar sign is a standard; anything else is told by the key that it stands under. */
function inParams(value: unknown, spoken: Spoken, key = ''): unknown {
  if (typeof value === 'string') {
    if (value.startsWith('$')) return spoken.standard(value);
    return FACTS.includes(key) ? spoken.fact(value) : key === 'of' ? spoken.pot(value) : value;
  }
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((one) => inParams(one, spoken, key));
  // The parts of a pot are called as pots are.
  const name = key === 'parts' ? spoken.pot : (one: string) => one;
  return Object.fromEntries(Object.entries(value).map(([one, inner]) => [name(one), inParams(inner, spoken, one)]));
}

/** What works on a period may name the layer or rule whose base it reads. */
function countedBy(event: Event, name: Naming): Event {
  if (event.type !== 'reimburse') return event;
  const { year, base } = event.params;
  const named = {
    ...(typeof year === 'string' ? { year: name(year) } : {}),
    ...(base === undefined ? {} : { base: name(base) }),
  };
  return { ...event, params: { ...event.params, ...named } };
}

function beyondLimit(event: Event, name: Naming): Event {
  const limit = limitBeyond(event);
  if (limit === null) return event;
  return { ...event, params: { ...event.params, beyond: name(limit) } } as Event;
}

function limitOver(limit: Limit, name: Naming): Limit {
  return limit.kind === 'leave' ? limit : { ...limit, over: limit.over.map(name), binds: limit.binds.map(name) };
}

/** @param keys how many keys stand above the layers */
function layersIn(value: StandardValue, keys: number, name: Naming): StandardValue {
  const below = (one: StandardValue) => (keys === 0 ? one : layersIn(one, keys - 1, name));
  if (isRows(value)) return value.map((row) => ({ ...row, value: below(row.value) }));
  if (!isMap(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [keys === 0 ? name(key) : key, below(one)]));
}

function underNewId<Value>(map: ReadonlyMap<string, Value>, from: string, to: string): ReadonlyMap<string, Value> {
  return new Map([...map].map(([id, value]) => [id === from ? to : id, value]));
}

function mapped<Value>(
  map: ReadonlyMap<string, Value>,
  change: (value: Value, key: string) => Value,
): ReadonlyMap<string, Value> {
  return new Map([...map].map(([key, value]) => [key, change(value, key)]));
}
