import { areApart, type Box } from './boxes.ts';

/** Something with a box, to be paired with others. */
export interface Boxed {
  readonly box: Box;
}

/** Groups up to this size are paired plainly. */
const PLAIN = 24;

/** Pairs looked at before a layer is left: rules that nothing tells apart have been complained about long before. */
const LOOKED_AT = 1_000_000;

/**
 * All pairs whose boxes meet, without looking at the pairs of large groups one by one: groups are split by the items of the
 * fact that tells most apart, and within a group that no fact splits, sorted along an interval.
 */
export function* meetingPairs<One extends Boxed>(all: readonly One[]): Generator<readonly [One, One]> {
  const order = new Map(all.map((one, index) => [one, index]));
  const seen = new Set<number>();
  let looked = 0;
  for (const [one, other] of candidatePairs(all, new Set())) {
    looked += 1;
    if (looked > LOOKED_AT) return;
    if (areApart(one.box, other.box)) continue;
    const [a, b] = [order.get(one) ?? 0, order.get(other) ?? 0];
    const key = Math.min(a, b) * all.length + Math.max(a, b);
    if (seen.has(key)) continue;
    seen.add(key);
    yield a < b ? [one, other] : [other, one];
  }
}

function* candidatePairs<One extends Boxed>(
  group: readonly One[],
  used: ReadonlySet<string>,
): Generator<readonly [One, One]> {
  const fact = group.length <= PLAIN ? null : splittingFact(group, used);
  if (fact === null) {
    yield* alongInterval(group);
    return;
  }
  const buckets = new Map<string, One[]>();
  const any: One[] = [];
  for (const one of group) {
    const items = one.box.items.get(fact);
    if (items === undefined) any.push(one);
    for (const item of items ?? []) {
      const bucket = buckets.get(item);
      if (bucket === undefined) buckets.set(item, [one]);
      else bucket.push(one);
    }
  }
  const without = new Set([...used, fact]);
  for (const bucket of buckets.values()) yield* candidatePairs(bucket, without);
  yield* candidatePairs(any, without);
  for (const one of group) if (one.box.items.has(fact)) for (const other of any) yield [one, other];
}

/** The fact whose items fall into most buckets; null where none splits the group. */
function splittingFact(group: readonly Boxed[], used: ReadonlySet<string>): string | null {
  const found = new Map<string, Set<string>>();
  for (const { box } of group) {
    for (const [fact, items] of box.items) {
      if (used.has(fact)) continue;
      const known = found.get(fact) ?? new Set<string>();
      for (const item of items) known.add(item);
      found.set(fact, known);
    }
  }
  const [best] = [...found].filter(([, items]) => items.size > 1).sort(([, a], [, b]) => b.size - a.size);
  return best?.[0] ?? null;
}

/** Pairs whose intervals over the fact that most of the group bounds meet; all pairs where no fact is bounded. */
function* alongInterval<One extends Boxed>(group: readonly One[]): Generator<readonly [One, One]> {
  const counts = new Map<string, number>();
  for (const { box } of group) for (const fact of box.intervals.keys()) counts.set(fact, (counts.get(fact) ?? 0) + 1);
  const [fact] = [...counts].sort(([, a], [, b]) => b - a)[0] ?? [];
  const startOf = ({ box }: One) => (fact === undefined ? null : (box.intervals.get(fact)?.from ?? null));
  const endOf = ({ box }: One) => (fact === undefined ? null : (box.intervals.get(fact)?.to ?? null));
  const sorted = group.length <= PLAIN ? group : group.toSorted((a, b) => compare(startOf(a), startOf(b)));
  let open: One[] = [];
  for (const one of sorted) {
    const start = startOf(one);
    if (group.length > PLAIN)
      open = open.filter((other) => start === null || !(compare(endOf(other) ?? start, start) < 0));
    for (const other of open) yield [other, one];
    open.push(one);
  }
}

/** Nothing before everything; values of different kinds are not told apart. */
function compare(a: number | string | null, b: number | string | null): number {
  if (a === null || b === null) return a === b ? 0 : a === null ? -1 : 1;
  return typeof a !== typeof b ? 0 : a < b ? -1 : a > b ? 1 : 0;
}
