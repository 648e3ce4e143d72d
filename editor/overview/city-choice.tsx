import { Select } from 'antd';
import { citiesOf, placeOf, usePlaces } from '../api/places.ts';
import { useSession } from '../api/session.ts';
import { useLanguage, useWords } from '../language/language.tsx';
import { overviewWords } from './words.ts';

/**
 * Whose overview is shown: the city that is asked for, else that of whoever looks, else the first.
 * @returns null where the service holds one city alone, or it is not known yet how many
 */
export function useChosenCity(asked: string | null): string | null {
  const { data: places = [] } = usePlaces();
  const { data: session } = useSession();
  const cities = citiesOf(places);
  if (cities.length < 2) return cities.length === 0 ? asked : null;
  const own = session?.grants.find(({ jurisdiction }) => jurisdiction !== null)?.jurisdiction ?? null;
  const code = asked ?? own;
  const place = code === null ? undefined : placeOf(places, code);
  return place === undefined ? (cities[0]?.code ?? null) : (place.city ?? place.code);
}

interface CityChoiceOf {
  readonly city: string | null;
  readonly choose: (city: string) => void;
}

/** A choice among cities; nothing where there is one. */
export function CityChoice({ city, choose }: CityChoiceOf) {
  const { language } = useLanguage();
  const words = useWords(overviewWords);
  const { data: places = [] } = usePlaces();
  const cities = citiesOf(places);
  if (cities.length < 2) return null;
  return (
    <Select
      aria-label={words.whichCity}
      className="overview-city"
      showSearch
      optionFilterProp="label"
      value={city}
      options={cities.map(({ code, name }) => ({ value: code, label: name[language] }))}
      onChange={choose}
    />
  );
}
