import type { FactKind } from './effective-rule-set.ts';

/**
 * The values of a fact as maps name them: a choice's items, of a derived one in its order; `true` and `false`. Null for a
 * kind whose values are no words.
 */
export function valueKeys(kind: FactKind | undefined): readonly string[] | null {
  if (kind?.kind === 'boolean') return ['true', 'false'];
  return kind?.kind === 'choice' ? [...kind.items.keys()] : null;
}
