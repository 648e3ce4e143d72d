import type { Change } from '../../analysis/diff/change.ts';
import { type Label, labelOf } from '../../domain/label.ts';
import type { EffectiveRuleSet } from '../../rulesets/effective-rule-set.ts';

/** Stub until the real groups are merged. */
export function groupsOf(
  changes: readonly Change[],
  after: EffectiveRuleSet,
): readonly { readonly product: string | null; readonly label: Label; readonly changes: readonly Change[] }[] {
  return [...new Set(changes.map(({ product }) => product))].map((product) => ({
    product,
    label: product === null ? after.title : (after.products.get(product)?.label ?? labelOf(undefined, product)),
    changes: changes.filter((change) => change.product === product),
  }));
}
