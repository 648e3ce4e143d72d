import { instantDay } from '../../shell/instant-words.ts';
import type { Session } from '../../shell/pages.tsx';
import { mayWriteIn } from '../county/may-write.ts';
import { SECTIONS } from '../form/some-people.ts';
import type { DraftView } from '../form/view.ts';
import { useDraftViewOf, useTextRead } from './use-draft-view.ts';
import type { Keeping } from './use-keeper.ts';
import { useProblems } from './use-problems.ts';
import { useRewriting } from './use-rewriting.ts';
import { useStartReason } from './use-start-reason.ts';

/** A draft as it lies on the desk. */
export type DeskDraft = ReturnType<typeof useDeskDraft>;

/** A draft with what its text says, what was found in that, the form that it has, and what whoever reads it may do with it. */
export function useDeskDraft({ kept, keeper }: Keeping, session: Session) {
  const { draft, text, keeping } = kept;
  const { jurisdiction, state } = draft;
  const isCounty = draft.kind === 'Override';
  const { value, from, to } = useTextRead(text, draft.origin.date ?? instantDay(draft.createdAt));
  const { problems, checked, isOfThisText } = useProblems(text, draft, from);
  const isEditor = mayWriteIn(session, jurisdiction);
  const mayWrite = isEditor && (state === 'draft' || state === 'returned') && keeping !== 'conflict';
  const { change, isUneditable } = useRewriting(keeper);
  const startReason = useStartReason(draft);
  const held = useDraftViewOf(
    { jurisdiction, isCounty, problems, checked, mayWrite, change, startReason },
    value,
    from,
  );
  const { view, rules, hasRules } = held;
  return {
    ...held,
    draft,
    isCounty,
    text,
    value,
    days: { from, to },
    problems,
    /** Those whose places are still where this text has them. */
    placedProblems: isOfThisText ? (problems ?? []) : [],
    /** Whether something has to be mended before it can be submitted. */
    isWrong: problems?.some(({ severity }) => severity === 'error') === true,
    isEditor,
    mayWrite,
    change,
    isUneditable,
    /** What standards are called and are of, as far as it is known. */
    standards: (view ?? rules)?.effective.standards ?? {},
    /** Whether claims can be settled by it. */
    isUsable: value !== null && hasRules && (view === null || keepsFloor(view)),
  };
}

function keepsFloor({ effective, missesOf }: DraftView): boolean {
  return Object.keys(effective.standards).every((id) =>
    SECTIONS.every((section) => missesOf(id, section).length === 0),
  );
}
