import { type CSSProperties, memo, useDeferredValue, useMemo, useRef } from 'react';
import type { Matrix } from '../api/matrix.ts';
import type { useScheduledFigures } from '../api/scheduled.ts';
import { useLanguage, useWords } from '../language/language.tsx';
import { type GridPlace, useGridKeys } from './grid-keys.ts';
import { type Group, groupsOf } from './matrix-groups.ts';
import { MatrixHead, useHeadHeight } from './matrix-head.tsx';
import { MatrixRow } from './matrix-row.tsx';
import { WIDTHS } from './matrix-sizes.ts';
import { type ShownColumns, useShownColumns } from './shown-columns.ts';
import { overviewWords } from './words.ts';

type Row = Matrix['standards'][number];

/** What the table shows, and what opens the history of a figure in a place. */
interface TableOf {
  readonly matrix: Matrix;
  readonly rows: readonly Row[];
  /** Of counties, by code: the first day after the date on which other rules come into force there. */
  readonly scheduled: Readonly<Record<string, string>>;
  /** What a figure is to become on that day; null where it stays. */
  readonly scheduledFigure: ReturnType<typeof useScheduledFigures>;
  /** Whether rows stand together by product. */
  readonly grouped: boolean;
  readonly open: (standard: string, code: string) => void;
}

const COLUMNS = {
  '--matrix-standard': `${WIDTHS.standard}px`,
  '--matrix-city': `${WIDTHS.city}px`,
  '--matrix-county': `${WIDTHS.county}px`,
} as CSSProperties;

/** Rows that a screen of an office shows, and some: they stand before the others are drawn, which leaves the page free for keys. */
const FIRST_ROWS = 16;

/**
 * Standards down, counties across, the city's floor beside each. Of many counties only those in sight are in the document; the
 * arrow keys go from figure to figure over all of them, and whoever hears the table is told where of how many they are.
 */
export const MatrixTable = memo(function MatrixTable(of: TableOf) {
  const { matrix, rows, scheduled, scheduledFigure, grouped, open } = of;
  const words = useWords(overviewWords);
  const region = useRef<HTMLElement>(null);
  const drawn = useDeferredValue(rows, rows.slice(0, FIRST_ROWS));
  const groups = useMemo(() => groupsOf(drawn, grouped), [drawn, grouped]);
  const groupCount = useMemo(() => new Set(rows.map(({ product }) => product)).size, [rows]);
  const count = matrix.jurisdictions.length;
  const keys = useGridKeys(region, { rows: rows.length, columns: count + 1 });
  const head = useHeadHeight(of);
  const columns = useShownColumns(region, count, keys.place.column - 1);
  return (
    <section
      className="scroll"
      ref={region}
      aria-label={words.overviewTable}
      // What is reached by a key is not left beneath the head or the columns that stay.
      style={{ scrollPadding: `${head + 4}px 0 0 ${WIDTHS.standard + WIDTHS.city}px` }}
    >
      <table
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: the arrow keys go from cell to cell
        role="grid"
        aria-label={words.overviewTable}
        aria-colcount={2 + count}
        aria-rowcount={1 + rows.length + (grouped ? groupCount : 0)}
        className="matrix"
        style={{ ...COLUMNS, width: WIDTHS.standard + WIDTHS.city + count * WIDTHS.county }}
        onKeyDown={keys.onKeyDown}
        onFocus={keys.onFocus}
      >
        <MatrixHead matrix={matrix} scheduled={scheduled} columns={columns} height={head} />
        <tbody>
          {groups.map((group, index) => (
            <GroupRows
              key={group.product ?? ''}
              group={group}
              groupsBefore={index}
              matrix={matrix}
              place={keys.place}
              columns={columns}
              scheduledFigure={scheduledFigure}
              open={open}
            />
          ))}
        </tbody>
      </table>
    </section>
  );
});

interface GroupRowsOf extends Pick<TableOf, 'matrix' | 'scheduledFigure' | 'open'> {
  readonly group: Group;
  /** How many groups stand before it, each of which has a row of its own. */
  readonly groupsBefore: number;
  /** Where the arrow keys are. */
  readonly place: GridPlace;
  readonly columns: ShownColumns;
}

/** The rows of a product under its name; of no product without one. */
function GroupRows({ group, groupsBefore, matrix, place, columns, scheduledFigure, open }: GroupRowsOf) {
  const { language } = useLanguage();
  const words = useWords(overviewWords);
  const { product, rows, before } = group;
  return (
    <>
      {product === null ? null : (
        <tr className="group" aria-rowindex={2 + before + groupsBefore} style={{ containIntrinsicHeight: 'auto 31px' }}>
          <th colSpan={2 + columns.cells} scope="rowgroup" aria-colindex={1}>
            <span>{matrix.products[product]?.[language] ?? words.otherProduct}</span>
          </th>
        </tr>
      )}
      {rows.map((row, index) => (
        <MatrixRow
          key={`${row.id} ${row.unit} ${row.by.join()}`}
          row={row}
          matrix={matrix}
          at={before + index}
          rowIndex={2 + before + index + (product === null ? 0 : groupsBefore + 1)}
          reached={place.row === before + index ? place : null}
          columns={columns}
          later={scheduledFigure}
          open={open}
        />
      ))}
    </>
  );
}
