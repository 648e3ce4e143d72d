import type { Finding } from '../../domain/finding.ts';
import type { Plan, PlanLine, Step } from '../../engine/plan.ts';
import type { Expression } from '../../engine/tree/expression.ts';
import { owedOf, paidOf } from '../../engine/variable-names.ts';
import type { Comparison } from './comparison.ts';
import { thresholdOf } from './comparison-meaning.ts';
import { liveSteps } from './live-steps.ts';
import type { Threshold } from './threshold.ts';

/**
 * A fold of a plan that runs it quickly and tells how every comparison comes out. It works on whole numbers
 * in doubles: exact up to the plan's input limit. It only finds claims; what they are paid is settled by the engine's own
 * exact run.
 */
export class Gauge {
  /** In the order of {@link signs}. */
  readonly comparisons: Comparison[] = [];
  /** After a run, for every comparison: -1 where left is less than right, 0 where they are equal, 1 where it is more. */
  readonly signs: Int8Array;
  /** What each layer paid, after a run. */
  readonly paid: Float64Array;
  /** Why the last run refused its claim; null where it did not. */
  refusal: Finding | null = null;
  readonly #slots = new Map<string, number>();
  readonly #values: Float64Array;
  readonly #inputs: readonly { readonly slot: number; readonly input: number; readonly otherwise: number }[];
  readonly #steps: readonly (() => boolean)[];
  readonly #layers: readonly (readonly number[])[];
  readonly #left: readonly number[];
  readonly #meanings: Threshold[] = [];

  /** @param inputs paths of amounts, in the order in which {@link run} is given them */
  constructor(plan: Plan, paths: readonly (string | null)[], inputs: ReadonlyMap<string, number>) {
    this.#values = new Float64Array(plan.variables.length + plan.steps.length * 2 + 1);
    this.#inputs = plan.variables.map(({ name, source }, at) => ({
      slot: this.#slot(name),
      input: inputs.get(paths[at] ?? '') ?? -1,
      otherwise: 'otherwise' in source ? source.otherwise : 0,
    }));
    const lines = new Map(plan.layers.flatMap((layer) => layer.lines).map((line) => [line.line, line]));
    this.#steps = liveSteps(plan).map((step) => this.#step(step, lines));
    this.#layers = plan.layers.map((layer) => layer.lines.map(({ line }) => this.#slot(paidOf(line))));
    this.#left = plan.selfPay.map(({ variable }) => this.#slot(variable));
    this.paid = new Float64Array(plan.layers.length);
    this.signs = new Int8Array(this.comparisons.length);
  }

  /**
   * Runs the plan.
   * @param amounts in fen or units; NaN where the claim leaves an amount out
   * @returns false where the claim would be refused
   */
  run(amounts: Float64Array): boolean {
    for (const { slot, input, otherwise } of this.#inputs) {
      const amount = input < 0 ? Number.NaN : (amounts[input] as number);
      this.#values[slot] = Number.isNaN(amount) ? otherwise : amount;
    }
    this.refusal = null;
    for (const step of this.#steps) if (!step()) return false;
    this.#layers.forEach((slots, at) => {
      let paid = 0;
      for (const slot of slots) paid += this.#values[slot] as number;
      this.paid[at] = paid;
    });
    return true;
  }

  /** What the comparison at a place stands for, by how it came out in the last run. */
  meaning(at: number): Threshold {
    const sign = this.signs[at] ?? 0;
    const known = this.#meanings[at * 3 + sign + 1];
    if (known !== undefined) return known;
    const found = thresholdOf(this.comparisons[at] ?? { expression: null, line: null, bound: null }, sign);
    this.#meanings[at * 3 + sign + 1] = found;
    return found;
  }

  /** What is left of a pot after a run, by its place in the plan's `selfPay`. */
  left(pot: number): number {
    return this.#values[this.#left[pot] ?? -1] ?? 0;
  }

  #slot(name: string): number {
    const known = this.#slots.get(name);
    if (known !== undefined) return known;
    const slot = this.#slots.size;
    this.#slots.set(name, slot);
    return slot;
  }

  #step(step: Step, lines: ReadonlyMap<number, PlanLine>): () => boolean {
    const values = this.#values;
    if (step.kind === 'let') {
      const value = this.#fold(step.value, null, null);
      const slot = this.#slot(step.name);
      return () => {
        values[slot] = value();
        return true;
      };
    }
    if (step.kind === 'require') {
      const [smaller, larger] = [this.#slot(step.smaller), this.#fold(step.larger, null, null)];
      return () => {
        if ((values[smaller] as number) <= larger()) return true;
        this.refusal = step.refusal;
        return false;
      };
    }
    return this.#payment(step, lines.get(step.line) ?? null);
  }

  #payment(step: Step & { readonly kind: 'pay' }, line: PlanLine | null): () => boolean {
    const values = this.#values;
    const owed = this.#fold(step.owed, line, null);
    const rooms = step.bounds.map(({ name, room }) => ({
      at: this.#compare(null, line, name),
      room: this.#fold(room, line, name),
    }));
    const [owedSlot, paidSlot] = [this.#slot(owedOf(step.line)), this.#slot(paidOf(step.line))];
    return () => {
      const wanted = owed();
      let paid = wanted;
      for (const { at, room } of rooms) {
        const most = room();
        this.signs[at] = wanted < most ? -1 : wanted > most ? 1 : 0;
        if (most < paid) paid = most;
      }
      values[owedSlot] = wanted;
      values[paidSlot] = paid;
      return true;
    };
  }

  #compare(expression: Expression | null, line: PlanLine | null, bound: string | null): number {
    this.comparisons.push({ expression, line, bound });
    return this.comparisons.length - 1;
  }

  #fold(expression: Expression, line: PlanLine | null, bound: string | null): () => number {
    const fold = (part: Expression) => this.#fold(part, line, bound);
    switch (expression.op) {
      case 'constant': {
        const value = Number(expression.value);
        return () => value;
      }
      case 'variable': {
        const [values, slot] = [this.#values, this.#slot(expression.name)];
        return () => values[slot] as number;
      }
      case 'scale': {
        const [by, of] = [Number(expression.by), fold(expression.of)];
        return () => by * of();
      }
      case 'divide': {
        const [by, of] = [Number(expression.by), fold(expression.of)];
        return () => quotient(of(), by);
      }
      case 'add': {
        const [left, right] = [fold(expression.left), fold(expression.right)];
        return () => left() + right();
      }
      case 'subtract': {
        const [left, right] = [fold(expression.left), fold(expression.right)];
        return () => left() - right();
      }
      default:
        return this.#choice(expression, fold(expression.left), fold(expression.right), line, bound);
    }
  }

  #choice(
    expression: Expression,
    left: () => number,
    right: () => number,
    line: PlanLine | null,
    bound: string | null,
  ): () => number {
    const at = this.#compare(expression, line, bound);
    const least = expression.op === 'min';
    return () => {
      const [one, other] = [left(), right()];
      this.signs[at] = one < other ? -1 : one > other ? 1 : 0;
      return one < other === least ? one : other;
    };
  }
}

/** Rounded down. The remainder of whole numbers is exact in doubles, and so is what is left to divide. */
function quotient(value: number, by: number): number {
  const rest = value % by;
  return (value - (rest < 0 ? rest + by : rest)) / by;
}
