import { useQuery } from '@tanstack/react-query';
import type { components } from '../../client/index.ts';
import { useLanguage } from '../language/language.tsx';
import { answerOf, service } from './client.ts';
import type { ReviewedDraft } from './reviews.ts';

/** What publishing a draft now would do to versions that are published. */
export type Consequences = components['schemas']['DraftConsequences'];

/** Whether a draft may still become a version as it is: it is submitted, and not published. */
export function mayBePublished({ state }: Pick<ReviewedDraft, 'state'>): boolean {
  return state === 'submitted' || state === 'approved';
}

/** The consequences of a submission, asked for anew by everything that comes to show them: others publish meanwhile. */
export function useConsequences(draft: Pick<ReviewedDraft, 'id' | 'revision' | 'state'>) {
  const { language } = useLanguage();
  const { id, revision } = draft;
  return useQuery({
    queryKey: ['consequences', id, revision, language],
    enabled: mayBePublished(draft),
    refetchOnMount: 'always',
    queryFn: async (): Promise<Consequences> =>
      answerOf(await service(language).GET('/api/v1/drafts/{id}/consequences', { params: { path: { id } } })),
  });
}
