import { Link } from 'react-router';
import { useBelowFloor, useDrafts } from '../../api/drafts.ts';
import { useDraftChanges } from '../../api/reviews.ts';
import { useWords } from '../../language/language.tsx';
import { Failure } from '../../shell/failure.tsx';
import { instantWords } from '../../shell/instant-words.ts';
import { Waiting } from '../../shell/waiting.tsx';
import { useWho } from '../../shell/who.ts';
import { StateTag } from '../draft/state-tag.tsx';
import { standardsWords } from '../words.ts';
import '../../shell/panel.css';

/** The drafts of a county with their states, those still open first. */
export function CountyDrafts({ code, mayWrite }: { readonly code: string; readonly mayWrite: boolean }) {
  const who = useWho();
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
                  {submission !== null ? (
                    <Link to={`/drafts/${id}`}>{submission.reason}</Link>
                  ) : isClosed(state) ? (
                    <Link to={`/drafts/${id}`}>{words.draft}</Link>
                  ) : (
                    <WhatChanges id={id} revision={revision} />
                  )}
                  <div className="aside">{words.draftBegun(instantWords(createdAt))}</div>
                </th>
                <td data-head={words.stateColumn}>
                  <StateTag state={state} />
                  {publication === null ? null : words.becameVersion(publication.version)}
                </td>
                <td data-head={words.lastColumn}>{instantWords(last.at)}</td>
                <td data-head={words.byWhom}>{who(last.by)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </details>
  );
}

/**
 * What a draft that has no reason yet changes: its first change, and how many more; first of all what is below the floor, which
 * holds as nothing. Nothing but that it is a draft where its text says nothing yet.
 */
function WhatChanges({ id, revision }: { readonly id: string; readonly revision: number }) {
  const words = useWords(standardsWords);
  const { data } = useDraftChanges({ id, revision });
  const { data: below } = useBelowFloor({ id, revision });
  // The period says little of what a draft is for.
  const changes = data?.comparison.changes ?? [];
  const told = [...changes.filter(({ subject }) => subject === 'standard'), ...changes];
  const [first] = told;
  const changed = first === undefined ? words.draft : words.changesTo(first.sentence, changes.length - 1);
  const [miss] = below ?? [];
  return (
    <>
      <Link to={`/drafts/${id}`}>{miss === undefined ? changed : words.cannotSubmit(miss)}</Link>
      {data === undefined || first !== undefined ? null : <div className="aside">{words.changesNothing}</div>}
    </>
  );
}
