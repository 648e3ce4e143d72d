import type { Term } from './quantity.ts';

/**
 * The one vocabulary of arithmetic: whole numbers (fen, or counts) with + − × constant ÷ constant rounded down, min, max.
 * Everything a form or a limit says is an expression of it; running, generating code and explaining are folds, and nothing
 * else knows a form.
 */
export type Expression =
  | { readonly op: 'constant'; readonly value: bigint; readonly meaning?: Rounding }
  | { readonly op: 'variable'; readonly name: string; readonly unit: 'fen' | 'count' }
  | { readonly op: 'add' | 'subtract' | 'min' | 'max'; readonly left: Expression; readonly right: Expression }
  | { readonly op: 'scale'; readonly by: bigint; readonly of: Expression }
  | { readonly op: 'divide'; readonly by: bigint; readonly of: Expression; readonly meaning: Rounding };

/** What a rounded division stands for: Σ ratio × quantity. The fold for people prints this; the others ignore it. */
export interface Rounding {
  readonly mode: 'halfUp' | 'floor' | 'ceiling';
  readonly terms: readonly Term[];
}
