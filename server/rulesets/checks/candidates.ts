import { addDays, isDate } from '../../domain/dates.ts';
import { toPlaces } from '../../domain/decimal.ts';
import { isAbsentByDefault } from '../absent-by-default.ts';
import { keptWithin } from '../bounds.ts';
import type { ClaimType, EffectiveStandard, Fact, FactKind, FactValue } from '../effective-rule-set.ts';
import { placesOf } from '../fact-places.ts';
import type { Condition, ConditionLeaf, StandardValue } from '../language.ts';
import { isMap, isRows, scalarsIn } from '../standard-at.ts';
import { leavesOf, standardsOfLeaf } from './usage.ts';

type Standards = ReadonlyMap<string, EffectiveStandard>;
type Candidates = readonly (FactValue | undefined)[];

/** Most items of a list that subsets are formed of. */
const SUBSET_ITEMS = 5;

/**
 * For every fact that decides a condition, one value of each class that its values fall into. Facts with fewer classes come
 * first, so that a search decides early.
 */
export function candidatesOf(
  claimType: ClaimType,
  standards: Standards,
  condition: Condition,
): ReadonlyMap<string, Candidates> {
  const leaves = [...leavesOf(condition, null, [])].map(({ leaf }) => leaf);
  const points = new Map<string, Set<string | number>>();
  const note = (fact: string, values: Iterable<string | number>) => {
    const known = points.get(fact) ?? new Set();
    for (const value of values) known.add(value);
    points.set(fact, known);
  };
  for (const leaf of leaves) {
    if (!leaf.fact.startsWith('$')) note(leaf.fact, comparedWith(leaf, standards));
    for (const id of standardsOfLeaf(leaf)) {
      const { by = [], value } = standards.get(id) ?? {};
      for (const [depth, key] of by.entries()) note(key, value === undefined ? [] : keysAt(value, depth));
    }
  }
  points.delete('claim.type');
  const candidates = [...points].flatMap(([fact, values]): [string, Candidates][] => {
    const found = candidatesFor(claimType, fact, [...values]);
    return found === null ? [] : [[fact, found]];
  });
  return new Map(candidates.sort(([, a], [, b]) => a.length - b.length));
}

function candidatesFor(claimType: ClaimType, id: string, points: readonly (string | number)[]): Candidates | null {
  if (id === 'cost.total') return numbers({ kind: 'money', partOf: null }, points);
  if (id === 'claim.date') return dates(points);
  const fact = claimType.facts.get(id);
  if (fact === undefined) return null;
  const values = valuesOf(fact.type, points);
  return mayBeAbsent(fact, claimType) ? [...values, undefined] : values;
}

function mayBeAbsent(fact: Fact, { dateFact }: ClaimType): boolean {
  return fact.id !== dateFact && isAbsentByDefault(fact);
}

function valuesOf(kind: FactKind, points: readonly (string | number)[]): Candidates {
  switch (kind.kind) {
    case 'choice':
      return itemsNamed(kind.items, points);
    case 'boolean':
      return [true, false];
    case 'date':
      return dates(points);
    case 'list':
      return subsets(points.slice(0, SUBSET_ITEMS));
    case 'text':
      return [''];
    default:
      return numbers(kind, points);
  }
}

/** The items that are named, and one for all others: what nobody asks about is one class. */
function itemsNamed(items: ReadonlyMap<string, unknown>, points: readonly (string | number)[]): Candidates {
  const named = new Set(points.map(String).filter((item) => items.has(item)));
  for (const item of items.keys()) if (!named.has(item)) return [...named, item];
  return [...named];
}

/** Each point and what lies on either side of it, as far as the fact can be that. */
function numbers(kind: FactKind, points: readonly (string | number)[]): Candidates {
  const places = placesOf(kind);
  const isNegative = kind.kind === 'integer' || kind.kind === 'daysBetween';
  const lowest = ('atLeast' in kind ? kind.atLeast : null) ?? (isNegative ? null : 0);
  const highest = 'atMost' in kind ? kind.atMost : null;
  const step = 10 ** -places;
  const around = points
    .map(Number)
    .filter(Number.isFinite)
    .flatMap((point) => [toPlaces(point - step, places), point, toPlaces(point + step, places)]);
  const all = around.length > 0 ? around : [0];
  return keptWithin({ atLeast: lowest, atMost: highest }, [...new Set(all)]);
}

function dates(points: readonly (string | number)[]): Candidates {
  const known = points.filter((point) => typeof point === 'string').filter(isDate);
  const around = known.flatMap((point) => [addDays(point, -1), point, addDays(point, 1)]).filter((day) => day !== null);
  return around.length > 0 ? [...new Set(around)] : ['2019-01-01'];
}

function subsets(items: readonly (string | number)[]): Candidates {
  const all: (string | number)[][] = [[]];
  for (const item of items) all.push(...all.map((subset) => [...subset, item]));
  return all;
}

/** The literals that a leaf compares its fact with, those of a standard among them. */
function* comparedWith({ value }: ConditionLeaf, standards: Standards): Generator<string | number> {
  const reference = typeof value === 'object' && !Array.isArray(value) ? value.fact.slice(1) : null;
  const given = reference === null ? (value as StandardValue) : (standards.get(reference)?.value ?? []);
  for (const one of scalarsIn(given)) if (typeof one !== 'boolean') yield one;
}

/** Where the key at a depth of a value makes a difference. */
function* keysAt(value: StandardValue, depth: number): Generator<string | number> {
  if (isRows(value)) {
    for (const row of value) {
      if (depth === 0) yield row.from;
      else yield* keysAt(row.value, depth - 1);
    }
  } else if (isMap(value)) {
    if (depth === 0) yield* Object.keys(value);
    else for (const part of Object.values(value)) yield* keysAt(part, depth - 1);
  }
}
