import { type ComponentProps, useId } from 'react';
import { useWords } from '../language/language.tsx';
import { shellWords } from './words.ts';

/** A field for a day: what is given is `2019-07-01`, or nothing. */
export interface DayInputOf
  extends Pick<ComponentProps<'input'>, 'id' | 'disabled' | 'aria-invalid' | 'aria-describedby' | 'aria-required'> {
  readonly value: string;
  /** Told of whole days, and of an empty text where a day is taken out or half typed. */
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

/**
 * A day in the browser's own field. A browser writes days as its own language does, whatever the page speaks; so until somebody
 * is in the field, the day stands over it as all pages write it.
 */
export function DayInput({ value, onDay, ...rest }: DayInputOf) {
  const words = useWords(shellWords);
  return (
    <input
      {...rest}
      type="date"
      value={value}
      data-day={value === '' ? words.noDay : value}
      onChange={({ target }) => onDay(target.value)}
    />
  );
}
