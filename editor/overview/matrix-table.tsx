import { Fragment, memo } from 'react';
import type { Matrix } from '../api/matrix.ts';
import { useLanguage, useWords } from '../language/language.tsx';
import { Figure, SIGNS } from './figure.tsx';
import { overviewWords } from './words.ts';

type Row = Matrix['standards'][number];

/** What the table shows, and what opens the history of a figure in a place. */
interface TableOf {
  readonly matrix: Matrix;
  readonly rows: readonly Row[];
  /** Of counties, by code: the first day after the date on which other rules come into force there. */
  readonly scheduled: Readonly<Record<string, string>>;
  /** Whether rows stand together by product. */
  readonly grouped: boolean;
  readonly open: (standard: string, code: string) => void;
}

/** Standards down, counties across, the city's floor beside each. */
export const MatrixTable = memo(function MatrixTable({ matrix, rows, scheduled, grouped, open }: TableOf) {
  const { language } = useLanguage();
  const words = useWords(overviewWords);
  const products = grouped ? [...new Set(rows.map(({ product }) => product))] : [null];
  return (
    // Something that scrolls must be reachable by the keyboard.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: the region scrolls, and without it nobody scrolls it by keyboard
    <section className="scroll" tabIndex={0} aria-label={words.overviewTable}>
      <table className="matrix">
        <thead>
          <tr>
            <th scope="col">{words.standard}</th>
            <th scope="col">{words.city}</th>
            {matrix.jurisdictions.map(({ code, name }) => (
              <th scope="col" key={code}>
                {name[language]}
                {scheduled[code] === undefined ? null : <small>⏱ {words.otherFrom(scheduled[code])}</small>}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {products.map((product) => (
            <Fragment key={product ?? ''}>
              {product === null ? null : (
                <tr className="group">
                  <th colSpan={2 + matrix.jurisdictions.length} scope="rowgroup">
                    {matrix.products[product]?.[language] ?? words.otherProduct}
                  </th>
                </tr>
              )}
              {rows
                .filter((row) => product === null || row.product === product)
                .map((row) => (
                  <StandardRow key={`${row.id} ${row.unit} ${row.by.join()}`} row={row} matrix={matrix} open={open} />
                ))}
            </Fragment>
          ))}
        </tbody>
      </table>
    </section>
  );
});

function StandardRow({ row, matrix, open }: Pick<TableOf, 'matrix' | 'open'> & { readonly row: Row }) {
  const { language } = useLanguage();
  const words = useWords(overviewWords);
  return (
    <tr>
      <th scope="row">
        {row.label[language]}
        <small>{row.clause ?? words.addedByCounty}</small>
      </th>
      <td>
        <button type="button" className="overview-figure" onClick={() => open(row.id, matrix.city.code)}>
          <Figure told={row.words?.[language] ?? words.notInForce} />
        </button>
      </td>
      {matrix.jurisdictions.map(({ code, name }) => {
        const cell = row.counties[code];
        if (cell === undefined)
          return (
            <td key={code} className="same">
              {row.words === null ? words.notInForce : words.sameAsCity}
            </td>
          );
        const comparison = cell.comparison ?? 'better';
        return (
          <td key={code} className={comparison} title={words.raisedIn(name[language], cell.since)}>
            <button type="button" className="overview-figure" onClick={() => open(row.id, code)}>
              <span className="sign" aria-hidden="true">
                {SIGNS[comparison]}
              </span>
              <Figure told={cell.words[language]} />
            </button>
            <small>{cell.since}</small>
          </td>
        );
      })}
    </tr>
  );
}
