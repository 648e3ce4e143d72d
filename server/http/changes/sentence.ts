import type { Change } from '../../analysis/diff/change.ts';
import type { Label, Language } from '../../domain/label.ts';
import type { EffectiveRuleSet } from '../../rulesets/effective-rule-set.ts';

/** Stub until the real sentences are merged. */
export function sentenceOf(
  change: Change,
  _sides: {
    readonly before: EffectiveRuleSet;
    readonly after: EffectiveRuleSet;
    readonly names: { readonly before: Label; readonly after: Label } | null;
  },
  language: Language,
): string {
  return `${change.label[language]} ${change.kind}: ${JSON.stringify(change.before)} → ${JSON.stringify(change.after)}`;
}
