import { Select } from 'antd';
import { citiesOf, useCityOf, usePlaces } from '../api/places.ts';
import { useSession } from '../api/session.ts';
import { useLanguage, useWords } from '../language/language.tsx';
import { overviewWords } from './words.ts';

/** Whose overview is shown: of the place that is asked for, else of that of whoever looks; null for the first city there is. */
export function useChosenPlace(asked: string | null): string | null {
  const { data: session } = useSession();
  return asked ?? session?.grants.find(({ jurisdiction }) => jurisdiction !== null)?.jurisdiction ?? null;
}

interface CityChoiceOf {
  /** A place of the city that is shown; null for the first. */
  readonly place: string | null;
  readonly choose: (city: string) => void;
}

/** A choice among cities; nothing where there is one. */
export function CityChoice({ place, choose }: CityChoiceOf) {
  const { language } = useLanguage();
  const words = useWords(overviewWords);
  const { data: places = [] } = usePlaces();
  const city = useCityOf(place) ?? null;
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
