import { Checkbox, Input, Radio, Select } from 'antd';
import { type ReactNode, useId } from 'react';
import { useLanguage, useWords } from '../language/language.tsx';
import { DayInput } from '../shell/day-input.tsx';
import type { FieldKind } from './claim.ts';
import { calculatorWords } from './words.ts';

/** Choices that are this short together stand side by side, one click each; longer ones fold into a list. */
const SHORT = 14;

/** One field of the form: what it is called, what stands in it, what is wrong with it. */
export interface Field {
  readonly path: string;
  readonly label: string;
  readonly kind: FieldKind;
  /** As entered; of what is chosen, else the default that holds. */
  readonly value: string;
  /** What holds where nothing is typed; empty where nothing does. */
  readonly hint: string;
  readonly needed: boolean;
  /** What is wrong, in words; null while nothing is. */
  readonly wrong: string | null;
  /** What to look at again, in words; null where nothing is. */
  readonly note: string | null;
  readonly enter: (value: string) => void;
}

/** A field with its label, and what is wrong with it right below. */
export function FactField(field: Field) {
  const id = useId();
  const words = useWords(calculatorWords);
  const wrong = `${id}-wrong`;
  const note = `${id}-note`;
  const described = [...(field.wrong === null ? [] : [wrong]), ...(field.note === null ? [] : [note])];
  const control = (
    <Control {...field} id={id} isWrong={field.wrong !== null} describedBy={described.join(' ') || undefined} />
  );
  return (
    <div className="calculator-field" data-path={field.path}>
      {field.kind.kind === 'boolean' ? (
        control
      ) : (
        <>
          <label htmlFor={id} id={`${id}-label`}>
            {field.label}
            {field.needed ? (
              <span className="calculator-needed" aria-hidden="true" title={words.needed}>
                *
              </span>
            ) : null}
          </label>
          {control}
        </>
      )}
      <p className="calculator-wrong" id={wrong} aria-live="polite">
        {field.wrong}
      </p>
      <p className="calculator-note" id={note} aria-live="polite">
        {field.note}
      </p>
    </div>
  );
}

interface ControlOf extends Field {
  readonly id: string;
  readonly isWrong: boolean;
  readonly describedBy: string | undefined;
}

function Control(field: ControlOf): ReactNode {
  const { id, kind, value, enter, isWrong, describedBy, label } = field;
  const words = useWords(calculatorWords);
  const told = {
    id,
    'aria-describedby': describedBy,
    'aria-invalid': isWrong,
    'aria-required': field.needed,
  };
  const status = isWrong ? 'error' : '';
  const typed = {
    ...told,
    value,
    status,
    onChange: ({ target }: { target: { value: string } }) => enter(target.value),
  } as const;
  switch (kind.kind) {
    case 'money':
      return <Input {...typed} inputMode="decimal" autoComplete="off" placeholder={words.amountHint} />;
    case 'decimal':
      return <Input {...typed} inputMode="decimal" autoComplete="off" placeholder={field.hint} />;
    case 'integer':
      return <Input {...typed} inputMode="numeric" autoComplete="off" placeholder={field.hint} />;
    case 'boolean':
      return (
        <Checkbox {...told} checked={value === 'true'} onChange={({ target }) => enter(String(target.checked))}>
          {label}
        </Checkbox>
      );
    case 'date':
      return <DayInput {...told} value={value} onDay={enter} />;
    case 'choice':
      return <Choice {...field} items={kind.items} />;
    case 'list':
      return 'items' in kind && kind.items ? (
        <Items {...field} items={kind.items} />
      ) : (
        <Input {...typed} autoComplete="off" placeholder={words.listHint} />
      );
    default:
      return <Input {...typed} maxLength={2000} autoComplete="off" />;
  }
}

interface Item {
  readonly value: string | number;
  readonly label: { readonly zh: string; readonly en: string };
}

function Choice({ id, items, value, enter, isWrong, describedBy }: ControlOf & { readonly items: readonly Item[] }) {
  const { language } = useLanguage();
  const words = useWords(calculatorWords);
  const options = items.map((item) => ({ value: String(item.value), label: item.label[language] }));
  if (items.reduce((length, item) => length + item.label.zh.length, 0) <= SHORT) {
    return (
      <Radio.Group
        id={id}
        aria-labelledby={`${id}-label`}
        aria-describedby={describedBy}
        optionType="button"
        value={value}
        options={options}
        onChange={({ target }) => enter(String(target.value))}
      />
    );
  }
  return (
    <Select
      id={id}
      aria-describedby={describedBy}
      status={isWrong ? 'error' : ''}
      value={value === '' ? null : value}
      placeholder={words.choose}
      options={options}
      onChange={enter}
    />
  );
}

function Items({ id, items, value, enter, isWrong, describedBy }: ControlOf & { readonly items: readonly Item[] }) {
  const { language } = useLanguage();
  const words = useWords(calculatorWords);
  return (
    <Select
      id={id}
      mode="multiple"
      aria-describedby={describedBy}
      status={isWrong ? 'error' : ''}
      value={value === '' ? [] : value.split(',')}
      placeholder={words.choose}
      options={items.map((item) => ({ value: String(item.value), label: item.label[language] }))}
      onChange={(chosen: readonly string[]) => enter(chosen.join(','))}
    />
  );
}
