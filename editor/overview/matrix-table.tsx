import { type CSSProperties, Fragment, memo, type ReactNode, useDeferredValue, useMemo, useRef } from 'react';
import type { Matrix } from '../api/matrix.ts';
import type { useScheduledFigures } from '../api/scheduled.ts';
import { useLanguage, useWords } from '../language/language.tsx';
import { sourceOf } from './clause.ts';
import { Figure } from './figure.tsx';
import { type GridPlace, useGridKeys } from './grid-keys.ts';
import { headHeight, heightOf, WIDTHS } from './matrix-sizes.ts';
import { Notes, useNotes } from './notes.tsx';
import { type ShownColumns, useShownColumns } from './shown-columns.ts';
import { SIGNS, standingOf } from './standing.ts';
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
  const { language } = useLanguage();
  const words = useWords(overviewWords);
  const region = useRef<HTMLElement>(null);
  const drawn = useDeferredValue(rows, rows.slice(0, FIRST_ROWS));
  const groups = useMemo(() => groupsOf(drawn, grouped), [drawn, grouped]);
  const groupCount = useMemo(() => new Set(rows.map(({ product }) => product)).size, [rows]);
  const count = matrix.jurisdictions.length;
  const keys = useGridKeys(region, { rows: rows.length, columns: count + 1 });
  const head = useMemo(
    () =>
      headHeight(
        matrix.jurisdictions.map(({ name }) => name[language]),
        Object.values(scheduled).map((date) => `→ ${words.otherFrom(date)}`),
      ),
    [matrix, scheduled, language, words],
  );
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
        <thead>
          <tr aria-rowindex={1} style={{ minHeight: head }}>
            <th scope="col" aria-colindex={1}>
              {words.standard}
            </th>
            <th scope="col" aria-colindex={2}>
              {words.city}
            </th>
            <Across columns={columns}>
              {(index) => {
                const { code, name } = matrix.jurisdictions[index] as Matrix['jurisdictions'][number];
                return (
                  <th scope="col" key={code} aria-colindex={3 + index}>
                    {name[language]}
                    {scheduled[code] === undefined ? null : <small>→ {words.otherFrom(scheduled[code])}</small>}
                  </th>
                );
              }}
            </Across>
          </tr>
        </thead>
        <tbody>
          {groups.map(({ product, rows: own, before }, group) => (
            <Fragment key={product ?? ''}>
              {product === null ? null : (
                <tr
                  className="group"
                  aria-rowindex={2 + before + group}
                  style={{ containIntrinsicHeight: 'auto 31px' }}
                >
                  <th colSpan={2 + columns.cells} scope="rowgroup" aria-colindex={1}>
                    <span>{matrix.products[product]?.[language] ?? words.otherProduct}</span>
                  </th>
                </tr>
              )}
              {own.map((row, index) => (
                <StandardRow
                  key={`${row.id} ${row.unit} ${row.by.join()}`}
                  row={row}
                  matrix={matrix}
                  at={before + index}
                  rowIndex={2 + before + index + (product === null ? 0 : group + 1)}
                  reached={keys.place.row === before + index ? keys.place : null}
                  columns={columns}
                  later={scheduledFigure}
                  open={open}
                />
              ))}
            </Fragment>
          ))}
        </tbody>
      </table>
    </section>
  );
});

/** Rows that stand together, and how many stand before them. */
interface Group {
  readonly product: string | null;
  readonly rows: readonly Row[];
  readonly before: number;
}

function groupsOf(rows: readonly Row[], grouped: boolean): readonly Group[] {
  if (!grouped) return [{ product: null, rows, before: 0 }];
  let before = 0;
  return [...new Set(rows.map(({ product }) => product))].map((product) => {
    const own = rows.filter((row) => row.product === product);
    const group = { product, rows: own, before };
    before += own.length;
    return group;
  });
}

interface AcrossOf {
  readonly columns: ShownColumns;
  readonly children: (index: number) => ReactNode;
}

/** The cells in sight of a row, and the room of those that are not. */
function Across({ columns, children }: AcrossOf) {
  return columns.parts.map((part) =>
    'gap' in part ? (
      <td key={`gap ${part.from}`} className="gap" aria-hidden="true" style={{ width: part.gap }} />
    ) : (
      children(part.index)
    ),
  );
}

interface RowOf extends Pick<TableOf, 'matrix' | 'open'> {
  readonly row: Row;
  /** Which row it is for the arrow keys, from 0; and of the whole table, from 1. */
  readonly at: number;
  readonly rowIndex: number;
  /** Where the arrow keys are, if in this row. */
  readonly reached: GridPlace | null;
  readonly columns: ShownColumns;
  readonly later: TableOf['scheduledFigure'];
}

const StandardRow = memo(function StandardRow(of: RowOf) {
  const { row, matrix, at, rowIndex, reached, columns, later, open } = of;
  const { language } = useLanguage();
  const words = useWords(overviewWords);
  const notesIn = useNotes(row, later);
  const source = sourceOf(matrix, row, language, words.addedByCounty);
  const height = useMemo(() => {
    const below = matrix.jurisdictions.map(({ code }) => notesIn(code).map(({ told }) => told));
    return heightOf(row, language, below);
  }, [row, language, matrix, notesIn]);
  const stop = (column: number) => ({ 'data-at': `${at} ${column}`, tabIndex: reached?.column === column ? 0 : -1 });
  return (
    <tr aria-rowindex={rowIndex} style={{ minHeight: height, containIntrinsicHeight: `auto ${height}px` }}>
      <th scope="row" aria-colindex={1}>
        {row.label[language]}
        {source === null ? null : <small className="unbroken">{source}</small>}
      </th>
      <td aria-colindex={2}>
        <button
          type="button"
          className="overview-figure"
          data-figure={`${row.id} ${matrix.city.code}`}
          {...stop(0)}
          onClick={() => open(row.id, matrix.city.code)}
        >
          <Figure told={row.words?.[language] ?? words.notInForce} />
        </button>
      </td>
      <Across columns={columns}>
        {(index) => {
          const { code, name } = matrix.jurisdictions[index] as Matrix['jurisdictions'][number];
          const cell = row.counties[code];
          if (cell === undefined)
            return (
              <td key={code} aria-colindex={3 + index} className="same" {...stop(1 + index)}>
                {row.words === null ? words.notInForce : words.sameAsCity}
                <Notes notes={notesIn(code)} />
              </td>
            );
          const standing = standingOf(cell);
          const title = words[`${cell.fundingOnly ? 'funding' : standing}Since`](name[language], cell.since);
          return (
            <td key={code} aria-colindex={3 + index} className={standing} title={title}>
              <button
                type="button"
                className="overview-figure"
                data-figure={`${row.id} ${code}`}
                {...stop(1 + index)}
                onClick={() => open(row.id, code)}
              >
                <span className="sign" aria-hidden="true">
                  {SIGNS[standing]}
                </span>
                <Figure told={cell.words[language]} />
              </button>
              <small className="unbroken">{cell.since}</small>
              <Notes notes={notesIn(code)} />
            </td>
          );
        }}
      </Across>
    </tr>
  );
});
