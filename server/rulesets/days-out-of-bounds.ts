import { addDays, type CalendarDate, daysBetween, FIRST_DAY, LAST_DAY } from '../domain/dates.ts';
import type { Finding } from '../domain/finding.ts';
import type { Label } from '../domain/label.ts';
import { boundsText, type DaysBetween, hasBounds, isOutside } from './bounds.ts';
import { pointerOf } from './claim-paths.ts';
import type { ClaimType, Fact } from './effective-rule-set.ts';
import { inBoth } from './words.ts';

/** The days of a type that may not be any number, with the dates that they lie between. */
export interface BoundedDays {
  readonly fact: Fact;
  readonly kind: DaysBetween;
}

/** The facts of a claim type that count days and have bounds. */
export function boundedDays({ facts }: Pick<ClaimType, 'facts'>): readonly BoundedDays[] {
  const found =
    known.get(facts) ??
    [...facts.values()].flatMap((fact) =>
      fact.type.kind === 'daysBetween' && hasBounds(fact.type) ? [{ fact, kind: fact.type }] : [],
    );
  known.set(facts, found);
  return found;
}

/** Once for the facts of a type, which never change: it is asked of every claim. */
const known = new WeakMap<ReadonlyMap<string, Fact>, readonly BoundedDays[]>();

/**
 * Of two dates that are fewer or more days apart than the rules allow, that they are: at the second one, or where
 * that is the claim's own date at the other. Days of which a date is not known are none.
 * @param dateAt the date of a fact, or of `claim.date`; undefined where the claim has none
 */
export function daysOutOfBounds(
  claimType: Pick<ClaimType, 'facts' | 'dateFact'>,
  dateAt: (id: string) => CalendarDate | undefined,
): readonly Finding[] {
  return boundedDays(claimType).flatMap((bounded): readonly Finding[] => {
    const [from, to] = [dateAt(bounded.kind.from), dateAt(bounded.kind.to)];
    if (from === undefined || to === undefined || !isOutside(bounded.kind, daysBetween(from, to))) return [];
    return [findingOf(claimType, bounded, { from, to })];
  });
}

interface Dates {
  readonly from: CalendarDate;
  readonly to: CalendarDate;
}

function findingOf(
  { facts, dateFact }: Pick<ClaimType, 'facts' | 'dateFact'>,
  { fact, kind }: BoundedDays,
  dates: Dates,
): Finding {
  const isClaims = (id: string) => id === 'claim.date' || id === dateFact;
  const called = (id: string) => facts.get(isClaims(id) ? (dateFact ?? id) : id)?.label ?? inBoth('dateOfClaim');
  const end = isClaims(kind.to) ? 'from' : 'to';
  const other = end === 'to' ? 'from' : 'to';
  const args = {
    fact: called(kind[end]),
    date: dates[end],
    other: called(kind[other]),
    otherDate: dates[other],
    days: fact.label,
    given: daysBetween(dates.from, dates.to),
    wanted: boundsText(kind),
    right: rightDates(kind, end, dates[other]),
  };
  return { code: 'daysOutOfBounds', severity: 'error', args, at: { pointer: pointerOf(kind[end]) } };
}

/** Which dates would be right at one end where the other is. */
function rightDates({ atLeast, atMost }: DaysBetween, end: 'from' | 'to', other: CalendarDate): Label {
  // Counted to the other, the most days reach back to the earliest date.
  const [first, last] = end === 'to' ? [atLeast, atMost] : [negated(atMost), negated(atLeast)];
  const earliest = first === null ? null : dayAt(other, first);
  const latest = last === null ? null : dayAt(other, last);
  if (latest === null) return inBoth('dateOrLater', { date: earliest ?? FIRST_DAY });
  if (earliest === null) return inBoth('dateOrEarlier', { date: latest });
  return earliest === latest
    ? inBoth('dateExactly', { date: latest })
    : inBoth('dateWithin', { from: earliest, to: latest });
}

function negated(days: number | null): number | null {
  return days === null ? null : -days;
}

/** Where the calendar does not reach so far, its end. */
function dayAt(date: CalendarDate, days: number): CalendarDate {
  return addDays(date, days) ?? (days < 0 ? FIRST_DAY : LAST_DAY);
}
