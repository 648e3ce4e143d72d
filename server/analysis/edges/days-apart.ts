import { addDays, type CalendarDate, daysBetween } from '../../domain/dates.ts';
import type { FactValue } from '../../rulesets/effective-rule-set.ts';
import type { FactClass } from './fact-class.ts';
import type { SharedClaim } from './shared-claim.ts';

/** The facts with dates in the place of the days between them, which are never sent. What was set by other days first stays. */
export function datesForDays(
  { facts: declared, sides }: SharedClaim,
  facts: ReadonlyMap<string, FactValue>,
  date: CalendarDate,
): ReadonlyMap<string, FactValue> {
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
    for (const one of open.splice(Math.max(0, known), 1)) dateEnds(one, dated, date);
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

function dateEnds({ from, to, days }: Counted, dated: Map<string, string>, date: CalendarDate): void {
  const [start, end] = [dated.get(from), dated.get(to)];
  const first = start ?? addDays(end ?? date, -days);
  dated.set(from, first);
  if (end === undefined) dated.set(to, addDays(first, days));
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
