/** A place where two texts differ. */
export interface LineDifference {
  /** The line of the first text, from 1. */
  readonly line: number;
  readonly before: readonly string[];
  readonly after: readonly string[];
}

/** Lines either way that are looked through for the next that both have. */
const LOOKED = 200;

/** Where two texts differ, line by line: each place goes on until the next line that both have. */
export function lineDifferences(before: string, after: string): readonly LineDifference[] {
  const [one, other] = [before.split(/\r?\n/), after.split(/\r?\n/)];
  const found: LineDifference[] = [];
  let [a, b] = [0, 0];
  while (a < one.length || b < other.length) {
    if (a < one.length && one[a] === other[b]) {
      a += 1;
      b += 1;
      continue;
    }
    const [nextA, nextB] = nextCommon(one, other, a, b);
    found.push({ line: a + 1, before: one.slice(a, nextA), after: other.slice(b, nextB) });
    a = nextA;
    b = nextB;
  }
  return found;
}

function nextCommon(one: readonly string[], other: readonly string[], a: number, b: number): readonly [number, number] {
  for (let away = 1; away < LOOKED; away += 1) {
    for (let skipped = 0; skipped <= away; skipped += 1) {
      const [x, y] = [a + skipped, b + away - skipped];
      if (x < one.length && y < other.length && one[x] === other[y]) return [x, y];
    }
  }
  return [one.length, other.length];
}
