import type { Plan, PlanLine, Step } from '../../engine/plan.ts';
import { pathOf } from '../../engine/source.ts';
import type { Place, SharedTree } from '../../engine/tree/shared-tree.ts';
import { owedOf, paidOf, potLeftIn } from '../../engine/variable-names.ts';
import type { Limit } from '../../rulesets/effective-rule-set.ts';
import { liveSteps } from '../edges/live-steps.ts';

/** One rule's payment, laid into a shared tree. */
export interface LaidLine {
  readonly layer: string;
  readonly line: PlanLine;
  readonly owed: Place;
  readonly bounds: readonly { readonly name: string; readonly limit: Limit | null; readonly room: Place }[];
  readonly paid: Place;
  /** What is left of every pot before and after it. */
  readonly before: ReadonlyMap<string, Place>;
  readonly after: ReadonlyMap<string, Place>;
  /** The pots that it draws from. */
  readonly of: readonly string[];
}

/** A plan laid into a tree that other plans may share. */
export interface LaidPlan {
  readonly plan: Plan;
  /** What is left of every pot before the first payment, and at the end: what the person pays. */
  readonly opened: ReadonlyMap<string, Place>;
  readonly left: ReadonlyMap<string, Place>;
  readonly lines: readonly LaidLine[];
  readonly paid: Place;
  /** Where `smaller` is more than `larger`, the claim is refused. */
  readonly required: readonly { readonly smaller: Place; readonly larger: Place }[];
}

/**
 * Lays the payments of a plan into a tree. Variables are inputs named by their path in the claim.
 * @param known whether claims may bring a money fact or a count; others stand at what holds where they are left out
 * @param raised paths that are laid a fen higher than the inputs of their names
 */
export function layPlan(
  plan: Plan,
  tree: SharedTree,
  known: (path: string) => boolean,
  raised: ReadonlySet<string> = new Set(),
): LaidPlan {
  return new Laying(plan, tree, known, raised).done();
}

class Laying {
  readonly #plan: Plan;
  readonly #tree: SharedTree;
  readonly #places = new Map<string, Place>();
  readonly #left = new Map<string, Place>();
  readonly #lines: (Omit<LaidLine, 'after' | 'of'> & { readonly drawn: Set<string> })[] = [];
  readonly #required: { readonly smaller: Place; readonly larger: Place }[] = [];
  readonly #opened = new Map<string, Place>();
  readonly #lineOf: ReadonlyMap<number, { readonly layer: string; readonly line: PlanLine }>;

  constructor(plan: Plan, tree: SharedTree, known: (path: string) => boolean, raised: ReadonlySet<string>) {
    this.#plan = plan;
    this.#tree = tree;
    for (const { name, source } of plan.variables) {
      const path = pathOf(source);
      const fixed = 'otherwise' in source && !known(path);
      const input = fixed ? tree.constant(BigInt(source.otherwise)) : tree.input(path);
      this.#places.set(name, raised.has(path) ? tree.add(input, tree.constant(1n)) : input);
    }
    this.#lineOf = new Map(
      plan.layers.flatMap(({ layer, lines }) => lines.map((line) => [line.line, { layer, line }] as const)),
    );
  }

  done(): LaidPlan {
    const opened = openedAs(this.#plan);
    for (const [pot, variable] of opened) this.#openPot(pot, variable);
    for (const step of liveSteps(this.#plan)) {
      this.#step(step);
      if (step.kind !== 'let') continue;
      for (const [pot, variable] of opened) if (variable === step.name) this.#openPot(pot, variable);
    }
    const left = new Map(this.#plan.selfPay.map(({ pot, variable }) => [pot, this.#of(variable)]));
    const lines = this.#lines.map(({ drawn, ...line }, at) => ({
      ...line,
      of: [...drawn],
      after: this.#lines[at + 1]?.before ?? left,
    }));
    const paid = lines.reduce((sum, line) => this.#tree.add(sum, line.paid), this.#tree.constant(0n));
    const before = new Map([...left].map(([pot, place]) => [pot, this.#opened.get(pot) ?? place]));
    return { plan: this.#plan, opened: before, left, lines, paid, required: this.#required };
  }

  /** What a pot holds from the beginning, where that stands by now: an item of the bill does at once, what `costs` makes of it later. */
  #openPot(pot: string, variable: string): void {
    const known = this.#places.get(variable);
    if (known !== undefined) this.#left.set(pot, known);
  }

  #of(variable: string): Place {
    const found = this.#places.get(variable);
    if (found === undefined) throw new Error(`a plan reads ${variable} before it is known`);
    return found;
  }

  #step(step: Step): void {
    const lay = (expression: Parameters<SharedTree['lay']>[0]) =>
      this.#tree.lay(expression, (variable) => this.#of(variable));
    if (step.kind === 'let') {
      this.#places.set(step.name, lay(step.value));
      this.#follow(step.name);
    } else if (step.kind === 'require') {
      this.#required.push({ smaller: this.#of(step.smaller), larger: lay(step.larger) });
    } else {
      const found = this.#lineOf.get(step.line);
      if (found === undefined) throw new Error(`a plan pays in line ${step.line}, which no layer has`);
      const owed = lay(step.owed);
      const bounds = step.bounds.map(({ name, limit, room }) => ({ name, limit, room: lay(room) }));
      const paid = bounds.reduce((least, { room }) => this.#tree.min(least, room), owed);
      this.#places.set(owedOf(step.line), owed);
      this.#places.set(paidOf(step.line), paid);
      if (this.#lines.length === 0) for (const [pot, place] of this.#left) this.#opened.set(pot, place);
      this.#lines.push({ ...found, owed, bounds, paid, before: new Map(this.#left), drawn: new Set() });
    }
  }

  /** Remembers what is left of a pot, by how a plan calls it. */
  #follow(name: string): void {
    const pot = potLeftIn(name);
    if (pot === null) return;
    this.#left.set(pot, this.#of(name));
    this.#lines.at(-1)?.drawn.add(pot);
  }
}

/**
 * The variable that holds what each pot is before anything is paid: what it is made or held as before the first payment, else
 * what the first payment is taken from, or, where nothing is ever taken, what is left of it at the end.
 */
function openedAs({ steps, selfPay }: Plan): ReadonlyMap<string, string> {
  const opened = new Map<string, string>();
  let isPaying = false;
  for (const step of steps) {
    isPaying ||= step.kind === 'pay';
    const pot = step.kind === 'let' ? potLeftIn(step.name) : null;
    if (step.kind !== 'let' || pot === null) continue;
    const { name, value } = step;
    if (!isPaying) opened.set(pot, name);
    else if (!opened.has(pot) && value.op === 'subtract' && value.left.op === 'variable')
      opened.set(pot, value.left.name);
  }
  for (const { pot, variable } of selfPay) if (!opened.has(pot)) opened.set(pot, variable);
  return opened;
}
