import { Alert, Button } from 'antd';
import type { Draft } from '../../api/drafts.ts';
import { useWords } from '../../language/language.tsx';
import { instantWords } from '../../shell/instant-words.ts';
import { useWho } from '../../shell/who.ts';
import { standardsWords } from '../words.ts';
import { OUTCOME } from './outcome.ts';
import { draftWords } from './words.ts';

interface RemarksOf {
  readonly draft: Draft;
  readonly isEditor: boolean;
  /** What a standard is called; null where it has no field in the form. */
  readonly labelOf: (standard: string) => string | null;
  readonly showField: (standard: string) => void;
}

/** What somebody should know of a draft before reading on: why it cannot be changed, why it came back, what was said of it. */
export function Remarks({ draft, isEditor, labelOf, showField }: RemarksOf) {
  const words = useWords(draftWords);
  const states = useWords(standardsWords);
  const who = useWho();
  const { sentBack } = draft;
  const comments = draft.comments.filter(({ resolved }) => resolved === null);
  const state = { submitted: words.submitted, approved: words.approved }[draft.state as string] ?? null;
  const isClosed = draft.state === 'published' || draft.state === 'discarded';
  return (
    <>
      {isClosed ? <Outcome told={words.closed(states.state(draft.state))} /> : null}
      {!isClosed && !isEditor ? <Alert type="info" title={words.mayNot} /> : null}
      {state === null || !isEditor ? null : <Outcome told={state} />}
      {sentBack === null ? null : (
        <Alert type="warning" title={words.returned(who(sentBack.by), instantWords(sentBack.at), sentBack.reason)} />
      )}
      {comments.length === 0 ? null : (
        <ul className="standards-comments" aria-label={words.comments}>
          {comments.map(({ id, by, text, standard }) => {
            const label = standard === null ? null : labelOf(standard);
            return (
              <li key={id}>
                {standard === null ? null : <strong>{label ?? standard} </strong>}
                {words.comment(who(by), text)}{' '}
                {standard === null || label === null ? null : (
                  <Button
                    type="link"
                    size="small"
                    aria-label={words.toFieldOf(label)}
                    onClick={() => showField(standard)}
                  >
                    {words.toField}
                  </Button>
                )}
              </li>
            );
          })}
        </ul>
      )}
    </>
  );
}

/** How the draft stands, where the focus can be given to it. */
function Outcome({ told }: { readonly told: string }) {
  return (
    <div id={OUTCOME} tabIndex={-1}>
      <Alert type="info" title={told} />
    </div>
  );
}
