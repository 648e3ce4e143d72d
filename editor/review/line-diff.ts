/** A line of two texts beside each other; null where a side has none. */
export interface LinePair {
  readonly before: { readonly number: number; readonly text: string } | null;
  readonly after: { readonly number: number; readonly text: string } | null;
}

/** At most so many pairs of lines are tried; longer middles stand beside each other as they are. */
const MOST = 4_000_000;

/** Two texts line by line, equal lines beside each other: the longest common subsequence of what differs. */
export function linePairs(before: string, after: string): readonly LinePair[] {
  const a = before.split('\n');
  const b = after.split('\n');
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start++;
  let tail = 0;
  while (tail < a.length - start && tail < b.length - start && a.at(-1 - tail) === b.at(-1 - tail)) tail++;
  const pairs: LinePair[] = [];
  const put = (i: number | null, j: number | null) =>
    pairs.push({
      before: i === null ? null : { number: i + 1, text: a[i] ?? '' },
      after: j === null ? null : { number: j + 1, text: b[j] ?? '' },
    });
  for (let i = 0; i < start; i++) put(i, i);
  const common = commonLengths(a.slice(start, a.length - tail), b.slice(start, b.length - tail));
  let i = start;
  let j = start;
  while (i < a.length - tail || j < b.length - tail) {
    const more = i < a.length - tail && j < b.length - tail;
    if (more && a[i] === b[j]) put(i++, j++);
    else if (more && common(i - start + 1, j - start + 1) === common(i - start, j - start)) put(i++, j++);
    else if (j >= b.length - tail || (more && common(i - start + 1, j - start) >= common(i - start, j - start + 1)))
      put(i++, null);
    else put(null, j++);
  }
  for (let k = tail; k > 0; k--) put(a.length - k, b.length - k);
  return pairs;
}

/** How many lines are common from a place in each on. */
function commonLengths(a: readonly string[], b: readonly string[]): (i: number, j: number) => number {
  if (a.length * b.length > MOST) return () => 0;
  const width = b.length + 1;
  const lengths = new Uint32Array((a.length + 1) * width);
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--)
      lengths[i * width + j] =
        a[i] === b[j]
          ? (lengths[(i + 1) * width + j + 1] ?? 0) + 1
          : Math.max(lengths[(i + 1) * width + j] ?? 0, lengths[i * width + j + 1] ?? 0);
  return (i, j) => lengths[i * width + j] ?? 0;
}
