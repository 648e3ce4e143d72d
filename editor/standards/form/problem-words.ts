import { useLanguage, useWords } from '../../language/language.tsx';
import type { Miss } from '../text/floor-reader.ts';
import { useFloorWords } from './floor-words.ts';
import { shapeOf } from './shape.ts';
import { isSection } from './some-people.ts';
import type { DraftView, Problem } from './view.ts';
import { formWords } from './words.ts';

/**
 * Says a problem of a draft's text as its form does: by what fields and standards are called, and with figures as people type
 * them. Null for one that has no other words than the service's, which are the text's.
 */
export function useProblemWords(): (problem: Problem, view: DraftView | null) => string | null {
  const { language } = useLanguage();
  const words = useWords(formWords);
  const floorWords = useFloorWords();
  return (problem, view) => {
    const { code, args, pointer } = problem;
    if (code === 'periodBackwards') return words.periodBackwards(String(args.to), String(args.from));
    // Of what is below the floor the service says which standard, what the city has and what the county wrote.
    if (view === null || code === 'belowFloor') return null;
    const [, section, id = ''] = pointer?.split('/') ?? [];
    const standard = view.effective.standards[id];
    const [miss] = saidByField(problem, view);
    if (standard === undefined || miss === undefined || !isSection(section)) return null;
    const told = { standard, shape: shapeOf(standard, view.effective), effective: view.effective, section };
    return words.ofStandard(standard.label[language], floorWords(miss, told));
  };
}

/** What the fields of a standard say by themselves of the place where the service found an error. */
export function saidByField(
  { severity, pointer }: Pick<Problem, 'severity' | 'pointer'>,
  { missesOf }: Pick<DraftView, 'missesOf'>,
): readonly Miss[] {
  const [, section, id = '', ...inside] = pointer?.split('/') ?? [];
  if (severity !== 'error' || !isSection(section)) return [];
  const path = section === 'keyedStandards' && inside[0] === 'value' ? inside.slice(1) : inside;
  return missesOf(id, section).filter(({ at }) =>
    at.every((step, index) => (path[index] ?? String(step)) === String(step)),
  );
}
