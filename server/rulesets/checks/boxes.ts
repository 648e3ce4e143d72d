import type { Condition, ConditionLeaf } from '../language.ts';
import { isList, isScalar } from '../standard-at.ts';
import type { Scope } from './scope.ts';

/** An interval of numbers, or of dates as texts; both ends belong to it, so that it may say a little too much. */
interface Interval {
  readonly from: number | string | null;
  readonly to: number | string | null;
}

/** What a condition asks of each fact on its own: a claim outside the box does not meet it, one inside it may. */
export interface Box {
  readonly items: ReadonlyMap<string, ReadonlySet<string>>;
  readonly intervals: ReadonlyMap<string, Interval>;
}

/** The box of a condition, from the leaves that must all hold. */
export function boxOf(scope: Scope, condition: Condition): Box {
  const items = new Map<string, ReadonlySet<string>>();
  const intervals = new Map<string, Interval>();
  for (const part of conjuncts(condition)) {
    const asked = itemsAsked(scope, part);
    if (asked !== null) {
      const known = items.get(asked.fact);
      items.set(asked.fact, known === undefined ? asked.items : intersection(known, asked.items));
    } else if ('fact' in part) {
      const interval = intervalAsked(scope, part);
      if (interval !== null) intervals.set(part.fact, narrowed(intervals.get(part.fact), interval));
    }
  }
  return { items, intervals };
}

/** Whether no claim can be in both boxes. */
export function areApart(a: Box, b: Box): boolean {
  for (const [fact, items] of a.items) {
    const others = b.items.get(fact);
    if (others !== undefined && isDisjoint(items, others)) return true;
  }
  for (const [fact, one] of a.intervals) {
    const other = b.intervals.get(fact);
    if (other !== undefined && (isBelow(one, other) || isBelow(other, one))) return true;
  }
  return false;
}

function* conjuncts(condition: Condition): Generator<Condition> {
  if ('all' in condition) for (const part of condition.all) yield* conjuncts(part);
  else yield condition;
}

/** The items that a part leaves to one fact: by equality, by a list, or by alternatives over the same fact. */
function itemsAsked(
  scope: Scope,
  part: Condition,
): { readonly fact: string; readonly items: ReadonlySet<string> } | null {
  if ('any' in part) {
    const parts = part.any.map((one) => itemsAsked(scope, one));
    const fact = parts[0]?.fact;
    if (fact === undefined || parts.some((one) => one?.fact !== fact)) return null;
    return { fact, items: new Set(parts.flatMap((one) => [...(one?.items ?? [])])) };
  }
  if (!('fact' in part) || part.fact.startsWith('$')) return null;
  const { fact, operator } = part;
  const value = constant(scope, part);
  if (operator === 'equal' && value !== null && !Array.isArray(value)) return { fact, items: new Set([String(value)]) };
  if (operator === 'in' && Array.isArray(value)) return { fact, items: new Set(value.map(String)) };
  const all = operator === 'notIn' || operator === 'notEqual' ? choiceItems(scope, fact) : null;
  if (all === null || value === null) return null;
  const left = new Set(Array.isArray(value) ? value.map(String) : [String(value)]);
  return { fact, items: new Set(all.filter((item) => !left.has(item))) };
}

/** What a leaf compares with, where that is the same for every claim. */
function constant(scope: Scope, { value }: ConditionLeaf): string | number | boolean | readonly unknown[] | null {
  if (typeof value !== 'object' || Array.isArray(value)) return value;
  const standard = scope.standards.get(value.fact.slice(1));
  if (standard === undefined || standard.by.length > 0) return null;
  return isScalar(standard.value) || isList(standard.value) ? standard.value : null;
}

function choiceItems(scope: Scope, fact: string): readonly string[] | null {
  if (fact === 'claim.type') return [...scope.claims.keys()];
  const kinds = (scope.facts.get(fact) ?? []).map((one) => one.fact.type);
  if (kinds.length === 0 || kinds.some(({ kind }) => kind !== 'choice')) return null;
  return kinds.flatMap((kind) => (kind.kind === 'choice' ? [...kind.items.keys()] : []));
}

function intervalAsked(scope: Scope, leaf: ConditionLeaf): Interval | null {
  const value = constant(scope, leaf);
  if (leaf.fact.startsWith('$') || (typeof value !== 'number' && typeof value !== 'string')) return null;
  if (leaf.operator === 'lessThan' || leaf.operator === 'lessThanInclusive') return { from: null, to: value };
  if (leaf.operator === 'greaterThan' || leaf.operator === 'greaterThanInclusive') return { from: value, to: null };
  return null;
}

function narrowed(known: Interval | undefined, next: Interval): Interval {
  if (known === undefined) return next;
  return { from: next.from ?? known.from, to: next.to ?? known.to };
}

/** Whether one interval ends before another begins; where they only touch, a search decides. */
function isBelow(one: Interval, other: Interval): boolean {
  if (one.to === null || other.from === null || typeof one.to !== typeof other.from) return false;
  return one.to < other.from;
}

function intersection(a: ReadonlySet<string>, b: ReadonlySet<string>): ReadonlySet<string> {
  return new Set([...a].filter((item) => b.has(item)));
}

function isDisjoint(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  const [small, large] = a.size <= b.size ? [a, b] : [b, a];
  for (const item of small) if (large.has(item)) return false;
  return true;
}
