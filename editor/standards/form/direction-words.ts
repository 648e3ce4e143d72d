import { useWords } from '../../language/language.tsx';
import { directionText } from './direction-text.ts';
import { formWords } from './words.ts';

/** Says where a county may move a standard, in the language that is spoken here. */
export function useDirectionWords(): (county: string, better: string) => string {
  const words = useWords(formWords);
  return (county, better) => directionText(words, county, better);
}
