import { Button } from 'antd';
import { useWords } from '../../language/language.tsx';
import { useProblemWords } from '../form/problem-words.ts';
import { isSection } from '../form/some-people.ts';
import type { UnreadField } from '../form/unread.ts';
import type { DraftView, Problem } from '../form/view.ts';
import { draftWords } from './words.ts';

interface ProblemListOf {
  /** Null while it is being checked for the first time. */
  readonly problems: readonly Problem[] | null;
  /** Fields in which something stands that is not in the draft. */
  readonly unread: readonly UnreadField[];
  /** The form of the draft where it is in sight, and the list speaks as it does; null beside the text. */
  readonly form: DraftView | null;
  readonly showLine: (problem: Problem) => void;
  readonly showField: (pointer: string) => void;
}

const ID = 'draft-problems';

/** How much has to be mended before a draft can be submitted, and the way to the list of it; nothing where nothing has to. */
export function ProblemCount({ problems, unread }: Pick<ProblemListOf, 'problems' | 'unread'>) {
  const words = useWords(draftWords);
  const count = (problems ?? []).filter(({ severity }) => severity === 'error').length + unread.length;
  if (count === 0) return null;
  return (
    <Button className="standards-count" danger size="small" onClick={showProblems}>
      {words.problemCount(count)}
    </Button>
  );
}

function showProblems(): void {
  const list = document.getElementById(ID) as HTMLDetailsElement | null;
  if (list === null) return;
  list.open = true;
  list.scrollIntoView({ block: 'start' });
  list.querySelector('summary')?.focus({ preventScroll: true });
}

/** Goes to a field by what it is called to those who hear it. */
function focusField(label: string): void {
  const fields = document.querySelectorAll<HTMLInputElement>('.standards-faces input');
  const field = [...fields].find(
    (one) => (one.getAttribute('aria-label') ?? one.labels?.[0]?.textContent.trim()) === label,
  );
  field?.scrollIntoView({ block: 'center' });
  field?.focus({ preventScroll: true });
}

/**
 * Everything that is wrong with the draft, each one click from its field and from its line. It opens on demand alone: opening by
 * itself it would move the fields from under whoever is filling them in.
 */
export function ProblemList({ problems, unread, form, showLine, showField }: ProblemListOf) {
  const words = useWords(draftWords);
  const formsWords = useProblemWords();
  if (problems === null) return <p className="aside">{words.checking}</p>;
  const errors = problems.filter(({ severity }) => severity === 'error');
  const sorted = [...errors, ...problems.filter(({ severity }) => severity !== 'error')];
  const remarks = problems.length - errors.length;
  const wrong = errors.length + unread.length;
  const head = [...(wrong > 0 ? [words.problems(wrong)] : []), ...(remarks > 0 ? [words.remarks(remarks)] : [])];
  return (
    <details id={ID} className="standards-problems">
      <summary className={wrong > 0 ? 'standards-wrong' : ''}>
        <span role="status">{head.length === 0 ? words.noProblems : head.join(' · ')}</span>
      </summary>
      <ul aria-label={words.problemList}>
        {unread.map(({ label, why }) => (
          <li key={label} className="standards-wrong">
            {words.unreadField(label, why)}{' '}
            <Button type="link" size="small" onClick={() => focusField(label)}>
              {words.toField}
            </Button>
          </li>
        ))}
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
