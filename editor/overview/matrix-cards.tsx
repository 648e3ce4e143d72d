import type { Matrix } from '../api/matrix.ts';
import { useLanguage, useWords } from '../language/language.tsx';
import { clauseOf } from './clause.ts';
import { Figure, SIGNS } from './figure.tsx';
import { overviewWords } from './words.ts';

type Row = Matrix['standards'][number];

interface CardsOf {
  readonly matrix: Matrix;
  readonly rows: readonly Row[];
  readonly open: (standard: string, code: string) => void;
}

/** The overview for a narrow screen: each standard with the city's floor, and the counties that differ from it under each other. */
export function MatrixCards({ matrix, rows, open }: CardsOf) {
  return (
    <ul className="overview-cards">
      {rows.map((row) => (
        <Card key={`${row.id} ${row.unit} ${row.by.join()}`} matrix={matrix} row={row} open={open} />
      ))}
    </ul>
  );
}

function Card({ matrix, row, open }: Omit<CardsOf, 'rows'> & { readonly row: Row }) {
  const { language } = useLanguage();
  const words = useWords(overviewWords);
  const { id, label, words: city, counties } = row;
  return (
    <li>
      <h2>{label[language]}</h2>
      <small>{clauseOf(matrix, row, language) ?? words.addedByCounty}</small>
      <p>
        {words.city}{' '}
        <button type="button" className="overview-figure" onClick={() => open(id, matrix.city.code)}>
          {city?.[language] ?? words.notInForce}
        </button>
      </p>
      {matrix.jurisdictions.map(({ code, name }) => {
        const cell = counties[code];
        if (cell === undefined) return null;
        const comparison = cell.comparison ?? 'better';
        return (
          <p key={code} className={comparison}>
            {name[language]}{' '}
            <button type="button" className="overview-figure" onClick={() => open(id, code)}>
              <span className="sign" aria-hidden="true">
                {SIGNS[comparison]}
              </span>
              <Figure told={cell.words[language]} />
            </button>{' '}
            <small>{cell.since}</small>
          </p>
        );
      })}
    </li>
  );
}
