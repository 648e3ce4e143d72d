import { decimalsOf, MOST } from '../standards/text/figure-reading.ts';
import { amountText } from './amount-text.ts';

/** Why what was typed is no amount that a claim can have; said in words at its field. */
export type NotAnAmount = 'notAnAmount' | 'negative' | 'tooManyDecimals' | 'tooLarge';

/** An amount in CNY as people type it, from 0 and with at most two decimals; or why it is none. */
export function readAmount(typed: string): number | NotAnAmount {
  const text = amountText(typed);
  if (text === null) return 'notAnAmount';
  const amount = Number(text);
  if (amount < 0) return 'negative';
  if (amount >= MOST) return 'tooLarge';
  return decimalsOf(text) > 2 ? 'tooManyDecimals' : amount;
}
