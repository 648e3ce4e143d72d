import type { components } from '../../../client/index.ts';
import type { Days } from '../../api/moved-on.ts';
import { type Stretch, sharedDays, stretchOf } from '../../shell/stretches.ts';

type Publication = components['schemas']['RuleSetsAnswer']['items'][number];

/** A version whose place a draft would take, and on which days. */
export interface Replaced {
  readonly of: Publication;
  /** In the order of time; at least one. */
  readonly stretches: readonly [Stretch, ...Stretch[]];
}

/** The versions of a place that are in force on a draft's days, in the order of time. */
function replacedBy(days: Days, own: readonly Publication[]): readonly Replaced[] {
  const found = own.flatMap((of): readonly Replaced[] => {
    const [first, ...more] = of.inForce.flatMap((one) => sharedDays(stretchOf(one), stretchOf(days)));
    return first === undefined ? [] : [{ of, stretches: [first, ...more] }];
  });
  return found.toSorted((one, other) => (one.stretches[0].from < other.stretches[0].from ? -1 : 1));
}

/**
 * Those of them that are not in force on the draft's first day: what it changes of the one that is stands beside everything
 * else about it, and of these nobody would see it.
 */
export function replacedLater(days: Days, own: readonly Publication[]): readonly Replaced[] {
  return replacedBy(days, own).filter(({ stretches }) => stretches[0].from > days.from);
}

/** Those that begin later within its days than what it was begun from, though it was begun from another version. */
export function begunBeside(origin: string | undefined, later: readonly Replaced[]): readonly Replaced[] {
  return later.filter(({ of: { version } }) => version !== origin);
}
