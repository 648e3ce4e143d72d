/** A place on an axis where some comparison of two amounts turns. */
export interface Turn {
  /** The first point on the far side. */
  readonly at: number;
  /** Which comparisons turn. */
  readonly comparisons: readonly number[];
}

/** How all comparisons come out at a point: -1, 0 or 1 each. */
export type Measure = (point: number) => Int8Array;

/**
 * Where comparisons turn between the points of a grid, found by halving. Amounts rise with one another, so where all
 * comparisons come out the same at both ends of a stretch, nothing turns in it. (Closing in along straight lines was tried:
 * stretches of decades hold several bends, and it took a third more points.)
 * @param grid whole points, rising
 * @param measure answers a new array each time
 */
export function turningPoints(grid: readonly number[], measure: Measure): readonly Turn[] {
  const turns: Turn[] = [];
  let before: Sample | null = null;
  for (const point of grid) {
    const sample = { point, signs: measure(point) };
    if (before !== null) search(before, sample, measure, turns);
    before = sample;
  }
  return turns;
}

interface Sample {
  readonly point: number;
  readonly signs: Int8Array;
}

function search(low: Sample, high: Sample, measure: Measure, turns: Turn[]): void {
  if (!differ(low.signs, high.signs)) return;
  if (high.point - low.point === 1) {
    turns.push({ at: high.point, comparisons: turned(low.signs, high.signs) });
    return;
  }
  const point = low.point + Math.floor((high.point - low.point) / 2);
  const middle = { point, signs: measure(point) };
  search(low, middle, measure, turns);
  search(middle, high, measure, turns);
}

function differ(one: Int8Array, other: Int8Array): boolean {
  for (let at = 0; at < one.length; at += 1) if (one[at] !== other[at]) return true;
  return false;
}

function turned(one: Int8Array, other: Int8Array): readonly number[] {
  return [...one.keys()].filter((at) => one[at] !== other[at]);
}
