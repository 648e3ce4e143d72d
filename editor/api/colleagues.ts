import { useQuery } from '@tanstack/react-query';
import { useLanguage } from '../language/language.tsx';
import { answerOf, service } from './client.ts';
import { useSession } from './session.ts';

/** Names by staff number, as far as whoever is signed in works with their people; none for visitors, and while they are asked for. */
export function useColleagues(): ReadonlyMap<string, string> {
  const { language } = useLanguage();
  const { data: session } = useSession();
  const { data } = useQuery({
    queryKey: ['colleagues', session?.staffNumber ?? null],
    // An administrator has no part in policy, and is not told.
    enabled: session?.grants.some(({ role }) => role !== 'administrator') ?? false,
    queryFn: async () => {
      const { items } = answerOf(await service(language).GET('/api/v1/colleagues'));
      return new Map(items.map(({ staffNumber, name }) => [staffNumber, name]));
    },
    staleTime: 60_000,
  });
  return data ?? NOBODY;
}

const NOBODY: ReadonlyMap<string, string> = new Map();
