import { addDays, type CalendarDate, dayAfter, type Period } from '../domain/dates.ts';
import type { PublicationRecord } from './publication.ts';

/** A stretch of time in which one publication is in force; these never overlap, as stated periods may. */
export interface InForcePeriod {
  readonly period: Period;
  readonly record: PublicationRecord;
}

/**
 * When each publication of one jurisdiction is in force, in the order of time; neighbouring stretches of one publication
 * are made one. Takes no longer than sorting the dates does, whatever the periods.
 * @param latest the last published first
 */
export function periodsOf(latest: readonly PublicationRecord[]): readonly InForcePeriod[] {
  const stated = statedBy(latest);
  const cuts = [...new Set(stated.flatMap(({ from, after }) => (after === null ? [from] : [from, after])))].sort();
  const owners = paint(stated, cuts);
  const stretches: InForcePeriod[] = [];
  cuts.forEach((from, index) => {
    const record = owners[index];
    if (record === undefined) return;
    const to = index + 1 < cuts.length ? addDays(cuts[index + 1] as CalendarDate, -1) : null;
    const last = stretches.at(-1);
    const joined = last?.record === record && dayAfter(last.period) === from;
    if (joined) stretches.pop();
    const begins = joined && last !== undefined ? last.period.from : from;
    stretches.push({ record, period: to === null ? { from: begins } : { from: begins, to } });
  });
  return stretches;
}

/** Whose each stretch between cuts is: records given latest first take what is still free, which is looked at once. */
function paint(stated: readonly Stated[], cuts: readonly CalendarDate[]): readonly (PublicationRecord | undefined)[] {
  const at = new Map(cuts.map((cut, index) => [cut, index]));
  const owners: (PublicationRecord | undefined)[] = cuts.map(() => undefined);
  const free = new FreePlaces(cuts.length);
  for (const { record, from, after } of stated) {
    const end = after === null ? cuts.length : (at.get(after) ?? cuts.length);
    const start = at.get(from) ?? end;
    for (let index = free.from(start); index < end; index = free.from(index)) {
      owners[index] = record;
      free.take(index);
    }
  }
  return owners;
}

/** Places from 0 on, of which some are taken; the next free one is found without passing over the taken ones again. */
class FreePlaces {
  /** Of a taken place, one further on; of a free one itself. */
  readonly #next: number[];

  constructor(count: number) {
    this.#next = Array.from({ length: count + 1 }, (_, index) => index);
  }

  /** The first free place not before another; the count of all where there is none. */
  from(place: number): number {
    let free = place;
    while (this.#at(free) !== free) free = this.#at(free);
    // Whoever comes this way again goes there at once.
    for (let passed = place; passed !== free; ) {
      const next = this.#at(passed);
      this.#next[passed] = free;
      passed = next;
    }
    return free;
  }

  take(place: number): void {
    this.#next[place] = place + 1;
  }

  #at(place: number): number {
    return this.#next[place] ?? place;
  }
}

/** A publication with its first day and the first day after it; null where its period is open. */
interface Stated {
  readonly record: PublicationRecord;
  readonly from: CalendarDate;
  readonly after: CalendarDate | null;
}

/** Thousands of periods end on a few dozen days: the day after each is reckoned once. */
function statedBy(records: readonly PublicationRecord[]): readonly Stated[] {
  const daysAfter = new Map<CalendarDate, CalendarDate | null>();
  const after = (period: Period): CalendarDate | null => {
    if (period.to === undefined) return null;
    const known = daysAfter.get(period.to);
    const day = known === undefined ? dayAfter(period) : known;
    daysAfter.set(period.to, day);
    return day;
  };
  return records.map((record) => ({ record, from: record.effective.from, after: after(record.effective) }));
}
