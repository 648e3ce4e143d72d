import type { Rule } from '../rulesets/effective-rule-set.ts';
import { potsDrawn } from '../rulesets/pots.ts';

/** The pots that a layer's rules draw from, each once, in the order in which the rules name them: what others paid for the layer is drawn so. */
export function layerPots(rules: readonly Rule[]): readonly string[] {
  return [...new Set(rules.flatMap(({ event }) => potsDrawn(event)))];
}
