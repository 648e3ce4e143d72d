import { addDays, type CalendarDate, daysBetween, FIRST_DAY, LAST_DAY } from '../../domain/dates.ts';
import type { FactValue } from '../../rulesets/effective-rule-set.ts';
import type { FactClass } from './fact-class.ts';
import type { SharedClaim } from './shared-claim.ts';

/** A thousand years: so far from the dates of claims the calendar may end. */
const FAR = 365_000;

/** Whether some dates of claims have none that is so many days away. */
export function isFar(days: number): boolean {
  return Math.abs(days) > FAR;
}

/**
 * The facts with dates in the place of the days between them, which are never sent. What was set by other days first stays.
 * Null where the calendar has no such dates.
 */
export function datesForDays(
  { facts: declared, sides }: SharedClaim,
  facts: ReadonlyMap<string, FactValue>,
  date: CalendarDate,
): ReadonlyMap<string, FactValue> | null {
  const { dateFact } = sides.from.claimType;
  const dated = dayOf(dateFact, date);
  const sent = new Map<string, FactValue>();
  const open: Counted[] = [];
  for (const [id, value] of facts) {
    const kind = declared.get(id)?.from.type;
    if (kind?.kind === 'date') dated.set(id, String(value));
    if (kind?.kind === 'daysBetween') open.push({ ...kind, days: Number(value) });
    else sent.set(id, value);
  }
  // Days of which one date is known come first: the other date follows, and others may follow from it.
  while (open.length > 0) {
    const known = open.findIndex(({ from, to }) => dated.has(from) !== dated.has(to));
    for (const one of open.splice(Math.max(0, known), 1)) if (!dateEnds(one, dated, date)) return null;
  }
  for (const [id, day] of dated) if (id !== dateFact && id !== 'claim.date') sent.set(id, day);
  return sent;
}

/** Days that are to lie between two dates. */
interface Counted {
  readonly from: string;
  readonly to: string;
  readonly days: number;
}

/** Whether there are such dates. */
function dateEnds({ from, to, days }: Counted, dated: Map<string, string>, date: CalendarDate): boolean {
  const [start, end] = [dated.get(from), dated.get(to)];
  const first = start ?? addDays(end ?? date, -days) ?? (end === undefined ? farthest(days) : null);
  const last = first === null ? null : (end ?? addDays(first, days));
  if (first === null || last === null) return false;
  dated.set(from, first);
  dated.set(to, last);
  return true;
}

/** Where the calendar has room for most days before or after. */
function farthest(days: number): CalendarDate {
  return days > 0 ? FIRST_DAY : LAST_DAY;
}

/**
 * Whether no claim can be of a class of days: on no day from a date on does the calendar reach so far from the date of the
 * claim. Far days must be those of their class that are nearest to none. Of days between other dates nothing is said.
 */
export function isBeyondCalendar(
  { facts: declared, sides }: SharedClaim,
  fact: string,
  { value }: FactClass,
  date: CalendarDate,
): boolean {
  const kind = declared.get(fact)?.from.type;
  if (kind?.kind !== 'daysBetween' || typeof value !== 'number' || !isFar(value)) return false;
  const [end = LAST_DAY] = [sides.from.ruleSet.period.to, sides.to.ruleSet.period.to]
    .filter((to) => to !== undefined)
    .sort();
  const claimed = dayOf(sides.from.claimType.dateFact, date);
  const beyond = (days: number) => [date, end].every((day) => addDays(day, days) === null);
  return (claimed.has(kind.from) && beyond(value)) || (claimed.has(kind.to) && beyond(-value));
}

/** What is known of dates before a claim says anything. */
function dayOf(dateFact: string | null, date: CalendarDate): Map<string, string> {
  const dated = new Map<string, string>([['claim.date', date]]);
  if (dateFact !== null) dated.set(dateFact, date);
  return dated;
}

/**
 * Whether the dates that a claim says are as far apart as was assumed: days that both rule sets count between the same
 * dates may have been assumed of each in its own way.
 * @param facts what the claim says, with dates for days
 */
export function daysFit(
  { facts: declared, sides }: SharedClaim,
  assumed: ReadonlyMap<string, FactClass>,
  facts: ReadonlyMap<string, FactValue>,
  date: CalendarDate,
): boolean {
  const dated = dayOf(sides.from.claimType.dateFact, date);
  return [...assumed].every(([id, { value }]) => {
    const kind = declared.get(id)?.from.type;
    if (kind?.kind !== 'daysBetween') return true;
    const [from, to] = [kind.from, kind.to].map((end) => dated.get(end) ?? facts.get(end));
    const days = from === undefined || to === undefined ? undefined : daysBetween(String(from), String(to));
    return days === value;
  });
}
