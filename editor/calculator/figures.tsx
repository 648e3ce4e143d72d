import type { Evaluation } from '../../client/index.ts';
import { useWords } from '../language/language.tsx';
import { rulesOf } from '../settlement/rules-of.ts';
import { calculatorWords } from './words.ts';

/** Every figure that a settlement used: the city's, the county's, which applied, and the clause it stands in. */
export function Figures({ settlement }: { readonly settlement: Evaluation }) {
  const words = useWords(calculatorWords);
  const { base } = settlement.ruleSet;
  const standards = new Map(
    settlement.layers
      .filter(({ paid, lines }) => paid > 0 || lines.some(({ funding }) => funding !== undefined))
      .flatMap(({ layer }) => rulesOf(settlement, layer))
      .flatMap((rule) => rule.standards.map((standard) => [`${standard.id} ${standard.keyWords}`, standard] as const)),
  );
  const isVerified = [...standards.values()].every(({ verified }) => verified);
  return (
    <>
      <table className="sheet-figures">
        <thead>
          <tr>
            <th scope="col">{words.figure}</th>
            <th scope="col">{words.cityFigure}</th>
            <th scope="col">{words.countyFigure}</th>
            <th scope="col">{words.applied}</th>
            <th scope="col">{words.clauseHead}</th>
          </tr>
        </thead>
        <tbody>
          {[...standards].map(([key, { label, keyWords, words: figure, cityWords, origin, clause, verified }]) => {
            const county = origin.jurisdiction !== base.jurisdiction;
            const same = county && figure === cityWords;
            return (
              <tr key={key}>
                <th scope="row">
                  {keyWords === '' ? label : words.figureOf(label, keyWords)}
                  {verified ? null : ' *'}
                </th>
                <td>{cityWords ?? words.none}</td>
                <td>{county && !same ? figure : words.none}</td>
                <td>{county && !same ? words.appliedCounty : words.appliedCity}</td>
                <td className="unbroken">
                  {clause === null ? words.none : (settlement.named?.clauses[clause] ?? clause)}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
      {isVerified ? null : <small>* {words.notVerified}</small>}
    </>
  );
}
