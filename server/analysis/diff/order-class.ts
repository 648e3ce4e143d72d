import type { EffectiveRuleSet } from '../../rulesets/effective-rule-set.ts';
import { sameJson } from '../../rulesets/same-value.ts';
import type { ChangeClass } from './change.ts';
import { type Compared, roleOf } from './compared.ts';
import type { Difference } from './difference.ts';

/**
 * What it is to claimants that rules stand in another order: nothing, unless two of them pay in one layer that adds its
 * rules up; of rules of which one alone can pay, and of terms, the order means nothing.
 */
export function classOfRuleOrder({ before, after }: Difference, sides: Compared): ChangeClass {
  const adding = [sides.before, sides.after].flatMap(({ layers }) =>
    layers.filter(({ combine }) => combine === 'sum').map(({ name }) => name),
  );
  const moved = adding.some(
    (layer) => !sameJson(payers(sides.before, layer, before), payers(sides.after, layer, after)),
  );
  return moved ? 'undetermined' : 'neutral';
}

function payers({ rules }: EffectiveRuleSet, layer: string, order: unknown): readonly string[] {
  const known = new Set(order as readonly string[]);
  return rules
    .filter((rule) => rule.layer === layer && roleOf(rule) === 'pays' && known.has(rule.name))
    .map(({ name }) => name);
}
