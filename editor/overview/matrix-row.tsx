import { memo, useMemo } from 'react';
import type { Matrix } from '../api/matrix.ts';
import type { useScheduledFigures } from '../api/scheduled.ts';
import { useLanguage, useWords } from '../language/language.tsx';
import { Across } from './across.tsx';
import { sourceOf } from './clause.ts';
import { Figure } from './figure.tsx';
import type { GridPlace } from './grid-keys.ts';
import { heightOf } from './matrix-sizes.ts';
import { Notes, useNotes } from './notes.tsx';
import type { ShownColumns } from './shown-columns.ts';
import { SIGNS, standingOf } from './standing.ts';
import { overviewWords } from './words.ts';

interface MatrixRowOf {
  readonly matrix: Matrix;
  readonly row: Matrix['standards'][number];
  /** Which row it is for the arrow keys, from 0; and of the whole table, from 1. */
  readonly at: number;
  readonly rowIndex: number;
  /** Where the arrow keys are, if in this row. */
  readonly reached: GridPlace | null;
  readonly columns: ShownColumns;
  /** What a figure is to become when other rules come into force; null where it stays. */
  readonly later: ReturnType<typeof useScheduledFigures>;
  /** Opens the history of the figure in a place. */
  readonly open: (standard: string, code: string) => void;
}

/** A standard: the city's figure, and what each county in sight makes of it. */
export const MatrixRow = memo(function MatrixRow(of: MatrixRowOf) {
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
