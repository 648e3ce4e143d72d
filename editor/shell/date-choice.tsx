import { useWords } from '../language/language.tsx';
import { shellWords } from './words.ts';

/** The day that a page is about. @param choose told of a whole date only: what is half typed is none */
export function DateChoice({ value, choose }: { readonly value: string; readonly choose: (date: string) => void }) {
  const words = useWords(shellWords);
  return (
    <label>
      {words.date}{' '}
      <input
        type="date"
        value={value}
        onChange={({ target }) => {
          if (target.value !== '') choose(target.value);
        }}
      />
    </label>
  );
}
