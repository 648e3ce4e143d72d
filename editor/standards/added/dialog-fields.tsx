import { Input, type InputRef } from 'antd';
import { type ReactNode, type Ref, useId, useRef } from 'react';
import { useLanguage, useWords } from '../../language/language.tsx';
import { unitText } from '../form/figure-words.ts';
import { MeantButton, meantOf } from '../form/meant.tsx';
import { formWords } from '../form/words.ts';
import { dialogWords } from './dialog-words.ts';
import { type TypedUnit, typedFigure } from './typed-figure.ts';

interface FieldOf {
  // What is wrong is said below the field, and nothing where it is empty.
  readonly label: string;
  readonly wrong: string;
}

interface TypedFieldOf extends FieldOf {
  readonly value: string;
  readonly onText: (text: string) => void;
  /** What could stand in it, in a few words; nothing unless given. */
  readonly example?: string;
}

interface TextFieldOf extends TypedFieldOf {
  /** What is typed; a text unless given. */
  readonly type?: 'date';
  /** What stands behind what is typed. */
  readonly suffix?: ReactNode;
  /** What helps where something is wrong. */
  readonly help?: ReactNode;
  readonly ref?: Ref<InputRef>;
}

/** A field of a guided form that is typed into. */
export function TextField({ label, value, wrong, onText, type, suffix, example, help, ref }: TextFieldOf) {
  const words = useWords(dialogWords);
  const id = useId();
  return (
    <div>
      <label htmlFor={id}>{label}</label>
      <Input
        ref={ref ?? null}
        id={id}
        type={type ?? 'text'}
        value={value}
        maxLength={80}
        autoComplete="off"
        placeholder={example === undefined ? '' : words.forExample(example)}
        suffix={suffix}
        status={wrong === '' ? '' : 'error'}
        aria-invalid={wrong !== ''}
        aria-describedby={`${id}-wrong`}
        onChange={({ target }) => onText(target.value)}
      />
      <div id={`${id}-wrong`} role="status" className="standards-wrong">
        {wrong === '' ? null : <p>{wrong}</p>}
        {help}
      </div>
    </div>
  );
}

interface FigureFieldOf extends TypedFieldOf {
  readonly unit: TypedUnit;
  readonly example: string;
}

/** A field of a guided form for a figure: what is not understood is told at once, with what was most likely meant. */
export function FigureField({ unit, wrong, ...field }: FigureFieldOf) {
  const { language } = useLanguage();
  const form = useWords(formWords);
  const words = useWords(dialogWords);
  const input = useRef<InputRef>(null);
  const { value: typed, example, onText } = field;
  const read = typed.trim() === '' ? { value: null } : typedFigure(typed, unit);
  const told = (): string => {
    if ('value' in read) return wrong;
    if (read.wrong === 'notAFigure') return words.notAFigure(typed.trim(), example);
    if (read.wrong === 'percentOrShare') return form.percentOrShare(typed.trim());
    return read.wrong === 'aboveAll' ? words.aboveAll : form[read.wrong];
  };
  const meant = 'value' in read ? null : meantOf(typed, unit, language);
  const write = (written: string) => {
    onText(written);
    input.current?.focus();
  };
  return (
    <TextField
      {...field}
      ref={input}
      wrong={told()}
      // A share has its sign in the field, as it is typed; an empty field has it where others have their unit.
      suffix={unit === 'share' ? <span>{typed === '' ? '%' : ''}</span> : unitText(unit, language)}
      help={meant === null ? null : <MeantButton meant={meant} write={write} />}
    />
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
