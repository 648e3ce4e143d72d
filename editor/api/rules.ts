import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { components } from '../../client/index.ts';
import { useLanguage } from '../language/language.tsx';
import { answerOf, service } from './client.ts';
import type { EffectiveRules } from './effective.ts';

/** One standard of them, the city's figure beside the county's. */
export type Standard = EffectiveRules['standards'][string];

/** Each publication of a place with what it changed. */
export type Changelog = components['schemas']['ChangelogAnswer'];

/** Rules stay what they are on a date for a while; what is published meanwhile is seen within a minute. */
const staleTime = 60_000;

/** The schema that a county's text must meet on a date. @param code null: of nobody, such as a city's own text */
export function useFloor(code: string | null, date: string | null) {
  const { language } = useLanguage();
  return useQuery({
    queryKey: ['floor', code, date],
    enabled: code !== null,
    staleTime,
    placeholderData: keepPreviousData,
    queryFn: async () => {
      const params = { path: { code: code ?? '' }, query: date === null ? {} : { date } };
      return answerOf(await service(language).GET('/api/v1/jurisdictions/{code}/floor', { params })) as Readonly<
        Record<string, unknown>
      >;
    },
  });
}

/** What each publication of a place changed, the last first. */
export function useChangelog(code: string) {
  const { language } = useLanguage();
  return useQuery({
    queryKey: ['changelog', code, language],
    staleTime,
    queryFn: async () =>
      answerOf(
        await service(language).GET('/api/v1/jurisdictions/{code}/changelog', {
          params: { path: { code }, query: {} },
        }),
      ) as Changelog,
  });
}
