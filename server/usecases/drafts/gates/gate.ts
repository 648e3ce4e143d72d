import type { ChangeClass } from '../../../analysis/diff/change.ts';
import type { Finding } from '../../../domain/finding.ts';
import type { GateResult } from '../../../workflow/gate.ts';

/** A document on one of the grounds that it will stand on, as gates look at it. */
export interface GroundToJudge {
  /** Of the city's text; of a city's own document null. */
  readonly baseDigest: string | null;
  /** What is wrong with the document there. */
  readonly errors: readonly Finding[];
  /** What all changes are together, against what the jurisdiction has in force there. */
  readonly class: ChangeClass;
}

/** Something that a document has to pass before it is published. */
export interface Gate {
  /** Unique; what its results are kept under. */
  readonly name: string;
  readonly judge: (ground: GroundToJudge) => Pick<GateResult, 'passed' | 'result'>;
}
