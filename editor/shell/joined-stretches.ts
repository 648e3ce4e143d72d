import { dayAway, type Stretch } from './stretches.ts';

/** Stretches in the order of their days, those joined that overlap or follow each other without a day between. */
export function joinedStretches(stretches: readonly Stretch[]): readonly Stretch[] {
  const joined: Stretch[] = [];
  for (const one of stretches.toSorted((a, b) => (a.from < b.from ? -1 : 1))) {
    const last = joined.at(-1);
    if (last === undefined || (last.to !== null && one.from > dayAway(last.to, 1))) joined.push(one);
    else joined[joined.length - 1] = { from: last.from, to: laterEnd(last.to, one.to) };
  }
  return joined;
}

function laterEnd(one: string | null, other: string | null): string | null {
  if (one === null || other === null) return null;
  return one > other ? one : other;
}
