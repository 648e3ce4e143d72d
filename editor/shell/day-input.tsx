import { type ComponentProps, useId, useState } from 'react';
import { useWords } from '../language/language.tsx';
import { shellWords } from './words.ts';

/** A field for a day: what is given is `2019-07-01`, or nothing. */
export interface DayInputOf
  extends Pick<ComponentProps<'input'>, 'id' | 'disabled' | 'aria-invalid' | 'aria-describedby' | 'aria-required'> {
  readonly value: string;
  /** Told of whole days, and of an empty text where a day is taken out or half typed; of none whose year is half typed. */
  readonly onDay: (day: string) => void;
}

/** A field for a day with its name before it. */
export function DayField({ label, ...input }: DayInputOf & { readonly label: string }) {
  const id = useId();
  return (
    <label htmlFor={id}>
      {label} <DayInput {...input} id={id} />
    </label>
  );
}

/** Of four digits, as a year is half typed: `2` of 2019 is the year 0002 to a browser. */
const HALF_TYPED_YEAR = /^0/;

/**
 * A day in the browser's own field. A browser writes days as its own language does, whatever the page speaks; so until somebody
 * is in the field, the day stands over it as all pages write it. Whoever types has the field to themselves until they leave it:
 * another day set into it between two keys would take the first one back.
 */
export function DayInput({ value, onDay, ...rest }: DayInputOf) {
  const words = useWords(shellWords);
  const [typed, setTyped] = useState<string | null>(null);
  const take = (day: string) => {
    setTyped(day);
    if (!HALF_TYPED_YEAR.test(day)) onDay(day);
  };
  const shown = typed ?? value;
  return (
    <input
      {...rest}
      type="date"
      value={shown}
      data-day={shown === '' ? words.noDay : shown}
      onChange={({ target }) => take(target.value)}
      onBlur={() => setTyped(null)}
    />
  );
}
