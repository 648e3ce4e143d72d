import {
  addDays,
  type CalendarDate,
  covers,
  dayAfter,
  daysBetween,
  type Period,
  shared as sharedDays,
} from '../../domain/dates.ts';
import type { ClaimTypeRules } from '../../engine/claim-type.ts';
import type { Both } from '../edges/both.ts';
import type { SharedClaim } from '../edges/shared-claim.ts';

/**
 * A day of each stretch in which no date rule tells days apart, as far as both rule sets reach: the same day on both sides, and
 * where they have no day in common, as this year's plan and next year's, the day as far into the second as into the first.
 * @param cuts where rules tell days apart: each such day, and the day after it
 */
export function comparedDays(
  { sides: { from, to } }: SharedClaim,
  cuts: readonly CalendarDate[],
): readonly Both<string>[] {
  const later = daysLater(from.ruleSet.period, to.ruleSet.period);
  const days = (period: Period, { layers }: ClaimTypeRules) =>
    [period, ...layers.map((layer) => layer.period), ...cuts.map((cut) => ({ from: cut, to: cut }))].flatMap((one) => [
      one.from,
      dayAfter(one),
    ]);
  const starts = new Set([
    ...days(from.ruleSet.period, from.claimType),
    ...days(to.ruleSet.period, to.claimType).map((day) => (day === null ? null : addDays(day, -later))),
  ]);
  return [...starts]
    .filter((day) => day !== null)
    .sort()
    .map((day) => ({ from: day, to: addDays(day, later) }))
    .filter((pair): pair is Both<string> => pair.to !== null)
    .filter((pair) => covers(from.ruleSet.period, pair.from) && covers(to.ruleSet.period, pair.to));
}

/** How many days later the second rule set begins than the first, where no day lies in both; else 0. */
function daysLater(one: Period, other: Period): number {
  return sharedDays(one, other) === null ? daysBetween(one.from, other.from) : 0;
}

/**
 * Whether something hangs on how far other dates of a claim lie from its own date, which is another for either rule set: the same
 * claim is then not the same to both.
 * @param read the facts that rules read
 */
export function areDaysMoved({ sides }: SharedClaim, read: { has(fact: string): boolean }): boolean {
  if (daysLater(sides.from.ruleSet.period, sides.to.ruleSet.period) === 0) return false;
  return [sides.from, sides.to].some(({ claimType: { facts, dateFact } }) =>
    [...facts.values()].some(
      ({ id, type }) =>
        type.kind === 'daysBetween' &&
        read.has(id) &&
        [type.from, type.to].some((end) => end === 'claim.date' || end === dateFact),
    ),
  );
}
