/** What a solver says of a query: no values make it true, these do, or it cannot tell in the time it was given. */
export type SolverAnswer =
  | { readonly answer: 'unsat' }
  | { readonly answer: 'sat'; readonly model: ReadonlyMap<string, bigint> }
  | { readonly answer: 'unknown'; readonly reason: string };

/** How a query is tried. */
export interface SolverOptions {
  readonly milliseconds: number;
  /** The solver's own arithmetic, or the older one, which is better at some chains. */
  readonly arithmetic: 'default' | 'simplex';
}

/** Whoever decides queries in SMT-LIB; handed in, for it is no part of the pure core. */
export interface Solver {
  /**
   * @param text declarations and assertions, without `check-sat`
   * @param amounts symbols whose values are asked for where the query can be true
   */
  check(text: string, amounts: readonly string[], options: SolverOptions): Promise<SolverAnswer>;
}
