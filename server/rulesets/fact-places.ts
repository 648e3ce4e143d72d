import type { FactKind } from './effective-rule-set.ts';

/** With how many decimals a claim tells the numbers of a kind apart: amounts of CNY to the fen, days and units whole. */
export function placesOf(kind: FactKind): number {
  if (kind.kind === 'decimal') return kind.places;
  return kind.kind === 'money' ? 2 : 0;
}
