import type { Change } from '../../analysis/diff/change.ts';
import { type Label, labelOf } from '../../domain/label.ts';
import type { EffectiveRuleSet } from '../../rulesets/effective-rule-set.ts';
import type { Sides } from './sides.ts';

/** Changes of one product, layer or claim type; those of the whole rule set under null. */
export interface ChangeGroup {
  readonly product: string | null;
  readonly label: Label;
  readonly changes: readonly Change[];
}

/** Changes by the product that they belong to, products in the order of the first change of each, the whole rule set last. */
export function groupsOf(changes: readonly Change[], sides: Pick<Sides, 'before' | 'after'>): readonly ChangeGroup[] {
  const groups = new Map<string | null, Change[]>();
  for (const change of changes) groups.set(change.product, [...(groups.get(change.product) ?? []), change]);
  return [...groups]
    .sort(([a], [b]) => Number(a === null) - Number(b === null))
    .map(([product, own]) => ({ product, label: labelIn(product, sides), changes: own }));
}

function labelIn(product: string | null, { before, after }: Pick<Sides, 'before' | 'after'>): Label {
  if (product === null) return after.title;
  return found(product, after) ?? found(product, before) ?? labelOf(undefined, product);
}

function found(product: string, { products, layers, claims }: EffectiveRuleSet): Label | undefined {
  const layer = layers.find(({ name }) => name === product);
  return products.get(product)?.label ?? layer?.label ?? claims.get(product)?.label;
}
