import { type QueryClient, useQuery } from '@tanstack/react-query';
import { useLanguage } from '../language/language.tsx';
import { answerOf, service } from './client.ts';
import { Refused } from './refused.ts';
import { isMarkedSignedIn, markSignedIn } from './signed-in-mark.ts';

/** Under which the session is remembered. */
export const SESSION = ['session'] as const;

/** Under which it is remembered that the session has ended, beside who had signed in: what they typed still stands. */
const ENDED = [...SESSION, 'ended'] as const;

/** Notes that the session has ended, or that there is one again. */
export function noteSessionEnded(queries: QueryClient, ended: boolean): void {
  queries.setQueryData(ENDED, ended);
}

/** Whether the service has said since the last signing in that the session has ended. */
export function useSessionEnded(): boolean {
  const { data } = useQuery({ queryKey: ENDED, queryFn: () => false, enabled: false, initialData: false });
  return data;
}

/** Who is signed in; null for nobody, which is known without asking where nobody has signed in from this browser. */
export function useSession() {
  const { language } = useLanguage();
  return useQuery({
    queryKey: SESSION,
    queryFn: async () => {
      if (!isMarkedSignedIn()) return null;
      try {
        return answerOf(await service(language).GET('/api/v1/session'));
      } catch (error) {
        if (!(error instanceof Refused && error.status === 401)) throw error;
        markSignedIn(false);
        return null;
      }
    },
    staleTime: 60_000,
  });
}
