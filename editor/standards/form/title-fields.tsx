import { Input } from 'antd';
import { useId } from 'react';
import { useWords } from '../../language/language.tsx';
import { isYamlMap, valueAt } from '../text/yaml-value.ts';
import type { DraftView } from './view.ts';
import { formWords } from './words.ts';

type TitleOf = Pick<DraftView, 'value' | 'mayWrite' | 'change' | 'problemsOf'>;

/** What the standards of a draft are called, in as many languages as its text says it in; one where it does not say it at all. */
export function TitleFields({ value, mayWrite, change, problemsOf }: TitleOf) {
  const words = useWords(formWords);
  const title = valueAt(value ?? {}, ['title']);
  const isInMap = isYamlMap(title);
  const fields = isInMap
    ? [
        { path: ['title', 'zh'], label: words.titleZh },
        { path: ['title', 'en'], label: words.titleEn },
      ]
    : [{ path: ['title'], label: words.title }];
  const isEmptied = title === null || (isInMap && valueAt(title, ['zh']) === undefined);
  return (
    <div className="standards-titles">
      {fields.map(({ path, label }) => (
        <TitleField
          key={label}
          label={label}
          isWrong={isEmptied && path.at(-1) !== 'en'}
          text={String(valueAt(value ?? {}, path) ?? '')}
          disabled={!mayWrite}
          // Alone it keeps its line while it is empty; in a map of languages an empty one leaves it.
          onText={(text) => change(path, text === '' ? (isInMap ? undefined : null) : text)}
        />
      ))}
      <div role="status">
        {isEmptied ? <p className="standards-wrong">{words.fillIn(fields[0]?.label ?? words.title)}</p> : null}
        {isEmptied
          ? null
          : problemsOf('/title').map(({ message }) => (
              <p key={message} className="standards-wrong">
                {message}
              </p>
            ))}
      </div>
    </div>
  );
}

interface TitleFieldOf {
  readonly label: string;
  readonly text: string;
  readonly isWrong: boolean;
  readonly disabled: boolean;
  readonly onText: (text: string) => void;
}

function TitleField({ label, text, isWrong, disabled, onText }: TitleFieldOf) {
  const id = useId();
  return (
    <div className="standards-title">
      <label htmlFor={id}>{label}</label>
      <Input
        id={id}
        value={text}
        disabled={disabled}
        status={isWrong ? 'error' : ''}
        aria-invalid={isWrong}
        autoComplete="off"
        onChange={({ target }) => onText(target.value)}
      />
    </div>
  );
}
