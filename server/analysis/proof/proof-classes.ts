import { MOST_PLACES, toPlaces } from '../../domain/decimal.ts';
import { passed } from '../../engine/classify.ts';
import type { Dimension } from '../../engine/dimensions.ts';
import { isAbsentByDefault } from '../../rulesets/absent-by-default.ts';
import type { Fact, FactValue } from '../../rulesets/effective-rule-set.ts';
import type { Both } from '../edges/both.ts';
import { classesOf, dimensionsOfBoth } from '../edges/columns.ts';
import { isFar } from '../edges/days-apart.ts';
import type { FactClass } from '../edges/fact-class.ts';
import type { SharedClaim } from '../edges/shared-claim.ts';
import { type Counted, countedUpTo } from './counted.ts';

/** Values of a fact that are looked at; more of them are not. */
const MOST_VALUES = 512;
const MOST_CONTAINED = 6;

/**
 * Values of a fact that are made before those between the same cuts are taken for one, of three beside each cut at most: where some
 * were left out, more than {@link MOST_VALUES} are left, and it is seen that not all are looked at.
 */
const MOST_MADE = 10_000;

/** The classes of every fact that either rule set tells apart, so that each value of a claim is in one of them. */
export interface ProofClasses {
  readonly classes: ReadonlyMap<string, readonly FactClass[]>;
  /** Numbers that are tried one by one, and how far. */
  readonly counted: readonly Counted[];
  /** Facts of which not every value is in a class. */
  readonly incomplete: readonly string[];
  /** Where dates fall apart. */
  readonly days: readonly string[];
}

/** Completes the classes by which edges are looked for: a proof must leave no value out. */
export function proofClasses(shared: SharedClaim): ProofClasses {
  const dimensions = dimensionsOfBoth(shared);
  const { dateFact } = shared.sides.from.claimType;
  const dated = [...(dimensions.get('claim.date') ?? []), ...(dimensions.get(dateFact ?? '') ?? [])];
  const classes = new Map<string, readonly FactClass[]>();
  const counted: Counted[] = [];
  const incomplete: string[] = [];
  for (const [id, found] of classesOf(shared, dimensions, dateFact, MOST_MADE)) {
    const read = dimensions.get(id);
    if (read === undefined) continue;
    const fact = shared.facts.get(id);
    const tried = fact === undefined || !isCounted(fact.from, read) ? null : countedUpTo(shared, fact.from);
    const all = fact === undefined ? found : completed(fact, found, read, tried, areDaysAlwaysThere(shared, fact.from));
    classes.set(id, all.slice(0, MOST_VALUES));
    if (all.length >= MOST_VALUES || tooMany(read)) incomplete.push(id);
    if (tried !== null) counted.push(tried);
  }
  const days = dated.flatMap((one) => one.sortedCuts().map(({ at }) => String(at)));
  return { classes, counted, incomplete, days };
}

function completed(
  fact: Both<Fact>,
  found: readonly FactClass[],
  read: readonly Dimension[],
  tried: Counted | null,
  isAlwaysThere: boolean,
): readonly FactClass[] {
  const values = isAlwaysThere ? found.filter(({ value }) => value !== undefined) : [];
  const all = new Map((values.length > 0 ? values : found).map((one) => [JSON.stringify(one.value ?? null), one]));
  const add = (value: FactValue | undefined) => {
    const key = JSON.stringify(value ?? null);
    const at = value === undefined ? null : String(value);
    const meets = { kind: 'fact', id: fact.from.id, label: fact.from.label, at, side: 'at' } as const;
    if (!all.has(key)) all.set(key, { value, meets });
  };
  if (!isAlwaysThere && (mayBeAbsent(fact.from) || mayBeAbsent(fact.to))) add(undefined);
  if (tried !== null) for (const value of numbersUpTo(least(fact.from), tried)) add(value);
  for (const list of combinations(fact.from, read)) add(list);
  return apart(fact.from.type.kind === 'daysBetween' ? nearFirst([...all.values()]) : [...all.values()], read);
}

/** Days as they stand, those that the calendar may not reach last and the nearest first: they stand for the others of their class. */
function nearFirst(all: readonly FactClass[]): readonly FactClass[] {
  const away = ({ value }: FactClass) => (typeof value === 'number' && isFar(value) ? Math.abs(value) : 0);
  return [...all].sort((a, b) => away(a) - away(b));
}

/** One number of those that lie between the same cuts. */
function apart(all: readonly FactClass[], read: readonly Dimension[]): readonly FactClass[] {
  if (read.some(({ exact }) => exact)) return all;
  const seen = new Set<string>();
  return all.filter(({ value }) => {
    if (typeof value !== 'number') return true;
    const place = read.map((one) => passed(one.sortedCuts(), value)).join();
    return !seen.has(place) && seen.add(place);
  });
}

function mayBeAbsent(fact: Fact): boolean {
  const { default: given, type, added } = fact;
  return type.kind === 'daysBetween' || isAbsentByDefault(fact) || (given.kind === 'required' && added);
}

/** Whether days are counted between dates that claims bring under both rule sets. */
function areDaysAlwaysThere({ sides }: SharedClaim, { type }: Fact): boolean {
  if (type.kind !== 'daysBetween') return false;
  return [sides.from, sides.to].every(({ claimType: { dateFact, facts } }) =>
    [type.from, type.to].every((id) => {
      const date = facts.get(id);
      return id === 'claim.date' || id === dateFact || (date !== undefined && !mayBeAbsent(date));
    }),
  );
}

const least = ({ type }: Fact): number =>
  type.kind === 'integer' || type.kind === 'decimal' || type.kind === 'daysBetween'
    ? Math.max(0, type.atLeast ?? 0)
    : 0;

/** From the first of so many decimals that is not less, in steps of the last of them. */
function* numbersUpTo(from: number, { upTo, places }: Counted): Generator<number> {
  const steps = 10 ** places;
  for (let at = Math.ceil(toPlaces(from * steps, MOST_PLACES)); at <= upTo * steps; at += 1) yield at / steps;
}

/** Whether it is a number that is read as it is. */
function isCounted({ type }: Fact, read: readonly Dimension[]): boolean {
  return ['integer', 'decimal', 'daysBetween'].includes(type.kind) && read.some(({ exact }) => exact);
}

/** Of a list every set of the items that are asked for; with the two smallest where a scale reads them. */
function* combinations({ type }: Fact, read: readonly Dimension[]): Generator<FactValue> {
  if (type.kind !== 'list') return;
  const contained = [...new Set(read.flatMap((one) => [...one.contained]))];
  if (contained.length < 2 || contained.length > MOST_CONTAINED) return;
  for (let set = 0; set < 1 << contained.length; set += 1) yield contained.filter((_, at) => (set & (1 << at)) !== 0);
}

/** Lists that are asked for many items, or for items and for their smallest, have more classes than are looked at. */
function tooMany(read: readonly Dimension[]): boolean {
  const contained = new Set(read.flatMap((one) => [...one.contained]));
  return contained.size > MOST_CONTAINED || (contained.size > 0 && read.some(({ smallest }) => smallest));
}
