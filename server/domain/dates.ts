/** A calendar date of Asia/Shanghai as YYYY-MM-DD; dates compare as strings. */
export type CalendarDate = string;

const PATTERN = /^(\d{4})-(\d{2})-(\d{2})$/;
const DAY = 86_400_000;

/** Whether a text is a real calendar date (2019-02-29 is not). */
export function isDate(text: string): boolean {
  const match = PATTERN.exec(text);
  if (!match) return false;
  const instant = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(instant.getTime()) && instant.toISOString().slice(0, 10) === text;
}

/** Whole days from one date to another; negative when `to` is earlier. */
export function daysBetween(from: CalendarDate, to: CalendarDate): number {
  return (Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY;
}

/** The date `days` after another. */
export function addDays(date: CalendarDate, days: number): CalendarDate {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10);
}

/** The calendar date in Asia/Shanghai at an instant (UTC+8 all year since 1991). */
export function shanghaiDate(instant: Date): CalendarDate {
  return new Date(instant.getTime() + 8 * 3_600_000).toISOString().slice(0, 10);
}

/** A stated period; both ends belong to it, and without `to` it is open. */
export interface Period {
  readonly from: CalendarDate;
  readonly to?: CalendarDate;
}

/** Whether a date lies in a period. */
export function covers(period: Period, date: CalendarDate): boolean {
  return period.from <= date && (period.to === undefined || date <= period.to);
}
