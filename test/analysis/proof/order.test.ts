import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Order } from '../../../server/analysis/proof/order.ts';
import { type Place, SharedTree, valuesOf } from '../../../server/engine/tree/shared-tree.ts';
import { runs } from '../../engine/property-runs.ts';
import { type Draw, drawn } from '../../naive/random-draw.ts';

const inputs = ['a', 'b', 'c', 'signed'];

/** Two expressions, the second like the first but for some parts; often in order, and often not. */
class Pairs {
  readonly tree = new SharedTree();
  readonly #draw: Draw;

  constructor(draw: Draw) {
    this.#draw = draw;
  }

  pair(depth: number): readonly [Place, Place] {
    const draw = this.#draw;
    if (depth === 0 || draw.chance(15)) {
      const one = this.#leaf();
      return [one, draw.chance(60) ? one : this.#leaf()];
    }
    const { tree } = this;
    const parts = () => [this.pair(depth - 1), this.pair(depth - 1)] as const;
    const op = draw.pick(['add', 'subtract', 'min', 'max', 'scale', 'divide', 'limit'] as const);
    if (op === 'scale') {
      const [one, other] = this.pair(depth - 1);
      return [tree.scale(BigInt(draw.int(-1, 3)), one), tree.scale(BigInt(draw.int(-1, 3)), other)];
    }
    if (op === 'divide') {
      const [one, other] = this.pair(depth - 1);
      const by = [draw.int(1, 4), draw.int(1, 4)].map(BigInt) as [bigint, bigint];
      const more = tree.constant(BigInt(draw.int(0, 3)));
      return [tree.divide(by[0], tree.add(one, more)), tree.divide(by[1], tree.add(other, more))];
    }
    const [left, right] = parts();
    if (op === 'limit') return this.#limited(left, right);
    return [tree[op](left[0], right[0]), tree[op](left[1], right[1])];
  }

  /** first + min(owed, max(0, most − used − first)), on both sides. */
  #limited(first: readonly [Place, Place], owed: readonly [Place, Place]): readonly [Place, Place] {
    const draw = this.#draw;
    const { tree } = this;
    const used = tree.input(draw.pick(inputs));
    const most = draw.int(0, 12);
    const side = (at: 0 | 1, figure: number) => {
      const spent = tree.add(draw.chance(90) ? used : tree.input(draw.pick(inputs)), first[at]);
      const room = tree.max(tree.constant(0n), tree.subtract(tree.constant(BigInt(figure)), spent));
      return tree.add(first[at], tree.min(owed[at], room));
    };
    return [side(0, most), side(1, most + draw.int(-1, 2))];
  }

  #leaf(): Place {
    const draw = this.#draw;
    return draw.chance(40) ? this.tree.constant(BigInt(draw.int(-2, 9))) : this.tree.input(draw.pick(inputs));
  }
}

/** Whole numbers of the inputs, of which b is at least a, and only `signed` is ever below 0. */
function inputsOf(draw: Draw): ReadonlyMap<string, bigint> {
  const a = draw.int(0, 10);
  return new Map(
    Object.entries({ a, b: a + draw.int(0, 4), c: draw.int(0, 12), signed: draw.int(-6, 6) }).map(([name, value]) => [
      name,
      BigInt(value),
    ]),
  );
}

describe('the order of amounts', () => {
  it('is told only where it holds, whatever the amounts', () => {
    let told = 0;
    fc.assert(
      fc.property(
        drawn((draw) => draw, 400),
        (draw) => {
          const pairs = new Pairs(draw);
          const [one, other] = pairs.pair(draw.int(1, 4));
          const { tree } = pairs;
          const order = new Order(tree, (name) => name !== 'signed');
          order.learn(tree.input('a'), tree.input('b'));
          if (one === other || !order.atMost(one, other)) return;
          told += 1;
          for (let trial = 0; trial < 40; trial += 1) {
            const values = valuesOf(tree, inputsOf(draw));
            expect((values[one] as bigint) <= (values[other] as bigint)).toBe(true);
          }
        },
      ),
      runs(6_000, 300_000),
    );
    console.log(`${told} orders told`);
    expect(told).toBeGreaterThan(100);
  });

  it('is told of a payment and what a limit over both leaves another', () => {
    const tree = new SharedTree();
    const [used, zero] = [tree.input('used'), tree.constant(0n)];
    const paid = (first: bigint, most: bigint) => {
      const one = tree.min(tree.constant(first), tree.input('c'));
      const room = tree.max(zero, tree.subtract(tree.constant(most), tree.add(used, one)));
      return tree.add(one, tree.min(tree.constant(30n), room));
    };
    const order = new Order(tree, () => true);
    expect(order.atMost(paid(12n, 30n), paid(14n, 30n))).toBe(true);
    expect(order.atMost(paid(12n, 30n), paid(12n, 31n))).toBe(true);
    expect(order.atMost(paid(14n, 30n), paid(12n, 30n))).toBe(false);
    expect(order.atMost(paid(12n, 31n), paid(14n, 30n))).toBe(false);
  });
});
