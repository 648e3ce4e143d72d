import type { Matrix } from '../api/matrix.ts';
import { standingOf } from './standing.ts';

type Row = Matrix['standards'][number];

/**
 * By how much a county's figure differs from the city's, as a share of the city's: of a figure made of several the largest, of
 * a list how many items more. What has nothing to compare counts as a whole; a limit that was taken away counts most.
 */
function raiseOf(city: unknown, county: unknown): number {
  if (typeof city === 'number' && typeof county === 'number')
    return city === 0 ? 1 : Math.abs(county - city) / Math.abs(city);
  if (Array.isArray(city) && Array.isArray(county) && city.every((one) => typeof one !== 'object'))
    return Math.abs(county.length - city.length) / Math.max(1, city.length);
  if (isTree(city) && isTree(county)) {
    const keys = Object.keys(county).filter((key) => key !== 'from' && key !== 'to');
    return Math.max(0, ...keys.map((key) => raiseOf(city[key], county[key])));
  }
  if (county === 'unlimited' && city !== 'unlimited') return Number.MAX_VALUE;
  return city === county ? 0 : 1;
}

function isTree(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

/** The largest raise of a standard in any county; 0 where none raises it. */
export function largestRaise(row: Row): number {
  const raised = Object.values(row.counties).filter((figure) => standingOf(figure) === 'better');
  return Math.max(0, ...raised.map(({ value }) => raiseOf(row.city, value)));
}
