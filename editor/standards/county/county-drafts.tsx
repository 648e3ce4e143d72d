import { Link } from 'react-router';
import { type Draft, useDrafts } from '../../api/drafts.ts';
import { useWords } from '../../language/language.tsx';
import { shortened } from '../../language/shortened.ts';
import { Failure } from '../../shell/failure.tsx';
import { instantWords } from '../../shell/instant-words.ts';
import { Waiting } from '../../shell/waiting.tsx';
import { useWho } from '../../shell/who.ts';
import { BehindTag } from '../draft/behind.tsx';
import { useDraftTitle } from '../draft/draft-title.ts';
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
            {items.map((draft, index) => {
              const { id, state, createdAt, last, publication } = draft;
              return (
                <tr key={id}>
                  <th scope="row">
                    <ByContent draft={draft} wanted={index < MOST_TOLD} />
                    <div className="aside">{words.draftBegun(instantWords(createdAt))}</div>
                  </th>
                  <td data-head={words.stateColumn}>
                    <StateTag state={state} />
                    {isClosed(state) ? null : <BehindTag draft={draft} />}
                    {publication === null ? null : words.becameVersion(publication.version)}
                  </td>
                  <td data-head={words.lastColumn}>{instantWords(last.at)}</td>
                  <td data-head={words.byWhom}>{who(last.by)}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      )}
    </details>
  );
}

/** Drafts that are told by their content; each takes a comparison, and those that are long over are told by their reasons. */
const MOST_TOLD = 30;

/** A draft by what its writers changed, with the reason of its submission, or of the one that was sent back. */
function ByContent({ draft, wanted }: { readonly draft: Draft; readonly wanted: boolean }) {
  const words = useWords(standardsWords);
  const { title, cannotSubmit, changesNothing } = useDraftTitle(draft, wanted);
  const reason = draft.submission?.reason ?? draft.sentBack?.submitted?.reason;
  return (
    <>
      <Link to={`/drafts/${draft.id}`}>{wanted ? title : (reason ?? title)}</Link>
      {cannotSubmit === null ? null : <div className="aside">{cannotSubmit}</div>}
      {changesNothing ? <div className="aside">{words.changesNothing}</div> : null}
      {reason === undefined || !wanted ? null : <div className="aside">{words.submittedFor(shortened(reason))}</div>}
    </>
  );
}
