import { Input } from 'antd';
import { type ReactNode, useId } from 'react';

interface FieldOf {
  // What is wrong is said below the field, and nothing where it is empty.
  readonly label: string;
  readonly wrong: string;
}

interface TextFieldOf extends FieldOf {
  readonly value: string;
  readonly onText: (text: string) => void;
  /** What is typed; a text unless given. */
  readonly type?: 'date';
}

/** A field of a guided form that is typed into. */
export function TextField({ label, value, wrong, onText, type }: TextFieldOf) {
  const id = useId();
  return (
    <div>
      <label htmlFor={id}>{label}</label>
      <Input
        id={id}
        type={type ?? 'text'}
        value={value}
        maxLength={80}
        autoComplete="off"
        status={wrong === '' ? '' : 'error'}
        aria-invalid={wrong !== ''}
        aria-describedby={`${id}-wrong`}
        onChange={({ target }) => onText(target.value)}
      />
      <p id={`${id}-wrong`} role="status" className="standards-wrong">
        {wrong}
      </p>
    </div>
  );
}

/** A field of a guided form that is chosen. */
export function Choice({ label, wrong, children }: FieldOf & { readonly children: ReactNode }) {
  return (
    <fieldset className="standards-choice">
      <legend>{label}</legend>
      {children}
      <p role="status" className="standards-wrong">
        {wrong}
      </p>
    </fieldset>
  );
}
