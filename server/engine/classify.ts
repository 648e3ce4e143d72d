import { elsewherePath, sentAt, settledPath } from '../rulesets/claim-paths.ts';
import type { Operand } from '../rulesets/comparison.ts';
import type { Counter } from '../rulesets/counters.ts';
import type { FactKind } from '../rulesets/effective-rule-set.ts';
import type { ClaimTypeRules } from './claim-type.ts';
import { readCounter } from './counter-source.ts';
import type { Cut, Dimension } from './dimensions.ts';
import type { Facts } from './facts.ts';
import type { ProfileKey } from './profile-cache.ts';
import type { Claim } from './settlement.ts';

/** One axis of the profile key: a fact with the classes its values fall into, or what the claim brings along. */
export type Axis =
  | {
      readonly kind: 'items';
      readonly fact: string;
      readonly items: readonly string[];
      readonly indexOf: ReadonlyMap<string, number>;
      readonly size: number;
    }
  | { readonly kind: 'boolean'; readonly fact: string; readonly size: number }
  | { readonly kind: 'cuts'; readonly fact: string; readonly cuts: readonly Cut[]; readonly size: number }
  | { readonly kind: 'exact'; readonly fact: string; readonly dimension: Dimension; readonly size: number }
  | { readonly kind: 'brought'; readonly path: string; readonly size: 2 }
  | { readonly kind: 'counter'; readonly counter: Counter; readonly size: 2 };

/** How many different values of an exactly read fact have an index at a time. */
const EXACT_VALUES = 1 << 16;

/** The axes of a claim type, in a fixed order. */
export function axesOf(
  claimType: ClaimTypeRules,
  dimensions: ReadonlyMap<string, Dimension>,
  pots: readonly string[],
  counters: readonly Counter[],
  carried: readonly Counter[],
): readonly Axis[] {
  const axes: Axis[] = [];
  for (const [fact, dimension] of dimensions) {
    const kind: FactKind =
      claimType.facts.get(fact)?.type ?? (fact === 'claim.date' ? { kind: 'date' } : { kind: 'money', partOf: null });
    const axis = axisOf(fact, kind, dimension);
    if (axis !== null) axes.push(axis);
  }
  for (const { name } of claimType.layers) axes.push({ kind: 'brought', path: settledPath(name), size: 2 });
  for (const pot of pots) axes.push({ kind: 'brought', path: elsewherePath(pot), size: 2 });
  for (const counter of [...counters, ...carried]) axes.push({ kind: 'counter', counter, size: 2 });
  return axes;
}

function axisOf(fact: string, kind: FactKind, dimension: Dimension): Axis | null {
  if (kind.kind === 'text') return null;
  if (kind.kind === 'boolean') return { kind: 'boolean', fact, size: 3 };
  if (kind.kind === 'choice') {
    const items = [...kind.items.keys()];
    const indexOf = new Map(items.map((item, index) => [item, index + 1]));
    return { kind: 'items', fact, items, indexOf, size: items.length + 1 };
  }
  if (dimension.exact || kind.kind === 'list') return { kind: 'exact', fact, dimension, size: EXACT_VALUES };
  const cuts = dimension.sortedCuts();
  return { kind: 'cuts', fact, cuts, size: cuts.length + 2 };
}

/** The index of every value that a full table has no room for: no plan is kept under it. */
const NO_ROOM = EXACT_VALUES - 1;

/** As many values of a fact as can have an index of their own, beside that of no value and {@link NO_ROOM}. */
const MOST_EXACT_VALUES = EXACT_VALUES - 2;

/**
 * Gives values of exactly read facts small numbers, which they keep: a key that is made of them never comes to mean another
 * profile. When a fact has had too many, it is full, and who keeps plans by these numbers begins anew with both.
 */
export class Interned {
  readonly #tables = new Map<string, Map<string, number>>();
  readonly #most: number;
  #isFull = false;

  /** @param most values of each fact, up to {@link MOST_EXACT_VALUES} */
  constructor(most: number = MOST_EXACT_VALUES) {
    this.#most = Math.min(Math.max(1, most), MOST_EXACT_VALUES);
  }

  /** Whether a value was met that has no index of its own: the keys made since are of no use. */
  get isFull(): boolean {
    return this.#isFull;
  }

  /** The index of a value under a fact, from 1; the same for all that there is no room for. */
  index(fact: string, value: string): number {
    let table = this.#tables.get(fact);
    if (table === undefined) {
      table = new Map();
      this.#tables.set(fact, table);
    }
    const index = table.get(value);
    if (index !== undefined) return index;
    if (table.size >= this.#most) {
      this.#isFull = true;
      return NO_ROOM;
    }
    table.set(value, table.size + 1);
    return table.size;
  }

  /** Forgets all values: from now on the same numbers mean others. */
  clear(): void {
    this.#tables.clear();
    this.#isFull = false;
  }
}

/** Groups stay below 2³⁰, so that each is a small integer to the JavaScript engine. */
const LARGEST_GROUP = 1 << 30;

/** The axes divided into groups whose classes together fit into one small whole number. */
export function groupsOf(axes: readonly Axis[]): readonly (readonly Axis[])[] {
  const groups: Axis[][] = [[]];
  let product = 1;
  for (const axis of axes) {
    product *= axis.size;
    if (product >= LARGEST_GROUP) {
      groups.push([]);
      product = axis.size;
    }
    groups.at(-1)?.push(axis);
  }
  return groups;
}

/** The key of a claim's profile. Generated code computes the same; a test holds both equal. */
export function profileKey(
  groups: readonly (readonly Axis[])[],
  interned: Interned,
  facts: Facts,
  claim: Claim,
): ProfileKey {
  return groups.map((axes) => axes.reduce((key, axis) => key * axis.size + classOf(axis, interned, facts, claim), 0));
}

function classOf(axis: Axis, interned: Interned, facts: Facts, claim: Claim): number {
  switch (axis.kind) {
    case 'brought':
      return sentAt(claim, axis.path) === undefined ? 0 : 1;
    case 'counter':
      return readCounter(claim, axis.counter).given ? 1 : 0;
    default: {
      const value = facts.get(axis.fact);
      if (value === undefined) return 0;
      return axis.kind === 'exact'
        ? interned.index(axis.fact, exactText(axis.dimension, value))
        : classOfValue(axis, value);
    }
  }
}

/** The class of a present value, from 1; 0 for an item that the choice does not have. */
export function classOfValue(axis: Axis, value: Operand & {}): number {
  switch (axis.kind) {
    case 'items':
      return axis.indexOf.get(String(value)) ?? 0;
    case 'boolean':
      return value === true ? 2 : 1;
    case 'cuts':
      return 1 + passed(axis.cuts, value);
    default:
      return 0;
  }
}

/** How many of the sorted cuts a value has passed. */
export function passed(cuts: readonly Cut[], value: Operand & {}): number {
  let [low, high] = [0, cuts.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const cut = cuts[middle];
    if (cut !== undefined && (cut.after ? value > cut.at : value >= cut.at)) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** What of a value an exact axis tells apart: of a list the items asked for and, for a scale, the two smallest. */
export function exactText({ contained, smallest, exact }: Dimension, value: Operand & {}): string {
  if (!Array.isArray(value)) return String(value);
  if (exact && contained.size === 0 && !smallest) return value.join();
  const items = new Set(value.map(String));
  const held = [...contained].filter((item) => items.has(String(item)));
  const least = smallest
    ? value
        .map(Number)
        .sort((a, b) => a - b)
        .slice(0, 2)
    : [];
  return `${held.join()}|${least.join()}`;
}
