import { addDays, MOST_DAYS_APART } from '../../domain/dates.ts';
import { DECIMAL_LIMIT, toPlaces } from '../../domain/decimal.ts';
import { cnyText, fenOf } from '../../domain/money.ts';
import type { Cut, Dimension } from '../../engine/dimensions.ts';
import { keptWithin } from '../../rulesets/bounds.ts';
import type { EffectiveRuleSet, Fact, FactKind, FactValue } from '../../rulesets/effective-rule-set.ts';
import { placesOf } from '../../rulesets/fact-places.ts';
import type { Both } from './both.ts';
import { isFar } from './days-apart.ts';
import { sideOf, type Threshold } from './threshold.ts';

/** Values of one fact that neither rule set tells apart, by one of them. */
export interface FactClass {
  /** Undefined: the claim leaves the fact out. */
  readonly value: FactValue | undefined;
  /** What the value is an edge of. */
  readonly meets: Threshold;
  /** Of money: from where to where the class reaches, in fen, both inside. */
  readonly range?: Range;
  /** Of dates, and of days between them: from where to where the class reaches, both inside; null where it has no end. */
  readonly stretch?: { readonly first: number | string | null; readonly last: number | string | null };
  /** No rule tells its values apart: it is said because claims must say it. */
  readonly free?: true;
}

/** Fen from `low` to `high`, both inside. */
export interface Range {
  readonly low: number;
  readonly high: number;
}

/** Most values of one fact that edges are looked for at. */
export const MOST_VALUES = 256;

/** Fen below 10¹⁰ CNY, as every claim's amounts are. */
const LARGEST = 10 ** 12 - 1;

/**
 * The classes of a fact: what is below, at and above every bound that either rule set has, every item, present and absent.
 * @param most the first of them at most, beside the absence
 */
export function factClasses(
  facts: Both<Fact>,
  dimensions: readonly Dimension[],
  ruleSets: readonly EffectiveRuleSet[],
  most: number,
): readonly FactClass[] {
  const { from: fact } = facts;
  const values = valuesOf(fact.type, dimensions, ruleSets, most);
  const absent = facts.from.default.kind === 'absent' || facts.to.default.kind === 'absent' || defaultsDiffer(facts);
  const made = values
    .slice(0, most)
    .map((value) => withStretch(fact.type, classOf(fact, value, dimensions), dimensions));
  return absent || made.length === 0 ? [absentClass(fact), ...made] : made;
}

/**
 * Classes of money: an amount of each, with the range of all that neither rule set tells apart from it.
 * @param most the first of them at most, the last of which reaches to the end
 */
export function moneyClasses(
  fact: Pick<Fact, 'id' | 'label' | 'default'>,
  cuts: readonly Cut[],
  most: number,
): readonly FactClass[] {
  const starts = new Set([0]);
  for (const { at, after } of cuts) {
    const fen = fenOf(Number(at));
    if (Number.isSafeInteger(fen) && fen >= 0) starts.add(after ? fen + 1 : fen);
  }
  const sorted = [...starts].sort((a, b) => a - b).slice(0, most);
  const classes = sorted.map((low, index): FactClass => {
    const high = (sorted[index + 1] ?? LARGEST + 1) - 1;
    const meets = { kind: 'fact', id: fact.id, label: fact.label, at: cnyText(low), side: 'at' } as const;
    return { value: low / 100, meets, range: { low, high } };
  });
  return fact.default.kind === 'absent' ? [absentClass(fact), ...classes] : classes;
}

function absentClass({ id, label }: Pick<Fact, 'id' | 'label'>): FactClass {
  return { value: undefined, meets: { kind: 'fact', id, label, at: null, side: 'at' } };
}

function defaultsDiffer({ from, to }: Both<Fact>): boolean {
  const text = ({ default: given }: Fact) =>
    given.kind === 'by' ? JSON.stringify([given.fact, ...given.values]) : JSON.stringify(given);
  return text(from) !== text(to);
}

function valuesOf(
  kind: FactKind,
  dimensions: readonly Dimension[],
  ruleSets: readonly EffectiveRuleSet[],
  most: number,
): readonly FactValue[] {
  const cuts = dimensions.flatMap((dimension) => dimension.sortedCuts());
  switch (kind.kind) {
    case 'choice':
      return [...kind.items.keys()];
    case 'boolean':
      return [true, false];
    case 'integer':
      return keptWithin({ ...kind, atLeast: kind.atLeast ?? 0 }, numbers(cuts, dimensions, ruleSets));
    case 'decimal':
      return decimals(kind, cuts, dimensions);
    case 'daysBetween':
      return keptWithin(kind, daysThereAre(numbers(cuts, dimensions, ruleSets)));
    case 'date': {
      const days = cuts.flatMap(({ at }) => [addDays(String(at), -1), String(at), addDays(String(at), 1)]);
      return [...new Set(days.filter((day) => day !== null))].sort();
    }
    case 'list':
      return lists(kind, dimensions, most);
    default:
      return [];
  }
}

/** Whole numbers beside every cut; of a number that is read as it is, the first few and those beside figures that count. */
function numbers(
  cuts: readonly Cut[],
  dimensions: readonly Dimension[],
  ruleSets: readonly EffectiveRuleSet[],
): readonly number[] {
  const points = cuts.map(({ at }) => Math.round(Number(at)));
  if (dimensions.some(({ exact }) => exact)) points.push(1, ...ruleSets.flatMap(countsOf));
  return [...new Set(points.flatMap((at) => [at - 1, at, at + 1]))].sort((a, b) => a - b);
}

/** Of days those that two dates can be apart; where bounds are far, none as well, which any two dates can be. */
function daysThereAre(all: readonly number[]): readonly number[] {
  if (!all.some(isFar)) return all;
  const found = all.filter((days) => Math.abs(days) <= MOST_DAYS_APART);
  return [...new Set([...found, 0])].sort((a, b) => a - b);
}

/** Numbers of a decimal kind beside every cut; of one that is read as it is, the least two as well, and the largest. */
function decimals(
  { places, atLeast, atMost }: FactKind & { readonly kind: 'decimal' },
  cuts: readonly Cut[],
  dimensions: readonly Dimension[],
): readonly number[] {
  const [step, least, most] = [10 ** -places, atLeast ?? 0, atMost ?? DECIMAL_LIMIT - 1];
  const points = cuts.map(({ at }) => Number(at));
  if (dimensions.some(({ exact }) => exact)) points.push(least, ...(atMost === null ? [1] : [atMost]));
  const around = points.flatMap((at) => [at - step, at, at + step]).map((at) => toPlaces(at, places));
  return [...new Set(around)].filter((at) => at >= least && at <= most).sort((a, b) => a - b);
}

/** Figures that days or other units are counted by. */
function countsOf({ standards }: EffectiveRuleSet): readonly number[] {
  const found: number[] = [];
  const visit = (value: unknown) => {
    if (typeof value === 'number' && Number.isInteger(value)) found.push(value);
    else if (typeof value === 'object' && value !== null) for (const part of Object.values(value)) visit(part);
  };
  for (const { unit, value } of standards.values()) if (unit === 'days' || unit === 'count') visit(value);
  return found;
}

/** No item, each alone and, where the two smallest are read, each twice. */
function lists(
  kind: FactKind & { readonly kind: 'list' },
  dimensions: readonly Dimension[],
  most: number,
): readonly FactValue[] {
  const contained = dimensions.flatMap((dimension) => [...dimension.contained]);
  const { atLeast, atMost } = kind;
  const numbered = Array.from(
    { length: Math.min(most, (atMost ?? 10) - (atLeast ?? 1) + 1) },
    (_, at) => at + (atLeast ?? 1),
  );
  const items = kind.items === null ? [...new Set([...contained, ...numbered])] : [...kind.items.keys()];
  const twice = kind.items === null && dimensions.some(({ smallest }) => smallest);
  return [[], ...items.map((item) => [item]), ...(twice ? items.map((item) => [item, item]) : [])];
}

/** The class of a value that stands for itself, or that lies beside the bound that it is called by. */
export function classOf(fact: Fact, value: FactValue, dimensions: readonly Dimension[]): FactClass {
  const { id, label, type } = fact;
  const at = nearestCut(value, dimensions, 10 ** -placesOf(type));
  if (at !== null) {
    const side = sideOf(
      typeof value === 'number' ? value - Number(at) : String(value) < String(at) ? -1 : Number(value !== at),
    );
    return { value, meets: { kind: 'fact', id, label, at: String(at), side } };
  }
  const items = type.kind === 'choice' ? type.items : null;
  const words = items?.get(String(value))?.zh ?? String(value);
  return { value, meets: { kind: 'fact', id, label, at: items === null ? words : String(value), side: 'at' } };
}

/** A date, or days between dates, with the others that lie between the same bounds. */
function withStretch({ kind }: FactKind, one: FactClass, dimensions: readonly Dimension[]): FactClass {
  const { value } = one;
  const isApart = kind === 'date' || kind === 'daysBetween';
  if (!isApart || (typeof value !== 'string' && typeof value !== 'number')) return one;
  if (dimensions.some(({ exact }) => exact)) return { ...one, stretch: { first: value, last: value } };
  const next = (at: number | string, by: number) => (typeof at === 'number' ? at + by : addDays(at, by));
  const starts = dimensions
    .flatMap((dimension) => dimension.sortedCuts())
    .flatMap(({ at, after }) => (typeof at === typeof value ? [after ? next(at, 1) : at] : []))
    .filter((start) => start !== null)
    .sort((a, b) => (a < b ? -1 : Number(a > b)));
  const end = starts.find((start) => start > value);
  const first = starts.findLast((start) => start <= value) ?? null;
  return { ...one, stretch: { first, last: end === undefined ? null : next(end, -1) } };
}

/**
 * The bound that a number or date lies beside; null for anything else.
 * @param step from a number to the next
 */
function nearestCut(value: FactValue, dimensions: readonly Dimension[], step: number): number | string | null {
  const cuts = dimensions.flatMap((dimension) => dimension.sortedCuts()).map(({ at }) => at);
  if (typeof value === 'number')
    return (
      cuts.find((at) => Number(at) === value) ?? cuts.find((at) => Math.abs(Number(at) - value) < step * 1.5) ?? null
    );
  const dated = typeof value === 'string' ? cuts.filter((at) => typeof at === 'string') : [];
  return (
    dated.find((at) => at === value) ??
    dated.find((at) => [addDaysOrNull(at, 1), addDaysOrNull(at, -1)].includes(String(value))) ??
    null
  );
}

function addDaysOrNull(date: number | string, days: number): string | null {
  return /^\d{4}-\d{2}-\d{2}$/.test(String(date)) ? addDays(String(date), days) : null;
}
