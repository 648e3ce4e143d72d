/** Days from one to another, both included; without an end where it is null. */
export interface Stretch {
  readonly from: string;
  readonly to: string | null;
}

/** Days whose end an answer or a text leaves out where there is none. */
export function stretchOf({
  from,
  to = null,
}: {
  readonly from: string;
  readonly to?: string | null | undefined;
}): Stretch {
  return { from, to };
}

/** The days that two stretches share: one stretch, or none. */
export function sharedDays(one: Stretch, other: Stretch): readonly Stretch[] {
  const from = one.from > other.from ? one.from : other.from;
  const to = one.to === null || (other.to !== null && other.to < one.to) ? other.to : one.to;
  return to !== null && to < from ? [] : [{ from, to }];
}

/** The day that is so many days after another, or before it where they are negative. */
export function dayAway(day: string, days: number): string {
  return new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);
}
