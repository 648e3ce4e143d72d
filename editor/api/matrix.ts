import { keepPreviousData, type QueryClient, useQuery } from '@tanstack/react-query';
import type { components } from '../../client/index.ts';
import { type Language, useLanguage } from '../language/language.tsx';
import { answerOf, service } from './client.ts';
import { useCityOf } from './places.ts';

/** Every standard of the city and its counties on a date. */
export type Matrix = components['schemas']['MatrixAnswer'];

/**
 * The matrix of a date; without one, of the nearest to today with rules in force.
 * @param place the city, or one of its counties; null for the only city, or the first
 */
export function useMatrix(date: string | null, place: string | null) {
  const { language } = useLanguage();
  const city = useCityOf(place);
  return useQuery({
    ...matrixQuery(date, city ?? null, language),
    enabled: city !== undefined,
    placeholderData: keepPreviousData,
    // What `askForMatrix` has just brought is not asked for again.
    staleTime: 2_000,
  });
}

/** Asks for a matrix before any page does that will show it. @param city null for the only one */
export function askForMatrix(queries: QueryClient, date: string | null, city: string | null, language: Language): void {
  void queries.prefetchQuery(matrixQuery(date, city, language));
}

/**
 * How a matrix is asked for, and known by.
 * @param date null for the nearest to today with rules in force
 * @param city null for the only one
 */
export function matrixQuery(date: string | null, city: string | null, language: Language) {
  return { queryKey: ['matrix', language, date, city], queryFn: () => matrixOn(date, city, language) };
}

async function matrixOn(date: string | null, city: string | null, language: Language): Promise<Matrix> {
  const params = { query: { ...(date === null ? {} : { date }), ...(city === null ? {} : { city }) } };
  return answerOf(await service(language).GET('/api/v1/matrix', { params })) as Matrix;
}
