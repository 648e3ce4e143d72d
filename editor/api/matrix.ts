import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { components } from '../../client/index.ts';
import { useLanguage } from '../language/language.tsx';
import { answerOf, service } from './client.ts';

/** Every standard of the city and its counties on a date. */
export type Matrix = components['schemas']['MatrixAnswer'];

/** The matrix of a date; without one, of the nearest to today with rules in force. */
export function useMatrix(date: string | null) {
  const { language } = useLanguage();
  return useQuery({
    queryKey: ['matrix', language, date],
    queryFn: async () =>
      answerOf(
        await service(language).GET('/api/v1/matrix', { params: { query: date === null ? {} : { date } } }),
      ) as Matrix,
    placeholderData: keepPreviousData,
  });
}
