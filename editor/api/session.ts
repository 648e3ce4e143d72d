import { useQuery } from '@tanstack/react-query';
import { useLanguage } from '../language/language.tsx';
import { answerOf, service } from './client.ts';
import { Refused } from './refused.ts';

/** Under which the session is remembered. */
export const SESSION = ['session'] as const;

/** Who is signed in; null for nobody. */
export function useSession() {
  const { language } = useLanguage();
  return useQuery({
    queryKey: SESSION,
    queryFn: async () => {
      try {
        return answerOf(await service(language).GET('/api/v1/session'));
      } catch (error) {
        if (error instanceof Refused && error.status === 401) return null;
        throw error;
      }
    },
    staleTime: 60_000,
  });
}
