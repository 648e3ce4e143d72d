import { useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { useBlocker } from 'react-router';
import { type Draft, readDraft, saveDraft } from '../../api/drafts.ts';
import { Refused } from '../../api/refused.ts';
import { useLanguage } from '../../language/language.tsx';
import { useBeforeSigningOut } from '../../shell/before-signing-out.ts';
import { isLeft } from '../../shell/left.tsx';
import { DraftKeeper, type Kept, type Shelf, type Typed } from './keeper.ts';

/** A draft's keeper and its present state. */
export interface Keeping {
  readonly keeper: DraftKeeper;
  readonly kept: Kept;
}

/** What is asked before something that is not saved is left. */
export interface KeeperQuestions {
  readonly leaving: string;
  readonly signingOut: string;
}

/**
 * Keeps a draft while its page is open; asks before it is left, or its writer signs out, with something unsaved.
 * @param isUnread whether something stands in a field that is not understood, and so is in no draft
 */
export function useKeeper(draft: Draft, staffNumber: string, questions: KeeperQuestions, isUnread: boolean): Keeping {
  const { language } = useLanguage();
  const spoken = useRef(language);
  spoken.current = language;
  const [keeper] = useState(
    () =>
      new DraftKeeper(draft, {
        save: (upon, text) => saveDraft(upon, text, spoken.current, { by: staffNumber }),
        read: () => readDraft(draft.id, spoken.current),
        refusal: refusalOf,
        shelf: shelfOf(`dixian.typed.${staffNumber}.${draft.id}`),
      }),
  );
  const kept = useSyncExternalStore(keeper.watch, keeper.kept);
  useEffect(() => {
    const look = () => void keeper.look();
    window.addEventListener('focus', look);
    const online = () => void keeper.saveNow();
    window.addEventListener('online', online);
    return () => {
      window.removeEventListener('focus', look);
      window.removeEventListener('online', online);
      // Once more; what that does not save is the next page's, which finds it in the browser.
      void keeper.saveNow();
      keeper.stop();
    };
  }, [keeper]);
  useBeforeSigningOut(async () => {
    const saved = await keeper.allSaved().catch(() => null);
    return (saved !== null && !isUnread) || window.confirm(questions.signingOut);
  });
  useAsked(isUnread || kept.keeping !== 'saved', questions.leaving);
  return { keeper, kept };
}

function refusalOf(error: unknown): 'moved' | 'refused' | null {
  // Put off, not refused: it is sent again.
  if (!(error instanceof Refused) || error.status >= 500 || error.status === 429) return null;
  return error.status === 412 ? 'moved' : 'refused';
}

/** A place in this browser for what one person typed into one draft. */
function shelfOf(key: string): Shelf {
  return {
    read: () => {
      try {
        const typed = JSON.parse(localStorage.getItem(key) ?? 'null') as Typed | null;
        return typeof typed?.text === 'string' && typeof typed.revision === 'number' ? typed : null;
      } catch {
        return null;
      }
    },
    // A browser that keeps nothing, or is full, still saves to the service.
    write: (typed) => {
      try {
        if (typed === null) localStorage.removeItem(key);
        else localStorage.setItem(key, JSON.stringify(typed));
      } catch {
        return;
      }
    },
  };
}

/** Asks before the page is left while something is unsaved: by a link, by the browser's back button, or for good. */
function useAsked(isUnsaved: boolean, question: string): void {
  const blocker = useBlocker(
    // Whose session has ended must sign in to save at all; what they typed waits in the browser. Who signs out was asked.
    ({ currentLocation, nextLocation }) =>
      isUnsaved &&
      currentLocation.pathname !== nextLocation.pathname &&
      nextLocation.pathname !== '/sign-in' &&
      !isLeft(nextLocation),
  );
  useEffect(() => {
    if (blocker.state !== 'blocked') return;
    if (window.confirm(question)) blocker.proceed();
    else blocker.reset();
  }, [blocker, question]);
  useEffect(() => {
    if (!isUnsaved) return undefined;
    const leaving = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', leaving);
    return () => window.removeEventListener('beforeunload', leaving);
  }, [isUnsaved]);
}
