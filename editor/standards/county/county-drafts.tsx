import { Link } from 'react-router';
import { useDrafts } from '../../api/drafts.ts';
import { useDraftChanges } from '../../api/reviews.ts';
import { useLanguage, useWords } from '../../language/language.tsx';
import { Failure } from '../../shell/failure.tsx';
import { instantWords } from '../../shell/instant-words.ts';
import { Waiting } from '../../shell/waiting.tsx';
import { whoWords } from '../../shell/who.ts';
import { StateTag } from '../draft/state-tag.tsx';
import { standardsWords } from '../words.ts';
import '../../shell/panel.css';

/** The drafts of a county with their states, those still open first. */
export function CountyDrafts({ code, mayWrite }: { readonly code: string; readonly mayWrite: boolean }) {
  const { language } = useLanguage();
  const words = useWords(standardsWords);
  const { data, error, refetch } = useDrafts(code, true);
  if (error !== null) return <Failure error={error} again={() => void refetch()} />;
  if (data === undefined) return <Waiting />;
  const isClosed = (state: string) => state === 'published' || state === 'discarded';
  const items = data.filter(({ state }) => !isClosed(state)).concat(data.filter(({ state }) => isClosed(state)));
  return (
    <details className="standards-drafts" open={items.some(({ state }) => !isClosed(state))}>
      <summary>
        <h2>{words.drafts}</h2>
      </summary>
      {items.length === 0 ? (
        mayWrite ? (
          <p>{words.noDrafts}</p>
        ) : (
          <p>{words.none}</p>
        )
      ) : (
        <table className="panel-table panel-stack">
          <thead>
            <tr>
              <th scope="col">{words.draftColumn}</th>
              <th scope="col">{words.stateColumn}</th>
              <th scope="col">{words.lastColumn}</th>
              <th scope="col">{words.byWhom}</th>
            </tr>
          </thead>
          <tbody>
            {items.map(({ id, revision, state, createdAt, last, publication, submission }) => (
              <tr key={id}>
                <th scope="row">
                  <Link to={`/drafts/${id}`}>{words.draftBegun(instantWords(createdAt))}</Link>
                  {submission !== null ? (
                    <div className="aside">{submission.reason}</div>
                  ) : isClosed(state) ? null : (
                    <WhatChanges id={id} revision={revision} />
                  )}
                </th>
                <td data-head={words.stateColumn}>
                  <StateTag state={state} />
                  {publication === null ? null : words.becameVersion(publication.version)}
                </td>
                <td data-head={words.lastColumn}>{instantWords(last.at)}</td>
                <td data-head={words.byWhom}>{whoWords(last.by, language)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </details>
  );
}

/** What a draft that has no reason yet changes: its first change, and how many more. Nothing where its text says nothing yet. */
function WhatChanges({ id, revision }: { readonly id: string; readonly revision: number }) {
  const words = useWords(standardsWords);
  const { data } = useDraftChanges({ id, revision });
  if (data === undefined) return null;
  // The period says little of what a draft is for.
  const { changes } = data.comparison;
  const told = [...changes.filter(({ subject }) => subject === 'standard'), ...changes];
  const [first] = told;
  return (
    <div className="aside">
      {first === undefined ? words.changesNothing : words.changesTo(first.sentence, changes.length - 1)}
    </div>
  );
}
