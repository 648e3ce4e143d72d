import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { components } from '../../client/index.ts';
import { useLanguage } from '../language/language.tsx';
import { answerOf, service } from './client.ts';

/** What changed between two published rule sets. */
export type Comparison = components['schemas']['DiffAnswer'];

/** Two sides compared; nothing is asked while one of them is not chosen. */
export function useComparison(from: string, to: string) {
  const { language } = useLanguage();
  return useQuery({
    queryKey: ['comparison', from, to, language],
    enabled: from !== '' && to !== '',
    queryFn: async () =>
      answerOf(await service(language).GET('/api/v1/diffs', { params: { query: { from, to } } })) as Comparison,
    staleTime: 60_000,
  });
}

/** What can be done to a version before its first day. */
export type VersionAct = 'suspension' | 'resumption' | 'revocation';

/** Does something to a version, with a reason. @throws Refused where the service says no */
export function useVersionAct(code: string) {
  const { language } = useLanguage();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async ({ version, act, reason }: { version: string; act: VersionAct; reason: string }) => {
      const client = service(language);
      const asked = { params: { path: { code, version } }, body: { reason } };
      switch (act) {
        case 'suspension':
          return answerOf(await client.POST('/api/v1/jurisdictions/{code}/rule-sets/{version}/suspension', asked));
        case 'resumption':
          return answerOf(await client.POST('/api/v1/jurisdictions/{code}/rule-sets/{version}/resumption', asked));
        case 'revocation':
          return answerOf(await client.POST('/api/v1/jurisdictions/{code}/rule-sets/{version}/revocation', asked));
      }
    },
    onSuccess: () => queries.invalidateQueries({ queryKey: ['published versions'] }),
  });
}

/** The comparison as a file. @throws Error where it did not come */
export async function comparisonFile(from: string, to: string, type: string, language: string): Promise<Blob> {
  const answer = await fetch(`/api/v1/diffs?${new URLSearchParams({ from, to })}`, {
    headers: { Accept: type, 'Accept-Language': language },
  });
  if (!answer.ok) throw new Error(`${answer.status}`);
  return answer.blob();
}
