import type { Row, StandardValue } from './language.ts';
import { sameValue } from './same-value.ts';

/** A stretch between two neighbouring breakpoints of two sets of rows, with what each says there. */
export interface Stretch {
  readonly from: number;
  /** Null for the open last stretch. */
  readonly to: number | null;
  readonly first: StandardValue | undefined;
  readonly second: StandardValue | undefined;
}

/**
 * Two sets of rows laid over each other: their breakpoints united, so that both are constant on every stretch. Stretches
 * that neither speaks of are left out. Takes time in proportion to the rows once they are sorted.
 */
export function overlay(first: readonly Row[], second: readonly Row[]): readonly Stretch[] {
  const [a, b] = [inOrder(first), inOrder(second)];
  const cuts = [...new Set([...a, ...b].flatMap(({ from, to }) => (to === undefined ? [from] : [from, to])))];
  cuts.sort((x, y) => x - y);
  const [readA, readB] = [reader(a), reader(b)];
  return cuts
    .map((from, index) => ({ from, to: cuts[index + 1] ?? null, first: readA(from), second: readB(from) }))
    .filter((stretch) => stretch.first !== undefined || stretch.second !== undefined);
}

/** Rows in order, neighbours that say the same made one; the shortest way to write the same. */
export function mergeRows(rows: readonly Row[]): Row[] {
  const merged: Row[] = [];
  for (const row of inOrder(rows)) {
    const last = merged.at(-1);
    if (last === undefined || last.to !== row.from || !sameValue(last.value, row.value)) merged.push(row);
    else merged[merged.length - 1] = rowOf(last.from, row.to ?? null, last.value);
  }
  return merged;
}

/** A row; `to` null leaves it open. */
export function rowOf(from: number, to: number | null, value: StandardValue): Row {
  return to === null ? { from, value } : { from, to, value };
}

function inOrder(rows: readonly Row[]): readonly Row[] {
  return rows.every((row, index) => index === 0 || (rows[index - 1]?.from ?? 0) <= row.from)
    ? rows
    : [...rows].sort((x, y) => x.from - y.from);
}

/** Reads sorted rows at points that only ever rise. */
function reader(rows: readonly Row[]): (point: number) => StandardValue | undefined {
  let index = 0;
  return (point) => {
    let row = rows[index];
    while (row?.to !== undefined && row.to <= point) {
      index += 1;
      row = rows[index];
    }
    return row !== undefined && row.from <= point ? row.value : undefined;
  };
}
