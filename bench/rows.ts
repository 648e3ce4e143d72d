/** One row of the table. */
export interface Row {
  readonly what: string;
  readonly value: number | null;
  readonly unit: string;
  /** What is wanted, in words, and whether it is so; null where nothing is. */
  readonly wanted?: string;
  readonly met?: boolean | null;
}

/** A row that nothing is wanted of. */
export function row(what: string, value: number | null, unit: string): Row {
  return { what, value, unit };
}

/** A row with what is wanted, in words and as a test. */
export function wanted(what: string, value: number, words: string, met: (found: number) => boolean, unit = '×'): Row {
  return { what, value, unit, wanted: words, met: met(value) };
}

/** Prints rows as a table. */
export function print(rows: readonly Row[]): void {
  const width = Math.max(...rows.map(({ what }) => what.length));
  for (const { what, value, unit, wanted: words, met } of rows) {
    const number = value === null ? 'failed' : value.toFixed(value < 10 ? 2 : value < 1_000 ? 1 : 0);
    const verdict = words === undefined ? '' : `  wanted ${words}: ${met ? 'yes' : 'NO'}`;
    console.log(`${what.padEnd(width)}  ${number.padStart(10)} ${unit.padEnd(2)}${verdict}`);
  }
}
