import { useQuery } from '@tanstack/react-query';
import type { components, EvaluationRequest } from '../../client/index.ts';
import { useLanguage } from '../language/language.tsx';
import { answerOf, service } from './client.ts';
import { settleClaims } from './effects.ts';

/** Whether anybody is worse off by a draft's text, and how far that is known. */
export type DraftProof = components['schemas']['DraftProof'];

/** The same against one of the city's versions. */
export type ProvedGround = NonNullable<DraftProof['proof']>['grounds'][number];

/** How long to wait before it is asked again, while it is not known yet. Milliseconds. */
const AGAIN = 100;

/**
 * How the proof of a draft stands, asked for until it has ended.
 * @param textHash of the text that is meant; null: nothing is asked, as of a text that is not saved
 */
export function useDraftProof(id: string, textHash: string | null) {
  const { language } = useLanguage();
  return useQuery<DraftProof>({
    queryKey: ['draft proof', id, textHash],
    enabled: textHash !== null,
    staleTime: 60_000,
    refetchInterval: ({ state: { data } }) => (data === undefined || !isOpen(data) ? false : AGAIN),
    queryFn: async ({ signal }) =>
      answerOf(
        await service(language).GET('/api/v1/drafts/{id}/proof', { params: { path: { id } }, signal }),
      ) as DraftProof,
  });
}

/** Whether it is still being looked for. */
export function isOpen({ status }: DraftProof): boolean {
  return status === 'waiting' || status === 'running';
}

/** The claim that loses, settled by the city's rules and by the text. */
export function useLosingClaim(jurisdiction: string, city: string, text: string, ground: ProvedGround | null) {
  const { language } = useLanguage();
  const example = ground?.counterexample ?? null;
  return useQuery({
    queryKey: ['losing claim', jurisdiction, ground?.baseDigest, ground?.evidence, text, language],
    enabled: example !== null,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 30_000,
    queryFn: async ({ signal }) => {
      if (example === null) return null;
      const claim = example.claim as EvaluationRequest['claim'];
      const asked = (date: string) => [{ id: 'claim', date, claim }];
      const [before, after] = await Promise.all([
        settleClaims(city, null, asked(example.dates.from), language, signal),
        settleClaims(jurisdiction, { text }, asked(example.dates.to), language, signal),
      ]);
      return { before: before.settled[0] ?? null, after: after.settled[0] ?? null };
    },
  });
}
