import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { components } from '../../client/index.ts';
import { useLanguage } from '../language/language.tsx';
import { allPages } from './all-pages.ts';
import { answerOf, service } from './client.ts';
import { inTurn } from './in-turn.ts';
import { useOneAtATime } from './one-at-a-time.ts';

/** A draft that waits for somebody, and for what. */
export type Review = components['schemas']['Review'];

/** A draft with its submission, approvals, comments and gates. */
export type ReviewedDraft = components['schemas']['Draft'];

/** What a draft changes by its meaning. */
export type DraftChanges = components['schemas']['DraftChanges'];

/** What waits for whoever is signed in, the last submitted first. @param wanted false for who reviews nothing: nothing is asked */
export function useReviews(wanted = true) {
  const { language } = useLanguage();
  return useQuery({
    queryKey: ['reviews'],
    enabled: wanted,
    queryFn: () =>
      allPages<Review>(async (query) =>
        answerOf(await service(language).GET('/api/v1/reviews', { params: { query } })),
      ),
  });
}

/** One draft with its text, in the words of the language spoken. */
export function useReviewedDraft(id: string) {
  const { language } = useLanguage();
  return useQuery({
    queryKey: ['reviewed draft', id, language],
    queryFn: async () =>
      answerOf(await service(language).GET('/api/v1/drafts/{id}', { params: { path: { id } } })) as ReviewedDraft,
    placeholderData: (before) => (before?.id === id ? before : undefined),
  });
}

/** A version of the place that a draft is held against, and on the rules that its city has on which day. */
export interface Against {
  readonly version: string;
  /** The draft's first day, unless given. */
  readonly date?: string;
}

/**
 * What a draft changes; asked again whenever it moved.
 * @param against null for what is in force on its first day
 * @param wanted false: nothing is asked
 */
export function useDraftChanges(
  { id, revision }: Pick<ReviewedDraft, 'id' | 'revision'>,
  against: Against | null = null,
  wanted = true,
) {
  const { language } = useLanguage();
  const query = against === null ? {} : { against: against.version, ...(against.date && { date: against.date }) };
  return useQuery({
    queryKey: ['reviewed changes', id, revision, language, query],
    enabled: wanted,
    queryFn: () =>
      inTurn(
        async () =>
          answerOf(
            await service(language).GET('/api/v1/drafts/{id}/changes', { params: { path: { id }, query } }),
          ) as DraftChanges,
      ),
  });
}

/** What a reviewer can do to a draft. */
export type ReviewAct =
  | { readonly do: 'approve'; readonly digest: string; readonly reason: string | null }
  | { readonly do: 'return'; readonly reason: string }
  /** With the digest of the consequences that were shown before. */
  | { readonly do: 'publish'; readonly key: string; readonly consequences: string }
  | { readonly do: 'comment'; readonly standard: string | null; readonly text: string }
  | { readonly do: 'resolve'; readonly comment: string };

/**
 * Does something to the draft upon the revision that was looked at; what is asked while something is under way is nothing. What
 * came of it is read anew, of a refusal too: the draft is not what was looked at.
 * @throws Refused where it moved on meanwhile
 */
export function useReviewAct({ id, revision }: Pick<ReviewedDraft, 'id' | 'revision'>) {
  const { language } = useLanguage();
  const queries = useQueryClient();
  return useOneAtATime({
    mutationFn: async (act: ReviewAct) => {
      const client = service(language);
      const header = { 'If-Match': `"${revision}"` };
      const params = { path: { id }, header };
      switch (act.do) {
        case 'approve':
          return answerOf(
            await client.POST('/api/v1/drafts/{id}/approvals', {
              params,
              body: { digest: act.digest, ...(act.reason === null ? {} : { reason: act.reason }) },
            }),
          );
        case 'return':
          return answerOf(await client.POST('/api/v1/drafts/{id}/returns', { params, body: { reason: act.reason } }));
        case 'publish':
          return answerOf(
            await client.POST('/api/v1/drafts/{id}/publication', {
              params: {
                path: { id },
                header: { ...header, 'Idempotency-Key': act.key, 'Dixian-Consequences': act.consequences },
              },
            }),
          );
        case 'comment':
          return answerOf(
            await client.POST('/api/v1/drafts/{id}/comments', {
              params,
              body: { text: act.text, ...(act.standard === null ? {} : { standard: act.standard }) },
            }),
          );
        case 'resolve':
          return answerOf(
            await client.POST('/api/v1/drafts/{id}/comments/{comment}/resolution', {
              params: { path: { id, comment: act.comment }, header },
            }),
          );
      }
    },
    onSettled: async () => {
      const moved = [['reviewed draft', id], ['consequences', id], ['reviews'], ['published versions']];
      await Promise.all(moved.map((queryKey) => queries.invalidateQueries({ queryKey })));
    },
  });
}
