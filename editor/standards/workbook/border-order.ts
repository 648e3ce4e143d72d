import type { FigureChange } from './read-workbook.ts';
import type { DraftRow } from './row.ts';

/**
 * Changes of borders after which the bands would not follow each other: all changed ones of those bands, since which of them was
 * meant otherwise is not known.
 */
export function bordersOutOfOrder(
  rows: readonly DraftRow[],
  changes: readonly FigureChange[],
): readonly FigureChange[] {
  const changed = new Map(changes.map((change) => [change.row.mark, change]));
  const groups = new Map<string, DraftRow[]>();
  for (const row of rows) {
    if (row.carried?.kind !== 'figure' || row.carried.isBorder !== true) continue;
    const bands = row.path.slice(0, -2).join('/');
    groups.set(bands, [...(groups.get(bands) ?? []), row]);
  }
  return [...groups.values()].flatMap((borders) => {
    const ends = borders.map((row) => changed.get(row.mark)?.value ?? row.own);
    const inOrder = ends.every((end, index) => Number(end) > (index === 0 ? 0 : Number(ends[index - 1])));
    return inOrder ? [] : borders.flatMap(({ mark }) => changed.get(mark) ?? []);
  });
}
