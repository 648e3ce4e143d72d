import { Input } from 'antd';
import type { TextAreaRef } from 'antd/es/input/TextArea';
import type { Ref } from 'react';
import { useWords } from '../../language/language.tsx';
import { lengthOf } from './text-length.ts';
import { formWords } from './words.ts';

interface CountedTextOf {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  /** How many characters of it the service takes. */
  readonly most: number;
  readonly onText: (text: string) => void;
  readonly disabled?: boolean;
  /** What is said of it before anything is typed, and after. */
  readonly hint?: string;
  /** Whether it is wrong beyond its length, and what says so. */
  readonly isWrong?: boolean;
  readonly describedBy?: string | undefined;
  readonly ref?: Ref<TextAreaRef>;
}

/** A place for a text of some sentences that grows with it. Nothing of it is cut: what is too much is counted below. */
export function CountedText({
  id,
  label,
  value,
  most,
  onText,
  hint,
  isWrong = false,
  describedBy,
  ...rest
}: CountedTextOf) {
  const words = useWords(formWords);
  const count = lengthOf(value.trim());
  const isOver = count > most;
  return (
    <div className="standards-counted">
      <label htmlFor={id}>{label}</label>
      {hint === undefined ? null : (
        <p id={`${id}-hint`} className="aside">
          {hint}
        </p>
      )}
      <Input.TextArea
        id={id}
        autoSize={{ minRows: 2, maxRows: 16 }}
        aria-required
        aria-invalid={isWrong || isOver}
        aria-describedby={[hint === undefined ? '' : `${id}-hint`, `${id}-count`, describedBy].join(' ').trim()}
        status={isOver ? 'error' : ''}
        value={value}
        onChange={({ target }) => onText(target.value)}
        {...rest}
      />
      <p id={`${id}-count`} className={isOver ? 'standards-wrong' : 'aside'}>
        {`${count}/${most}`}
        <span role="status">{isOver ? words.tooMany(count - most) : ''}</span>
      </p>
    </div>
  );
}
