import type { Matrix } from '../api/matrix.ts';
import type { useScheduledFigures } from '../api/scheduled.ts';
import { useLanguage, useWords } from '../language/language.tsx';
import { sourceOf } from './clause.ts';
import { Figure } from './figure.tsx';
import { Notes, useNotes } from './notes.tsx';
import { SIGNS, standingOf } from './standing.ts';
import { overviewWords } from './words.ts';

type Row = Matrix['standards'][number];

interface CardsOf {
  readonly matrix: Matrix;
  readonly rows: readonly Row[];
  /** What a figure is to become when other rules come into force; null where it stays. */
  readonly scheduledFigure: ReturnType<typeof useScheduledFigures>;
  readonly open: (standard: string, code: string) => void;
}

/** The overview for a narrow screen: each standard with the city's floor, and the counties that differ from it under each other. */
export function MatrixCards({ rows, ...of }: CardsOf) {
  return (
    <ul className="overview-cards">
      {rows.map((row) => (
        <Card key={`${row.id} ${row.unit} ${row.by.join()}`} row={row} {...of} />
      ))}
    </ul>
  );
}

function Card({ matrix, row, scheduledFigure, open }: Omit<CardsOf, 'rows'> & { readonly row: Row }) {
  const { language } = useLanguage();
  const words = useWords(overviewWords);
  const { id, label, words: city, counties } = row;
  const notesIn = useNotes(row, scheduledFigure);
  const source = sourceOf(matrix, row, language, words.addedByCounty);
  return (
    <li>
      <h2>{label[language]}</h2>
      {source === null ? null : <small>{source}</small>}
      <p>
        {words.city}{' '}
        <button
          type="button"
          className="overview-figure"
          data-figure={`${id} ${matrix.city.code}`}
          onClick={() => open(id, matrix.city.code)}
        >
          <Figure told={city?.[language] ?? words.notInForce} />
        </button>
      </p>
      {matrix.jurisdictions.map(({ code, name }) => {
        const cell = counties[code];
        const notes = notesIn(code);
        if (cell === undefined)
          return notes.length === 0 ? null : (
            <p key={code}>
              {name[language]} {city === null ? words.notInForce : words.sameAsCity} <Notes notes={notes} />
            </p>
          );
        const standing = standingOf(cell);
        return (
          <p key={code} className={standing}>
            {name[language]}{' '}
            <button
              type="button"
              className="overview-figure"
              data-figure={`${id} ${code}`}
              onClick={() => open(id, code)}
            >
              <span className="sign" aria-hidden="true">
                {SIGNS[standing]}
              </span>
              <Figure told={cell.words[language]} />
            </button>{' '}
            <small>{cell.since}</small> <Notes notes={notes} />
          </p>
        );
      })}
    </li>
  );
}
