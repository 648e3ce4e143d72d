import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { components } from '../../client/index.ts';
import { useLanguage } from '../language/language.tsx';
import { answerOf, service } from './client.ts';

/** City and county resolved into one on a date, with figures, rules and limits in words of both languages. */
export type EffectiveRules = components['schemas']['EffectiveAnswer'];

/** The rules in force in a place on a date; without one, on the nearest to today. */
export function useEffectiveRules(place: string, date: string | null) {
  const { language } = useLanguage();
  return useQuery({
    queryKey: ['effective', language, place, date],
    queryFn: async () => {
      const params = { path: { code: place }, query: date === null ? {} : { date } };
      return answerOf(
        await service(language).GET('/api/v1/jurisdictions/{code}/effective', { params }),
      ) as EffectiveRules;
    },
    placeholderData: keepPreviousData,
  });
}
