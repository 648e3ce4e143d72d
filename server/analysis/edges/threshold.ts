import type { Label } from '../../domain/label.ts';

/** On which side of a threshold something lies. */
export type Side = 'below' | 'at' | 'above';

/** In the place of a rule, where the bill itself is divided. */
export const BILL = 'bill';

/** Why a claim is an edge: a bound that it meets, and on which side. */
export interface Threshold {
  /**
   * `standard`: a figure of a standard inside a form; `limit`: what a limit leaves; `left`: what is left of a pot; `rule`:
   * two amounts that a rule compares; `fact`: a class of a fact; `date`: a day beside the first or last of a period;
   * `amount`: a round amount between thresholds.
   */
  readonly kind: 'standard' | 'limit' | 'left' | 'rule' | 'fact' | 'date' | 'amount';
  /** Of the standard, limit, pot, rule or fact. */
  readonly id: string;
  readonly label: Label;
  /** The bound as people write it, in CNY for money; null where it depends on the claim. */
  readonly at: string | null;
  readonly side: Side;
}

/** On which side of 0 a difference lies. */
export function sideOf(difference: number): Side {
  return difference < 0 ? 'below' : difference > 0 ? 'above' : 'at';
}

const names = new WeakMap<Threshold, string>();

/** Two thresholds with one name are the same. */
export function nameOf(threshold: Threshold): string {
  const known = names.get(threshold);
  if (known !== undefined) return known;
  const { kind, id, at, side } = threshold;
  const name = `${kind} ${id} ${at ?? ''} ${side}`;
  names.set(threshold, name);
  return name;
}
