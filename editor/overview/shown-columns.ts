import { defaultRangeExtractor, type Range, useVirtualizer } from '@tanstack/react-virtual';
import { type RefObject, useCallback, useMemo } from 'react';
import { WIDTHS } from './matrix-sizes.ts';

/** Columns that come and go together. */
const RUN = 4;

/** Which counties are in the document, and the room that those between them take. */
export interface ShownColumns {
  readonly parts: readonly ({ readonly index: number } | { readonly gap: number; readonly from: number })[];
  /** How many cells a row has of them, gaps counted. */
  readonly cells: number;
}

/**
 * The counties in sight of a table that scrolls sideways, some on either side, and the one that the arrow keys are at.
 * @param reached the column that is kept wherever the table is scrolled to; -1 for none
 */
export function useShownColumns(region: RefObject<HTMLElement | null>, count: number, reached: number): ShownColumns {
  const before = WIDTHS.standard + WIDTHS.city;
  const virtualizer = useVirtualizer({
    horizontal: true,
    count,
    getScrollElement: () => region.current,
    estimateSize: () => WIDTHS.county,
    overscan: 2,
    paddingStart: before,
    // Until the region is measured: as wide as an office's screen.
    initialRect: { width: 1366, height: 600 },
    rangeExtractor: useCallback((range: Range) => inSight(range, reached), [reached]),
  });
  const shown = virtualizer
    .getVirtualItems()
    .map(({ index }) => index)
    .join();
  // The same object while the same columns are shown, so that rows are not drawn anew for every pixel.
  return useMemo(() => {
    const parts: ({ index: number } | { gap: number; from: number })[] = [];
    let next = 0;
    for (const index of shown === '' ? [] : shown.split(',').map(Number)) {
      if (index > next) parts.push({ gap: (index - next) * WIDTHS.county, from: next });
      parts.push({ index });
      next = index + 1;
    }
    if (next < count) parts.push({ gap: (count - next) * WIDTHS.county, from: next });
    return { parts, cells: parts.length };
  }, [shown, count]);
}

/** Whole runs of columns, so that rows are drawn anew only when one of these comes into sight. */
function inSight(range: Range, reached: number): number[] {
  const shown = defaultRangeExtractor(range);
  const first = Math.floor((shown[0] ?? 0) / RUN) * RUN;
  const end = Math.min(range.count, Math.ceil(((shown.at(-1) ?? 0) + 1) / RUN) * RUN);
  const run = Array.from({ length: end - first }, (_, index) => first + index);
  return reached < 0 || run.includes(reached) ? run : [...run, reached].sort((a, b) => a - b);
}
