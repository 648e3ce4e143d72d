import { floorDivide } from '../../domain/floor-divide.ts';
import type { Place, SharedTree } from '../../engine/tree/shared-tree.ts';

/** By how much one amount is more than another, at least and at most. */
export interface Rise {
  readonly low: bigint;
  readonly high: bigint;
}

const NONE: Rise = { low: 0n, high: 0n };

/**
 * By how much an amount of a larger bill exceeds the same of a smaller one, read from how both are computed alone: part by
 * part where they are of one shape.
 * @returns null where it cannot tell
 */
export function riseOf(tree: SharedTree, one: Place, other: Place): Rise | null {
  if (one === other) return NONE;
  const more = tree.at(other);
  if (more.op === 'add') {
    // A place that is the other and something beside it.
    for (const [same, beside] of [
      [more.left, more.right],
      [more.right, more.left],
    ] as const) {
      const value = tree.constantAt(beside);
      if (same === one && value !== null) return { low: value, high: value };
    }
  }
  return riseByShape(tree, one, other);
}

function riseByShape(tree: SharedTree, one: Place, other: Place): Rise | null {
  const [a, b] = [tree.at(one), tree.at(other)];
  if (a.op === 'constant' && b.op === 'constant') return { low: b.value - a.value, high: b.value - a.value };
  if (a.op === 'scale' && b.op === 'scale' && a.by === b.by) {
    const of = riseOf(tree, a.of, b.of);
    return of === null || a.by < 0n ? null : { low: a.by * of.low, high: a.by * of.high };
  }
  if (a.op === 'divide' && b.op === 'divide' && a.by === b.by) {
    const of = riseOf(tree, a.of, b.of);
    return of === null ? null : { low: floorDivide(of.low, a.by), high: -floorDivide(-of.high, a.by) };
  }
  if (!('left' in a) || !('left' in b) || a.op !== b.op) return null;
  const [left, right] = [riseOf(tree, a.left, b.left), riseOf(tree, a.right, b.right)];
  if (left === null || right === null) return null;
  switch (a.op) {
    case 'add':
      return { low: left.low + right.low, high: left.high + right.high };
    case 'subtract':
      return { low: left.low - right.high, high: left.high - right.low };
    default:
      return { low: least(left.low, right.low), high: most(left.high, right.high) };
  }
}

const least = (a: bigint, b: bigint): bigint => (a < b ? a : b);

const most = (a: bigint, b: bigint): bigint => (a > b ? a : b);
