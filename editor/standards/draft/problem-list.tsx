import { Button } from 'antd';
import { useWords } from '../../language/language.tsx';
import { useProblemWords } from '../form/problem-words.ts';
import { isSection } from '../form/some-people.ts';
import type { DraftView, Problem } from '../form/view.ts';
import { draftWords } from './words.ts';

interface ProblemListOf {
  /** Null while it is being checked for the first time. */
  readonly problems: readonly Problem[] | null;
  /** The form of the draft where it is in sight, and the list speaks as it does; null beside the text. */
  readonly form: DraftView | null;
  readonly showLine: (problem: Problem) => void;
  readonly showField: (pointer: string) => void;
}

/** Everything that is wrong with the draft, each one click from its field and from its line. */
export function ProblemList({ problems, form, showLine, showField }: ProblemListOf) {
  const words = useWords(draftWords);
  const formsWords = useProblemWords();
  if (problems === null) return <p className="aside">{words.checking}</p>;
  const errors = problems.filter(({ severity }) => severity === 'error');
  const sorted = [...errors, ...problems.filter(({ severity }) => severity !== 'error')];
  const remarks = problems.length - errors.length;
  const head = [
    ...(errors.length > 0 ? [words.problems(errors.length)] : []),
    ...(remarks > 0 ? [words.remarks(remarks)] : []),
  ];
  return (
    <details className="standards-problems" open={errors.length > 0}>
      <summary className={errors.length > 0 ? 'standards-wrong' : ''}>
        <span role="status">{head.length === 0 ? words.noProblems : head.join(' · ')}</span>
      </summary>
      <ul aria-label={words.problemList}>
        {sorted.map((problem) => {
          const told = form === null ? null : formsWords(problem, form);
          return (
            <li
              key={`${problem.pointer} ${problem.code} ${problem.line} ${problem.message}`}
              className={problem.severity === 'error' ? 'standards-wrong' : 'standards-note'}
            >
              {told ?? problem.message}{' '}
              {told !== null || problem.help === null ? null : <span className="aside">{problem.help}</span>}{' '}
              {hasField(problem) ? (
                <Button type="link" size="small" onClick={() => showField(problem.pointer ?? '')}>
                  {words.toField}
                </Button>
              ) : null}
              {problem.line === null ? null : (
                <Button type="link" size="small" onClick={() => showLine(problem)}>
                  {form === null ? words.inText(problem.line) : words.toText}
                </Button>
              )}
            </li>
          );
        })}
      </ul>
    </details>
  );
}

/** Whether the form has a field for the place of a problem. */
function hasField({ pointer }: Problem): boolean {
  const top = pointer?.split('/')[1];
  return isSection(top) || top === 'effective' || top === 'reason';
}
