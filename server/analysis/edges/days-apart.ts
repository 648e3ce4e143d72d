import { addDays, type CalendarDate, daysBetween, FIRST_DAY, LAST_DAY } from '../../domain/dates.ts';
import type { Fact, FactValue } from '../../rulesets/effective-rule-set.ts';
import { type Apart, datesWithin, type Stretch } from './dates-within.ts';
import { asked, isWrong } from './days-bounds.ts';
import type { FactClass } from './fact-class.ts';
import type { SharedClaim } from './shared-claim.ts';
import type { Situation } from './situation.ts';

/** A thousand years: so far from the dates of claims the calendar may end. */
const FAR = 365_000;

/** Whether some dates of claims have none that is so many days away. */
export function isFar(days: number): boolean {
  return Math.abs(days) > FAR;
}

/**
 * The facts with dates in the place of the days between them, which are never sent. What was set by other days first stays.
 * Where dates have to be some days apart they are moved, within their classes, until all are; where they cannot be, they stay.
 * @param classes what is assumed of the facts
 * @returns null where the calendar has no such dates
 */
export function datesForDays(
  { facts: declared, sides }: SharedClaim,
  facts: ReadonlyMap<string, FactValue>,
  date: CalendarDate,
  classes: ReadonlyMap<string, FactClass>,
): ReadonlyMap<string, FactValue> | null {
  const { dateFact } = sides.from.claimType;
  const dated = dayOf(dateFact, date);
  const sent = new Map<string, FactValue>();
  const open: Counted[] = [];
  for (const [id, value] of facts) {
    const kind = declared.get(id)?.from.type;
    if (kind?.kind === 'date') dated.set(id, String(value));
    if (kind?.kind === 'daysBetween') open.push({ id, from: kind.from, to: kind.to, days: Number(value) });
    else sent.set(id, value);
  }
  const counted = [...open];
  // Days of which one date is known come first: the other date follows, and others may follow from it.
  while (open.length > 0) {
    const known = open.findIndex(({ from, to }) => dated.has(from) !== dated.has(to));
    for (const one of open.splice(Math.max(0, known), 1)) if (!dateEnds(one, dated, date)) return null;
  }
  const between = asked(sides);
  // Dates that every claim brings are moved with the others, or these would leave them no room.
  if (between.length > 0) for (const id of datesNeeded(declared)) if (!dated.has(id)) dated.set(id, date);
  for (const [id, day] of movedApart({ dated, counted, classes, asked: between, dateFact }))
    if (id !== dateFact && id !== 'claim.date') sent.set(id, day);
  return sent;
}

function datesNeeded(declared: SharedClaim['facts']): readonly string[] {
  const isNeeded = ({ type, default: given }: Fact) => type.kind === 'date' && given.kind === 'required';
  return [...declared].filter(([, { from, to }]) => isNeeded(from) || isNeeded(to)).map(([id]) => id);
}

/** Days that are to lie between two dates. */
interface Counted {
  readonly id: string;
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

/** Dates with the days that they are said to be apart, and what is asked of others. */
interface Told {
  readonly dated: ReadonlyMap<string, CalendarDate>;
  readonly counted: readonly Counted[];
  readonly classes: ReadonlyMap<string, FactClass>;
  readonly asked: readonly Apart[];
  readonly dateFact: string | null;
}

/** The dates moved until they are as far apart as asked: those that rules tell apart only where no others can be, and within their class. */
function movedApart({ dated, counted, classes, asked, dateFact }: Told): ReadonlyMap<string, CalendarDate> {
  if (!asked.some((one) => isWrong(dated, one))) return dated;
  const move = (stretchOf: (id: string) => FactClass['stretch']) => {
    const held = new Map<string, Stretch>();
    for (const [id, date] of dated) {
      const { first, last } = stretchOf(id) ?? { first: date, last: date };
      const isHeld = id === dateFact || id === 'claim.date' || (classes.has(id) && classes.get(id)?.free !== true);
      if (isHeld) held.set(id, { first: String(first ?? FIRST_DAY), last: String(last ?? LAST_DAY) });
    }
    const apart = counted.map(({ id, days, ...ends }): Apart => {
      const { first, last } = stretchOf(id) ?? { first: days, last: days };
      return { ...ends, atLeast: first === null ? null : Number(first), atMost: last === null ? null : Number(last) };
    });
    return datesWithin(dated, [...apart, ...asked], held);
  };
  return move(() => undefined) ?? move((id) => classes.get(id)?.stretch) ?? dated;
}

/**
 * A situation's facts with a date besides, the claim's where it may be: moved, with others that no rule tells apart, until all are
 * as far apart as asked.
 * @param fixed facts that stay as they are, days between dates among them
 */
export function datesBeside(
  { facts: declared, sides }: SharedClaim,
  { facts, fixed, dates }: Pick<Situation, 'facts' | 'fixed' | 'dates'>,
  id: string,
): ReadonlyMap<string, FactValue> {
  const { dateFact } = sides.from.claimType;
  const dated = dayOf(dateFact, dates.from);
  const held = new Map([...dated].map(([own, date]) => [own, { first: date, last: date }]));
  for (const [other, value] of facts) {
    if (declared.get(other)?.from.type.kind !== 'date') continue;
    dated.set(other, String(value));
    if (fixed.has(other)) held.set(other, { first: String(value), last: String(value) });
  }
  const counted = [...fixed].flatMap((days): readonly Apart[] => {
    const kind = declared.get(days)?.from.type;
    const [from, to] = kind?.kind === 'daysBetween' ? [dated.get(kind.from), dated.get(kind.to)] : [];
    if (kind?.kind !== 'daysBetween' || from === undefined || to === undefined) return [];
    const between = daysBetween(from, to);
    return [{ ...kind, atLeast: between, atMost: between }];
  });
  dated.set(id, dates.from);
  if (!asked(sides).some((one) => isWrong(dated, one))) return new Map([...facts, [id, dates.from]]);
  const moved = datesWithin(dated, [...counted, ...asked(sides)], held) ?? dated;
  return new Map([...facts, ...[...moved].filter(([one]) => one === id || facts.has(one))]);
}

/** What is known of dates before a claim says anything. */
function dayOf(dateFact: string | null, date: CalendarDate): Map<string, string> {
  const dated = new Map<string, string>([['claim.date', date]]);
  if (dateFact !== null) dated.set(dateFact, date);
  return dated;
}

/**
 * Whether the dates that a claim says are as far apart as was assumed, and as both rule sets ask: days that both count between
 * the same dates may have been assumed of each in its own way.
 * @param facts what the claim says, with dates for days
 */
export function daysFit(
  { facts: declared, sides }: SharedClaim,
  assumed: ReadonlyMap<string, FactClass>,
  facts: ReadonlyMap<string, FactValue>,
  date: CalendarDate,
): boolean {
  const dated = dayOf(sides.from.claimType.dateFact, date);
  for (const [id, value] of facts)
    if (declared.get(id)?.from.type.kind === 'date' && !dated.has(id)) dated.set(id, String(value));
  if (asked(sides).some((one) => isWrong(dated, one))) return false;
  return [...assumed].every(([id, { value, stretch }]) => {
    const kind = declared.get(id)?.from.type;
    if (kind?.kind !== 'daysBetween') return true;
    const [from, to] = [dated.get(kind.from), dated.get(kind.to)];
    const days = from === undefined || to === undefined ? undefined : daysBetween(from, to);
    if (days === undefined || stretch === undefined) return days === value;
    return days >= Number(stretch.first ?? days) && days <= Number(stretch.last ?? days);
  });
}
