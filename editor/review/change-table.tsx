import type { components } from '../../client/index.ts';
import { useLanguage, useWords } from '../language/language.tsx';
import { reviewWords } from './words.ts';

/** One change with its sentence and what it is to claimants. */
export type Change = components['schemas']['DiffAnswer']['changes'][number];

/** Changes as a table: each with its class by sign and word. @param seen fingerprints that a reviewer looked at before */
export function ChangeTable({
  changes,
  seen,
}: {
  readonly changes: readonly Change[];
  readonly seen?: readonly string[];
}) {
  const { language } = useLanguage();
  const words = useWords(reviewWords);
  return (
    <div className="panel-table-frame">
      <table className="panel-table panel-stack">
        <thead>
          <tr>
            <th scope="col">{words.kind}</th>
            <th scope="col">{words.subject}</th>
            <th scope="col">{words.sentence}</th>
            <th scope="col">{words.clause}</th>
          </tr>
        </thead>
        <tbody>
          {changes.map((change) => (
            <tr key={change.fingerprint}>
              <td data-head={words.kind}>
                <span className={`review-class ${change.class}`}>{words[change.class]}</span>
              </td>
              <th scope="row">{change.label[language]}</th>
              <td data-head={words.sentence}>
                {change.sentence}
                {seen === undefined ? null : (
                  <small className="aside">{words.standing(seen.includes(change.fingerprint))}</small>
                )}
              </td>
              <td className="unbroken" data-head={words.clause}>
                {change.clauseWords ?? '–'}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
