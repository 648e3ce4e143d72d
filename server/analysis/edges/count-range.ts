import { MOST_PLACES, toPlaces } from '../../domain/decimal.ts';
import type { Range } from './fact-class.ts';
import type { SharedClaim } from './shared-claim.ts';

/** Days and other units that are tried at most. */
const MOST_UNITS = 100_000;

/**
 * The numbers that both rule sets take for a count and that are tried.
 * @param parts in how many parts one of them is told
 */
export function countRange({ facts }: SharedClaim, path: string, parts: number): Range {
  const type = facts.get(path)?.from.type;
  if (type?.kind !== 'integer' && type?.kind !== 'decimal') return { low: 0, high: MOST_UNITS };
  const [low, high] = [Math.max(0, type.atLeast ?? 0), Math.min(MOST_UNITS, type.atMost ?? MOST_UNITS)];
  return {
    low: Math.ceil(toPlaces(low * parts, MOST_PLACES)),
    high: Math.floor(toPlaces(high * parts, MOST_PLACES)),
  };
}
