import type { Change } from '../../analysis/diff/change.ts';
import type { Label } from '../../domain/label.ts';
import { say } from '../../domain/messages/index.ts';
import type { EffectiveRuleSet } from '../../rulesets/effective-rule-set.ts';
import type { Sides } from './sides.ts';

/** Changes of one product, layer or claim type; those of none of them, and of the whole rule set, under null. */
export interface ChangeGroup {
  readonly product: string | null;
  readonly label: Label;
  readonly changes: readonly Change[];
}

/** What belongs to no product, layer or claim type: who is eligible, channels, promises of service. */
const OTHERS = '';

/**
 * Changes by the product that they belong to, products in the order of the first change of each; then those that belong to
 * none of them, and those of the whole rule set.
 */
export function groupsOf(changes: readonly Change[], sides: Pick<Sides, 'before' | 'after'>): readonly ChangeGroup[] {
  const groups = new Map<string | null, Change[]>();
  for (const change of changes) {
    const { product } = change;
    const group = product === null || labelIn(product, sides) !== undefined ? product : OTHERS;
    groups.set(group, [...(groups.get(group) ?? []), change]);
  }
  const last = (product: string | null) => (product === null ? 2 : product === OTHERS ? 1 : 0);
  return [...groups]
    .sort(([a], [b]) => last(a) - last(b))
    .map(([product, own]) => ({
      product: product === OTHERS ? null : product,
      label: product === null ? sides.after.title : (labelIn(product, sides) ?? othersLabel()),
      changes: own,
    }));
}

function labelIn(product: string, { before, after }: Pick<Sides, 'before' | 'after'>): Label | undefined {
  return found(product, after) ?? found(product, before);
}

function othersLabel(): Label {
  return { zh: say('changeOthers', {}, 'zh').message, en: say('changeOthers', {}, 'en').message };
}

function found(product: string, { products, layers, claims }: EffectiveRuleSet): Label | undefined {
  const layer = layers.find(({ name }) => name === product);
  return products.get(product)?.label ?? layer?.label ?? claims.get(product)?.label;
}
