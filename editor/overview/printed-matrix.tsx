import type { Matrix } from '../api/matrix.ts';
import type { useScheduledFigures } from '../api/scheduled.ts';
import { useLanguage, useWords } from '../language/language.tsx';
import { sourceOf } from './clause.ts';
import { Notes, useNotes } from './notes.tsx';
import { SIGNS, standingOf } from './standing.ts';
import { overviewWords } from './words.ts';

type Row = Matrix['standards'][number];

/** Counties that stand beside each other across a sheet of paper. */
const ACROSS = 12;

interface PrintedOf {
  readonly matrix: Matrix;
  readonly rows: readonly Row[];
  /** What a figure is to become when other rules come into force; null where it stays. */
  readonly scheduledFigure: ReturnType<typeof useScheduledFigures>;
}

/** The overview on paper: every row, and every county; of more than a sheet is wide, the others in tables of their own. */
export function PrintedMatrix({ matrix, rows, scheduledFigure }: PrintedOf) {
  const { language } = useLanguage();
  const words = useWords(overviewWords);
  const { jurisdictions } = matrix;
  const sheets = Array.from({ length: Math.max(1, Math.ceil(jurisdictions.length / ACROSS)) }, (_, sheet) =>
    jurisdictions.slice(sheet * ACROSS, (sheet + 1) * ACROSS),
  );
  return sheets.map((places) => (
    <table key={places[0]?.code ?? ''} className="overview-printed">
      <thead>
        <tr>
          <th scope="col" className="overview-printed-standard">
            {words.standard}
          </th>
          <th scope="col">{words.city}</th>
          {places.map(({ code, name }) => (
            <th scope="col" key={code}>
              {name[language]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <PrintedRow
            key={`${row.id} ${row.unit} ${row.by.join()}`}
            row={row}
            matrix={matrix}
            places={places}
            scheduledFigure={scheduledFigure}
          />
        ))}
      </tbody>
    </table>
  ));
}

interface RowOf extends Omit<PrintedOf, 'rows'> {
  readonly row: Row;
  readonly places: Matrix['jurisdictions'];
}

function PrintedRow({ row, matrix, places, scheduledFigure }: RowOf) {
  const { language } = useLanguage();
  const words = useWords(overviewWords);
  const notesIn = useNotes(row, scheduledFigure);
  const source = sourceOf(matrix, row, language, words.addedByCounty);
  return (
    <tr>
      <th scope="row">
        {row.label[language]}
        {source === null ? null : <small>{source}</small>}
      </th>
      <td>{row.words?.[language] ?? words.notInForce}</td>
      {places.map(({ code }) => {
        const cell = row.counties[code];
        return (
          <td key={code}>
            {cell === undefined ? (
              <span className="aside">{row.words === null ? words.notInForce : words.sameAsCity}</span>
            ) : (
              <>
                {SIGNS[standingOf(cell)]} {cell.words[language]}
                <small>{cell.since}</small>
              </>
            )}
            <Notes notes={notesIn(code)} />
          </td>
        );
      })}
    </tr>
  );
}
