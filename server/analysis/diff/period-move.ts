import type { Period } from '../../domain/dates.ts';
import type { Difference } from './difference.ts';

/** How a layer's own period moved. Without one it pays as long as its text holds, which is not shorter. */
export type PeriodMove = 'extended' | 'shortened' | 'moved';

/** How a layer's period moved; null for differences of anything else. */
export function periodMove({ subject, part, before, after }: Difference): PeriodMove | null {
  if (subject !== 'layer' || part !== 'period') return null;
  const [own, other] = [before as Period | null, after as Period | null];
  if (holds(other, own)) return 'extended';
  return holds(own, other) ? 'shortened' : 'moved';
}

/** Whether one period covers another. */
function holds(outer: Period | null, inner: Period | null): boolean {
  if (outer === null) return true;
  if (inner === null) return false;
  return outer.from <= inner.from && (outer.to === undefined || (inner.to !== undefined && inner.to <= outer.to));
}
