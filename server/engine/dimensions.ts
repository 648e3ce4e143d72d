import type { EffectiveRuleSet, Fact, Limit } from '../rulesets/effective-rule-set.ts';
import { factsOfEach } from '../rulesets/figure.ts';
import type { Condition, ConditionLeaf, Cost, Event, Figure, StandardValue } from '../rulesets/language.ts';
import { isRows } from '../rulesets/standard-at.ts';
import type { ClaimTypeRules } from './claim-type.ts';
import { leavesOf, referenceOf } from './conditions.ts';
import { evenFact } from './even-fact.ts';
import { standardOf } from './figures.ts';
import { formOf } from './forms/index.ts';

/** A place where a fact's values fall apart: below and from it on, or up to it and above. */
export interface Cut {
  readonly at: number | string;
  /** True: the point itself still belongs to the lower side. */
  readonly after: boolean;
}

/** What a rule set asks of one fact, and so how finely its values must be told apart. */
export class Dimension {
  readonly fact: string;
  readonly cuts = new Map<string, Cut>();
  /** Items that a list is asked to contain. */
  readonly contained = new Set<string | number>();
  /** Each value is a class of its own. */
  exact = false;
  /** The two smallest items of a list are read. */
  smallest = false;

  constructor(fact: string) {
    this.fact = fact;
  }

  cut(at: number | string, after: boolean): void {
    this.cuts.set(`${typeof at}${at}${after}`, { at, after });
  }

  /** A key of a map: where the fact is a whole number, it is a class of its own. */
  key(key: string): void {
    if (!/^-?\d+$/.test(key)) return;
    this.cut(Number(key), false);
    this.cut(Number(key), true);
  }

  /** The cuts in rising order. */
  sortedCuts(): readonly Cut[] {
    return [...this.cuts.values()].sort((a, b) =>
      a.at < b.at ? -1 : a.at > b.at ? 1 : Number(a.after) - Number(b.after),
    );
  }
}

/**
 * Every fact that a condition, a key or a look-up of a claim type reads, and where its values fall apart. Two claims that
 * agree on all of these meet the same conditions and read the same figures.
 */
export function dimensionsOf(ruleSet: EffectiveRuleSet, claimType: ClaimTypeRules): ReadonlyMap<string, Dimension> {
  const collector = new Collector(ruleSet, claimType.facts);
  for (const { conditions, event } of claimType.rules) {
    collector.condition(conditions);
    collector.event(event);
  }
  for (const limit of claimType.limits) {
    if (limit.conditions !== null) collector.condition(limit.conditions);
    collector.limit(limit);
  }
  for (const cost of ruleSet.costs) collector.cost(cost);
  for (const { period, channel } of claimType.layers) {
    collector.dimension('claim.date').cut(period.from, false);
    if (period.to !== undefined) collector.dimension('claim.date').cut(period.to, true);
    if (channel !== null) collector.standard(`$${channel}`);
  }
  // A default by another fact stands in for an amount or a count: that fact then tells profiles apart.
  for (const fact of claimType.facts.values()) {
    if (fact.default.kind === 'by') collector.dimension(fact.default.fact).exact = true;
  }
  collector.found.delete('claim.type');
  collector.found.delete('terms');
  for (const [fact] of collector.found) if (!known(claimType, fact)) collector.found.delete(fact);
  return collector.found;
}

/** What a form's schema says of one of its params. */
interface ParamSchema {
  readonly $ref?: string;
  readonly exact?: boolean;
  readonly even?: boolean;
}

/** Counting facts that a form reads as constants of the profile: each of their values is a class of its own. */
export function exactlyRead(event: Event, facts: ReadonlyMap<string, Fact>): readonly string[] {
  const isDerived = (fact: string) => facts.get(fact)?.type.kind === 'daysBetween';
  const counts = ({ $ref }: ParamSchema) => $ref === '#/$defs/number' || $ref === '#/$defs/quantity';
  return factsRead(event, (schema, fact) => schema.exact === true || (counts(schema) && isDerived(fact)));
}

function paramsOf(type: Event['type']): Readonly<Record<string, ParamSchema>> {
  return formOf(type).params.properties as Readonly<Record<string, ParamSchema>>;
}

function factsRead({ type, params }: Event, wanted: (schema: ParamSchema, fact: string) => boolean): readonly string[] {
  const schemas = paramsOf(type);
  return Object.entries(params).flatMap(([name, fact]) =>
    typeof fact === 'string' && wanted(schemas[name] ?? {}, fact) ? [fact] : [],
  );
}

/** The grade of a scale is a key that no claim brings. */
function known(claimType: ClaimTypeRules, fact: string): boolean {
  return claimType.facts.has(fact) || fact === 'claim.date' || fact === 'cost.total';
}

/** Kinds of facts whose values lie on an axis of numbers. */
const NUMERIC: ReadonlySet<string> = new Set(['integer', 'decimal', 'money', 'daysBetween']);

class Collector {
  readonly found = new Map<string, Dimension>();
  readonly #ruleSet: EffectiveRuleSet;
  readonly #facts: ReadonlyMap<string, Fact>;
  readonly #seen = new Set<string>();

  constructor(ruleSet: EffectiveRuleSet, facts: ReadonlyMap<string, Fact>) {
    this.#ruleSet = ruleSet;
    this.#facts = facts;
  }

  dimension(fact: string): Dimension {
    let dimension = this.found.get(fact);
    if (dimension === undefined) {
      dimension = new Dimension(fact);
      this.found.set(fact, dimension);
    }
    return dimension;
  }

  condition(condition: Condition): void {
    for (const leaf of leavesOf(condition)) this.#leaf(leaf);
  }

  /** What a form's figures read, and facts that it reads as constants of the profile, as its params' schema says. */
  event(event: Event): void {
    const schemas = paramsOf(event.type);
    for (const [name, value] of Object.entries(event.params)) {
      if (schemas[name]?.even === true) this.amount(value);
      else this.params(value);
    }
    for (const fact of exactlyRead(event, this.#facts)) this.dimension(fact).exact = true;
    for (const fact of factsRead(event, ({ $ref }) => $ref === '#/$defs/numbers')) this.dimension(fact).smallest = true;
  }

  /** What a limit's own figure reads. */
  limit(limit: Limit): void {
    if (limit.kind === 'leave') this.amount(limit.leave);
    else if (typeof limit.atMost === 'object' && 'share' in limit.atMost) this.params(limit.atMost);
    else this.amount(limit.atMost);
  }

  /** What of an item of the bill counts. */
  cost({ share, atMost }: Cost): void {
    if (share !== undefined) this.params(share);
    if (atMost !== undefined) this.amount(atMost);
  }

  /** A figure of money: claims that differ by a number or amount that it grows evenly with have one profile. */
  amount(figure: Figure): void {
    this.params(figure, evenFact(figure, this.#facts)?.id);
  }

  /** Every `$standard` and every fact a figure counts by but one, among a form's params, a limit or a cost. */
  params(value: unknown, but?: string): void {
    if (typeof value === 'string' && value.startsWith('$')) this.standard(value);
    if (typeof value !== 'object' || value === null) return;
    if ('each' in value)
      for (const fact of factsOfEach(value.each)) if (fact !== but) this.dimension(fact).exact = true;
    for (const part of Object.values(value)) this.params(part);
  }

  /** The facts that key a standard. */
  standard(reference: string): void {
    if (this.#seen.has(reference)) return;
    this.#seen.add(reference);
    const { by, value } = standardOf(this.#ruleSet, reference);
    by.forEach((fact, depth) => {
      const dimension = this.dimension(fact);
      for (const level of levels(value, depth)) {
        if (isRows(level)) for (const { from } of level) dimension.cut(from, false);
        else for (const key of Object.keys(level)) dimension.key(key);
      }
    });
  }

  #leaf(leaf: ConditionLeaf): void {
    const reference = referenceOf(leaf);
    for (const name of [leaf.fact, reference ?? '']) if (name.startsWith('$')) this.standard(name);
    if (leaf.fact.startsWith('$')) return;
    const dimension = this.dimension(leaf.fact);
    const values = reference === null ? [leaf.value] : [standardOf(this.#ruleSet, reference).value];
    const kind = this.#facts.get(leaf.fact)?.type.kind;
    const numeric = kind === undefined ? leaf.fact === 'cost.total' : NUMERIC.has(kind);
    for (const value of scalarsIn(values)) {
      // `none` and `unlimited` stand in a standard's values too, and are no points on a number's axis.
      if (typeof value === 'boolean' || (numeric && typeof value !== 'number')) continue;
      const { operator } = leaf;
      if (operator === 'contains' || operator === 'doesNotContain') dimension.contained.add(value);
      if (operator !== 'lessThanInclusive' && operator !== 'greaterThan') dimension.cut(value, false);
      if (operator !== 'lessThan' && operator !== 'greaterThanInclusive') dimension.cut(value, true);
    }
  }
}

/** The maps or rows that stand at a depth of a keyed value. */
function levels(value: StandardValue, depth: number): readonly (StandardValue & object)[] {
  if (typeof value !== 'object') return [];
  if (depth === 0) return [value];
  const parts = isRows(value) ? value.map((row) => row.value) : Array.isArray(value) ? [] : Object.values(value);
  return parts.flatMap((part) => levels(part as StandardValue, depth - 1));
}

function* scalarsIn(value: unknown): Generator<string | number | boolean> {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') yield value;
  else if (typeof value === 'object' && value !== null) {
    for (const part of Object.values(value)) yield* scalarsIn(part);
  }
}
