import type { FactKind } from './effective-rule-set.ts';

/** The least and the most that a number may be; null where there is none. */
export interface Bounds {
  readonly atLeast: number | null;
  readonly atMost: number | null;
}

/** Days between two dates. */
export type DaysBetween = FactKind & { readonly kind: 'daysBetween' };

/** Whether a number may not be any. */
export function hasBounds({ atLeast, atMost }: Bounds): boolean {
  return atLeast !== null || atMost !== null;
}

/** Whether a number is below the least or above the most. */
export function isOutside({ atLeast, atMost }: Bounds, value: number): boolean {
  return value < (atLeast ?? -Infinity) || value > (atMost ?? Infinity);
}

/** What lies within both. */
export function withinBoth(one: Bounds, other: Bounds): Bounds {
  const least = [one.atLeast, other.atLeast].filter((bound) => bound !== null);
  const most = [one.atMost, other.atMost].filter((bound) => bound !== null);
  return {
    atLeast: least.length === 0 ? null : Math.max(...least),
    atMost: most.length === 0 ? null : Math.min(...most),
  };
}

/** The bounds of the other that some number within one lies outside of; null for those that none does. */
export function narrowing(one: Bounds, other: Bounds): Bounds {
  const isHigher = other.atLeast !== null && (one.atLeast === null || one.atLeast < other.atLeast);
  const isLower = other.atMost !== null && (one.atMost === null || one.atMost > other.atMost);
  return { atLeast: isHigher ? other.atLeast : null, atMost: isLower ? other.atMost : null };
}

/** Whether some number within one is outside the other. */
export function isNarrowed(one: Bounds, other: Bounds): boolean {
  return hasBounds(narrowing(one, other));
}

/** The numbers that lie within; where none does, the bounds nearest to them: all of them lie beyond the same bound. */
export function keptWithin(bounds: Bounds, values: readonly number[]): readonly number[] {
  const kept = values.filter((value) => !isOutside(bounds, value));
  if (kept.length > 0) return kept;
  const { atLeast, atMost } = bounds;
  return [...new Set(values.map((value) => Math.min(Math.max(value, atLeast ?? -Infinity), atMost ?? Infinity)))];
}

/** Bounds as a complaint writes them: `≥ 0, ≤ 3`. */
export function boundsText({ atLeast, atMost }: Bounds): string {
  return [...(atLeast === null ? [] : [`≥ ${atLeast}`]), ...(atMost === null ? [] : [`≤ ${atMost}`])].join(', ');
}
