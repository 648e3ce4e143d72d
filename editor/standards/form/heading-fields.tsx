import { useId, useState } from 'react';
import { useWords } from '../../language/language.tsx';
import { DayField } from '../../shell/day-input.tsx';
import { valueAt } from '../text/yaml-value.ts';
import { useProblemWords } from './problem-words.ts';
import { ReasonField } from './reason-field.tsx';
import { TitleFields } from './title-fields.tsx';
import { useToldUnread } from './unread.ts';
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
  hasReason = true,
}: Pick<DraftView, 'value' | 'mayWrite' | 'change' | 'problemsOf' | 'startReason'> & {
  /** A city's rule set holds no reason: it is given with the submission. */
  readonly hasReason?: boolean;
}) {
  const words = useWords(formWords);
  const told = (path: readonly string[]) => String(valueAt(value ?? {}, path) ?? '');
  const heard = useId();
  const problemWords = useProblemWords();
  const ofDays = problemsOf('/effective');
  const [from, to] = [useEmptied(words.firstDay), useEmptied(words.lastDay)];
  const day = (end: 'from' | 'to', { label, isEmptied, setEmptied }: typeof from) => (
    <DayField
      label={label}
      disabled={!mayWrite}
      {...(isEmptied || ofDays.some((problem) => isOfDay(problem, end))
        ? { 'aria-invalid': true, 'aria-describedby': heard }
        : {})}
      value={isEmptied ? '' : told(['effective', end])}
      onDay={(day) => {
        setEmptied(day === '');
        if (day !== '') change(['effective', end], day);
      }}
    />
  );
  return (
    <section id="draft-heading" className="standards-heading" aria-label={hasReason ? words.heading : words.period}>
      <div>
        <div className="standards-days">
          {day('from', from)}
          {day('to', to)}
        </div>
        <div id={heard} role="status">
          {[from, to].map(({ label, isEmptied }) =>
            isEmptied ? (
              <p key={label} className="standards-wrong">
                {words.fillIn(label)}
              </p>
            ) : null,
          )}
          {ofDays.map((problem) => (
            <p key={problem.message} className="standards-wrong">
              {problemWords(problem, null) ?? problem.message}
            </p>
          ))}
        </div>
      </div>
      <TitleFields value={value} mayWrite={mayWrite} change={change} problemsOf={problemsOf} />
      {hasReason ? (
        <ReasonField id="draft-reason" value={value} mayWrite={mayWrite} change={change} startReason={startReason} />
      ) : null}
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

/** Whether the field of a day was emptied: a draft has to have one, so it keeps the one it had, and that is told. */
function useEmptied(label: string) {
  const words = useWords(formWords);
  const [isEmptied, setEmptied] = useState(false);
  useToldUnread(label, isEmptied ? words.whyEmpty : null);
  return { label, isEmptied, setEmptied };
}

/** Whether a problem is one of a day, or of both together. */
function isOfDay({ severity, code, pointer }: Problem, end: 'from' | 'to'): boolean {
  if (severity !== 'error') return false;
  return code === 'periodBackwards' || pointer === '/effective' || pointer === `/effective/${end}`;
}
