import type { EffectiveRuleSet } from '../../../rulesets/effective-rule-set.ts';
import type { Difference } from '../difference.ts';
import { claimDifferences } from './claims.ts';
import { layerDifferences } from './layers.ts';
import { limitDifferences } from './limits.ts';
import { productDifferences } from './products.ts';
import { ruleDifferences } from './rules.ts';
import { standardDifferences } from './standards.ts';
import { textDifferences } from './texts.ts';

/** All elementary differences, in the order in which people read a rule set: figures, products, rules, facts, words. */
export function* differencesOf(before: EffectiveRuleSet, after: EffectiveRuleSet): Generator<Difference> {
  yield* standardDifferences(before, after);
  yield* productDifferences(before, after);
  yield* layerDifferences(before, after);
  yield* ruleDifferences(before, after);
  yield* limitDifferences(before, after);
  yield* claimDifferences(before, after);
  yield* textDifferences(before, after);
}
