import { Dimension, dimensionsOf } from '../../engine/dimensions.ts';
import { listOfFirst } from '../../rulesets/derived.ts';
import type { Both } from './both.ts';
import { comparedDates } from './compared-date.ts';
import { classOf, type FactClass, factClasses, MOST_VALUES, moneyClasses } from './fact-class.ts';
import { heldTogether } from './held-together.ts';
import type { SharedClaim } from './shared-claim.ts';
import { firstValue, type Situation, situationOf } from './situation.ts';
import type { Threshold } from './threshold.ts';

/** One thing that rules tell claims apart by, with a value of each class. */
export interface Column {
  /** A fact, or `claim.date`. */
  readonly fact: string;
  readonly size: number;
  /** How many of them hold no two items of a list together; those that do come after them. */
  readonly alone: number;
  /** The place of the value that claims ordinarily have. */
  readonly ordinary: number;
}

/** Everything that either rule set tells claims of a type apart by. */
export class Columns {
  readonly columns: readonly Column[];
  /** Days beside bounds that lie in the period of one rule set only. */
  readonly oneSidedDays: number;
  /** False where people can hold more items of a list together than are tried. */
  readonly isWhole: boolean;
  readonly #shared: SharedClaim;
  readonly #classes: ReadonlyMap<string, readonly FactClass[]>;
  readonly #dates: readonly { readonly dates: Both<string>; readonly meets: Threshold }[];

  constructor(shared: SharedClaim) {
    this.#shared = shared;
    const dimensions = dimensionsOfBoth(shared);
    const dated = dimensions.get('claim.date') ?? [];
    const { dateFact } = shared.sides.from.claimType;
    const cuts = [...dated, ...(dimensions.get(dateFact ?? '') ?? [])].flatMap((one) => one.sortedCuts());
    const { dates, oneSided } = comparedDates(
      shared,
      cuts.map(({ at }) => String(at)),
    );
    this.#dates = dates;
    this.oneSidedDays = oneSided;
    const alone = classesOf(shared, dimensions, dateFact);
    const { classes, isWhole } = withItemsTogether(shared, dimensions, alone);
    this.#classes = classes;
    this.isWhole = isWhole;
    this.columns = [
      { fact: 'claim.date', size: dates.length, alone: dates.length, ordinary: 0 },
      ...[...classes].map(([fact, all]) => this.#columnOf(fact, all, alone.get(fact)?.length ?? all.length)),
    ];
  }

  /** The situation of a row: for each column the place of its value; null where no dates are so far apart. */
  situation(row: readonly number[]): Situation | null {
    const date = this.#dates[row[0] ?? 0] ?? this.#dates[0];
    if (date === undefined) throw new Error('claims are compared on at least one day');
    const classes = new Map<string, FactClass>();
    const meets: Threshold[] = row[0] === this.columns[0]?.ordinary ? [] : [date.meets];
    [...this.#classes].forEach(([fact, all], at) => {
      const place = row[at + 1] ?? 0;
      const one = all[place];
      if (one === undefined) return;
      classes.set(fact, one);
      if (place !== this.columns[at + 1]?.ordinary) meets.push(one.meets);
    });
    return situationOf(this.#shared, date.dates, classes, meets);
  }

  /** Where the fact's default stands among its classes, else where it is left out, else the first. */
  #columnOf(fact: string, classes: readonly FactClass[], alone: number): Column {
    const preset = this.#shared.facts.get(fact)?.from.default;
    const wanted = preset?.kind === 'value' ? JSON.stringify(preset.value) : undefined;
    const found = classes.findIndex(({ value }) => JSON.stringify(value) === wanted);
    return { fact, size: classes.length, alone, ordinary: Math.max(0, found) };
  }
}

/** What either rule set asks of each fact, channels left out. */
export function dimensionsOfBoth({ sides, renamed }: SharedClaim): ReadonlyMap<string, readonly Dimension[]> {
  const all = new Map<string, readonly Dimension[]>();
  for (const { ruleSet, claimType } of [sides.from, sides.to]) {
    // A channel tells who handles a payment, never how much it is.
    const layers = claimType.layers.map((layer) => ({ ...layer, channel: null }));
    for (const [id, dimension] of dimensionsOf(ruleSet, { ...claimType, layers })) {
      const fact = claimType === sides.to.claimType ? (renamed.get(id) ?? id) : id;
      all.set(fact, [...(all.get(fact) ?? []), dimension]);
    }
  }
  return withLists(sides, all);
}

/**
 * A choice that is the first of a list stands and falls with the list: that is asked in its place. One item at a time
 * tells what comes first, unless the list is asked for its items as well, or in several orders.
 */
function withLists(
  sides: SharedClaim['sides'],
  all: ReadonlyMap<string, readonly Dimension[]>,
): ReadonlyMap<string, readonly Dimension[]> {
  const orders = new Map<string, Map<string, readonly string[]>>();
  const found = new Map(all);
  for (const fact of all.keys()) {
    for (const { claimType } of [sides.from, sides.to]) {
      const type = claimType.facts.get(fact)?.type;
      const list = type === undefined ? null : listOfFirst(type);
      if (list === null || type?.kind !== 'choice') continue;
      const items = [...type.items.keys()];
      orders.set(list, (orders.get(list) ?? new Map()).set(items.join(), items));
      found.delete(fact);
    }
  }
  for (const [list, asked] of orders) {
    const read = found.get(list) ?? [];
    const dimension = new Dimension(list);
    if (asked.size > 1 || read.length > 0) for (const item of [...asked.values()].flat()) dimension.contained.add(item);
    found.set(list, [...read, dimension]);
  }
  return found;
}

/**
 * Facts that some rule reads by their classes; others that a claim must have by their first value.
 * @param most classes of one fact at most: who proves must see that there were more
 */
export function classesOf(
  shared: SharedClaim,
  dimensions: ReadonlyMap<string, readonly Dimension[]>,
  dateFact: string | null,
  most: number = MOST_VALUES,
): ReadonlyMap<string, readonly FactClass[]> {
  const ruleSets = [shared.sides.from.ruleSet, shared.sides.to.ruleSet];
  const total = dimensions.get('cost.total');
  const found = new Map<string, readonly FactClass[]>();
  const dates = datesOfDays(shared, dimensions);
  for (const [id, both] of shared.facts) {
    if (id === dateFact || dates.has(id)) continue;
    const read = dimensions.get(id);
    const needed = [both.from, both.to].some(({ default: given }) => given.kind === 'required');
    if (both.from.type.kind === 'money') {
      if (read !== undefined)
        found.set(
          id,
          moneyClasses(
            both.from,
            read.flatMap((one) => one.sortedCuts()),
            most,
          ),
        );
    } else if (read !== undefined) found.set(id, factClasses(both, read, ruleSets, most));
    else if (needed) {
      const value = firstValue(both.from, shared.sides.from.ruleSet.period.from);
      const meets = { kind: 'fact', id, label: both.from.label, at: String(value), side: 'at' } as const;
      found.set(id, [{ value, meets, free: true }]);
    }
  }
  if (total !== undefined) {
    const fact = {
      id: 'cost.total',
      label: { zh: '费用合计', en: 'total cost' },
      default: { kind: 'required' },
    } as const;
    found.set(
      'cost.total',
      moneyClasses(
        fact,
        total.flatMap((one) => one.sortedCuts()),
        most,
      ),
    );
  }
  return found;
}

/** The same classes, and after those of a list the lists with several of the items that are asked for. */
function withItemsTogether(
  { facts }: SharedClaim,
  dimensions: ReadonlyMap<string, readonly Dimension[]>,
  classes: ReadonlyMap<string, readonly FactClass[]>,
) {
  const found = new Map(classes);
  let isWhole = true;
  for (const [id, alone] of classes) {
    const fact = facts.get(id)?.from;
    if (fact === undefined) continue;
    const together = heldTogether(fact, dimensions.get(id) ?? [], MOST_VALUES);
    isWhole &&= together.isWhole;
    found.set(id, [...alone, ...together.lists.map((list) => classOf(fact, list, []))]);
  }
  return { classes: found, isWhole };
}

/** Dates that days are counted between, where the days are what rules read. */
function datesOfDays(
  { facts }: SharedClaim,
  dimensions: ReadonlyMap<string, readonly Dimension[]>,
): ReadonlySet<string> {
  const dates = new Set<string>();
  for (const [id, { from }] of facts) {
    if (from.type.kind !== 'daysBetween' || !dimensions.has(id)) continue;
    for (const date of [from.type.from, from.type.to]) if (!dimensions.has(date)) dates.add(date);
  }
  return dates;
}
