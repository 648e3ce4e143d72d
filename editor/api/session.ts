import { useQuery } from '@tanstack/react-query';
import { type Language, useLanguage } from '../language/language.tsx';
import { answerOf, service } from './client.ts';
import { forgetWhatWasRead, queries, readAgain, SESSION, type SignedIn, shownSession } from './queries.ts';
import { Refused } from './refused.ts';
import { isMarkedSignedIn, markSignedIn, whenMarkedElsewhere } from './signed-in-mark.ts';

/** Under which it is remembered that the session has ended, beside who had signed in: what they typed still stands. */
const ENDED = [...SESSION, 'ended'] as const;

/** Under which it is remembered that somebody else has signed in from this browser, by another page of it. */
const REPLACED = [...SESSION, 'replaced'] as const;

/** Somebody in whose place somebody else has signed in. */
interface Replaced {
  readonly before: SignedIn;
  /** How often that has happened to this page. */
  readonly times: number;
  /** Whether it is still to be told. */
  readonly isTold: boolean;
}

/** Notes that the session has ended, or that there is one again. */
export function noteSessionEnded(ended: boolean): void {
  queries.setQueryData(ENDED, ended);
}

/** Whether the service has said since the last signing in that the session has ended. */
export function useSessionEnded(): boolean {
  const { data } = useQuery({ queryKey: ENDED, queryFn: () => false, enabled: false, initialData: false });
  return data;
}

/** Who was signed in before somebody else was, where a page has been taken over so; null where it has not. */
export function useReplaced(): Replaced | null {
  const { data } = useQuery<Replaced | null>({
    queryKey: REPLACED,
    queryFn: () => null,
    enabled: false,
    initialData: null,
  });
  return data;
}

/** That it has been seen who is signed in now. */
export function noteReplacedSeen(): void {
  queries.setQueryData<Replaced | null>(REPLACED, (is) => (is == null ? null : { ...is, isTold: false }));
}

/** Who is signed in; null for nobody, which is known without asking where nobody has signed in from this browser. */
export function useSession() {
  const { language } = useLanguage();
  return useQuery({
    queryKey: SESSION,
    queryFn: async () => shownAfter(await signedIn(language)),
    staleTime: 60_000,
  });
}

/** Asks who is signed in as soon as another page of this browser has signed somebody in or out, until what is answered is called. */
export function watchOtherPages(): () => void {
  return whenMarkedElsewhere(() => void queries.refetchQueries({ queryKey: SESSION, exact: true }));
}

/** Signs in here: whatever was read as nobody, or as somebody else, is read again. */
export function beginSession(session: SignedIn): void {
  markSignedIn(true);
  queries.setQueryData(SESSION, session);
  noteSessionEnded(false);
  noteReplacedSeen();
  forgetWhatWasRead();
}

/** Signs out here: whatever was read as somebody is read again as nobody. */
export function endSession(): void {
  queries.setQueryData(SESSION, null);
  noteReplacedSeen();
  forgetWhatWasRead();
}

async function signedIn(language: Language): Promise<SignedIn | null> {
  if (!isMarkedSignedIn()) return null;
  try {
    return answerOf(await service(language).GET('/api/v1/session'));
  } catch (error) {
    if (!(error instanceof Refused && error.status === 401)) throw error;
    markSignedIn(false);
    return null;
  }
}

/** Whom the page shows from here on, who having asked it: what somebody typed stands until they, or somebody else, have signed in. */
function shownAfter(now: SignedIn | null): SignedIn | null {
  const before = shownSession();
  const hadEnded = queries.getQueryData(ENDED) === true;
  if (now === null) {
    if (before != null) noteSessionEnded(true);
    return before ?? null;
  }
  noteSessionEnded(false);
  const isAnother = before != null && before.staffNumber !== now.staffNumber;
  if (isAnother) {
    queries.setQueryData(SESSION, now);
    queries.setQueryData<Replaced | null>(REPLACED, (is) => ({ before, times: (is?.times ?? 0) + 1, isTold: true }));
    forgetWhatWasRead();
  } else if (hadEnded || before === null) {
    readAgain();
  }
  return now;
}
