import type { EffectiveRules } from '../api/effective.ts';
import type { Label } from '../language/language.tsx';

/** A standard as it holds. */
export type Standard = EffectiveRules['standards'][string];

/** A rule as it holds. */
export type Rule = EffectiveRules['rules'][number];

/** A limit as it holds. */
export type Limit = EffectiveRules['limits'][number];

/** What belongs to one product, layer or type of claims. */
export interface Chapter {
  readonly id: string;
  /** Null for what belongs to none of them. */
  readonly label: Label | null;
  readonly standards: readonly Standard[];
  readonly rules: readonly Rule[];
  readonly limits: readonly Limit[];
}

/** Under which what belongs to no product, layer or type of claims stands. */
const OTHER = 'other';

/**
 * The rules by product, in the order of the text: the standards that each names, the rules that pay in its layers, and the
 * limits over them. What no product, layer or type of claims is called by stands together at the end.
 */
export function chaptersOf(rules: EffectiveRules): readonly Chapter[] {
  const layerOf = (name: string) => rules.layers.find((layer) => layer.name === name);
  const home = (name: string) => {
    const layer = layerOf(name);
    const id = layer === undefined ? name : (layer.product ?? layer.name);
    return labelOf(rules, id) === null ? OTHER : id;
  };
  const standardHome = ({ id }: Standard) => home(id.split('.')[0] ?? id);
  const ruleHome = ({ layer }: Rule) => (layer === null ? OTHER : home(layer));
  const limitHome = (limit: Limit) => {
    const name = limit.kind === 'atMost' ? (limit.over[0] ?? '') : '';
    const layer = layerOf(name)?.name ?? rules.rules.find((rule) => rule.name === name)?.layer;
    return layer === undefined || layer === null ? OTHER : home(layer);
  };
  const standards = Object.values(rules.standards);
  const named = [...standards.map(standardHome), ...rules.rules.map(ruleHome), ...rules.limits.map(limitHome)];
  const ids = [...new Set([...named.filter((id) => id !== OTHER), ...named.filter((id) => id === OTHER)])];
  return ids.map((id) => ({
    id,
    label: labelOf(rules, id),
    standards: standards.filter((one) => standardHome(one) === id),
    rules: rules.rules.filter((one) => ruleHome(one) === id),
    limits: rules.limits.filter((one) => limitHome(one) === id),
  }));
}

/** What a product, layer or type of claims is called; null where nothing is called so. */
function labelOf({ products, layers, claims }: EffectiveRules, id: string): Label | null {
  return products[id]?.label ?? layers.find(({ name }) => name === id)?.label ?? claims[id]?.label ?? null;
}
