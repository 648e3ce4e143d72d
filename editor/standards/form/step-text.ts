import type { EffectiveRules } from '../../api/effective.ts';
import type { Language } from '../../language/language.tsx';
import { rangeText } from './borders.ts';
import { bordersIn } from './facts.ts';
import type { Step } from './figure-leaves.ts';
import { keyLabel } from './shape.ts';

/** A key or a row in words. */
export function stepText(step: Step, effective: EffectiveRules, language: Language): string {
  if (step.kind === 'row') return rangeText(step.row, bordersIn(effective, step.fact), language);
  return keyLabel(step.fact ?? '', step.key, effective)[language];
}

/** What leads to a figure in words: `年龄 0 至 69，二级`. */
export function stepsText(steps: readonly Step[], effective: EffectiveRules, language: Language): string {
  return steps.map((step) => stepText(step, effective, language)).join(language === 'zh' ? '，' : ', ');
}
