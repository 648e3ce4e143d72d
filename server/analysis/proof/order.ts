import { operandsOf, type Place, type Shared, type SharedTree } from '../../engine/tree/shared-tree.ts';
import { underLimit } from './under-limit.ts';

type Sum = { readonly left: Place; readonly right: Place };

/** How deep an order is looked for, and in how many steps. */
const DEEPEST = 24;
const MOST_STEPS = 4000;

/**
 * What is known of the order of amounts in a tree, and what follows from it by the rules of whole-number arithmetic alone.
 * It says true only where it holds for all claims; false means that it cannot tell.
 */
export class Order {
  readonly #tree: SharedTree;
  readonly #isAmount: (input: string) => boolean;
  readonly #known = new Map<Place, Set<Place>>();
  #steps = 0;

  /** @param isAmount whether an input is never below 0 */
  constructor(tree: SharedTree, isAmount: (input: string) => boolean) {
    this.#tree = tree;
    this.#isAmount = isAmount;
  }

  /** Learns that one amount is never more than another. */
  learn(smaller: Place, larger: Place): void {
    const above = this.#known.get(smaller) ?? new Set();
    this.#known.set(smaller, above.add(larger));
  }

  /** All that was learnt. */
  *learnt(): Generator<readonly [smaller: Place, larger: Place]> {
    for (const [smaller, above] of this.#known) for (const larger of above) yield [smaller, larger];
  }

  /** Whether the first is never more than the second. */
  atMost(a: Place, b: Place, depth = DEEPEST): boolean {
    if (depth === DEEPEST) this.#steps = 0;
    if (a === b) return true;
    this.#steps += 1;
    if (depth === 0 || this.#steps > MOST_STEPS) return false;
    const above = this.#known.get(a);
    if (above?.has(b) === true) return true;
    const [one, other] = [this.#tree.at(a), this.#tree.at(b)];
    if (one.op === 'constant' && other.op === 'constant') return one.value <= other.value;
    if (one.op === 'constant' && one.value <= 0n && this.isNotNegative(b, depth - 1)) return true;
    return this.#byShape(a, b, one, other, depth - 1) || (above !== undefined && this.#through(above, b, depth - 1));
  }

  /** Whether an amount is never below 0. */
  isNotNegative(place: Place, depth = DEEPEST): boolean {
    if (depth === 0) return false;
    if (this.#known.get(this.#tree.constant(0n))?.has(place) === true) return true;
    const node = this.#tree.at(place);
    const holds = (part: Place) => this.isNotNegative(part, depth - 1);
    switch (node.op) {
      case 'constant':
        return node.value >= 0n;
      case 'input':
        return this.#isAmount(node.name);
      case 'scale':
        return node.by >= 0n && holds(node.of);
      case 'subtract':
        return this.atMost(node.right, node.left, depth - 1);
      case 'max':
        return holds(node.left) || holds(node.right);
      default:
        return operandsOf(node).every(holds);
    }
  }

  #through(above: ReadonlySet<Place>, b: Place, depth: number): boolean {
    for (const middle of above) if (this.atMost(middle, b, Math.min(depth, 3))) return true;
    return false;
  }

  #byShape(a: Place, b: Place, one: Shared, other: Shared, depth: number): boolean {
    const atMost = (x: Place, y: Place) => this.atMost(x, y, depth);
    if (one.op === 'max' && atMost(one.left, b) && atMost(one.right, b)) return true;
    if (other.op === 'min' && atMost(a, other.left) && atMost(a, other.right)) return true;
    if (one.op === 'min' && (atMost(one.left, b) || atMost(one.right, b))) return true;
    if (other.op === 'max' && (atMost(a, other.left) || atMost(a, other.right))) return true;
    if (one.op === 'subtract' && this.#lessSomething(one, b, depth)) return true;
    if (one.op === 'divide' && this.#shareOf(one, b, depth)) return true;
    return this.#alike(one, other, depth);
  }

  /** x − y is at most what x is at most, where y is not below 0. */
  #lessSomething({ left, right }: { left: Place; right: Place }, b: Place, depth: number): boolean {
    return this.isNotNegative(right, depth) && this.atMost(left, b, depth);
  }

  /** ⌊(k·x + c) ÷ d⌋ is at most x for k ≤ d and c < d. */
  #shareOf({ by, of }: Shared & { readonly op: 'divide' }, b: Place, depth: number): boolean {
    const share = this.#linear(of);
    if (share === null || share.by > by || share.more >= by || share.by < 0n) return false;
    return this.isNotNegative(share.of, depth) && this.atMost(share.of, b, depth);
  }

  /** Two of one shape, part by part. */
  #alike(one: Shared, other: Shared, depth: number): boolean {
    const atMost = (x: Place, y: Place) => this.atMost(x, y, depth);
    if (one.op === 'add' && other.op === 'add') {
      return (
        (atMost(one.left, other.left) && atMost(one.right, other.right)) ||
        (atMost(one.left, other.right) && atMost(one.right, other.left)) ||
        this.#underLimits(one, other, depth)
      );
    }
    if (one.op === 'subtract' && other.op === 'subtract')
      return atMost(one.left, other.left) && atMost(other.right, one.right);
    if (one.op === 'scale' && other.op === 'scale') {
      const grows = one.by === other.by || (one.by < other.by && this.isNotNegative(one.of, depth));
      return grows && one.by >= 0n && atMost(one.of, other.of);
    }
    if (one.op !== 'divide' || other.op !== 'divide') return false;
    if (one.by === other.by && atMost(one.of, other.of)) return true;
    return this.#sharesInOrder(one, other, depth);
  }

  /** Two payments under a limit over both, part by part; what was used of it before must be the same. */
  #underLimits(one: Sum, other: Sum, depth: number): boolean {
    const atMost = (x: Place, y: Place) => this.atMost(x, y, depth);
    for (const a of underLimit(this.#tree, one))
      for (const b of underLimit(this.#tree, other)) {
        const isMet =
          atMost(a.first, b.first) &&
          b.others.every((larger) => a.others.some((smaller) => atMost(smaller, larger))) &&
          b.rooms.every(({ most, used }) =>
            a.rooms.some((room) => room.used.join() === used.join() && atMost(room.most, most)),
          );
        if (isMet) return true;
      }
    return false;
  }

  /** ⌊k·x ÷ d⌋ by the order of k ÷ d. */
  #sharesInOrder(one: Shared & { op: 'divide' }, other: Shared & { op: 'divide' }, depth: number): boolean {
    const [a, b] = [this.#linear(one.of), this.#linear(other.of)];
    if (a === null || b === null || a.more !== 0n || b.more !== 0n) return false;
    if (b.by < 0n || a.by * other.by > b.by * one.by || !this.isNotNegative(a.of, depth)) return false;
    return this.atMost(a.of, b.of, depth);
  }

  /** k·x + c; null for any other shape. */
  #linear(place: Place): { readonly by: bigint; readonly of: Place; readonly more: bigint } | null {
    const node = this.#tree.at(place);
    if (node.op === 'scale') return { by: node.by, of: node.of, more: 0n };
    if (node.op !== 'add') return { by: 1n, of: place, more: 0n };
    const [left, right] = [this.#tree.constantAt(node.left), this.#tree.constantAt(node.right)];
    if (left === null && right === null) return null;
    const inner = this.#linear(left === null ? node.left : node.right);
    return inner === null ? null : { ...inner, more: inner.more + (left ?? right ?? 0n) };
  }
}
