import { Input } from 'antd';
import { useLanguage, useWords } from '../../language/language.tsx';
import { DayField } from '../../shell/day-input.tsx';
import { isYamlMap, valueAt, type YamlValue } from '../text/yaml-value.ts';
import type { DraftView } from './view.ts';
import { formWords } from './words.ts';

/**
 * From when to when, and why. They stand on the draft's text alone: on a day without rules, which leaves nothing else of the
 * form, they are the way back.
 */
export function HeadingFields({
  value,
  mayWrite,
  change,
  problemsOf,
}: Pick<DraftView, 'value' | 'mayWrite' | 'change' | 'problemsOf'>) {
  const { language } = useLanguage();
  const words = useWords(formWords);
  const told = (path: readonly string[]) => String(valueAt(value ?? {}, path) ?? '');
  const reason = valueAt(value ?? {}, ['reason']);
  const reasonPath = isYamlMap(reason) ? ['reason', language] : ['reason'];
  const wrong = ['/effective', '/effective/from', '/effective/to', '/reason'].flatMap(problemsOf);
  const day = (end: 'from' | 'to', label: string) => (
    <DayField
      label={label}
      disabled={!mayWrite}
      value={told(['effective', end])}
      onDay={(day) => day !== '' && change(['effective', end], day)}
    />
  );
  return (
    <section className="standards-heading" aria-label={words.heading}>
      {day('from', words.firstDay)}
      {day('to', words.lastDay)}
      <label className="standards-reason" htmlFor="draft-reason">
        {words.reason}{' '}
        <Input
          id="draft-reason"
          disabled={!mayWrite}
          maxLength={400}
          placeholder={words.reasonHint}
          value={told(reasonPath)}
          onChange={({ target }) => change(reasonPath, emptied(target.value, isYamlMap(reason)))}
        />
      </label>
      {wrong.map(({ message }) => (
        <p key={message} className="standards-wrong">
          {message}
        </p>
      ))}
    </section>
  );
}

/** In a map of languages an empty text leaves it; alone it is nothing, which the heading begins with. */
function emptied(text: string, isInMap: boolean): YamlValue | undefined {
  if (text !== '') return text;
  return isInMap ? undefined : null;
}
