import type { Figure } from './language.ts';

/** The `$reference` of the standard that a figure starts from: itself, or its `amount`. */
export function amountOf(figure: Figure): string {
  return typeof figure === 'string' ? figure : figure.amount;
}
