import { type CalendarDate, shanghaiDate } from '../domain/dates.ts';
import { refuse } from '../domain/refusal.ts';
import type { RuleBook } from './rule-book.ts';

/** A date to look at, and whether it was chosen because none was given. */
export interface ChosenDate {
  readonly date: CalendarDate;
  readonly chosen: boolean;
}

/**
 * The date given, else the one nearest to today on which rules are in force: the policy at hand may have ended.
 * @throws Refusal `noRuleSets` where nothing was ever published for the jurisdiction, `unknownJurisdiction`
 */
export async function chooseDate(
  book: RuleBook,
  code: string,
  given: CalendarDate | undefined,
  now: Date,
): Promise<ChosenDate> {
  if (given !== undefined) return { date: given, chosen: false };
  const nearest = await book.nearestDate(code, shanghaiDate(now));
  return nearest === null ? refuse('noRuleSets', { code }) : { date: nearest, chosen: true };
}
