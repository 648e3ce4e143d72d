import { operandsOf, type Place } from '../../engine/tree/shared-tree.ts';
import type { Compared, QueryText } from '../../engine/tree/solver.ts';
import type { ClaimPair } from './claim-pair.ts';
import type { LaidLine } from './laid-plan.ts';
import { drainedFurther } from './nested-pots.ts';

/** What a lemma is about: a payment under both rule sets, or one that only one of them makes. */
export interface LinePair {
  readonly older: LaidLine | null;
  readonly newer: LaidLine | null;
  /** What the newer rule set leaves of every pot before it. */
  readonly standing: ReadonlyMap<string, Place>;
}

/** What must hold after both, so that the next payment can be looked at: never more left, never less paid without a pot. */
export function goalsOf({ older, newer, standing }: LinePair): readonly (readonly [smaller: Place, larger: Place])[] {
  if (older === null) return newer === null ? [] : goalsOfAdded(newer);
  const pots = new Set([...older.of, ...(newer?.of ?? [])]);
  const goals: (readonly [Place, Place])[] = [];
  for (const pot of pots) {
    const after = (newer?.after ?? standing).get(pot);
    const left = older.after.get(pot);
    if (after !== undefined && left !== undefined) goals.push([after, left]);
  }
  if (newer !== null && pots.size === 0) goals.push([older.paid, newer.paid]);
  return goals;
}

/** A payment that is added leaves no more of any pot. */
function goalsOfAdded({ of, before, after }: LaidLine): readonly (readonly [Place, Place])[] {
  return of.map((pot) => [after.get(pot) as Place, before.get(pot) as Place]);
}

/**
 * The lemma of one payment as SMT-LIB: whatever was left and paid before – in order, and never below 0 –, one of the goals
 * is missed. Unsatisfiable, it is proved for every chain in which the payment stands, whatever came before.
 * @param drained whether the newer rule set leaves what the older one does, drained further in the order of the line's pots
 * @returns null where nothing needs to be shown
 */
export function lineLemma(
  pair: ClaimPair,
  lines: LinePair,
  earlier: readonly LaidLine[],
  drained: boolean,
): QueryText | null {
  const goals = goalsOf(lines).map(([smaller, larger]): Compared => ({ left: smaller, is: '>', right: larger }));
  if (goals.length === 0) return null;
  const cut = readOf(pair, goals, cutBefore(pair, lines, earlier));
  const facts = [...factsOf(pair, lines, cut), ...(drained ? drainedBefore(pair, lines) : [])];
  return pair.query({ facts, goals, cut });
}

/** What came before is taken as amounts of their own. */
function cutBefore(
  pair: ClaimPair,
  { older, standing }: LinePair,
  earlier: readonly LaidLine[],
): ReadonlyMap<Place, string> {
  const cut = new Map<Place, string>();
  const take = (place: Place | undefined, name: string) => {
    if (place === undefined || cut.has(place)) return;
    const { op } = pair.tree.at(place);
    if (op !== 'constant' && op !== 'input') cut.set(place, name);
  };
  for (const [pot, place] of older?.before ?? []) take(place, `left.${pot}.from`);
  for (const [pot, place] of standing) take(place, `left.${pot}.to`);
  for (const [at, line] of earlier.entries()) take(line.paid, `paid.${at}.${line.layer}`);
  return cut;
}

/** Of what came before, what the goals are computed from. */
function readOf(
  pair: ClaimPair,
  goals: readonly Compared[],
  cut: ReadonlyMap<Place, string>,
): ReadonlyMap<Place, string> {
  const read = new Map<Place, string>();
  const seen = new Set<Place>();
  const visit = (place: Place) => {
    if (seen.has(place)) return;
    seen.add(place);
    const name = cut.get(place);
    if (name !== undefined) read.set(place, name);
    else for (const part of operandsOf(pair.tree.at(place))) visit(part);
  };
  for (const { left, right } of goals) for (const place of [left, right]) visit(place);
  return read;
}

function drainedBefore({ tree }: ClaimPair, { older, newer, standing }: LinePair): Iterable<Compared> {
  const pots = [older?.of ?? [], newer?.of ?? []].toSorted((one, other) => other.length - one.length)[0] ?? [];
  return older === null ? [] : drainedFurther(tree, pots, older.before, standing);
}

/** Amounts before are never below 0, at most the cost, and in the order that was shown for them. */
function* factsOf(
  pair: ClaimPair,
  { older, standing }: LinePair,
  cut: ReadonlyMap<Place, string>,
): Generator<Compared> {
  const zero = pair.tree.constant(0n);
  for (const place of cut.keys()) yield { left: zero, is: '<=', right: place };
  const sides = [[older?.before, pair.from] as const, [standing, pair.to] as const];
  for (const [before, laid] of sides) {
    for (const [pot, place] of before ?? []) {
      const opened = laid.opened.get(pot);
      if (opened !== undefined && cut.has(place)) yield { left: place, is: '<=', right: opened };
    }
  }
  for (const [pot, left] of standing) {
    const other = older?.before.get(pot);
    if (other === undefined || other === left || !cut.has(other)) continue;
    if (pair.order.atMost(left, other)) yield { left, is: '<=', right: other };
  }
}
