import type { Label } from '../domain/label.ts';
import type { EffectiveRuleSet } from '../rulesets/effective-rule-set.ts';

/** A product that a county waived, and the insurance that takes its place. */
export interface WaivedProduct {
  readonly product: string;
  readonly label: Label;
  readonly by: Label;
}

/** The products that a county waived, in paying order of their layers. */
export function waivedProducts({ layers, products }: EffectiveRuleSet): readonly WaivedProduct[] {
  const waived = new Map<string, WaivedProduct>();
  for (const { product, replacedBy } of layers) {
    if (product === null || replacedBy === null || waived.has(product)) continue;
    const label = products.get(product)?.label ?? { zh: product, en: product };
    waived.set(product, { product, label, by: replacedBy });
  }
  return [...waived.values()];
}
