/** The calendar day of an instant in Asia/Shanghai: `2019-07-01`. */
export function instantDay(instant: string): string {
  return instantWords(instant).slice(0, 10);
}

/** An instant as people here read it, in Asia/Shanghai: `2019-07-01 08:00`. */
export function instantWords(instant: string): string {
  // Eight hours ahead all year.
  return new Date(Date.parse(instant) + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ');
}
