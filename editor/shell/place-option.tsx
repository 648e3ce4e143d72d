import type { Place } from '../api/places.ts';
import { useLanguage, useWords } from '../language/language.tsx';
import { placeOptionWords } from './place-option-words.ts';

/** What of a place is chosen by. */
export type NamedPlace = Pick<Place, 'code' | 'name' | 'validFrom' | 'validTo'>;

/** Says a place where places of all times stand together: by name and code, and one that does not hold at all times with when it does. */
export function usePlaceOption(): (place: NamedPlace) => string {
  const { language } = useLanguage();
  const words = useWords(placeOptionWords);
  return ({ code, name, validFrom, validTo }) =>
    `${name[language]} ${code}${validFrom === null && validTo === null ? '' : words.holds(validFrom, validTo)}`;
}
