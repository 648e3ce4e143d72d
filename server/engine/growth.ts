import { compareRatios, type Ratio } from '../domain/ratio.ts';

/** An amount that grows evenly with a number or amount of the claim, in fen: `fixed`, and `each` for each of it; never below 0. */
export interface Growing {
  readonly fixed: Ratio;
  readonly each: Ratio;
}

/** How a figure grows with a fact of the claim. */
export interface Growth extends Growing {
  /** Null of a figure that is the same for every claim of the profile. */
  readonly fact: string | null;
}

/** Whether a figure is no less than another of the same claim, however much there is of what they grow with; false: it may be less. */
export function growsNoLess(before: Growth, after: Growth): boolean {
  if (before.fact !== null && after.fact !== null && before.fact !== after.fact) return false;
  return compareRatios(after.fixed, before.fixed) >= 0 && compareRatios(after.each, before.each) >= 0;
}
