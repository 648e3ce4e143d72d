import { Alert, Button } from 'antd';
import { useWords } from '../../language/language.tsx';
import { Failure } from '../../shell/failure.tsx';
import { instantWords } from '../../shell/instant-words.ts';
import { lineDifferences } from '../text/line-differences.ts';
import type { Keeping } from './use-keeper.ts';
import { draftWords } from './words.ts';

/** Where what was typed stands, always in sight; with a way on where it does not go on by itself. */
export function SaveState({ keeping: { kept, keeper } }: { readonly keeping: Keeping }) {
  const words = useWords(draftWords);
  const said = {
    saved: words.saved(instantWords(kept.draft.last.at)),
    unsaved: words.unsaved,
    saving: words.saving,
    offline: words.offline,
    refused: words.refused,
    conflict: '',
  }[kept.keeping];
  return (
    <>
      <span role="status" className={`standards-keeping standards-keeping-${kept.keeping}`}>
        {said}
      </span>
      {kept.keeping === 'offline' || kept.keeping === 'refused' ? (
        <Button size="small" onClick={() => void keeper.saveNow()}>
          {words.saveAgain}
        </Button>
      ) : null}
    </>
  );
}

/** What keeps a text from being saved: the service's no, or somebody else's change, with the choice between the two. */
export function SaveTrouble({ keeping: { kept, keeper } }: { readonly keeping: Keeping }) {
  const words = useWords(draftWords);
  if (kept.keeping === 'refused') return <Failure error={kept.error} again={() => void keeper.saveNow()} />;
  if (kept.theirs === null) return null;
  const { last, text = '', state } = kept.theirs;
  const isUnderReview = state === 'submitted' || state === 'approved';
  return (
    <Alert
      type="warning"
      role="alert"
      showIcon
      title={words.conflict(last.by, instantWords(last.at))}
      description={
        <>
          {isUnderReview ? <p>{words.conflictSubmitted}</p> : null}
          <section className="standards-scroll" aria-label={words.differences}>
            <table className="standards-differences">
              <caption>{words.differences}</caption>
              <thead>
                <tr>
                  <th scope="col">{words.line}</th>
                  <th scope="col">{words.theirs}</th>
                  <th scope="col">{words.mine}</th>
                </tr>
              </thead>
              <tbody>
                {lineDifferences(text, kept.text).map(({ line, before, after }) => (
                  <tr key={line}>
                    <td>{line}</td>
                    <td>
                      <pre>{before.join('\n')}</pre>
                    </td>
                    <td>
                      <pre>{after.join('\n')}</pre>
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </section>
          <Button type="primary" onClick={() => void keeper.keepMine()}>
            {words.keepMine}
          </Button>{' '}
          <Button onClick={keeper.takeTheirs}>{words.takeTheirs}</Button>
        </>
      }
    />
  );
}
