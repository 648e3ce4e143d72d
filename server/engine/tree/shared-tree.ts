import { floorDivide } from '../../domain/floor-divide.ts';
import type { Expression } from './expression.ts';

/** A place in a {@link SharedTree}: expressions that are written alike have one place. */
export type Place = number;

/** What stands in a place; its operands stand in earlier places. */
export type Shared =
  | { readonly op: 'constant'; readonly value: bigint }
  | { readonly op: 'input'; readonly name: string }
  | { readonly op: 'add' | 'subtract' | 'min' | 'max'; readonly left: Place; readonly right: Place }
  | { readonly op: 'scale'; readonly by: bigint; readonly of: Place }
  | { readonly op: 'divide'; readonly by: bigint; readonly of: Place };

/**
 * Expressions of several plans laid into one another: what two plans compute alike stands there once, under one place. Two
 * expressions with one place have one value for every claim.
 */
export class SharedTree {
  readonly #nodes: Shared[] = [];
  readonly #places = new Map<string, Place>();

  /** What stands in a place. */
  at(place: Place): Shared {
    const found = this.#nodes[place];
    if (found === undefined) throw new Error(`nothing stands in place ${place}`);
    return found;
  }

  get size(): number {
    return this.#nodes.length;
  }

  constant(value: bigint): Place {
    return this.#put(`c${value}`, { op: 'constant', value });
  }

  input(name: string): Place {
    return this.#put(`i${name}`, { op: 'input', name });
  }

  /** The constant in a place; null where its value changes from claim to claim. */
  constantAt(place: Place): bigint | null {
    const node = this.at(place);
    return node.op === 'constant' ? node.value : null;
  }

  add(left: Place, right: Place): Place {
    const [a, b] = [this.constantAt(left), this.constantAt(right)];
    if (a !== null && b !== null) return this.constant(a + b);
    if (a === 0n) return right;
    if (b === 0n) return left;
    const [one, other] = left <= right ? [left, right] : [right, left];
    return this.#put(`+${one},${other}`, { op: 'add', left: one, right: other });
  }

  subtract(left: Place, right: Place): Place {
    const [a, b] = [this.constantAt(left), this.constantAt(right)];
    if (a !== null && b !== null) return this.constant(a - b);
    if (b === 0n) return left;
    if (left === right) return this.constant(0n);
    return this.#put(`-${left},${right}`, { op: 'subtract', left, right });
  }

  min(left: Place, right: Place): Place {
    return this.#choice('min', left, right);
  }

  max(left: Place, right: Place): Place {
    return this.#choice('max', left, right);
  }

  scale(by: bigint, of: Place): Place {
    const value = this.constantAt(of);
    if (value !== null) return this.constant(by * value);
    if (by === 0n) return this.constant(0n);
    return by === 1n ? of : this.#put(`*${by},${of}`, { op: 'scale', by, of });
  }

  /** Rounded down; `by` is above 0. */
  divide(by: bigint, of: Place): Place {
    const value = this.constantAt(of);
    if (value !== null) return this.constant(floorDivide(value, by));
    return by === 1n ? of : this.#put(`/${by},${of}`, { op: 'divide', by, of });
  }

  /** Lays an expression in; `known` says where its variables stand. */
  lay(expression: Expression, known: (variable: string) => Place): Place {
    const lay = (part: Expression) => this.lay(part, known);
    switch (expression.op) {
      case 'constant':
        return this.constant(expression.value);
      case 'variable':
        return known(expression.name);
      case 'scale':
      case 'divide':
        return this[expression.op](expression.by, lay(expression.of));
      default:
        return this[expression.op](lay(expression.left), lay(expression.right));
    }
  }

  #choice(op: 'min' | 'max', left: Place, right: Place): Place {
    if (left === right) return left;
    const [a, b] = [this.constantAt(left), this.constantAt(right)];
    if (a !== null && b !== null) return (op === 'min') === a < b ? left : right;
    const [one, other] = left <= right ? [left, right] : [right, left];
    return this.#put(`${op}${one},${other}`, { op, left: one, right: other });
  }

  #put(key: string, node: Shared): Place {
    const known = this.#places.get(key);
    if (known !== undefined) return known;
    this.#nodes.push(node);
    this.#places.set(key, this.#nodes.length - 1);
    return this.#nodes.length - 1;
  }
}

/** The places that an expression's operands stand in. */
export function operandsOf(node: Shared): readonly Place[] {
  if ('left' in node) return [node.left, node.right];
  return 'of' in node ? [node.of] : [];
}

/**
 * The value of every place, in their order.
 * @param inputs values of inputs by name; what is not named is 0
 */
export function valuesOf(tree: SharedTree, inputs: ReadonlyMap<string, bigint>): readonly bigint[] {
  const values: bigint[] = [];
  const of = (place: Place): bigint => values[place] ?? 0n;
  for (let place = 0; place < tree.size; place += 1) values.push(valueAt(tree.at(place), of, inputs));
  return values;
}

function valueAt(node: Shared, of: (place: Place) => bigint, inputs: ReadonlyMap<string, bigint>): bigint {
  switch (node.op) {
    case 'constant':
      return node.value;
    case 'input':
      return inputs.get(node.name) ?? 0n;
    case 'scale':
      return node.by * of(node.of);
    case 'divide':
      return floorDivide(of(node.of), node.by);
    case 'add':
      return of(node.left) + of(node.right);
    case 'subtract':
      return of(node.left) - of(node.right);
    default: {
      const [left, right] = [of(node.left), of(node.right)];
      return (node.op === 'min') === left < right ? left : right;
    }
  }
}
