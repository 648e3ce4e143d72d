import { addDays } from '../../domain/dates.ts';
import { MOST_PLACES, toPlaces } from '../../domain/decimal.ts';
import type { Dimension } from '../../engine/dimensions.ts';
import { placesOf } from '../../rulesets/fact-places.ts';
import { dimensionsOfBoth } from '../edges/columns.ts';
import type { FactClass } from '../edges/fact-class.ts';
import type { Profiles } from '../proof/profiles.ts';
import type { GapFact, GapValue } from './answer.ts';
import type { Kind, TypeKinds } from './kinds.ts';

type Leaf = TypeKinds['leaves'][number];

/** The day of a profile, among its facts. */
const DATE = 'claim.date';

/** Profiles that no rule pays, by the fewest facts that tell them. */
export interface GapGroup {
  readonly facts: readonly GapFact[];
  readonly leaves: readonly Leaf[];
}

/** Facts with one value each. */
type Told = ReadonlyMap<string, string>;

/** Groups at most of a type of which only some kinds were looked at. */
const MOST_OF_SOME = 5;

/**
 * Tells unpaid claims by as few facts as make sure that no rule pays; values of one fact beside the same others go together. Where
 * only some kinds were looked at nothing makes sure, and a few are told with all their facts.
 */
export function gapGroups(type: TypeKinds, unpaid: ReadonlySet<Kind>): readonly GapGroup[] {
  const classes = new Map<string, GapValue>();
  const dimensions = dimensionsOfBoth(type.shared);
  const all = type.leaves.map((leaf) => ({
    leaf,
    told: toldOf(type.profiles, dimensions, leaf, classes),
    isGap: unpaid.has(leaf.kind),
  }));
  const paid = all.filter(({ isGap }) => !isGap).map(({ told }) => told);
  const groups: Told[] = [];
  for (const { told, isGap } of all) {
    if (!isGap || groups.some((group) => isWithin(told, group))) continue;
    groups.push(type.isWhole ? fewest(told, paid) : told);
  }
  const shown = type.isWhole ? groups : groups.slice(0, MOST_OF_SOME);
  return together(shown).map((facts) => ({
    facts: [...facts].map(([fact, keys]) => ({ fact, values: keys.map((key) => classes.get(key) as GapValue) })),
    leaves: all
      .filter(({ told, isGap }) => isGap && [...facts].every(([fact, keys]) => keys.includes(told.get(fact) ?? '')))
      .map(({ leaf }) => leaf),
  }));
}

function toldOf(
  profiles: Profiles,
  dimensions: ReadonlyMap<string, readonly Dimension[]>,
  { profile: { dates: own, assumed } }: Leaf,
  classes: Map<string, GapValue>,
): Told {
  const told = new Map<string, string>();
  const tell = (fact: string, value: GapValue) => {
    const key = JSON.stringify([fact, value]);
    classes.set(key, value);
    told.set(fact, key);
  };
  const days = profiles.dates().map(({ from }) => from);
  if (days.length > 1) tell(DATE, { kind: 'days', from: own.from, to: lastDay(profiles, days, own.from) });
  for (const [fact, one] of assumed) {
    const type = profiles.shared.facts.get(fact)?.from.type;
    tell(fact, classValue(one, dimensions.get(fact) ?? [], type === undefined ? 0 : placesOf(type)));
  }
  return told;
}

function lastDay({ shared }: Profiles, dates: readonly string[], date: string): string {
  const next = dates[dates.indexOf(date) + 1];
  return (next === undefined ? shared.sides.from.ruleSet.period.to : addDays(next, -1)) ?? date;
}

function classValue({ value, range }: FactClass, read: readonly Dimension[], places: number): GapValue {
  if (range !== undefined) return { kind: 'money', ...range };
  if (typeof value !== 'number' || read.some(({ exact }) => exact)) return { kind: 'value', value: value ?? null };
  const { low, high } = stretchOf(value, read, places);
  return low === high ? { kind: 'value', value } : { kind: 'number', low, high };
}

/** From where to where numbers of so many decimals are told apart from this one by no cut. */
function stretchOf(value: number, read: readonly Dimension[], places: number) {
  const inLast = (at: number) => toPlaces(at * 10 ** places, MOST_PLACES);
  let [low, high]: [number | null, number | null] = [null, null];
  for (const { at, after } of read.flatMap((one) => one.sortedCuts())) {
    const cut = inLast(Number(at));
    const first = after ? Math.floor(cut) + 1 : Math.ceil(cut);
    if (first <= inLast(value) && (low === null || first > low)) low = first;
    if (first > inLast(value) && (high === null || first - 1 < high)) high = first - 1;
  }
  const whole = (last: number | null) => (last === null ? null : last / 10 ** places);
  return { low: whole(low), high: whole(high) };
}

/** Facts left out one by one, the first that are read first, as long as no paid claim has all that are left. */
function fewest(told: Told, paid: readonly Told[]): Told {
  let least = new Map(told);
  for (const fact of told.keys()) {
    const without = new Map([...least].filter(([one]) => one !== fact));
    if (!paid.some((other) => isCompatible(other, without))) least = without;
  }
  return least;
}

/** Whether a claim can have these facts: what was not read of it can be anything. */
function isCompatible(leaf: Told, facts: Told): boolean {
  return [...facts].every(([fact, key]) => (leaf.get(fact) ?? key) === key);
}

function isWithin(leaf: Told, group: Told): boolean {
  return [...group].every(([fact, key]) => leaf.get(fact) === key);
}

/** Groups that differ in the value of one fact alone as one, until none do. */
function together(groups: readonly Told[]): readonly ReadonlyMap<string, readonly string[]>[] {
  let open = groups.map((group) => new Map([...group].map(([fact, key]) => [fact, [key]])));
  for (let merged = true; merged; ) {
    merged = false;
    const next: typeof open = [];
    for (const group of open) {
      const same = next.find((other) => differing(other, group) !== null);
      const fact = same === undefined ? null : differing(same, group);
      if (same === undefined || fact === null) next.push(group);
      else {
        same.set(fact, [...new Set([...(same.get(fact) ?? []), ...(group.get(fact) ?? [])])]);
        merged = true;
      }
    }
    open = next;
  }
  return open;
}

function differing(one: ReadonlyMap<string, readonly string[]>, other: typeof one): string | null {
  if (one.size !== other.size || [...one.keys()].some((fact) => !other.has(fact))) return null;
  const differ = [...one].filter(([fact, keys]) => keys.join() !== other.get(fact)?.join()).map(([fact]) => fact);
  return differ.length === 1 ? (differ[0] ?? null) : null;
}
