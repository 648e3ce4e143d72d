import type { EffectiveRuleSet, Layer } from '../../../rulesets/effective-rule-set.ts';
import { ownPeriod } from '../../../rulesets/terms-digest.ts';
import type { Difference } from '../difference.ts';
import { partDifferences, rowDifferences } from './presence.ts';

/** A layer with the period of its own, null where it pays as long as its text holds. */
type Placed = Omit<Layer, 'period' | 'origin' | 'replacedBy'> & { readonly period: Layer['period'] | null };

/** Layers added, removed and in another order; who pays them, when and by which channel. */
export function layerDifferences(before: EffectiveRuleSet, after: EffectiveRuleSet): Iterable<Difference> {
  return rowDifferences(
    { subject: 'layer', written: (layer) => layer, inside },
    before.layers.map((layer) => placed(layer, before)),
    after.layers.map((layer) => placed(layer, after)),
  );
}

function placed({ origin, replacedBy, ...layer }: Layer, { texts }: EffectiveRuleSet): Placed {
  return { ...layer, period: ownPeriod(layer, texts) };
}

function inside(id: string, before: Placed, after: Placed): Iterable<Difference> {
  return partDifferences({ subject: 'layer', id }, before, after, {
    period: ({ period }) => period,
    combine: ({ combine }) => combine,
    product: ({ product }) => product,
    channel: ({ channel }) => channel,
    payer: ({ payer }) => payer,
    label: ({ label }) => label,
  });
}
