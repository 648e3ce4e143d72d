import { broughtAt, counterAt, historyPath } from '../../rulesets/claim-paths.ts';
import { BILL } from '../../rulesets/pots.ts';
import { billItems, leastAmounts, TOTAL } from './amount-ranges.ts';
import { countRange } from './count-range.ts';
import type { Range } from './fact-class.ts';
import { countSaid, type Input, type PairGauge } from './pair-gauge.ts';
import type { PlanPair } from './plan-pair.ts';
import type { SharedClaim } from './shared-claim.ts';
import type { Threshold } from './threshold.ts';
import { turningPoints } from './turning-points.ts';

/** One amount to be varied while all others stay. */
export interface Scan {
  /** By the gauge's inputs; NaN where the claim leaves an amount out. */
  readonly amounts: Float64Array;
  /** The input that varies; −1 where none does. */
  readonly axis: number;
  readonly range: Range;
  /** Bounds that the amounts which stay meet. */
  readonly meets: readonly Threshold[];
  /** Whether round amounts between turns are claims too. */
  readonly round: boolean;
}

/** In the place of an input, where none varies: no array has anything there. */
const NO_AXIS = -1;

/** A value of a counter, and the bounds that it meets by itself. */
interface Landmark {
  readonly value: number;
  readonly meets: readonly Threshold[];
}

/** Amounts at which others are held, in fen: the first at which most layers pay is taken. */
const TRIED = [1_000_000, 2_000_000, 5_000_000, 100_000, 20_000_000, 100_000_000] as const;

/** A bill, in fen, by which few figures are not met. */
const LARGE = 100_000_000;

/** Plans all scans of a pair of plans, the plainest first: no history, one amount alone. */
export class Scans {
  readonly #shared: SharedClaim;
  readonly #pair: PlanPair;
  readonly #gauge: PairGauge;
  readonly #high: number;
  readonly #items: readonly number[];
  /** Those of them that are items of the bill; all others are amounts beside it: incomes, wages. */
  readonly #bill: ReadonlySet<number>;
  readonly #parts: readonly number[];
  readonly #counters: readonly number[];
  readonly #others: readonly number[];
  readonly #known = new Map<number, readonly Landmark[]>();

  /** @param largestFigure the largest figure of either rule set, in fen */
  constructor(shared: SharedClaim, pair: PlanPair, gauge: PairGauge, largestFigure: number) {
    this.#shared = shared;
    this.#pair = pair;
    this.#gauge = gauge;
    this.#high = Math.min(Math.max(largestFigure * 20, 10 ** 8), 10 ** 11, gauge.largest);
    const places = gauge.inputs.map((_, at) => at);
    const isPart = (at: number) => this.#wholeOf(at) !== null;
    const kind = (at: number) => gauge.inputs[at]?.kind;
    this.#items = places.filter((at) => kind(at) === 'money' && !isPart(at));
    const bill = billItems(shared);
    this.#bill = new Set(this.#items.filter((at) => bill.includes(gauge.inputs[at]?.path ?? '')));
    this.#parts = places.filter((at) => kind(at) === 'money' && isPart(at));
    this.#counters = places.filter((at) => kind(at) === 'counter');
    const { fixed } = pair.situation;
    const varies = (at: number) => !fixed.has(gauge.inputs[at]?.path ?? '');
    this.#others = places.filter((at) => ['count', 'elsewhere', 'settled'].includes(kind(at) ?? '') && varies(at));
  }

  /** All of them in turn. */
  *all(): Generator<Scan> {
    const base = this.#base();
    // Lump sums alone: nothing varies, and the one claim there is has to be settled all the same.
    const varying = [...this.#items, ...this.#parts, ...this.#others, ...this.#counters];
    if (varying.length === 0)
      yield { amounts: base, axis: NO_AXIS, range: { low: 0, high: 0 }, meets: [], round: true };
    for (const axis of this.#items) yield this.#scan(base, axis, [], true);
    for (const axis of [...this.#parts, ...this.#others]) yield this.#scan(this.#held(base, axis), axis);
    for (const counter of this.#counters) yield* this.#along(base, counter);
    for (const axis of this.#items) {
      const held = this.#held(base, axis);
      if (held.some((amount, at) => amount !== base[at] && at !== axis)) yield this.#scan(held, axis);
    }
    for (const counter of this.#counters) yield* this.#withHistory(base, counter);
    for (const axis of this.#others) yield* this.#withOther(base, axis);
    for (const axis of this.#items.filter((at) => !this.#bill.has(at))) yield* this.#withMeasure(base, axis);
  }

  /** Along an amount beside the bill, with a bill so large that its figures bind; and along the bill where they turn. */
  *#withMeasure(base: Float64Array, measure: number): Generator<Scan> {
    const path = (at: number) => this.#gauge.inputs[at]?.path ?? '';
    const bill = [...this.#bill].filter((at) => this.#gauge.influence.together(path(at), path(measure)));
    if (bill.length === 0) return;
    const large = base.slice();
    for (const item of bill) large[item] = Math.min(this.#rangeOf(base, item).high, LARGE);
    const scan = this.#scan(large, measure);
    yield scan;
    for (const { value, meets } of this.#landmarksAlong(scan)) {
      const amounts = base.slice();
      amounts[measure] = value;
      for (const item of bill) yield this.#scan(amounts, item, meets);
    }
  }

  #wholeOf(at: number): number | null {
    const type = this.#shared.facts.get(this.#gauge.inputs[at]?.path ?? '')?.from.type;
    if (type?.kind !== 'money' || type.partOf === null) return null;
    const whole = this.#gauge.inputs.findIndex(({ path }) => path === type.partOf);
    return whole < 0 ? null : whole;
  }

  /** Nothing but what every claim of the situation brings. */
  #base(): Float64Array {
    const { situation } = this.#pair;
    const least = leastAmounts(this.#shared, situation);
    return Float64Array.from(this.#gauge.inputs, (input) => {
      if (input.kind === 'count') return countSaid(input, situation);
      const fact = this.#shared.facts.get(input.path);
      const needed = [fact?.from, fact?.to].some((one) => one?.default.kind === 'required');
      return least?.get(input.path) ?? (needed ? 0 : Number.NaN);
    });
  }

  #scan(amounts: Float64Array, axis: number, meets: readonly Threshold[] = [], round = false): Scan {
    return { amounts, axis, range: this.#rangeOf(amounts, axis), meets, round };
  }

  #rangeOf(amounts: Float64Array, axis: number): Range {
    const { path, units, parts } = this.#gauge.inputs[axis] as Input;
    const { ranges } = this.#pair.situation;
    if (units) return countRange(this.#shared, path, parts);
    const own = ranges.get(path) ?? { low: 0, high: this.#high };
    const whole = this.#wholeOf(axis);
    const most = whole === null ? this.#high : (amounts[whole] ?? 0);
    const total = this.#bill.has(axis) ? ranges.get(TOTAL) : undefined;
    const others = [...this.#bill].reduce((sum, at) => sum + (at === axis ? 0 : amounts[at] || 0), 0);
    return {
      low: Math.max(own.low, (total?.low ?? 0) - others, this.#partsOf(amounts, axis)),
      high: Math.min(own.high, most, this.#bill.has(axis) ? (total?.high ?? this.#high) - others : this.#high),
    };
  }

  /** Parts of an amount, what others paid of it and what was settled are never more than it. */
  #partsOf(amounts: Float64Array, axis: number): number {
    let least = 0;
    this.#gauge.inputs.forEach(({ kind, path }, at) => {
      const given = amounts[at] as number;
      if (Number.isNaN(given) || at === axis || !this.#items.includes(axis)) return;
      const item = this.#gauge.inputs[axis]?.path ?? '';
      const brought = broughtAt(path);
      const isOfItem = brought?.kind === 'elsewhere' && item === `${BILL}${brought.pot}`;
      const within = this.#wholeOf(at) === axis || isOfItem;
      if (within || kind === 'settled') least = Math.max(least, given);
    });
    return least;
  }

  /** The base with every item of the bill that goes with the axis at an amount at which most layers pay. */
  #held(base: Float64Array, axis: number): Float64Array {
    const path = (at: number) => this.#gauge.inputs[at]?.path ?? '';
    const whole = this.#wholeOf(axis);
    const held = base.slice();
    for (const item of this.#items) {
      const goes = item === whole || this.#gauge.influence.together(path(item), path(axis));
      if (item !== axis && goes) held[item] = this.#typical(base, item);
    }
    return held;
  }

  #typical(base: Float64Array, item: number): number {
    const { low, high } = this.#rangeOf(base, item);
    let [best, most] = [Math.max(low, Math.min(high, TRIED[0])), -1];
    for (const amount of TRIED) {
      if (amount < low || amount > high) continue;
      const amounts = base.slice();
      amounts[item] = amount;
      const paying = this.#gauge.run(amounts)
        ? [...this.#gauge.from.paid, ...this.#gauge.to.paid].filter((paid) => paid > 0).length
        : -1;
      if (paying > most) [best, most] = [amount, paying];
    }
    return best;
  }

  /** Along a counter up to where it meets its last bound, with the bill held: nobody was paid more than a cap before. */
  *#along(base: Float64Array, counter: number): Generator<Scan> {
    const scan = this.#scan(this.#held(base, counter), counter);
    const last = this.#landmarks(base, counter).reduce((most, { value }) => Math.max(most, value), 0);
    if (last > 0) yield { ...scan, range: { low: scan.range.low, high: last } };
  }

  /** Along every item of the bill, with a counter at each bound that it meets by itself, beside it, and half-way. */
  *#withHistory(base: Float64Array, counter: number): Generator<Scan> {
    const { path, kind } = this.#gauge.inputs[counter] as Input;
    for (const { value, meets } of this.#landmarks(base, counter)) {
      const amounts = base.slice();
      amounts[counter] = value;
      this.#growBase(amounts, path, value);
      for (const axis of [...this.#items, ...this.#others]) {
        const other = this.#gauge.inputs[axis];
        if (other === undefined || other.kind === kind || !this.#gauge.influence.together(path, other.path)) continue;
        yield this.#scan(this.#others.includes(axis) ? this.#held(amounts, axis) : amounts, axis, meets);
      }
    }
  }

  /** What was paid in a year came out of what was left of its bills: the base is not less. */
  #growBase(amounts: Float64Array, path: string, paid: number): void {
    const counter = counterAt(path);
    if (counter?.kind !== 'paid') return;
    const grown = historyPath({ ...counter, kind: 'base' });
    const base = this.#gauge.inputs.findIndex((input) => input.path === grown);
    if (base >= 0) amounts[base] = Math.max(amounts[base] || 0, paid);
  }

  #landmarks(base: Float64Array, counter: number): readonly Landmark[] {
    const known = this.#known.get(counter) ?? this.#landmarksAlong(this.#scan(base, counter));
    this.#known.set(counter, known);
    return known;
  }

  /** Where a counter meets bounds by itself, one less, and half of it. */
  #landmarksAlong(scan: Scan): readonly Landmark[] {
    const found = new Map<number, readonly Threshold[]>();
    const turns = turnsOf(this.#gauge, scan);
    // A cap turns where it is met and again where it is passed: nobody was paid more than it before.
    const passed = counterAt(this.#gauge.inputs[scan.axis]?.path ?? '')?.kind === 'base' ? 0 : 1;
    const most = (turns.at(-1)?.at ?? 0) - passed;
    for (const { at, comparisons } of turns) {
      for (const value of [at, at - 1, Math.floor(at / 2)]) {
        if (value <= 0 || value > most) continue;
        const beside = value >= at - 1;
        found.set(value, [...(found.get(value) ?? []), ...(beside ? this.#meetsAt(scan, value, comparisons) : [])]);
      }
    }
    return [...found].map(([value, meets]) => ({ value, meets }));
  }

  #meetsAt({ amounts, axis }: Scan, value: number, comparisons: readonly number[]): readonly Threshold[] {
    const tried = amounts.slice();
    tried[axis] = value;
    this.#gauge.run(tried);
    return comparisons.map((index) => meaningOf(this.#gauge, index)).filter((one) => one !== null);
  }

  /** Along the bill with an amount that was settled or paid elsewhere, half of what the bill is held at. */
  *#withOther(base: Float64Array, other: number): Generator<Scan> {
    if (this.#gauge.inputs[other]?.kind === 'count') return;
    const held = this.#held(base, other);
    for (const axis of this.#items) {
      if (held[axis] === base[axis]) continue;
      const amounts = base.slice();
      amounts[other] = Math.floor((held[axis] ?? 0) / 2);
      yield this.#scan(amounts, axis);
    }
  }
}

/** Where comparisons of both plans turn along a scan; comparisons of the second plan count on after those of the first. */
export function turnsOf(gauge: PairGauge, { amounts, axis, range }: Scan) {
  const tried = amounts.slice();
  const size = gauge.from.signs.length;
  const measure = (point: number): Int8Array => {
    tried[axis] = point;
    const done = gauge.run(tried);
    const signs = new Int8Array(size + gauge.to.signs.length + 1);
    signs.set(gauge.from.signs);
    signs.set(gauge.to.signs, size);
    signs[signs.length - 1] = done ? 1 : 0;
    return signs;
  };
  return turningPoints(gridOf(range), measure);
}

/** What a comparison of either plan stands for, by how it came out in the last run; null for whether the claim is refused. */
export function meaningOf({ from, to }: PairGauge, index: number): Threshold | null {
  const size = from.signs.length;
  if (index < size) return from.meaning(index);
  return index < size + to.signs.length ? to.meaning(index - size) : null;
}

/** Both ends and round amounts between. */
export function gridOf({ low, high }: { readonly low: number; readonly high: number }): readonly number[] {
  if (high < low) return [];
  const points = new Set([low, high]);
  for (let point = 1; point < high; point *= 10) if (point > low) points.add(point);
  return [...points].sort((a, b) => a - b);
}
