import type { Matrix } from '../api/matrix.ts';

/** A figure of a county as the matrix has it. */
export type CountyFigure = Matrix['standards'][number]['counties'][string];

/** What a county's figure is beside the city's; `different` is neither better nor worse, and `equal` the same. */
export type Standing = 'better' | 'worse' | 'different' | 'equal';

/**
 * What a county's figure is to the insured beside the city's: one that concerns funding alone, or that has no better direction,
 * is different; what the county added is better than nothing.
 */
export function standingOf({ fundingOnly, comparison }: Pick<CountyFigure, 'fundingOnly' | 'comparison'>): Standing {
  if (fundingOnly || comparison === 'incomparable') return 'different';
  return comparison ?? 'better';
}

/** The sign before a figure that is not the city's, so that colour is never the only one. */
export const SIGNS: Readonly<Record<Standing, string>> = { better: '▲', worse: '▼', different: '◆', equal: '' };
