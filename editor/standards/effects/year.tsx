import { useState } from 'react';
import { useLanguage, useWords } from '../../language/language.tsx';
import { cnyWords, signedCny } from '../../settlement/money.ts';
import { type Compared, effectOf } from './compared.ts';
import { CountField } from './count-field.tsx';
import type { Counts } from './counts.ts';
import { useTypedCounts } from './typed-counts.ts';
import { effectsWords } from './words.ts';
import { yearEstimate } from './year-estimate.ts';
import '../standards.css';

interface YearOf {
  readonly jurisdiction: string;
  /** The typical claims that the draft changes; none of them a funding. */
  readonly changed: readonly Compared[];
}

/** What a draft costs in a year, by how many such claims an official reckons with: nobody else knows, and nothing is guessed. */
export function Year({ jurisdiction, changed }: YearOf) {
  const words = useWords(effectsWords);
  const { language } = useLanguage();
  const { typed, counts, write } = useTypedCounts('year', jurisdiction);
  // Who has reckoned before finds it open; what is typed never closes it.
  const [startsOpen] = useState(counts.size > 0);
  if (changed.length === 0) return null;
  return (
    <details className="standards-year" open={startsOpen}>
      <summary>{words.year}</summary>
      <p className="aside">{words.yearHow}</p>
      <table className="panel-table">
        <thead>
          <tr>
            <th scope="col">{words.claims}</th>
            <th scope="col">{words.yearEach}</th>
            <th scope="col">{words.yearCount}</th>
          </tr>
        </thead>
        <tbody>
          {changed.map((one) => (
            <tr key={one.id}>
              <th scope="row">{one.label[language]}</th>
              <td className="unbroken">{signedCny(effectOf(one)?.paid ?? 0)}</td>
              <td>
                <CountField
                  name={words.yearCountOf(one.label[language])}
                  typed={typed.get(one.id) ?? ''}
                  write={(text) => write(one.id, text)}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <Total changed={changed} counts={counts} />
    </details>
  );
}

function Total({ changed, counts }: Pick<YearOf, 'changed'> & { readonly counts: Counts }) {
  const words = useWords(effectsWords);
  const { total, payers } = yearEstimate(changed, counts);
  const isCounted = changed.some(({ id }) => (counts.get(id) ?? 0) > 0);
  const nameOf = (payer: string) =>
    changed.map(({ after }) => after?.named?.payers[payer]).find((name) => name !== undefined) ?? payer;
  return (
    <div role="status">
      {isCounted ? (
        <>
          <strong>{total < 0 ? words.yearLess(cnyWords(-total)) : words.yearMore(cnyWords(total))}</strong>
          {payers.length < 2 && payers.every(({ payer }) => payer === null) ? null : (
            <ul>
              {payers.map(({ payer, fen }) => (
                <li key={payer ?? ''}>
                  {words.yearPart(payer === null ? words.yearNoPayer : nameOf(payer), signedCny(fen))}
                </li>
              ))}
            </ul>
          )}
        </>
      ) : null}
    </div>
  );
}
