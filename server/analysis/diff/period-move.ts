import type { Period } from '../../domain/dates.ts';
import type { Compared } from './compared.ts';
import type { Difference } from './difference.ts';

/** How a layer's own period moved. Without one it pays as long as its text holds. */
export type PeriodMove = 'extended' | 'shortened' | 'moved' | 'same';

/** How the days on which a layer pays moved; null for differences of anything else. */
export function periodMove({ subject, part, id }: Difference, { before, after }: Compared): PeriodMove | null {
  if (subject !== 'layer' || part !== 'period') return null;
  const [own, other] = [before, after].map(({ layers }) => layers.find(({ name }) => name === id)?.period);
  if (own === undefined || other === undefined) return null;
  const [longer, shorter] = [holds(other, own), holds(own, other)];
  if (longer) return shorter ? 'same' : 'extended';
  return shorter ? 'shortened' : 'moved';
}

/** Whether one period covers another. */
function holds(outer: Period, inner: Period): boolean {
  return outer.from <= inner.from && (outer.to === undefined || (inner.to !== undefined && inner.to <= outer.to));
}
