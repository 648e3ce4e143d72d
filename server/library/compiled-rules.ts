import type { Evaluation } from '../../schemas/generated/documents.ts';
import type { Diagnostic } from './diagnostic.ts';

/** Rules made ready by `compile`: what they are; `settle` and the others take them from here. */
export interface CompiledRules {
  /** Whose rules: the county's code, or the city's. */
  readonly jurisdiction: string;
  /** The dates that they settle claims of; without `to` no end is stated. */
  readonly period: { readonly from: string; readonly to?: string };
  /** What `claim.type` may be. */
  readonly claimTypes: readonly string[];
  /** How answers name these rules, on a date on which the override holds. */
  readonly ruleSet: Evaluation['ruleSet'];
  /** What is doubtful in the documents and no error. */
  readonly warnings: readonly Diagnostic[];
  /** Whether code is generated: false where it is forbidden, or was not wanted. */
  readonly generates: boolean;
}
