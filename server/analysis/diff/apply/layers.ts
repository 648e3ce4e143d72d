import type { Period } from '../../../domain/dates.ts';
import type { EffectiveRuleSet, Layer } from '../../../rulesets/effective-rule-set.ts';
import type { Difference } from '../difference.ts';
import { rowWith } from './collections.ts';

/** Layers with differences made to them. */
export function layersWith(
  { layers, texts, period }: EffectiveRuleSet,
  differences: readonly Difference[],
): readonly Layer[] {
  const whole = texts[0] ?? period;
  const periodOf = (written: unknown) => (written as Period | null) ?? whole;
  return rowWith(layers, differences, {
    made: (written) => {
      const layer = written as Layer;
      return { ...layer, period: periodOf(layer.period), origin: 'city', replacedBy: null };
    },
    changed: (layer, { part, after }) => ({ ...layer, [part]: part === 'period' ? periodOf(after) : after }),
  });
}
