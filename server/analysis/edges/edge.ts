import type { CalendarDate } from '../../domain/dates.ts';
import type { Finding } from '../../domain/finding.ts';
import type { Label } from '../../domain/label.ts';
import type { Fen } from '../../domain/money.ts';
import type { Claim } from '../../engine/settlement.ts';
import type { Both } from './both.ts';
import type { Threshold } from './threshold.ts';

/** How a claimant fares under the second rule set: `worse` where less is paid in all, `better` where more is. */
export type Outcome = 'worse' | 'better' | 'equal';

/** What a layer pays on both sides, in fen; null where the rule set has no layer of that name for the claim. */
export interface EdgeLayer {
  readonly layer: string;
  readonly label: Label;
  readonly paid: Both<Fen | null>;
}

/** What a claim leaves to the person of a pot, or in all, on both sides, in fen. */
export interface EdgeSelfPay {
  readonly from: Fen;
  readonly to: Fen;
  /** To less from. */
  readonly change: Fen;
}

/** A claim beside a threshold that two rule sets settle differently. */
export interface Edge {
  /** As the evaluation takes it, with the history that it counts on. */
  readonly claim: Claim;
  /** The same day on both sides, unless no day lies in both rule sets' periods. */
  readonly dates: Both<CalendarDate>;
  readonly outcome: Outcome;
  /** In paying order. */
  readonly layers: readonly EdgeLayer[];
  /** The first layer that pays differently; null where only the bill is divided differently. */
  readonly parts: { readonly layer: string; readonly label: Label } | null;
  readonly paid: EdgeSelfPay;
  readonly selfPay: EdgeSelfPay;
  readonly eligible: Both<boolean>;
  /** Why it is an edge: the amounts' bounds first, then those of its facts and its date. Never empty. */
  readonly meets: readonly Threshold[];
  /** How many further situations have the same arithmetic on both sides. */
  readonly alike: number;
}

/** Claims that were refused for one reason by the same of the two rule sets. */
export interface EdgesRefusal {
  /** Who refuses; what `to` alone refuses is lost to the claimant. */
  readonly by: 'from' | 'to' | 'both';
  /** Why: where both refuse, what the first says. */
  readonly finding: Finding;
  readonly claims: number;
  /** The first of them. */
  readonly claim: Claim;
  readonly dates: Both<CalendarDate>;
}

/** What became of the claims of one type. */
export interface EdgesOfType {
  readonly type: string;
  readonly label: Label;
  readonly considered: number;
  readonly refused: number;
  /** What the second rule set alone refuses first, then what the first alone does; of each the commonest reason first. */
  readonly refusals: readonly EdgesRefusal[];
  readonly better: number;
  readonly worse: number;
  /** Settled the same, or in other parts of the same sum. */
  readonly equal: number;
  /** Combinations of facts and dates: those with the same arithmetic on both sides hold no edge. */
  readonly situations: { readonly considered: number; readonly alike: number; readonly refused: number };
}

/** What was left out of a comparison, and why. */
export interface LeftOut {
  /** `onlyFrom`, `onlyTo`: claim types of one rule set; `notComparable`: no claim of the type is valid under both. */
  readonly types: readonly { readonly type: string; readonly reason: 'onlyFrom' | 'onlyTo' | 'notComparable' }[];
  /** Facts, or items as `fact=item`, that only one rule set takes, by claim type. */
  readonly facts: readonly { readonly type: string; readonly fact: string }[];
  /** Days beside bounds that lie in the period of one rule set only. */
  readonly days: number;
}

/** The edges between two rule sets. */
export interface Edges {
  /** The largest loss first, then the largest gain. */
  readonly edges: readonly Edge[];
  readonly types: readonly EdgesOfType[];
  /** Claims made. */
  readonly considered: number;
  /** Claims that both rule sets settle. */
  readonly settled: number;
  /** Claims that one of the two refuses. */
  readonly refused: number;
  readonly different: number;
  /** True where a bound on claims or time, or on combinations of facts, left claims out. */
  readonly truncated: boolean;
  readonly leftOut: LeftOut;
}
