import type { Problem } from '../../client/index.ts';

/** A request that the service refused, with what it said of it. */
export class Refused extends Error {
  readonly problem: Problem;
  readonly status: number;
  /** How long the service asks to be left alone (`Retry-After`); 0 where it does not. */
  readonly afterSeconds: number;
  constructor(problem: Problem, { status, headers }: Pick<Response, 'status' | 'headers'>) {
    super(problem.code);
    this.problem = problem;
    this.status = status;
    this.afterSeconds = Number(headers.get('Retry-After') ?? 0);
  }
}
