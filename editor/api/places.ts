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

/** The cities among places, in their order. */
export function citiesOf(places: readonly Place[]): readonly Place[] {
  return places.filter(({ city }) => city === null);
}

/**
 * Which city to ask for where rules of a whole city are asked for.
 * @param place a code of the city or of one of its counties; the first city for null, and for one that nobody knows
 * @returns null where the service holds one city, which need not be named; undefined while that is not known
 */
export function useCityOf(place: string | null): string | null | undefined {
  const { data: places, error } = usePlaces();
  // Asked without a name meanwhile: where there is one city, nobody waits for the list of places.
  if (places === undefined) return place === null || error !== null ? null : undefined;
  const cities = citiesOf(places);
  if (cities.length < 2) return null;
  const known = place === null ? undefined : placeOf(places, place);
  return known === undefined ? cities[0]?.code : (known.city ?? known.code);
}

/** A place by any of its codes: one that was replaced has the rules of the one that followed. */
export function placeOf(places: readonly Place[], code: string): Place | undefined {
  return places.find((place) => place.code === code);
}
