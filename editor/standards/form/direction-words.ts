import { useWords } from '../../language/language.tsx';
import { type CityFigure, directionText } from './direction-text.ts';
import { formWords } from './words.ts';

/** Says where a county may move a standard, in the language that is spoken here. */
export function useDirectionWords(): (county: string, better: string, city?: CityFigure) => string {
  const words = useWords(formWords);
  return (county, better, city) => directionText(words, county, better, city);
}
