import { type CalendarDate, daysBetween } from '../../domain/dates.ts';
import type { ClaimTypeRules } from '../../engine/claim-type.ts';
import { type Bounds, type DaysBetween, isNarrowed, isOutside, withinBoth } from '../../rulesets/bounds.ts';
import { type BoundedDays, boundedDays } from '../../rulesets/days-out-of-bounds.ts';
import type { Both } from './both.ts';
import type { Apart } from './dates-within.ts';

type Dated = Pick<ClaimTypeRules, 'facts' | 'dateFact'>;

const UNBOUNDED: Bounds = { atLeast: null, atMost: null };

/** What a claim type allows of the days between two dates, by whichever of its facts. */
export function boundsBetween(claimType: Dated, { from, to }: Pick<DaysBetween, 'from' | 'to'>): Bounds {
  const day = (id: string) => (id === claimType.dateFact ? 'claim.date' : id);
  return boundedDays(claimType)
    .filter(({ kind }) => day(kind.from) === day(from) && day(kind.to) === day(to))
    .reduce((all, { kind }) => withinBoth(all, kind), UNBOUNDED);
}

/** The days of the second claim type between which dates are refused there that the first takes: claims that bring both of them. */
export function daysNarrowed(first: Dated, second: Dated): readonly BoundedDays[] {
  const isBrought = (id: string) => id === 'claim.date' || first.facts.has(id) || hasStandIn(second, id);
  return boundedDays(second).filter(
    ({ kind }) => isBrought(kind.from) && isBrought(kind.to) && isNarrowed(boundsBetween(first, kind), kind),
  );
}

/** Whether there may be a date though the claim brings none. */
function hasStandIn({ facts, dateFact }: Dated, id: string): boolean {
  const given = facts.get(id)?.default.kind;
  return id === dateFact || given === 'value' || given === 'by';
}

/** What both claim types ask of days between dates. */
export function asked({ from, to }: Both<{ readonly claimType: Dated }>): readonly Apart[] {
  return [...boundedDays(from.claimType), ...boundedDays(to.claimType)].map(({ kind }) => kind);
}

/** Whether both dates are there and not as far apart as asked. */
export function isWrong(dated: ReadonlyMap<string, CalendarDate>, one: Apart): boolean {
  const [from, to] = [dated.get(one.from), dated.get(one.to)];
  return from !== undefined && to !== undefined && isOutside(one, daysBetween(from, to));
}
