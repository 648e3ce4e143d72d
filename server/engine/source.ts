import { elsewherePath, historyPath, settledPath } from '../rulesets/claim-paths.ts';
import type { Counter } from '../rulesets/counters.ts';

/** Where a variable of a plan comes from. */
export type Source =
  /** A money fact of the claim, in CNY there; `otherwise` in fen where it is left out. */
  | { readonly kind: 'money'; readonly fact: string; readonly otherwise: number }
  /** A number of units, of which so many decimals are told apart: `otherwise` in the last of them. */
  | { readonly kind: 'count'; readonly fact: string; readonly places: number; readonly otherwise: number }
  | { readonly kind: 'elsewhere'; readonly pot: string }
  | { readonly kind: 'settled'; readonly layer: string }
  | { readonly kind: 'counter'; readonly counter: Counter };

/** Where a claim says what a variable stands for, which is also the variable's name. */
export function pathOf(source: Source): string {
  switch (source.kind) {
    case 'money':
    case 'count':
      return source.fact;
    case 'counter':
      return historyPath(source.counter);
    case 'settled':
      return settledPath(source.layer);
    default:
      return elsewherePath(source.pot);
  }
}

/** Whether it counts days or other units, not fen. */
export function isUnits(source: Source): boolean {
  return source.kind === 'count' || (source.kind === 'counter' && source.counter.kind === 'count');
}
