/** Days from one to another, both included; without an end where it is null. */
interface Stretch {
  readonly from: string;
  readonly to: string | null;
}

/** Stretches in the order of their days, those joined that overlap or follow each other without a day between. */
export function joinedStretches(stretches: readonly Stretch[]): readonly Stretch[] {
  const joined: Stretch[] = [];
  for (const one of stretches.toSorted((a, b) => (a.from < b.from ? -1 : 1))) {
    const last = joined.at(-1);
    if (last === undefined || (last.to !== null && one.from > dayAfter(last.to))) joined.push(one);
    else joined[joined.length - 1] = { from: last.from, to: laterEnd(last.to, one.to) };
  }
  return joined;
}

function laterEnd(one: string | null, other: string | null): string | null {
  if (one === null || other === null) return null;
  return one > other ? one : other;
}

function dayAfter(day: string): string {
  return new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10);
}
