import { type FocusEvent, type KeyboardEvent, type RefObject, useEffect, useRef, useState } from 'react';

/** A figure among the rows and columns that the arrow keys go over, from 0. */
export interface GridPlace {
  readonly row: number;
  readonly column: number;
}

/** How many rows and columns there are. */
interface Extent {
  readonly rows: number;
  readonly columns: number;
}

/** Rows that Page Up and Page Down go over. */
const PAGE = 8;

/**
 * The keys of a table of figures, by the ARIA practice of a grid: one of its figures is reached by Tab, the others from there by
 * arrows, Home and End (with Ctrl of the whole table), Page Up and Page Down. A figure's element tells its place in `data-at`.
 * @param region the element that scrolls and holds the figures
 */
export function useGridKeys(region: RefObject<HTMLElement | null>, extent: Extent) {
  const [asked, setAsked] = useState<GridPlace>({ row: 0, column: 0 });
  const place = within(asked, extent);
  const byKey = useRef(false);
  // After every drawing: a row that a key leads to may come later than the key, and the focus goes there when it is there – unless
  // it has left the table meanwhile.
  useEffect(() => {
    if (!byKey.current) return;
    const reached = region.current?.querySelector<HTMLElement>(`[data-at="${place.row} ${place.column}"]`);
    if (reached == null) return;
    byKey.current = false;
    if (region.current?.contains(document.activeElement)) reached.focus();
  });
  return {
    place,
    onKeyDown: (event: KeyboardEvent) => {
      const next = moved(place, event, extent);
      if (next === null || placeOf(event.target) === null) return;
      event.preventDefault();
      byKey.current = next.row !== place.row || next.column !== place.column;
      setAsked(next);
    },
    onFocus: (event: FocusEvent) => {
      const reached = placeOf(event.target);
      if (reached !== null && (reached.row !== place.row || reached.column !== place.column)) setAsked(reached);
    },
  };
}

function placeOf(element: EventTarget): GridPlace | null {
  const at = element instanceof HTMLElement ? element.dataset.at : undefined;
  if (at === undefined) return null;
  const [row = 0, column = 0] = at.split(' ').map(Number);
  return { row, column };
}

function within({ row, column }: GridPlace, { rows, columns }: Extent): GridPlace {
  const held = (value: number, count: number) => Math.max(0, Math.min(count - 1, value));
  return { row: held(row, rows), column: held(column, columns) };
}

/** Where a key leads; null where it leads nowhere. */
function moved({ row, column }: GridPlace, { key, ctrlKey }: KeyboardEvent, extent: Extent): GridPlace | null {
  const last = { row: extent.rows - 1, column: extent.columns - 1 };
  const next: Readonly<Record<string, GridPlace>> = {
    ArrowLeft: { row, column: column - 1 },
    ArrowRight: { row, column: column + 1 },
    ArrowUp: { row: row - 1, column },
    ArrowDown: { row: row + 1, column },
    PageUp: { row: row - PAGE, column },
    PageDown: { row: row + PAGE, column },
    Home: { row: ctrlKey ? 0 : row, column: 0 },
    End: { row: ctrlKey ? last.row : row, column: last.column },
  };
  const to = next[key];
  return to === undefined ? null : within(to, extent);
}
