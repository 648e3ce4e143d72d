import { useWords } from '../../language/language.tsx';
import { DayField } from '../../shell/day-input.tsx';
import { valueAt } from '../text/yaml-value.ts';
import { ReasonField } from './reason-field.tsx';
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
  startReason,
}: Pick<DraftView, 'value' | 'mayWrite' | 'change' | 'problemsOf' | 'startReason'>) {
  const words = useWords(formWords);
  const told = (path: readonly string[]) => String(valueAt(value ?? {}, path) ?? '');
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
      <ReasonField id="draft-reason" value={value} mayWrite={mayWrite} change={change} startReason={startReason} />
      {wrong.map(({ message }) => (
        <p key={message} className="standards-wrong">
          {message}
        </p>
      ))}
    </section>
  );
}
