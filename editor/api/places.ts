import { useQuery } from '@tanstack/react-query';
import type { components } from '../../client/index.ts';
import { useLanguage } from '../language/language.tsx';
import { allPages } from './all-pages.ts';
import { answerOf, service } from './client.ts';

/** A city or county, with what is in force there when. */
export type Place = components['schemas']['JurisdictionsAnswer']['items'][number];

/** Every city and county, each city before its counties. */
export function usePlaces() {
  const { language } = useLanguage();
  return useQuery({
    queryKey: ['places'],
    queryFn: () =>
      allPages<Place>(async (query) =>
        answerOf(await service(language).GET('/api/v1/jurisdictions', { params: { query } })),
      ),
    staleTime: 60_000,
  });
}

/** The places that have their code on a date; all where no date is known yet. */
export function placesOn(places: readonly Place[], date: string | null): readonly Place[] {
  return places.filter(
    ({ validFrom, validTo }) =>
      date === null || ((validFrom === null || validFrom <= date) && (validTo === null || date <= validTo)),
  );
}

/** A place by any of its codes: one that was replaced has the rules of the one that followed. */
export function placeOf(places: readonly Place[], code: string): Place | undefined {
  return places.find((place) => place.code === code);
}
