/** A calendar date of Asia/Shanghai as YYYY-MM-DD, from {@link FIRST_DAY} to {@link LAST_DAY}; dates compare as strings. */
export type CalendarDate = string;

/** The first day there is: the calendar has no year 0. */
export const FIRST_DAY: CalendarDate = '0001-01-01';
/** The last day that four digits of a year can name. A period that ends on it is as good as open: no day follows. */
export const LAST_DAY: CalendarDate = '9999-12-31';

const PATTERN = /^\d{4}-\d{2}-\d{2}$/;
const INSTANT = /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})$/;
const DAY = 86_400_000;

/** Whether a text is a real calendar date (2019-02-29 is not, nor is any of a year 0). Asked for every claim: a `Date` would cost ten times as much. */
export function isDate(text: string): boolean {
  if (!PATTERN.test(text)) return false;
  const [year, month, day] = [digits(text, 0, 4), digits(text, 5, 7), digits(text, 8, 10)];
  return year >= 1 && month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month);
}

/** Whether a value is a text written as a date is, real or not. */
export function isLikeDate(value: unknown): boolean {
  return typeof value === 'string' && /^\d{4}-\d{1,2}-\d{1,2}$/.test(value);
}

function daysIn(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

/**
 * Whether a text is a real date, or an instant by RFC 3339 with a time zone (seconds may be left out). A leap second is none:
 * no clock here counts it.
 */
export function isInstant(text: string): boolean {
  if (isDate(text)) return true;
  const [, date] = INSTANT.exec(text) ?? [];
  return date !== undefined && isDate(date) && !Number.isNaN(new Date(text).getTime());
}

/** Days between the first day there is and the last. */
export const MOST_DAYS_APART = daysBetween(FIRST_DAY, LAST_DAY);

/** Whole days from one date to another; negative when `to` is earlier. */
export function daysBetween(from: CalendarDate, to: CalendarDate): number {
  return dayNumber(to) - dayNumber(from);
}

/**
 * Days since 0000-03-01 in the Gregorian calendar: years begin in March, so that a leap day is the last of its year. Claims
 * ask for days between dates all the time, and Date.parse costs fifty times as much.
 */
function dayNumber(date: CalendarDate): number {
  const month = (digits(date, 5, 7) + 9) % 12;
  const year = digits(date, 0, 4) - (month >= 10 ? 1 : 0);
  const leapDays = Math.floor(year / 4) - Math.floor(year / 100) + Math.floor(year / 400);
  return 365 * year + leapDays + Math.floor((month * 306 + 5) / 10) + digits(date, 8, 10) - 1;
}

function digits(date: CalendarDate, start: number, end: number): number {
  let value = 0;
  for (let at = start; at < end; at += 1) value = value * 10 + date.charCodeAt(at) - 48;
  return value;
}

/** The date `days` after another, or before it where they are negative; null where that is no day of the calendar. */
export function addDays(date: CalendarDate, days: number): CalendarDate | null {
  if (days < daysBetween(date, FIRST_DAY) || days > daysBetween(date, LAST_DAY)) return null;
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

/** The days that two periods share; null where there are none. */
export function shared(one: Period, other: Period): Period | null {
  const from = one.from > other.from ? one.from : other.from;
  const [to] = [one.to, other.to].filter((end) => end !== undefined).sort();
  if (to === undefined) return { from };
  return from <= to ? { from, to } : null;
}

/** The first day after a period; null where none follows: it is open, or ends on the last day there is. */
export function dayAfter({ to }: Period): CalendarDate | null {
  return to === undefined ? null : addDays(to, 1);
}

/** An instant (ISO 8601) as people in Asia/Shanghai read it: `2019-07-01 08:00`. */
export function shanghaiMinute(instant: string): string {
  // Eight hours ahead all year.
  return new Date(Date.parse(instant) + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ');
}
