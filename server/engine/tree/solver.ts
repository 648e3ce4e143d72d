import { gcd } from '../../domain/ratio.ts';
import { operandsOf, type Place, type Shared, type SharedTree } from './shared-tree.ts';

/** A comparison of two places, as a statement to the solver. */
export interface Compared {
  readonly left: Place;
  readonly is: '<=' | '<' | '=' | '>';
  readonly right: Place;
}

/** What is asked of the solver: whether all facts and one of the goals can hold together. */
export interface Query {
  readonly facts: readonly Compared[];
  /** At least one of them holds. */
  readonly goals: readonly Compared[];
  /** Places taken as amounts of their own, whatever they are computed from. */
  readonly cut?: ReadonlyMap<Place, string>;
}

/** A query as SMT-LIB, and the amounts whose values make an example. */
export interface QueryText {
  readonly text: string;
  /** Symbols of inputs by their names. */
  readonly amounts: ReadonlyMap<string, string>;
}

/**
 * Writes a query as SMT-LIB 2.6 in linear arithmetic over whole numbers. A division rounded down by d is a whole number q of
 * its own with d·q ≤ x < d·(q + 1), the fraction reduced; what stands in one place is written once.
 */
export function queryText(tree: SharedTree, { facts, goals, cut = new Map() }: Query): QueryText {
  const writer = new Writer(tree, cut);
  const asserted = facts.map((fact) => writer.compared(fact));
  const wanted = goals.map((goal) => writer.compared(goal));
  const lines = [
    ...writer.lines,
    ...asserted.map((one) => `(assert ${one})`),
    `(assert ${wanted.length === 1 ? wanted[0] : `(or ${wanted.join(' ')})`})`,
  ];
  return { text: lines.join('\n'), amounts: writer.amounts };
}

class Writer {
  readonly lines: string[] = [];
  readonly amounts = new Map<string, string>();
  readonly #tree: SharedTree;
  readonly #cut: ReadonlyMap<Place, string>;
  readonly #written = new Map<Place, string>();
  readonly #symbols = new Set<string>();
  #named = 0;

  constructor(tree: SharedTree, cut: ReadonlyMap<Place, string>) {
    this.#tree = tree;
    this.#cut = cut;
  }

  compared({ left, is, right }: Compared): string {
    return `(${is} ${this.#term(left)} ${this.#term(right)})`;
  }

  #term(place: Place): string {
    const known = this.#written.get(place);
    if (known !== undefined) return known;
    const cut = this.#cut.get(place);
    const term = cut === undefined ? this.#fresh(this.#tree.at(place)) : this.#declare(cut);
    this.#written.set(place, term);
    return term;
  }

  #fresh(node: Shared): string {
    switch (node.op) {
      case 'constant':
        return number(node.value);
      case 'input':
        return this.#input(node.name);
      case 'divide':
        return this.#quotient(node);
      case 'scale':
        return this.#define(`(* ${number(node.by)} ${this.#term(node.of)})`);
      case 'min':
      case 'max': {
        const [left, right] = [this.#term(node.left), this.#term(node.right)];
        return this.#define(`(ite (${node.op === 'min' ? '<=' : '>='} ${left} ${right}) ${left} ${right})`);
      }
      default:
        return this.#define(`(${node.op === 'add' ? '+' : '-'} ${this.#term(node.left)} ${this.#term(node.right)})`);
    }
  }

  #input(name: string): string {
    const symbol = this.#declare(name);
    this.amounts.set(name, symbol);
    return symbol;
  }

  /** A symbol of a place's own: an input, or another place that is cut, may have the same name. */
  #declare(name: string): string {
    let symbol = name;
    while (this.#symbols.has(symbol)) symbol = `${symbol}'`;
    this.#symbols.add(symbol);
    this.lines.push(`(declare-const |${symbol}| Int)`);
    return `|${symbol}|`;
  }

  #define(body: string): string {
    this.#named += 1;
    const name = `t${this.#named}`;
    this.lines.push(`(define-fun ${name} () Int ${body})`);
    return name;
  }

  #quotient(node: Shared & { readonly op: 'divide' }): string {
    const [of, by] = this.#reduced(node);
    this.#named += 1;
    const name = `q${this.#named}`;
    this.lines.push(
      `(declare-const ${name} Int)`,
      `(assert (and (<= (* ${by} ${name}) ${of}) (< ${of} (* ${by} (+ ${name} 1)))))`,
    );
    return name;
  }

  /** Numerator and denominator without what both are multiples of. */
  #reduced({ by, of }: Shared & { readonly op: 'divide' }): readonly [of: string, by: bigint] {
    const shared = gcd(this.#multiple(of), by);
    if (shared === 1n) return [this.#term(of), by];
    return [this.#part(of, shared), by / shared];
  }

  /** A number that every value of a place is a multiple of. */
  #multiple(place: Place): bigint {
    const node = this.#tree.at(place);
    if (this.#cut.has(place)) return 1n;
    if (node.op === 'constant') return node.value < 0n ? -node.value : node.value;
    if (node.op === 'input' || node.op === 'divide') return 1n;
    if (node.op === 'scale') return (node.by < 0n ? -node.by : node.by) * this.#multiple(node.of);
    const [left, right] = operandsOf(node).map((part) => this.#multiple(part)) as [bigint, bigint];
    return left === 0n && right === 0n ? 0n : gcd(left, right);
  }

  /** A place divided by a number that all its values are multiples of. */
  #part(place: Place, by: bigint): string {
    const node = this.#tree.at(place);
    switch (node.op) {
      case 'constant':
        return number(node.value / by);
      case 'scale': {
        const shared = gcd(node.by < 0n ? -node.by : node.by, by);
        const rest = shared === by ? this.#term(node.of) : this.#part(node.of, by / shared);
        return node.by / shared === 1n ? rest : `(* ${number(node.by / shared)} ${rest})`;
      }
      case 'add':
      case 'subtract':
        return `(${node.op === 'add' ? '+' : '-'} ${this.#part(node.left, by)} ${this.#part(node.right, by)})`;
      case 'min':
      case 'max': {
        const [left, right] = [this.#part(node.left, by), this.#part(node.right, by)];
        return `(ite (${node.op === 'min' ? '<=' : '>='} ${left} ${right}) ${left} ${right})`;
      }
      default:
        throw new Error('an amount is no multiple of more than 1');
    }
  }
}

function number(value: bigint): string {
  return value < 0n ? `(- ${-value})` : String(value);
}
