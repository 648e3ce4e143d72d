import { Alert, Button } from 'antd';
import { useEffect, useMemo, useRef, useState } from 'react';
import type { Draft } from '../../api/drafts.ts';
import type { EffectiveRules } from '../../api/effective.ts';
import { useWords } from '../../language/language.tsx';
import { instantWords } from '../../shell/instant-words.ts';
import { useWho } from '../../shell/who.ts';
import type { DraftView } from '../form/view.ts';
import { type Choice, DifferenceChoice } from '../merging/difference-choice.tsx';
import { type Difference, differencesOf, mergedText, nameOf } from '../merging/differences.ts';
import { Uneditable } from '../text/change-text.ts';
import { lineDifferences } from '../text/line-differences.ts';
import { readText } from '../text/read-text.ts';
import { focusKept } from './outcome.ts';
import type { Keeping } from './use-keeper.ts';
import { draftWords } from './words.ts';

interface ConflictOf {
  readonly keeping: Keeping;
  /** The draft as somebody else made it. */
  readonly theirs: Draft;
  /** Null where the form of the draft cannot stand. */
  readonly view: DraftView | null;
  /** What standards are called and are of, as far as it is known. */
  readonly standards: EffectiveRules['standards'];
  /** Who looks at it. */
  readonly staffNumber: string;
}

/** Two texts of one draft: what differs by its name, to be chosen one by one or all at once; by lines where one cannot be read. */
export function Conflict({ keeping: { kept, keeper }, theirs, view, standards, staffNumber }: ConflictOf) {
  const words = useWords(draftWords);
  const whoIs = useWho();
  const { last, text = '', state } = theirs;
  const isUnderReview = state === 'submitted' || state === 'approved';
  const isOwn = last.by === staffNumber;
  const when = instantWords(last.at);
  const differences = useMemo(() => differencesIn(kept.draft, kept.text, theirs), [kept.draft, kept.text, theirs]);
  const place = useRef<HTMLDivElement>(null);
  // Nothing can be typed until it is settled, wherever in a long form somebody is: they are brought to what settles it.
  // Once it is settled they read how it is kept.
  useEffect(() => {
    place.current?.focus();
    return focusKept;
  }, []);
  return (
    <div ref={place} tabIndex={-1} className="standards-conflict">
      <Alert
        type="warning"
        role="alert"
        showIcon
        title={isOwn ? words.conflictElsewhere(when) : words.conflict(whoIs(last.by), when)}
        description={
          <>
            {isUnderReview ? <p>{words.conflictSubmitted}</p> : null}
            {differences === null || differences.length === 0 ? (
              <Lines mine={kept.text} theirs={text} />
            ) : (
              <ByPlace
                differences={differences}
                view={view}
                standards={standards}
                theirs={isOwn ? words.elsewhere : words.theirs}
                take={(choice) =>
                  void keeper.keepMine(mergedText(text, differences, (one) => choice[nameOf(one)] ?? 'theirs'))
                }
              />
            )}
            <Button onClick={() => void keeper.keepMine()}>{words.keepMine}</Button>{' '}
            <Button onClick={keeper.takeTheirs}>{isOwn ? words.takeElsewhere : words.takeTheirs}</Button>
          </>
        }
      />
    </div>
  );
}

/** Null where either cannot be read. What both began with is known unless the page was opened with the conflict. */
function differencesIn(read: Draft, mine: string, theirs: Draft): readonly Difference[] | null {
  const base = read.revision < theirs.revision ? (readText(read.text ?? '')?.value ?? null) : null;
  const [own, others] = [readText(mine)?.value, readText(theirs.text ?? '')?.value];
  return own === undefined || others === undefined ? null : differencesOf(base, own, others);
}

interface ByPlaceOf {
  readonly differences: readonly Difference[];
  readonly view: DraftView | null;
  readonly standards: EffectiveRules['standards'];
  readonly theirs: string;
  /** @throws Uneditable where the text cannot be changed so */
  readonly take: (choice: Choice) => void;
}

/** What one side alone changed is its own to begin with; what both did somebody has to choose. */
function ByPlace({ differences, view, standards, theirs, take }: ByPlaceOf) {
  const words = useWords(draftWords);
  const [chosen, choose] = useState<Choice>({});
  const [isUneditable, setIsUneditable] = useState(false);
  const first = differences.flatMap((one) => (one.changedBy === 'both' ? [] : [[nameOf(one), one.changedBy] as const]));
  const choice: Choice = { ...Object.fromEntries(first), ...chosen };
  const takeIt = () => {
    try {
      take(choice);
    } catch (error) {
      if (!(error instanceof Uneditable)) throw error;
      setIsUneditable(true);
    }
  };
  return (
    <>
      <DifferenceChoice
        differences={differences}
        view={view}
        standards={standards}
        caption={words.differences}
        heads={{ mine: words.mine, theirs }}
        untouched={words.untouched}
        choice={choice}
        choose={choose}
      />
      {isUneditable ? <p role="alert">{words.cannotMerge}</p> : null}
      <Button
        // It alone puts nothing back that was not chosen to be.
        type="primary"
        disabled={differences.some((one) => choice[nameOf(one)] === undefined)}
        onClick={takeIt}
      >
        {words.takeChosen}
      </Button>{' '}
    </>
  );
}

function Lines({ mine, theirs }: { readonly mine: string; readonly theirs: string }) {
  const words = useWords(draftWords);
  return (
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
          {lineDifferences(theirs, mine).map(({ line, before, after }) => (
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
  );
}
