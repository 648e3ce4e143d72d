import type { EffectiveStandard } from './effective-rule-set.ts';
import type { Scalar, StandardMap, StandardValue } from './language.ts';
import { OTHERWISE, ownEntry, UNLIMITED, UNSET } from './standard-at.ts';

/** What of a standard tells which of two of its values is the better. */
export type Direction = Pick<EffectiveStandard, 'unit' | 'by' | 'better' | 'order'>;

/** Terms from worst to best. */
export const TERMS = ['none', 'settled', 'ordinary', 'full'] as const;

/** A layer that terms do not name keeps its full terms. */
const FULL = 'full';

/** Whether a value says that the standard is unset. In terms, and in a choice that has such an item, `none` is a value. */
export function isUnset(standard: Direction, value: StandardValue): boolean {
  return value === UNSET && standard.unit !== 'terms' && !standard.order.includes(UNSET);
}

/**
 * How good a scalar is: the higher the better for the claimant. Undefined where the standard gives scalars of this kind no
 * direction; two such values are incomparable unless equal.
 */
export function rank(standard: Direction, value: Scalar): number | undefined {
  const { better } = standard;
  if (typeof better === 'boolean') return typeof value === 'boolean' ? Number(value === better) : undefined;
  if (better !== 'higher' && better !== 'lower') return undefined;
  const height = heightOf(standard, value);
  return height === undefined || better === 'higher' ? height : -height;
}

function heightOf(standard: Direction, value: Scalar): number | undefined {
  const ladder: readonly string[] = standard.unit === 'terms' ? TERMS : standard.order;
  if (ladder.length > 0) {
    const step = ladder.indexOf(String(value));
    return step < 0 ? undefined : step;
  }
  if (value === UNLIMITED) return Number.POSITIVE_INFINITY;
  return typeof value === 'number' ? value : undefined;
}

/**
 * What a map says of the keys it does not name: its `otherwise`; of terms, which name layers, full; else nothing.
 * @param keys how many keys of the standard are still to come, this map's included; 0 for a map of terms
 */
export function restOf(standard: Direction, map: StandardMap, keys: number): StandardValue | undefined {
  return ownEntry(map, OTHERWISE) ?? (standard.unit === 'terms' && keys === 0 ? FULL : undefined);
}
