import type { StandardValue } from '../../rulesets/language.ts';
import { isUnset } from '../../rulesets/rank.ts';
import { isScalar, UNLIMITED } from '../../rulesets/standard-at.ts';
import type { Compared } from './compared.ts';
import type { Difference } from './difference.ts';

/** How a figure moved. */
export type ValueMove =
  | 'itemAdded'
  | 'itemRemoved'
  | 'keyAdded'
  | 'keyRemoved'
  | 'set'
  | 'unset'
  | 'unlimited'
  | 'limited'
  | 'raised'
  | 'lowered'
  | 'chosen'
  | 'reshaped';

/** How a standard's figure moved at one place; null for differences of anything else. */
export function valueMove({ subject, part, id, at, before, after }: Difference, sides: Compared): ValueMove | null {
  if (subject !== 'standard' || part !== 'value') return null;
  const last = at.at(-1);
  if (last?.kind === 'item') return before === null ? 'itemAdded' : 'itemRemoved';
  if (last !== undefined && last.named !== 'both') return last.named === 'after' ? 'keyAdded' : 'keyRemoved';
  const standard = sides.after.standards.get(id) ?? sides.before.standards.get(id);
  const [own, other] = [before as StandardValue, after as StandardValue];
  if (standard !== undefined && isUnset(standard, own)) return 'set';
  if (standard !== undefined && isUnset(standard, other)) return 'unset';
  if (typeof own === 'number' && typeof other === 'number') return other > own ? 'raised' : 'lowered';
  if (other === UNLIMITED && typeof own === 'number') return 'unlimited';
  if (own === UNLIMITED && typeof other === 'number') return 'limited';
  return isScalar(own) && isScalar(other) ? 'chosen' : 'reshaped';
}
