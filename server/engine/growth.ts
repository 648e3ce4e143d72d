import { compareRatios, maxRatio, minRatio, type Ratio, ZERO } from '../domain/ratio.ts';

/** Bounds of a figure, in the figure's unit or in fen: at least 0, `atMost` null where there is none. Where they cross, `atMost` holds. */
export interface Bounds {
  readonly atLeast: Ratio;
  readonly atMost: Ratio | null;
}

/** An amount that grows evenly with a number or amount of the claim, in fen: `fixed`, and `each` for each of it, within its bounds. */
export interface Growing extends Bounds {
  readonly fixed: Ratio;
  readonly each: Ratio;
}

/** How a figure grows with a fact of the claim. */
export interface Growth extends Growing {
  /** Null of a figure that is the same for every claim of the profile. */
  readonly fact: string | null;
}

/** A figure that nothing changes. */
export function constantly(fixed: Ratio): Growth {
  return { fixed, each: ZERO, atLeast: ZERO, atMost: null, fact: null };
}

/** A value within bounds. */
export function bounded(value: Ratio, { atLeast, atMost }: Bounds): Ratio {
  const raised = maxRatio(atLeast, value);
  return atMost === null ? raised : minRatio(atMost, raised);
}

/** Whether a figure is no less than another of the same claim, however much there is of what they grow with; false: it may be less. */
export function growsNoLess(before: Growth, after: Growth): boolean {
  if (before.fact !== null && after.fact !== null && before.fact !== after.fact) return false;
  const isNoLess = (part: 'fixed' | 'each' | 'atLeast') => compareRatios(after[part], before[part]) >= 0;
  const isBoundNoLess =
    after.atMost === null || (before.atMost !== null && compareRatios(after.atMost, before.atMost) >= 0);
  return isNoLess('fixed') && isNoLess('each') && isNoLess('atLeast') && isBoundNoLess;
}
