import { useId } from 'react';
import { useWords } from '../../language/language.tsx';
import { countIn, MOST_COUNTED } from './counts.ts';
import { effectsWords } from './words.ts';

interface CountFieldOf {
  /** What it is called to those who hear it. */
  readonly name: string;
  readonly typed: string;
  readonly write: (text: string) => void;
  /** What is reckoned with as long as nothing is typed. */
  readonly otherwise?: number;
}

/** A field for a number of persons or claims, which says of what is typed that it is none. */
export function CountField({ name, typed, write, otherwise }: CountFieldOf) {
  const words = useWords(effectsWords);
  const id = useId();
  const isWrong = typed.trim() !== '' && countIn(typed) === null;
  return (
    <>
      <input
        className="standards-year-count"
        aria-label={name}
        aria-invalid={isWrong}
        aria-describedby={isWrong ? id : undefined}
        inputMode="numeric"
        maxLength={12}
        placeholder={otherwise?.toLocaleString('en')}
        value={typed}
        onChange={({ target }) => write(target.value)}
      />
      {isWrong ? (
        <div id={id} className="standards-wrong">
          {words.yearNotCount(MOST_COUNTED)}
        </div>
      ) : null}
    </>
  );
}
