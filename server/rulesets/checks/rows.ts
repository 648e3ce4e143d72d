import type { Row } from '../language.ts';
import { stepInto } from '../positions.ts';
import { type Complaint, wrong, wrongKey } from './complaint.ts';

/** Rows are contiguous from 0: each begins where the one before ends, and the last is open. */
export function* checkRows(rows: readonly Row[], pointer: string): Generator<Complaint> {
  const unsorted = rows.findIndex(({ from }, index) => from < (rows[index - 1]?.from ?? from));
  if (unsorted > 0) {
    // What else is wrong shows once they are in order.
    const args = { from: rows[unsorted]?.from ?? 0, before: rows[unsorted - 1]?.from ?? 0 };
    yield wrong('rowsUnsorted', `${stepInto(pointer, unsorted)}/from`, args);
    return;
  }
  for (const [index, row] of rows.entries()) {
    const at = stepInto(pointer, index);
    const before = rows[index - 1];
    const last = index === rows.length - 1;
    if (row.to !== undefined && row.to <= row.from) {
      yield wrong('rowEmpty', `${at}/to`, { from: row.from, to: row.to });
    }
    if (before === undefined && row.from !== 0) yield wrong('rowsNotFromZero', `${at}/from`, { from: row.from });
    if (before?.to !== undefined && row.from !== before.to) {
      const code = row.from > before.to ? 'rowsGap' : 'rowsOverlap';
      yield wrong(code, `${at}/from`, { from: row.from, to: before.to });
    }
    if (last && row.to !== undefined) yield wrongKey('rowsNotOpen', `${at}/to`, { to: row.to });
    if (!last && row.to === undefined)
      yield wrong('rowWithoutEnd', at, { from: row.from, next: rows[index + 1]?.from ?? 0 });
  }
}
