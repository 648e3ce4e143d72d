import type { Label } from '../../domain/label.ts';
import type { EffectiveRuleSet } from '../../rulesets/effective-rule-set.ts';

/** The two sides that a change is told of. */
export interface Sides {
  readonly before: EffectiveRuleSet;
  readonly after: EffectiveRuleSet;
  /** What the sides are called, where they are different places; null for two texts of one place. */
  readonly names: { readonly before: Label; readonly after: Label } | null;
}
