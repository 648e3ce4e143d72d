import { useMemo, useRef } from 'react';
import type { Draft } from '../../api/drafts.ts';
import { useDraftProof } from '../../api/proofs.ts';
import { useLanguage, useWords } from '../../language/language.tsx';
import type { Session } from '../../shell/pages.tsx';
import { useArrived } from '../../shell/use-arrived.ts';
import { useUnread } from '../form/unread.ts';
import { unreadShelf } from '../form/unread-shelf.ts';
import { CarryOver } from '../merging/carry-over.tsx';
import { DraftActs } from './acts.tsx';
import { DeskBar } from './desk-bar.tsx';
import { DeskFaces } from './desk-faces.tsx';
import { DeskTitle } from './desk-title.tsx';
import { DraftEffects } from './draft-effects.tsx';
import { ProblemCount } from './problem-list.tsx';
import { Remarks } from './remarks.tsx';
import { SaveState, SaveTrouble } from './save-state.tsx';
import { useActKeys } from './use-act-keys.ts';
import { useDeskDraft } from './use-desk-draft.ts';
import { useFaces } from './use-faces.ts';
import { useKeeper } from './use-keeper.ts';
import { draftWords } from './words.ts';

/** A draft being worked on: its form and its text always say the same. */
export function DraftDesk({ read, session }: { readonly read: Draft; readonly session: Session }) {
  const { language } = useLanguage();
  const words = useWords(draftWords);
  const staffNumber = session?.staffNumber ?? '';
  const { unread, tell } = useUnread();
  const fields = useMemo(
    () => ({ tell, shelf: unreadShelf(`dixian.unread.${staffNumber}.${read.id}`) }),
    [tell, staffNumber, read.id],
  );
  const isUnread = unread.length > 0;
  const keeping = useKeeper(read, staffNumber, words, isUnread);
  const faces = useFaces(unread, fields.shelf);
  const of = useDeskDraft(keeping, session);
  const { draft, view, standards, problems, isEditor } = of;
  const isSaved = keeping.kept.keeping === 'saved';
  const asked = useDraftProof(draft.id, isSaved ? draft.textHash : null);
  const proof = isSaved ? asked.data : null;
  const isAwaited = of.name === null && of.error === null;
  const title = useRef<HTMLHeadingElement>(null);
  useArrived(title, !isAwaited);
  const actKeys = useActKeys();
  return (
    // Whatever has the focus in it can be used by itself; the keys are a shorter way alone.
    // biome-ignore lint/a11y/noStaticElementInteractions: it only listens for keys of the fields in it
    <div className="standards-desk" onKeyDown={actKeys}>
      <DeskTitle of={of} proof={proof} isAwaited={isAwaited} title={title} />
      <DeskBar>
        <SaveState keeping={keeping} isPartly={isUnread} />
        <ProblemCount problems={problems} unread={unread} />
        <DraftActs
          keeping={keeping}
          mayAct={isEditor}
          unread={unread}
          isWrong={of.isWrong}
          heading={of.heading}
          staffNumber={staffNumber}
        />
      </DeskBar>
      <SaveTrouble keeping={keeping} view={view} standards={standards} staffNumber={staffNumber} />
      <Remarks
        draft={draft}
        isEditor={isEditor}
        labelOf={(id) => view?.effective.standards[id]?.label[language] ?? null}
        showField={(id) => faces.showField(`/standards/${id}`)}
      />
      <CarryOver
        keeping={keeping}
        view={view}
        standards={standards}
        days={of.days}
        isEditor={isEditor}
        endOn={(day) => of.change(['effective', 'to'], day)}
      />
      <div className="standards-columns">
        <DeskFaces of={of} faces={faces} unread={unread} fields={fields} onText={keeping.keeper.type} />
        <DraftEffects of={of} proof={proof} />
      </div>
    </div>
  );
}
