import { Button } from 'antd';
import type { EffectiveRules } from '../../api/effective.ts';
import { useWords } from '../../language/language.tsx';
import { Failure } from '../../shell/failure.tsx';
import { instantWords } from '../../shell/instant-words.ts';
import { useMedia } from '../../shell/use-media.ts';
import type { DraftView } from '../form/view.ts';
import { Conflict } from './conflict.tsx';
import { KEPT } from './outcome.ts';
import type { Keeping } from './use-keeper.ts';
import { draftWords } from './words.ts';

interface SaveStateOf {
  readonly keeping: Keeping;
  /** Whether something stands in fields that is not in the draft, so that what is saved is not all that is seen. */
  readonly isPartly: boolean;
}

/** Where what was typed stands, and what the service said against it; with a way on where it does not go on by itself. */
export function SaveState({ keeping: { kept, keeper }, isPartly }: SaveStateOf) {
  const words = useWords(draftWords);
  const isNarrow = useMedia('(max-width: 700px)');
  const at = instantWords(kept.draft.last.at);
  // On a phone the bar is one line: the day is nearly always today.
  const time = isNarrow ? at.slice(11) : at;
  const said = {
    saved: (isPartly ? words.savedPartly : words.saved)(time),
    unsaved: words.unsaved,
    saving: words.saving,
    offline: words.offline,
    refused: words.refused,
    conflict: words.inConflict,
  }[kept.keeping];
  return (
    <>
      <span
        id={KEPT}
        role="status"
        tabIndex={-1}
        className={`standards-keeping standards-keeping-${kept.keeping === 'saved' && isPartly ? 'partly' : kept.keeping}`}
      >
        {said}
      </span>
      {kept.keeping === 'offline' || kept.keeping === 'refused' ? (
        <Button size="small" onClick={() => void keeper.saveNow()}>
          {words.saveAgain}
        </Button>
      ) : null}
      {kept.keeping === 'refused' ? (
        <div className="standards-refused">
          <Failure error={kept.error} again={() => void keeper.saveNow()} />
        </div>
      ) : null}
    </>
  );
}

interface SaveTroubleOf {
  readonly keeping: Keeping;
  /** Null where the form of the draft cannot stand. */
  readonly view: DraftView | null;
  /** What standards are called and are of, as far as it is known. */
  readonly standards: EffectiveRules['standards'];
  readonly staffNumber: string;
}

/** Somebody else's change, which keeps a text from being saved, with the choice between the two. */
export function SaveTrouble({ keeping, view, standards, staffNumber }: SaveTroubleOf) {
  const { kept } = keeping;
  if (kept.theirs === null) return null;
  return (
    <Conflict keeping={keeping} theirs={kept.theirs} view={view} standards={standards} staffNumber={staffNumber} />
  );
}
