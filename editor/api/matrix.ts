import { keepPreviousData, type QueryClient, useQuery } from '@tanstack/react-query';
import type { components } from '../../client/index.ts';
import { type Language, useLanguage } from '../language/language.tsx';
import { answerOf, service } from './client.ts';

/** Every standard of the city and its counties on a date. */
export type Matrix = components['schemas']['MatrixAnswer'];

/** The matrix of a date; without one, of the nearest to today with rules in force. */
export function useMatrix(date: string | null) {
  const { language } = useLanguage();
  return useQuery({
    queryKey: ['matrix', language, date],
    queryFn: () => matrixOn(date, language),
    placeholderData: keepPreviousData,
    // What `askForMatrix` has just brought is not asked for again.
    staleTime: 2_000,
  });
}

/** Asks for the matrix of a date before any page does that will show it. */
export function askForMatrix(queries: QueryClient, date: string | null, language: Language): void {
  void queries.prefetchQuery({ queryKey: ['matrix', language, date], queryFn: () => matrixOn(date, language) });
}

/** Asks for the matrix of a date. @param date null for the nearest to today with rules in force */
export async function matrixOn(date: string | null, language: Language): Promise<Matrix> {
  const params = { query: date === null ? {} : { date } };
  return answerOf(await service(language).GET('/api/v1/matrix', { params })) as Matrix;
}
