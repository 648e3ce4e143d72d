import { Button } from 'antd';
import { useMemo, useState } from 'react';
import { useVersionText } from '../api/published-versions.ts';
import type { ReviewedDraft } from '../api/reviews.ts';
import { useWords } from '../language/language.tsx';
import { Failure } from '../shell/failure.tsx';
import { Waiting } from '../shell/waiting.tsx';
import { linePairs } from './line-diff.ts';
import { type SideNames, sideNames } from './reviewed-sides.ts';
import { reviewWords } from './words.ts';

/** The submitted text beside the one in force when it was submitted, on demand. */
export function TextsPart({ draft }: { readonly draft: ReviewedDraft }) {
  const words = useWords(reviewWords);
  const [shown, setShown] = useState(false);
  const version = draft.submission?.compared.version ?? draft.origin.version ?? null;
  const { data, error, isPending, refetch } = useVersionText(draft.jurisdiction, shown ? version : null);
  return (
    <section className="panel">
      <h2>{words.text}</h2>
      {!shown ? (
        <Button onClick={() => setShown(true)}>{words.showText}</Button>
      ) : error !== null ? (
        <Failure error={error} again={() => void refetch()} />
      ) : version !== null && isPending ? (
        <Waiting />
      ) : (
        <>
          {version === null ? <p>{words.noneInForce}</p> : null}
          <SideBySide before={data ?? ''} after={draft.text ?? ''} names={sideNames(draft, words)} />
        </>
      )}
    </section>
  );
}

interface SideBySideOf {
  readonly before: string;
  readonly after: string;
  readonly names: SideNames;
}

function SideBySide({ before, after, names }: SideBySideOf) {
  const words = useWords(reviewWords);
  const pairs = useMemo(() => linePairs(before, after), [before, after]);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: the region scrolls, and without it nobody scrolls it by keyboard
    <section className="review-text" tabIndex={0} aria-label={words.text}>
      <table>
        <thead>
          <tr>
            <th scope="col">{words.line}</th>
            <th scope="col">{names.before}</th>
            <th scope="col">{words.line}</th>
            <th scope="col">{names.after}</th>
          </tr>
        </thead>
        <tbody>
          {pairs.map((pair) => {
            const changed = pair.before?.text !== pair.after?.text;
            const { before: left, after: right } = pair;
            return (
              <tr key={`${left?.number ?? ''} ${right?.number ?? ''}`}>
                <td>{left?.number}</td>
                <td className={changed && left !== null ? 'gone' : ''}>
                  {left === null ? '' : `${changed ? '− ' : '  '}${left.text}`}
                </td>
                <td>{right?.number}</td>
                <td className={changed && right !== null ? 'come' : ''}>
                  {right === null ? '' : `${changed ? '+ ' : '  '}${right.text}`}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}
