import { useWords } from '../language/language.tsx';
import { DayField } from './day-input.tsx';
import { shellWords } from './words.ts';

/** The day that a page is about. @param choose told of a whole date only: what is half typed is none */
export function DateChoice({ value, choose }: { readonly value: string; readonly choose: (date: string) => void }) {
  const words = useWords(shellWords);
  return <DayField label={words.date} value={value} onDay={(day) => day !== '' && choose(day)} />;
}
