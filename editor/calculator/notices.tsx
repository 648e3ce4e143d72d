import type { Evaluation } from '../../client/index.ts';
import { useWords } from '../language/language.tsx';
import { calculatorWords } from './words.ts';

/** Notices that tell of how the text is read, not of this claim. */
const BACKGROUND = new Set(['readingUsed', 'unverifiedFigure']);

/** What to know of a settlement, in sentences; counters that were not brought are told together. */
export function useNotices(settlement: Evaluation) {
  const words = useWords(calculatorWords);
  const said = settlement.notices.filter(({ code }) => !BACKGROUND.has(code) && code !== 'counterAssumedZero');
  const counters = settlement.notices.flatMap((notice) => ('counter' in notice ? [notice.counter] : []));
  const names = new Set(counters.map((counter) => counterName(settlement, counter)));
  return {
    told: [...said.map(messageOf), ...(names.size === 0 ? [] : [words.assumedZero([...names].join(words.listed))])],
    readings: settlement.notices.filter(({ code }) => BACKGROUND.has(code)).map(messageOf),
  };
}

/** What the layer or rule of a counter is called: its name stands in the middle of `year.criticalIllness.paid`. */
function counterName({ named, explanation }: Evaluation, counter: string): string {
  const name = counter.split('.')[1] ?? counter;
  return named?.layers[name] ?? explanation?.find(({ rule }) => rule === name)?.label ?? name;
}

const messageOf = (notice: Evaluation['notices'][number]): string => notice.message ?? notice.code;

interface NoticesOf {
  readonly name: string;
  readonly notices: readonly string[];
  readonly open: boolean;
}

/** Sentences to know under a name; nothing where there are none. */
export function Notices({ name, notices, open }: NoticesOf) {
  if (notices.length === 0) return null;
  return (
    <details className="calculator-folded" open={open}>
      <summary>{name}</summary>
      <ul>
        {notices.map((notice) => (
          <li key={notice}>{notice}</li>
        ))}
      </ul>
    </details>
  );
}
