import { Fragment } from 'react';
import type { Matrix } from '../api/matrix.ts';
import { useLanguage } from '../language/language.tsx';

type Row = Matrix['standards'][number];

/** The sign before a figure that is not the city's, so that colour is never the only one. */
const SIGNS = { better: '▲', worse: '▼', incomparable: '◆', equal: '' } as const;

/** Standards down, counties across, the city's floor beside each. */
export function MatrixTable({ matrix, rows }: { readonly matrix: Matrix; readonly rows: readonly Row[] }) {
  const { language, words } = useLanguage();
  const products = [...new Set(rows.map(({ product }) => product))];
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
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {products.map((product) => (
            <Fragment key={product}>
              <tr className="group">
                <th colSpan={2 + matrix.jurisdictions.length} scope="rowgroup">
                  {matrix.products[product]?.[language] ?? product}
                </th>
              </tr>
              {rows
                .filter((row) => row.product === product)
                .map((row) => (
                  <StandardRow key={`${row.id} ${row.unit} ${row.by.join()}`} row={row} matrix={matrix} />
                ))}
            </Fragment>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function StandardRow({ row, matrix }: { readonly row: Row; readonly matrix: Matrix }) {
  const { language, words } = useLanguage();
  return (
    <tr>
      <th scope="row">
        {row.label[language]}
        <small>{row.clause ?? words.addedByCounty}</small>
      </th>
      <td>
        <Figure told={row.words?.[language] ?? words.notInForce} />
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
            <span className="sign" aria-hidden="true">
              {SIGNS[comparison]}
            </span>
            <Figure told={cell.words[language]} />
            <small>{cell.since}</small>
          </td>
        );
      })}
    </tr>
  );
}

/** A figure in words, what it is made of under each other: `一级 200 元；二级 500 元` in two lines. */
function Figure({ told }: { readonly told: string }) {
  return told.split(/(?<=[；;]) */).map((part) => (
    <span className="part" key={part}>
      {part}
    </span>
  ));
}
