import type { Parsed } from './parse.ts';
import type { RuleSource } from './publication.ts';

/** Rules that stand in files and have not been published, valid or not. */
export interface RulesInFiles {
  /** The folder that they stand in, as it was named. */
  readonly folder: string;
  /** Every text that would be published, in the order in which they would be. */
  readonly texts: readonly { readonly file: string; readonly text: string; readonly parsed: Parsed }[];
  /** The rules that they make. @throws Refusal where the head of a text cannot be read */
  source(): RuleSource;
}
