/** A place where two texts differ, line by line. */
export interface LineChange {
  /** Where it stands in the later text, from 1; of lines that are gone, where they would stand. */
  readonly line: number;
  readonly before: readonly string[];
  readonly after: readonly string[];
}

/** Above so many pairs of lines what differs is told as one change: two texts that have little in common. */
const MOST_PAIRS = 4_000_000;

/**
 * Where two texts differ, line by line, told with as few lines as there can be; none where they are the same. For texts that
 * cannot be compared by their meaning.
 */
export function lineDiff(before: string, after: string): readonly LineChange[] {
  const [a, b] = [before.split('\n'), after.split('\n')];
  let head = 0;
  while (head < a.length && head < b.length && a[head] === b[head]) head += 1;
  let tail = 0;
  while (tail < a.length - head && tail < b.length - head && a[a.length - 1 - tail] === b[b.length - 1 - tail])
    tail += 1;
  const [left, right] = [a.slice(head, a.length - tail), b.slice(head, b.length - tail)];
  if (left.length === 0 && right.length === 0) return [];
  if (left.length * right.length > MOST_PAIRS) return [{ line: head + 1, before: left, after: right }];
  return between(left, right, head);
}

function between(left: readonly string[], right: readonly string[], head: number): readonly LineChange[] {
  const width = right.length + 1;
  const common = commonFrom(left, right);
  const changes: LineChange[] = [];
  let [i, j] = [0, 0];
  while (i < left.length || j < right.length) {
    const [from, to] = [i, j];
    while ((i < left.length || j < right.length) && (left[i] !== right[j] || i >= left.length || j >= right.length)) {
      const down = i < left.length ? (common[(i + 1) * width + j] ?? 0) : -1;
      const across = j < right.length ? (common[i * width + j + 1] ?? 0) : -1;
      if (down >= across) i += 1;
      else j += 1;
    }
    if (i > from || j > to)
      changes.push({ line: head + to + 1, before: left.slice(from, i), after: right.slice(to, j) });
    while (i < left.length && j < right.length && left[i] === right[j]) {
      i += 1;
      j += 1;
    }
  }
  return changes;
}

/** For each pair of places the number of lines that what follows them has in common, row by row. */
function commonFrom(left: readonly string[], right: readonly string[]): Uint32Array {
  const width = right.length + 1;
  const common = new Uint32Array((left.length + 1) * width);
  for (let i = left.length - 1; i >= 0; i -= 1) {
    for (let j = right.length - 1; j >= 0; j -= 1) {
      const [below, beside] = [common[(i + 1) * width + j] ?? 0, common[i * width + j + 1] ?? 0];
      const both = (common[(i + 1) * width + j + 1] ?? 0) + 1;
      common[i * width + j] = left[i] === right[j] ? both : Math.max(below, beside);
    }
  }
  return common;
}
