import { type Consequences, mayBePublished, useConsequences } from '../../api/consequences.ts';
import type { MovedOn } from '../../api/moved-on.ts';
import type { ReviewedDraft } from '../../api/reviews.ts';
import { useWords } from '../../language/language.tsx';
import { Failure } from '../../shell/failure.tsx';
import { Waiting } from '../../shell/waiting.tsx';
import { SuspendedList } from './suspended-list.tsx';
import { countsOf, suspendedBeside } from './untold.ts';
import { consequencesWords } from './words.ts';

/**
 * What publishing a submission now would do to what is published elsewhere: versions that are suspended, and counties' figures
 * that the city's go beyond; nothing of a county's that touches no other version, nor where nobody can decide.
 */
export function ConsequencesPart({ draft, moved }: { readonly draft: ReviewedDraft; readonly moved: MovedOn | null }) {
  const words = useWords(consequencesWords);
  const { data, error, refetch } = useConsequences(draft);
  if (moved !== null || !mayBePublished(draft)) return null;
  const suspended = data === undefined ? [] : suspendedBeside(data, draft);
  if (draft.kind === 'Override' && error === null && suspended.length === 0) return null;
  return (
    <section className="panel" aria-label={words.title}>
      <h2>
        {words.title} <small className="aside">{words.asOfNow}</small>
      </h2>
      {error !== null ? (
        <Failure error={error} again={() => void refetch()} />
      ) : data === undefined ? (
        <Waiting />
      ) : suspended.length + data.overtaken.length === 0 ? (
        <p>{words.none}</p>
      ) : (
        <>
          <SuspendedList suspended={suspended} />
          <OvertakenTable consequences={data} />
        </>
      )}
    </section>
  );
}

/** Each figure of a county that is overtaken, beside what the city's is to be. */
function OvertakenTable({ consequences }: { readonly consequences: Consequences }) {
  const words = useWords(consequencesWords);
  const { counties, figures } = countsOf(consequences);
  if (figures === 0) return null;
  return (
    <>
      <p>
        <strong>{words.overtakes(counties, figures)}</strong> <span className="aside">{words.draftsReady}</span>
      </p>
      <div className="panel-table-frame">
        <table className="panel-table panel-stack">
          <thead>
            <tr>
              <th scope="col">{words.county}</th>
              <th scope="col">{words.standard}</th>
              <th scope="col">{words.stated}</th>
              <th scope="col">{words.floor}</th>
            </tr>
          </thead>
          <tbody>
            {consequences.overtaken.flatMap(({ jurisdiction, name, version, figures: stated }) =>
              stated.map((figure) => (
                <tr key={`${jurisdiction} ${version} ${figure.message}`}>
                  <th scope="row">{words.ofVersion(name, version)}</th>
                  <td data-head={words.standard}>{figure.label}</td>
                  {figure.stated === null ? (
                    <td colSpan={2}>{figure.message}</td>
                  ) : (
                    <>
                      <td data-head={words.stated}>{figure.stated}</td>
                      <td data-head={words.floor}>{figure.floor}</td>
                    </>
                  )}
                </tr>
              )),
            )}
          </tbody>
        </table>
      </div>
    </>
  );
}
