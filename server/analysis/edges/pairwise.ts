/**
 * Rows of a covering array: every pair of values of any two columns stands together in some row. Greedy and the same every
 * time: each row starts with the first pair that is not covered yet and takes, column by column, what covers most.
 * @param sizes how many values each column has, each at least 1
 * @param most rows at most; pairs beyond are left out
 * @returns rows of indices of values, one for each column, and whether every pair stands in one
 */
export function pairwise(
  sizes: readonly number[],
  most: number,
): { readonly rows: readonly (readonly number[])[]; readonly isWhole: boolean } {
  const open = new OpenPairs(sizes);
  const rows: number[][] = [];
  for (let pair = open.first(); pair !== null && rows.length < most; pair = open.first()) {
    const row: (number | null)[] = sizes.map(() => null);
    row[pair.a] = pair.i;
    row[pair.b] = pair.j;
    const full = sizes.map((size, column) => {
      const value = row[column] ?? bestValue(open, row, column, size);
      row[column] = value;
      return value;
    });
    open.cover(full);
    rows.push(full);
  }
  return { rows: rows.length === 0 ? [sizes.map(() => 0)] : rows, isWhole: open.first() === null };
}

function bestValue(open: OpenPairs, row: readonly (number | null)[], column: number, size: number): number {
  let [best, most] = [0, -1];
  for (let value = 0; value < size; value += 1) {
    const gained = row.reduce<number>(
      (total, other, at) => total + (other !== null && open.has(at, other, column, value) ? 1 : 0),
      0,
    );
    if (gained > most) [best, most] = [value, gained];
  }
  return best;
}

/** Pairs of values that no row covers yet. */
class OpenPairs {
  readonly #sizes: readonly number[];
  readonly #open = new Set<number>();
  readonly #starts: readonly number[];
  readonly #all: number;

  constructor(sizes: readonly number[]) {
    this.#sizes = sizes;
    let start = 0;
    this.#starts = sizes.map((size) => {
      start += size;
      return start - size;
    });
    this.#all = start;
    for (let a = 0; a < sizes.length; a += 1) {
      for (let b = a + 1; b < sizes.length; b += 1) this.#openAll(a, b);
    }
  }

  #openAll(a: number, b: number): void {
    for (let i = 0; i < (this.#sizes[a] ?? 0); i += 1) {
      for (let j = 0; j < (this.#sizes[b] ?? 0); j += 1) this.#open.add(this.#key(a, i, b, j));
    }
  }

  #key(a: number, i: number, b: number, j: number): number {
    const [one, other] = [(this.#starts[a] ?? 0) + i, (this.#starts[b] ?? 0) + j];
    return a < b ? one * this.#all + other : other * this.#all + one;
  }

  has(a: number, i: number, b: number, j: number): boolean {
    return this.#open.has(this.#key(a, i, b, j));
  }

  /** The pair opened first that is still open. */
  first(): { readonly a: number; readonly i: number; readonly b: number; readonly j: number } | null {
    const [key] = this.#open;
    if (key === undefined) return null;
    const [a, i] = this.#place(Math.floor(key / this.#all));
    const [b, j] = this.#place(key % this.#all);
    return { a, i, b, j };
  }

  #place(position: number): [column: number, value: number] {
    const column = this.#starts.findLastIndex((start, at) => start <= position && (this.#sizes[at] ?? 0) > 0);
    return [column, position - (this.#starts[column] ?? 0)];
  }

  cover(row: readonly number[]): void {
    for (let a = 0; a < row.length; a += 1) {
      for (let b = a + 1; b < row.length; b += 1) this.#open.delete(this.#key(a, row[a] ?? 0, b, row[b] ?? 0));
    }
  }
}
