/** What of a rule set a difference is about. */
export type Subject =
  | 'ruleSet'
  | 'standard'
  | 'rule'
  | 'limit'
  | 'layer'
  | 'claimType'
  | 'fact'
  | 'product'
  | 'costs'
  | 'channel'
  | 'countedPeriod'
  | 'clause'
  | 'reading'
  | 'leftOut';

/** Which of the two sides names something itself; where it does not, it is what its `otherwise` or the language says. */
export type NamedBy = 'both' | 'before' | 'after';

/** One step into a standard's value. */
export type Step =
  /** The entry of a map under a fact's value. */
  | { readonly kind: 'key'; readonly fact: string; readonly key: string; readonly named: NamedBy }
  /** A stretch of rows: of a fact, or of the amount that bands divide (`fact` null). `to` null is open; units as in the rows. */
  | {
      readonly kind: 'row';
      readonly fact: string | null;
      readonly from: number;
      readonly to: number | null;
      readonly named: NamedBy;
    }
  /** An item of a list. */
  | { readonly kind: 'item'; readonly item: string };

/** One elementary difference between two rule sets, as data; together they turn the one into the other. */
export interface Difference {
  readonly subject: Subject;
  /** The id or name of what differs; of a renamed one the later. */
  readonly id: string;
  /** The claim type of a fact, else null. */
  readonly claimType: string | null;
  /** Which of its parts differs: `value`, `conditions`, `presence`, … */
  readonly part: string;
  /** Where inside of a standard's value; empty for anything else. */
  readonly at: readonly Step[];
  /** JSON; null where there is nothing on this side. Amounts in CNY and shares as the rule set writes them. */
  readonly before: unknown;
  readonly after: unknown;
}

/** A difference of a part as a whole. */
export function partOf(
  of: Pick<Difference, 'subject' | 'id'> & { readonly claimType?: string },
  part: string,
  before: unknown,
  after: unknown,
): Difference {
  return { subject: of.subject, id: of.id, claimType: of.claimType ?? null, part, at: [], before, after };
}
