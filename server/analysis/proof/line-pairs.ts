import type { ClaimPair } from './claim-pair.ts';
import type { LaidLine } from './laid-plan.ts';
import type { LinePair } from './line-lemma.ts';

/**
 * The payments of both rule sets beside each other, in paying order; null where they stand in another order, for then nothing
 * can be said of one alone.
 */
export function linePairs({ from, to }: ClaimPair): readonly LinePair[] | null {
  const key = ({ layer, line }: LaidLine) => `${layer} ${line.rule.name}`;
  const names = new Set(to.lines.map(key));
  const pairs: Matched[] = [];
  let next = 0;
  for (const older of from.lines) {
    if (!names.has(key(older))) {
      pairs.push({ older, newer: null });
      continue;
    }
    const at = to.lines.findIndex((line, index) => index >= next && key(line) === key(older));
    if (at < 0) return null;
    for (const newer of to.lines.slice(next, at)) pairs.push({ older: null, newer });
    pairs.push({ older, newer: to.lines[at] ?? null });
    next = at + 1;
  }
  for (const newer of to.lines.slice(next)) pairs.push({ older: null, newer });
  return standing(to, replaced(pairs));
}

type Matched = Pick<LinePair, 'older' | 'newer'>;

/** With what the newer rule set leaves of every pot before each. */
function standing({ opened }: ClaimPair['to'], pairs: readonly Matched[]): readonly LinePair[] {
  let left = opened;
  return pairs.map((pair) => {
    const before = left;
    left = pair.newer?.after ?? left;
    return { ...pair, standing: before };
  });
}

/** A rule that took another's place in its layer, each the only one there, is compared with it. */
function replaced(pairs: readonly Matched[]): readonly Matched[] {
  const done: Matched[] = [];
  for (const pair of pairs) {
    const last = done.at(-1);
    const [gone, come] = [last?.newer === null ? last.older : null, pair.older === null ? pair.newer : null];
    if (gone && come && gone.layer === come.layer) done[done.length - 1] = { older: gone, newer: come };
    else done.push(pair);
  }
  return done;
}
