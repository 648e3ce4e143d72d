import { Segmented } from 'antd';
import { lazy, Suspense, useMemo, useRef, useState } from 'react';
import { Link } from 'react-router';
import type { Draft } from '../../api/drafts.ts';
import { useDraftProof } from '../../api/proofs.ts';
import { useLanguage, useWords } from '../../language/language.tsx';
import { ProofAside, ProofPart, ProofTag } from '../../proof/proof-part.tsx';
import { Failure } from '../../shell/failure.tsx';
import { instantDay } from '../../shell/instant-words.ts';
import { isDayWithout } from '../../shell/no-rules.tsx';
import type { Session } from '../../shell/pages.tsx';
import { useArrived } from '../../shell/use-arrived.ts';
import { Waiting } from '../../shell/waiting.tsx';
import { AddedCategories } from '../added/added-categories.tsx';
import { AddedProducts } from '../added/added-products.tsx';
import { CityForm } from '../city/city-form.tsx';
import { mayWriteIn } from '../county/may-write.ts';
import { Effects } from '../effects/effects.tsx';
import { StandardsForm } from '../form/form.tsx';
import { HeadingFields } from '../form/heading-fields.tsx';
import { isSection, SECTIONS } from '../form/some-people.ts';
import { UnreadProvider, useUnread } from '../form/unread.ts';
import { unreadShelf } from '../form/unread-shelf.ts';
import { DraftViewProvider, type Problem } from '../form/view.ts';
import { formWords } from '../form/words.ts';
import { CarryOver } from '../merging/carry-over.tsx';
import { ReplacedByDraft } from '../replacing/replaced-changes.tsx';
import { Uneditable } from '../text/change-text.ts';
import { rewriting } from '../text/rewritten-text.ts';
import { type Path, valueAt, type YamlValue } from '../text/yaml-value.ts';
import { WorkbookActs } from '../workbook/workbook-acts.tsx';
import type { TextPlace } from '../yaml/text-face.tsx';
import { DraftActs } from './acts.tsx';
import { DeskBar } from './desk-bar.tsx';
import { ProblemCount, ProblemList } from './problem-list.tsx';
import { Remarks } from './remarks.tsx';
import { SaveState, SaveTrouble } from './save-state.tsx';
import { StateTag } from './state-tag.tsx';
import { useDraftViewOf, useTextRead } from './use-draft-view.ts';
import { useKeeper } from './use-keeper.ts';
import { useProblems } from './use-problems.ts';
import { useStartReason } from './use-start-reason.ts';
import { draftWords } from './words.ts';

const TextFace = lazy(async () => ({ default: (await import('../yaml/text-face.tsx')).TextFace }));

/** A draft being worked on: its form and its text always say the same. */
export function DraftDesk({ read, session }: { readonly read: Draft; readonly session: Session }) {
  const { language } = useLanguage();
  const words = useWords(draftWords);
  const form = useWords(formWords);
  const { unread, tell } = useUnread();
  const fields = useMemo(() => {
    return { tell, shelf: unreadShelf(`dixian.unread.${session?.staffNumber ?? ''}.${read.id}`) };
  }, [tell, session?.staffNumber, read.id]);
  const isUnread = unread.length > 0;
  const keeping = useKeeper(read, session?.staffNumber ?? '', words, isUnread);
  const { kept, keeper } = keeping;
  const { draft, text } = kept;
  const [face, setFace] = useState<'form' | 'text'>('form');
  const [place, setPlace] = useState<TextPlace | null>(null);
  const [isUneditable, setIsUneditable] = useState(false);
  const { value, from, to } = useTextRead(text, draft.origin.date ?? instantDay(draft.createdAt));
  const { problems, checked, isOfThisText } = useProblems(text, draft.jurisdiction, from);
  const isEditor = mayWriteIn(session, draft.jurisdiction);
  const mayWrite = isEditor && (draft.state === 'draft' || draft.state === 'returned') && kept.keeping !== 'conflict';
  const [rewrite] = useState(rewriting);
  const change = (path: Path, next: YamlValue | undefined) => {
    try {
      keeper.type(rewrite(keeper.kept().text, path, next));
      setIsUneditable(false);
    } catch (error) {
      if (!(error instanceof Uneditable)) throw error;
      setIsUneditable(true);
    }
  };
  // The other face has no room for what is not understood.
  const turnTo = (next: typeof face) => {
    if (next !== face && isUnread && !window.confirm(words.turning(unread))) return;
    if (next !== face) fields.shelf.clear();
    setFace(next);
  };
  const showLine = ({ line, column }: Problem) => {
    turnTo('text');
    setPlace({ line: line ?? 1, column: column ?? 1 });
  };
  const { jurisdiction } = draft;
  const isCounty = draft.kind === 'Override';
  const startReason = useStartReason(draft);
  const held = useDraftViewOf(
    { jurisdiction, isCounty, problems, checked, mayWrite, change, startReason },
    value,
    from,
  );
  const { view, rules, heading, hasRules, name, error, again } = held;
  const standards = (view ?? rules)?.effective.standards ?? {};
  const usable =
    value !== null &&
    hasRules &&
    (view === null ||
      Object.keys(view.effective.standards).every((id) =>
        SECTIONS.every((section) => view.missesOf(id, section).length === 0),
      ));
  const isWrong = problems?.some(({ severity }) => severity === 'error') === true;
  const isSaved = kept.keeping === 'saved';
  const asked = useDraftProof(draft.id, isSaved ? draft.textHash : null);
  const proof = isSaved ? asked.data : null;
  // A county's text says whose floor it stands on before the rules of its day are there.
  const ownCity = isCounty ? String(valueAt(value ?? {}, ['extends']) ?? '') : jurisdiction;
  const city = view?.effective.ruleSet.base.jurisdiction ?? ownCity;
  const proofPart = <ProofPart hint proof={proof} draft={{ jurisdiction, city, text }} />;
  // Its code stands only where no name is to come; until then it holds the name's room, unseen.
  const county = name?.[language] ?? jurisdiction;
  const awaited = name === null && error === null ? 'standards-awaited' : undefined;
  const title = useRef<HTMLHeadingElement>(null);
  useArrived(title, awaited === undefined);
  return (
    <div className="standards-desk">
      <div className="standards-bar">
        <h1 ref={title} tabIndex={-1} className={awaited}>
          {words.title(county)}
        </h1>
        <StateTag state={draft.state} />
        <Link className={awaited} to={`/counties/${jurisdiction}`}>
          {words.toCounty(county)}
        </Link>
        {isWrong ? null : <ProofTag proof={proof} />}
      </div>
      <DeskBar>
        <SaveState keeping={keeping} isPartly={isUnread} />
        <ProblemCount problems={problems} unread={unread} />
        <DraftActs keeping={keeping} mayAct={isEditor} unread={unread} isWrong={isWrong} heading={heading} />
      </DeskBar>
      <SaveTrouble keeping={keeping} view={view} standards={standards} staffNumber={session?.staffNumber ?? ''} />
      <Remarks
        draft={draft}
        isEditor={isEditor}
        labelOf={(id) => view?.effective.standards[id]?.label[language] ?? null}
        showField={(id) => showField(`/standards/${id}`, setFace)}
      />
      <CarryOver
        keeping={keeping}
        view={view}
        standards={standards}
        days={{ from, to }}
        isEditor={isEditor}
        endOn={(day) => change(['effective', 'to'], day)}
      />
      <div className="standards-columns">
        <div className="standards-faces">
          <Segmented
            aria-label={words.face}
            // Its parts are reached by Tab; the group itself would be one stop more.
            tabIndex={-1}
            value={face}
            onChange={turnTo}
            options={[
              { value: 'form', label: words.form },
              { value: 'text', label: words.text },
            ]}
          />
          {isCounty ? null : <p className="aside">{words.cityText}</p>}
          {view === null || value === null ? null : (
            <WorkbookActs draft={draft} view={view} text={text} onText={keeper.type} />
          )}
          <ProblemList
            problems={problems}
            unread={unread}
            form={face === 'form' ? view : null}
            showLine={showLine}
            showField={(pointer) => showField(pointer, setFace)}
          />
          {isUneditable ? <p role="alert">{form.cannotChange}</p> : null}
          {error === null || isDayWithout(error) ? null : <Failure error={error} again={again} />}
          {face === 'form' ? (
            rules !== null ? (
              <UnreadProvider value={fields}>
                <CityForm rules={rules} heading={heading} />
              </UnreadProvider>
            ) : view === null ? (
              error === null ? (
                <Waiting />
              ) : (
                <UnreadProvider value={fields}>
                  <HeadingFields {...heading} hasReason={isCounty} />
                </UnreadProvider>
              )
            ) : (
              <DraftViewProvider value={view}>
                <UnreadProvider value={fields}>
                  <StandardsForm />
                  <AddedProducts text={text} onText={keeper.type} />
                  <AddedCategories text={text} onText={keeper.type} />
                </UnreadProvider>
              </DraftViewProvider>
            )
          ) : (
            <Suspense fallback={<Waiting />}>
              <TextFace
                text={text}
                view={view}
                place={place}
                problems={isOfThisText ? (problems ?? []) : []}
                readOnly={!mayWrite}
                onText={keeper.type}
              />
            </Suspense>
          )}
        </div>
        {isCounty ? (
          <Effects
            draft={{ jurisdiction, text, from, to }}
            usable={usable}
            proof={hasRules ? proofPart : null}
            replaced={<ReplacedByDraft draft={draft} days={{ from, to }} text={text} />}
          />
        ) : (
          <ProofAside>{proofPart}</ProofAside>
        )}
      </div>
    </div>
  );
}

/** Goes to the field of a standard, or of the draft's heading, from wherever its problem was read. */
function showField(pointer: string, setFace: (face: 'form') => void): void {
  setFace('form');
  const [, section, id] = pointer.split('/');
  const place = isSection(section) ? `standard-${id}` : section === 'reason' ? 'draft-reason' : 'draft-heading';
  // Once the form stands.
  requestAnimationFrame(() =>
    requestAnimationFrame(() => {
      const row = document.getElementById(place);
      row?.scrollIntoView({ block: 'center' });
      // Its name has a button of its own before it.
      (
        row?.querySelector<HTMLElement>('[aria-invalid="true"], td input') ??
        row?.querySelector('button') ??
        row
      )?.focus();
    }),
  );
}
