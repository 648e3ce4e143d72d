import type { components } from '../../../client/index.ts';
import type { Days } from '../../api/moved-on.ts';

type Publication = components['schemas']['RuleSetsAnswer']['items'][number];

/** Days from one to another, both included; without an end where it is null. */
export interface Stretch {
  readonly from: string;
  readonly to: string | null;
}

/** A version whose place a draft would take, and on which days. */
export interface Replaced {
  readonly of: Publication;
  /** In the order of time; at least one. */
  readonly stretches: readonly [Stretch, ...Stretch[]];
}

/** The versions of a place that are in force on a draft's days, in the order of time. */
export function replacedBy(days: Days, own: readonly Publication[]): readonly Replaced[] {
  const found = own.flatMap((of): readonly Replaced[] => {
    const [first, ...more] = of.inForce.flatMap((one) => sharedDays(one, days));
    return first === undefined ? [] : [{ of, stretches: [first, ...more] }];
  });
  return found.toSorted((one, other) => (one.stretches[0].from < other.stretches[0].from ? -1 : 1));
}

/**
 * Those of them that are not in force on the draft's first day: what it changes of the one that is stands beside everything
 * else about it, and of these nobody would see it.
 */
export function replacedLater({ from, to }: Days, own: readonly Publication[]): readonly Replaced[] {
  return replacedBy({ from, to: to ?? null }, own).filter(({ stretches }) => stretches[0].from > from);
}

/** Those that begin later within its days than what it was begun from, though it was begun from another version. */
export function begunBeside(origin: string | undefined, later: readonly Replaced[]): readonly Replaced[] {
  return later.filter(({ of: { version } }) => version !== origin);
}

function sharedDays(one: Publication['inForce'][number], { from, to = null }: Days): readonly Stretch[] {
  const end = one.to ?? null;
  const first = one.from > from ? one.from : from;
  const last = end === null || (to !== null && to < end) ? to : end;
  return last !== null && last < first ? [] : [{ from: first, to: last }];
}

/** The day before another. */
export function dayBefore(day: string): string {
  return new Date(Date.parse(day) - 86_400_000).toISOString().slice(0, 10);
}
