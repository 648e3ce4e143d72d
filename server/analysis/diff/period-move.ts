import { daysBetween, type Period, shared } from '../../domain/dates.ts';
import type { ChangeClass } from './change.ts';
import type { Compared } from './compared.ts';
import type { Difference } from './difference.ts';

/** How a layer's own period moved. Without one it pays as long as its text holds. */
export type PeriodMove = 'extended' | 'shortened' | 'moved' | 'same';

/** How the days on which a layer pays moved; null for differences of anything else. */
export function periodMove(one: Difference, sides: Compared): PeriodMove | null {
  const periods = periodsOf(one, sides);
  if (periods === null) return null;
  const [own, other] = periods;
  const [longer, shorter] = [holds(other, own), holds(own, other)];
  if (longer) return shorter ? 'same' : 'extended';
  return shorter ? 'shortened' : 'moved';
}

/**
 * What it is to people that a layer pays on other days, where that does not follow from its own days alone: it pays nothing any more,
 * or does for the first time, where the days of its text are not met or come to be; it stays the same part of a text that moved
 * with it. Null where its own days tell.
 */
export function classBesideText(one: Difference, sides: Compared): ChangeClass | null {
  const periods = periodsOf(one, sides);
  if (periods === null) return null;
  const [own, other] = periods;
  const [before, after] = [sides.before.period, sides.after.period];
  const [did, does] = [shared(own, before) !== null, shared(other, after) !== null];
  if (did !== does) return does ? 'better' : 'worse';
  return !does || isSamePart([own, before], [other, after]) ? 'neutral' : null;
}

/** A layer's period on either side; null for differences of anything else. */
function periodsOf({ subject, part, id }: Difference, { before, after }: Compared): readonly [Period, Period] | null {
  if (subject !== 'layer' || part !== 'period') return null;
  const [own, other] = [before, after].map(({ layers }) => layers.find(({ name }) => name === id)?.period);
  return own === undefined || other === undefined ? null : [own, other];
}

/** Whether one period covers another. */
function holds(outer: Period, inner: Period): boolean {
  return outer.from <= inner.from && (outer.to === undefined || (inner.to !== undefined && inner.to <= outer.to));
}

/** Whether a layer and its text moved by the same days, at both ends. */
function isSamePart([own, before]: readonly [Period, Period], [other, after]: readonly [Period, Period]): boolean {
  if (own.to === undefined || before.to === undefined || other.to === undefined || after.to === undefined) return false;
  const moved = daysBetween(before.from, after.from);
  return (
    [daysBetween(own.from, other.from), daysBetween(own.to, other.to)].every((days) => days === moved) &&
    daysBetween(before.to, after.to) === moved
  );
}
