import { operandsOf, type Place, SharedTree } from '../../engine/tree/shared-tree.ts';
import { type Compared, type Query, queryText } from '../../engine/tree/solver.ts';
import { counterAt } from '../../rulesets/claim-paths.ts';
import { billItems, TOTAL } from '../edges/amount-ranges.ts';
import type { Range } from '../edges/fact-class.ts';
import type { PlanPair } from '../edges/plan-pair.ts';
import type { SharedClaim } from '../edges/shared-claim.ts';
import { partsOf } from '../edges/situation.ts';
import { type LaidPlan, layPlan } from './laid-plan.ts';
import { Order } from './order.ts';
import { possibleHistory } from './possible-history.ts';

/** Amounts are below 10¹⁰ CNY, as the claim schema says. */
export const LARGEST_FEN = 10n ** 12n - 1n;

/** Units of a count that are looked at, where its declaration says nothing smaller. */
const LARGEST_COUNT = 10n ** 6n;

/** A bill that is a fen larger under the second plan, to be compared with the bill as it is. */
export interface Raise {
  /** The item of the bill and, where the fen is also one of a part of it, that part. */
  readonly paths: ReadonlySet<string>;
  /** Where the raised amounts must stay. */
  readonly ranges: ReadonlyMap<string, Range>;
}

/** Both plans of a profile in one tree, with what is known of every claim of the profile. */
export class ClaimPair {
  readonly tree = new SharedTree();
  readonly from: LaidPlan;
  readonly to: LaidPlan;
  readonly order: Order;
  readonly shared: SharedClaim;
  readonly pair: PlanPair;
  /** What holds of every claim that both rule sets settle, and of every history that there can be. */
  readonly facts: readonly Compared[];

  readonly #raise: Raise | null;

  /** @param raise null: both plans are given the same claim */
  constructor(shared: SharedClaim, pair: PlanPair, raise: Raise | null = null) {
    this.shared = shared;
    this.pair = pair;
    this.#raise = raise;
    const known = (path: string) => shared.facts.has(path);
    this.from = layPlan(pair.plans.from, this.tree, known);
    this.to = layPlan(pair.plans.to, this.tree, known, raise?.paths);
    this.order = new Order(this.tree, (input) => this.boundsOf(input).low >= 0n);
    this.facts = [...this.#required(), ...this.#ranges(), ...this.#parts(), ...this.#history()];
    for (const { left, is, right } of this.facts) if (is === '<=') this.order.learn(left, right);
    // INVARIANT (owed): no form owes less than nothing.
    for (const { lines } of [this.from, this.to])
      for (const { owed } of lines) this.order.learn(this.tree.constant(0n), owed);
  }

  /** From where to where an input can be, both inside, in fen or units. */
  boundsOf(input: string): { readonly low: bigint; readonly high: bigint } {
    const type = this.shared.facts.get(input)?.from.type;
    if (type?.kind === 'integer' || type?.kind === 'decimal') {
      const parts = partsOf(this.shared, input);
      const bound = (at: number | null, otherwise: bigint) =>
        at === null ? otherwise * BigInt(parts) : BigInt(Math.round(at * parts));
      const least = type.kind === 'integer' ? -LARGEST_COUNT : 0n;
      return { low: bound(type.atLeast, least), high: bound(type.atMost, LARGEST_COUNT) };
    }
    return { low: 0n, high: counterAt(input)?.kind === 'count' ? LARGEST_COUNT : LARGEST_FEN };
  }

  /** The inputs that places are computed from. */
  inputsOf(places: readonly Place[], cut: ReadonlyMap<Place, string> = new Map()): ReadonlySet<string> {
    const inputs = new Set<string>();
    const seen = new Set<Place>();
    const visit = (place: Place) => {
      if (seen.has(place) || cut.has(place)) return;
      seen.add(place);
      const node = this.tree.at(place);
      if (node.op === 'input') inputs.add(node.name);
      for (const part of operandsOf(node)) visit(part);
    };
    for (const place of places) visit(place);
    return inputs;
  }

  /** A query with the bounds of all inputs that it reads, and with the facts about them alone. */
  query({ facts, goals, cut }: Query) {
    const places = [...facts, ...goals].flatMap(({ left, right }) => [left, right]);
    const inputs = this.inputsOf(places, cut);
    const about = this.facts.filter(({ left, right }) =>
      [...this.inputsOf([left, right])].every((input) => inputs.has(input)),
    );
    return queryText(this.tree, {
      facts: [...this.#bounds(inputs), ...about, ...facts],
      goals,
      ...(cut === undefined ? {} : { cut }),
    });
  }

  *#bounds(inputs: Iterable<string>): Generator<Compared> {
    for (const input of inputs) {
      const { low, high } = this.boundsOf(input);
      const place = this.tree.input(input);
      yield { left: this.tree.constant(low), is: '<=', right: place };
      yield { left: place, is: '<=', right: this.tree.constant(high) };
    }
  }

  *#required(): Generator<Compared> {
    for (const { smaller, larger } of [...this.from.required, ...this.to.required])
      yield { left: smaller, is: '<=', right: larger };
  }

  *#ranges(): Generator<Compared> {
    for (const [id, range] of this.pair.situation.ranges) yield* inside(this.tree, this.#amountOf(id), range);
    if (this.#raise === null) return;
    const { paths, ranges } = this.#raise;
    for (const [id, range] of ranges) yield* inside(this.tree, this.#amountOf(id, paths), range);
    for (const path of paths)
      yield { left: this.#amountOf(path, paths), is: '<=', right: this.tree.constant(LARGEST_FEN) };
  }

  /** A money fact or the total of the bill, a fen more for each of the raised. */
  #amountOf(id: string, raised: ReadonlySet<string> = new Set()): Place {
    const items = id === TOTAL ? billItems(this.shared) : [id];
    const more = BigInt(items.filter((item) => raised.has(item)).length);
    const sum = items.reduce((all, item) => this.tree.add(all, this.tree.input(item)), this.tree.constant(0n));
    return this.tree.add(sum, this.tree.constant(more));
  }

  /** Money that is part of an item is not more than the item, whether or not a plan reads it. */
  *#parts(): Generator<Compared> {
    for (const [id, { from }] of this.shared.facts) {
      if (from.type.kind !== 'money' || from.type.partOf === null) continue;
      if (this.shared.facts.has(from.type.partOf))
        yield { left: this.tree.input(id), is: '<=', right: this.tree.input(from.type.partOf) };
    }
  }

  *#history(): Generator<Compared> {
    const { from, to } = this.shared.sides;
    yield* possibleHistory(this.tree, [from.ruleSet, to.ruleSet], this.inputsOf([...this.#read()]));
  }

  *#read(): Generator<Place> {
    for (const { lines } of [this.from, this.to])
      for (const { owed, bounds } of lines) yield* [owed, ...bounds.map(({ room }) => room)];
  }
}

function* inside(tree: SharedTree, place: Place, { low, high }: Range): Generator<Compared> {
  yield { left: tree.constant(BigInt(low)), is: '<=', right: place };
  yield { left: place, is: '<=', right: tree.constant(BigInt(high)) };
}
