import type { CalendarDate } from '../domain/dates.ts';
import type { FindingArgument } from '../domain/finding.ts';
import type { Fen } from '../domain/money.ts';
import type { Tallied } from './tally.ts';

/** Why a layer pays nothing. */
export type Reason =
  | 'notEligible'
  | 'withheld'
  | 'outsidePeriod'
  | 'noRuleApplies'
  | 'standardUnset'
  | 'nothingOwed'
  | 'nothingLeft'
  | 'limitUsedUp'
  | 'paysNobody';

/** One rule's part in a layer's payment. Amounts in fen. */
export interface Line {
  readonly rule: string;
  readonly owed: Fen;
  readonly paid: Fen;
  /** The limit that stopped it, `left` where the bill was used up, or null; a bound exactly enough binds nothing. */
  readonly boundBy: string | null;
  /** Shares of a premium, by who brings them; only of a fund rule. */
  readonly funding?: Readonly<Record<string, Fen>>;
}

/** What one layer of the chain pays. */
export interface SettledLayer {
  readonly layer: string;
  readonly payer: string | null;
  readonly channel: string | null;
  readonly paid: Fen;
  /** Only where the layer pays nothing. */
  readonly reason?: Reason;
  /** True where another system settled the layer and the claim brought the amount. */
  readonly settled?: true;
  readonly lines: readonly Line[];
}

/** Something the reader of a settlement should know, as a code and named arguments. */
export interface Notice {
  readonly code:
    | 'limitReached'
    | 'termsApplied'
    | 'offlineChannel'
    | 'unverifiedFigure'
    | 'readingUsed'
    | 'counterAssumedZero'
    | 'pastItsPeriod'
    | 'productReplaced';
  readonly args: Readonly<Record<string, FindingArgument>>;
}

/** Counters by period, then by layer or rule: `base` and `paid` in fen, `count` in units. */
export type History = Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, number>>>>>>;

/** A claim as it is sent; checked against the claim schema before it is settled. Amounts in CNY. */
export interface Claim {
  readonly type: string;
  readonly [key: string]: unknown;
}

/** What each layer pays, what the person bears, and the history after. Amounts in fen. */
export interface Settlement {
  readonly claimType: string;
  readonly eligible: boolean;
  readonly layers: readonly SettledLayer[];
  readonly paid: Fen;
  /** By pot, and their `total`. */
  readonly selfPay: Readonly<Record<string, Fen>>;
  readonly history: { readonly before: History; readonly after: History };
  readonly notices: readonly Notice[];
}

/** A standard that a line used. */
export interface UsedStandard {
  readonly id: string;
  readonly label: { readonly zh: string; readonly en: string };
  /** The keys it was read under, in the order of the standard's `by`. */
  readonly key: readonly string[];
  /** Value as the document writes it. */
  readonly value: unknown;
  readonly unit: string;
  readonly origin: { readonly jurisdiction: string; readonly version: string | null };
  /** The city's figure under the same key; null for a county's own standard. */
  readonly cityValue: unknown;
  readonly clause: string | null;
  readonly verified: boolean;
}

/** How one rule came to its payment. */
export interface AppliedRule {
  readonly layer: string;
  readonly rule: string;
  readonly applied: true;
  readonly label: { readonly zh: string; readonly en: string };
  readonly clause: string | null;
  readonly payer: { readonly zh: string; readonly en: string } | null;
  /** The pots of the bill that it is paid from, in order; none where it pays a sum beside the bill. */
  readonly of: readonly string[];
  readonly owed: Fen;
  readonly paid: Fen;
  readonly boundBy: string | null;
  /** The formula with its numbers. */
  readonly formula: { readonly zh: string; readonly en: string };
  readonly standards: readonly UsedStandard[];
}

/** A rule that applied by setting the terms of layers, and the standard that holds them. */
export interface AppliedTerms {
  readonly layer: null;
  readonly rule: string;
  readonly applied: true;
  readonly label: { readonly zh: string; readonly en: string };
  readonly clause: string | null;
  readonly standards: readonly UsedStandard[];
}

/** A condition on one fact that was not met. */
export interface UnmetLeaf {
  readonly fact: string;
  readonly label: { readonly zh: string; readonly en: string };
  readonly operator: string;
  readonly wanted: unknown;
  readonly met: unknown;
}

/** Why a rule of the claim's type did not apply: the first condition that failed, or the standard that is unset. */
export interface UnappliedRule {
  readonly layer: string | null;
  readonly rule: string;
  readonly applied: false;
  readonly label: { readonly zh: string; readonly en: string };
  readonly clause: string | null;
  readonly failed:
    | (UnmetLeaf & { readonly kind: 'condition'; readonly or?: readonly UnmetLeaf[] })
    | { readonly kind: 'unset'; readonly standard: string }
    | { readonly kind: 'terms' | 'period' | 'otherRule' };
}

/** Reasons of a settlement, in the order of the rules: what set terms, what paid, and what did not apply. */
export type Explanation = readonly (AppliedRule | AppliedTerms | UnappliedRule)[];

/** A settlement with its reasons. */
export interface ExplainedSettlement {
  readonly settlement: Settlement;
  readonly explanation: Explanation;
}

/** A rule set made ready to settle claims. */
export interface CompiledRuleSet {
  /**
   * Settles a claim that the claim schema accepts. Answers at once when the claim's profile has been met before, else with
   * a promise while json-rules-engine runs once.
   * @throws Refusal where the claim contradicts itself or lacks what its facts make necessary
   */
  settle(claim: Claim, date: CalendarDate): Settlement | Promise<Settlement>;
  /**
   * What {@link settle} comes to, as numbers alone; undefined where only it can tell: the profile has not been met, code may
   * not be generated, an amount is too large, or the claim is to be refused.
   */
  tally(claim: Claim, date: CalendarDate): Tallied | undefined;
  /** The same settlement with its reasons; at once, or with a promise, as {@link settle}. */
  explain(claim: Claim, date: CalendarDate): ExplainedSettlement | Promise<ExplainedSettlement>;
}
