import type { CalendarDate, Period } from '../domain/dates.ts';
import type { Approval, ApprovingRole } from './draft.ts';

/** Why the city is asked as well. */
export type NeedReason = 'adviceLeft' | 'waiver' | 'startsInPast';

/** An approval that a submission needs. */
export interface Need {
  readonly as: ApprovingRole;
  /** Empty where it is always needed. */
  readonly because: readonly NeedReason[];
}

/** What decides which approvals a text needs. */
export interface Weight {
  readonly kind: 'RuleSet' | 'Override';
  /** Standards that the city only advises on and that go the other way. */
  readonly adviceLeft: readonly string[];
  /** Products that are waived. */
  readonly waivers: readonly string[];
}

/**
 * Which approvals a text needs by what it says: a county's that of one of its reviewers, and the city's where it goes against
 * advice or waives a product; a city's that of a reviewer of the city. What depends on the day is for {@link neededOn}.
 */
export function neededApprovals({ kind, adviceLeft, waivers }: Weight): readonly Need[] {
  if (kind === 'RuleSet') return [{ as: 'cityReviewer', because: [] }];
  const because: NeedReason[] = [];
  if (adviceLeft.length > 0) because.push('adviceLeft');
  if (waivers.length > 0) because.push('waiver');
  const county: Need = { as: 'countyReviewer', because: [] };
  return because.length === 0 ? [county] : [county, { as: 'cityReviewer', because }];
}

/**
 * The same on a day: a county's period that has begun by then changes what was settled already, which the city has to see. A
 * text submitted before its first day and published after it needs the city too.
 */
export function neededOn(needs: readonly Need[], effective: Period, today: CalendarDate): readonly Need[] {
  if (effective.from >= today) return needs;
  const city = needs.find((need) => need.as === 'cityReviewer');
  if (city === undefined) return [...needs, { as: 'cityReviewer', because: ['startsInPast'] }];
  if (needs.length === 1) return needs;
  return needs.map((need) => (need === city ? { ...need, because: [...need.because, 'startsInPast'] } : need));
}

/** Those approvals that nobody has given yet to a document. */
export function missingApprovals(
  needs: readonly Need[],
  approvals: readonly Approval[],
  digest: string,
): readonly Need[] {
  return needs.filter(({ as }) => !approvals.some((one) => one.as === as && one.digest === digest));
}
