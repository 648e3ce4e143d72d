import type { Label } from '../../../domain/label.ts';
import type { EffectiveRuleSet } from '../../../rulesets/effective-rule-set.ts';
import { sameJson } from '../../../rulesets/same-value.ts';
import { type Difference, partOf } from '../difference.ts';
import { mapDifferences, partDifferences } from './presence.ts';

type Product = EffectiveRuleSet['products'] extends ReadonlyMap<string, infer Value> ? Value : never;

/** Products added and removed, when they are insured, whether a county may waive them, and whether it does. */
export function* productDifferences(before: EffectiveRuleSet, after: EffectiveRuleSet): Generator<Difference> {
  yield* mapDifferences({ subject: 'product', written: (product) => product, inside }, before.products, after.products);
  const [own, other] = [replacements(before), replacements(after)];
  for (const id of new Set([...own.keys(), ...other.keys()])) {
    const [one, two] = [own.get(id) ?? null, other.get(id) ?? null];
    if (!sameJson(one, two)) yield partOf({ subject: 'product', id }, 'waiver', one, two);
  }
}

function inside(id: string, before: Product, after: Product): Iterable<Difference> {
  return partDifferences({ subject: 'product', id }, before, after, {
    period: ({ period }) => period,
    waivable: ({ waivable }) => waivable,
    label: ({ label }) => label,
  });
}

/** The insurance in the place of each product that is waived. */
function replacements({ layers }: EffectiveRuleSet): ReadonlyMap<string, Label> {
  return new Map(
    layers.flatMap(({ product, replacedBy }) =>
      product === null || replacedBy === null ? [] : [[product, replacedBy]],
    ),
  );
}
