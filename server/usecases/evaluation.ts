import type { Explanation, Settlement } from '../engine/settlement.ts';
import type { Tallied } from '../engine/tally.ts';
import type { EffectiveRuleSet, VersionName } from '../rulesets/effective-rule-set.ts';

/** The rule set that a claim was settled by: its version and its digests. */
export interface RuleSetName {
  /** Whose rules: the county's, also where it has no text of its own in force. */
  readonly jurisdiction: string;
  /** Null for a county without an override in force. */
  readonly version: string | null;
  readonly digest: string | null;
  /** The city's rule set underneath; of the city's own claims the same again. */
  readonly base: VersionName;
  readonly effectiveDigest: string;
}

/** A settled claim with everything that its answer says. Amounts in fen; `http/evaluation-json.ts` writes them in CNY. */
export interface Evaluation {
  readonly id: string;
  readonly jurisdiction: string;
  readonly date: string;
  readonly ruleSet: RuleSetName;
  readonly settlement: Settlement;
  /** The settlement as numbers, where it was come to that way: the quicker to write. */
  readonly tallied?: Tallied;
  /** Null where the request did not ask why. */
  readonly explanation: Explanation | null;
  readonly settlementDigest: string;
  /** True where the rules were an unpublished text: the answer is then marked as a draft. */
  readonly draft: boolean;
  /** The rules themselves, for whoever puts the answer into words. */
  readonly effective: EffectiveRuleSet;
}
