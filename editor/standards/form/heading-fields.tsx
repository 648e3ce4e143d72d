import { useId } from 'react';
import { useWords } from '../../language/language.tsx';
import { DayField } from '../../shell/day-input.tsx';
import { valueAt } from '../text/yaml-value.ts';
import { useProblemWords } from './problem-words.ts';
import { ReasonField } from './reason-field.tsx';
import type { DraftView, Problem } from './view.ts';
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
  const heard = useId();
  const problemWords = useProblemWords();
  const ofDays = problemsOf('/effective');
  const day = (end: 'from' | 'to', label: string) => (
    <DayField
      label={label}
      disabled={!mayWrite}
      {...(ofDays.some((problem) => isOfDay(problem, end)) ? { 'aria-invalid': true, 'aria-describedby': heard } : {})}
      value={told(['effective', end])}
      onDay={(day) => day !== '' && change(['effective', end], day)}
    />
  );
  return (
    <section id="draft-heading" className="standards-heading" aria-label={words.heading}>
      <div>
        <div className="standards-days">
          {day('from', words.firstDay)}
          {day('to', words.lastDay)}
        </div>
        <div id={heard} role="status">
          {ofDays.map((problem) => (
            <p key={problem.message} className="standards-wrong">
              {problemWords(problem, null) ?? problem.message}
            </p>
          ))}
        </div>
      </div>
      <ReasonField id="draft-reason" value={value} mayWrite={mayWrite} change={change} startReason={startReason} />
      {problemsOf('/reason').map(({ code, message }) =>
        // The field counts for itself.
        code === 'tooLong' ? null : (
          <p key={message} className="standards-wrong">
            {message}
          </p>
        ),
      )}
    </section>
  );
}

/** Whether a problem is one of a day, or of both together. */
function isOfDay({ severity, code, pointer }: Problem, end: 'from' | 'to'): boolean {
  if (severity !== 'error') return false;
  return code === 'periodBackwards' || pointer === '/effective' || pointer === `/effective/${end}`;
}
