/** A place on an axis where some comparison of two amounts turns. */
export interface Turn {
  /** The first point on the far side. */
  readonly at: number;
  /** Which comparisons turn. */
  readonly comparisons: readonly number[];
}

/** The differences of all comparisons at a point. */
export type Measure = (point: number) => Float64Array;

/**
 * Where comparisons turn between the points of a grid: where the sign of a difference changes. Amounts grow with one
 * another in parts of straight lines, so a line through two points tells the next point to try, and halving closes in where
 * a line does not.
 * @param grid whole points, rising
 * @param measure answers a new array each time
 */
export function turningPoints(grid: readonly number[], measure: Measure): readonly Turn[] {
  const turns: Turn[] = [];
  let before: Sample | null = null;
  for (const point of grid) {
    const sample = { point, differences: measure(point) };
    if (before !== null) search(before, sample, measure, turns);
    before = sample;
  }
  return turns;
}

interface Sample {
  readonly point: number;
  readonly differences: Float64Array;
}

/** Left to right, without recursion: intervals still to be looked at lie on a stack. */
function search(low: Sample, high: Sample, measure: Measure, turns: Turn[]): void {
  const open: [low: Sample, high: Sample, tries: number][] = [[low, high, 0]];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const [from, to, tries] = next;
    const first = firstTurned(from.differences, to.differences);
    if (first < 0) continue;
    if (to.point - from.point === 1) {
      turns.push({ at: to.point, comparisons: turned(from.differences, to.differences) });
      continue;
    }
    const point = between(from, to, first, tries);
    const middle = { point, differences: measure(point) };
    open.push([middle, to, tries + 1], [from, middle, tries + 1]);
  }
}

/** Where the first turned comparison would be 0 on a straight line, just below it and just above it in turn; else the middle. */
function between(from: Sample, to: Sample, comparison: number, tries: number): number {
  const middle = from.point + Math.floor((to.point - from.point) / 2);
  const [low, high] = [from.differences[comparison] as number, to.differences[comparison] as number];
  if (tries % 3 === 2 || low === 0 || high === 0) return middle;
  const zero = from.point + (to.point - from.point) * (low / (low - high));
  const guess = tries % 3 === 0 ? Math.ceil(zero) - 1 : Math.ceil(zero);
  return Math.min(to.point - 1, Math.max(from.point + 1, guess));
}

function firstTurned(one: Float64Array, other: Float64Array): number {
  for (let at = 0; at < one.length; at += 1) {
    if (Math.sign(one[at] as number) !== Math.sign(other[at] as number)) return at;
  }
  return -1;
}

function turned(one: Float64Array, other: Float64Array): readonly number[] {
  const found: number[] = [];
  for (let at = 0; at < one.length; at += 1) {
    if (Math.sign(one[at] as number) !== Math.sign(other[at] as number)) found.push(at);
  }
  return found;
}
