import type { Label } from '../../../domain/label.ts';
import type { EffectiveRuleSet, Layer } from '../../../rulesets/effective-rule-set.ts';
import { sameJson } from '../../../rulesets/same-value.ts';
import { ownPeriod } from '../../../rulesets/terms-digest.ts';
import { type Difference, partOf } from '../difference.ts';
import { mapDifferences, partDifferences } from './presence.ts';

type Product = EffectiveRuleSet['products'] extends ReadonlyMap<string, infer Value> ? Value : never;

/** Products added and removed, when they are insured, whether a county may waive them, and whether it does. */
export function* productDifferences(before: EffectiveRuleSet, after: EffectiveRuleSet): Generator<Difference> {
  const inside = (id: string, own: Product, other: Product) => insideProduct(id, own, other, [before, after]);
  yield* mapDifferences({ subject: 'product', written: (product) => product, inside }, before.products, after.products);
  const [own, other] = [replacements(before), replacements(after)];
  for (const id of new Set([...own.keys(), ...other.keys()])) {
    const [one, two] = [own.get(id) ?? null, other.get(id) ?? null];
    if (!sameJson(one, two)) yield partOf({ subject: 'product', id }, 'waiver', one, two);
  }
}

function insideProduct(
  id: string,
  before: Product,
  after: Product,
  sides: readonly [EffectiveRuleSet, EffectiveRuleSet],
): Iterable<Difference> {
  return partDifferences({ subject: 'product', id }, before, after, {
    ...(isToldByLayers(id, ...sides) ? {} : { period: ({ period }) => period }),
    waivable: ({ waivable }) => waivable,
    label: ({ label }) => label,
  });
}

/** Whether a layer that pays as long as its product is insured tells of the other time, and what it is to people. */
function isToldByLayers(id: string, before: EffectiveRuleSet, after: EffectiveRuleSet): boolean {
  const theirs = new Map(after.layers.map((layer) => [layer.name, layer]));
  return before.layers.some((layer) => {
    const other = theirs.get(layer.name);
    if (layer.product !== id || other?.product !== id) return false;
    const isChanged = !sameJson(ownPeriod(layer, before.texts), ownPeriod(other, after.texts));
    return isChanged && followsProduct(layer, before) && followsProduct(other, after);
  });
}

function followsProduct(layer: Layer, { products, texts }: EffectiveRuleSet): boolean {
  const period = products.get(layer.product ?? '')?.period ?? null;
  return sameJson(period, period === null ? ownPeriod(layer, texts) : layer.period);
}

/** The insurance in the place of each product that is waived. */
function replacements({ layers }: EffectiveRuleSet): ReadonlyMap<string, Label> {
  return new Map(
    layers.flatMap(({ product, replacedBy }) =>
      product === null || replacedBy === null ? [] : [[product, replacedBy]],
    ),
  );
}
