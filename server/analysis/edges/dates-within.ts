import { addDays, type CalendarDate, daysBetween, FIRST_DAY, LAST_DAY } from '../../domain/dates.ts';
import type { Bounds } from '../../rulesets/bounds.ts';

/** Two dates, and how many days may lie between them. */
export interface Apart extends Bounds {
  readonly from: string;
  readonly to: string;
}

/** From where to where a date may lie, both inside. */
export interface Stretch {
  readonly first: CalendarDate;
  readonly last: CalendarDate;
}

const CALENDAR: Stretch = { first: FIRST_DAY, last: LAST_DAY };

/**
 * Dates as near to the wanted ones as can be, of which each two are as far apart as asked. A date keeps its day where those
 * before it leave it that.
 * @param held where some of the dates have to lie; the others may lie anywhere
 * @returns null where there are no such dates
 */
export function datesWithin(
  wanted: ReadonlyMap<string, CalendarDate>,
  apart: readonly Apart[],
  held: ReadonlyMap<string, Stretch>,
): ReadonlyMap<string, CalendarDate> | null {
  // The first place is the first day of the calendar, from which all days are counted.
  const places = new Map([...wanted.keys()].map((id, index) => [id, index + 1]));
  const most = new MostDays(wanted.size + 1);
  for (const [id, place] of places) {
    const { first, last } = held.get(id) ?? CALENDAR;
    most.lower(0, place, daysBetween(FIRST_DAY, last));
    most.lower(place, 0, -daysBetween(FIRST_DAY, first));
  }
  for (const { from, to, atLeast, atMost } of apart) {
    const [start, end] = [places.get(from), places.get(to)];
    if (start === undefined || end === undefined) continue;
    if (atMost !== null) most.lower(start, end, atMost);
    if (atLeast !== null) most.lower(end, start, -atLeast);
  }
  if (!most.complete()) return null;
  const chosen = [0];
  const found = new Map<string, CalendarDate>();
  for (const [id, date] of wanted) {
    const place = chosen.length;
    const earliest = Math.max(...chosen.map((at, other) => at - most.of(place, other)));
    const latest = Math.min(...chosen.map((at, other) => at + most.of(other, place)));
    const at = Math.min(Math.max(daysBetween(FIRST_DAY, date), earliest), latest);
    chosen.push(at);
    found.set(id, addDays(FIRST_DAY, at) ?? date);
  }
  return found;
}

/** The most days from each of some dates to each other. */
class MostDays {
  readonly #size: number;
  readonly #days: number[];

  constructor(size: number) {
    this.#size = size;
    this.#days = Array.from({ length: size * size }, (_, at) => (at % (size + 1) === 0 ? 0 : Number.POSITIVE_INFINITY));
  }

  of(from: number, to: number): number {
    return this.#days[from * this.#size + to] ?? Number.POSITIVE_INFINITY;
  }

  lower(from: number, to: number, days: number): void {
    this.#days[from * this.#size + to] = Math.min(this.of(from, to), days);
  }

  /** Lowers each by what follows from the others (Floyd and Warshall); false where they contradict each other. */
  complete(): boolean {
    const places = Array.from({ length: this.#size }, (_, place) => place);
    for (const over of places)
      for (const from of places) for (const to of places) this.lower(from, to, this.of(from, over) + this.of(over, to));
    return places.every((place) => this.of(place, place) === 0);
  }
}
