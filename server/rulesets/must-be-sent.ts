import type { Fact } from './effective-rule-set.ts';
import { valueKeys } from './value-keys.ts';

/**
 * Whether a fact must be brought by some claims at least: it has no default, or one that follows another fact and does not name
 * all its values.
 * @param facts of the claim type
 */
export function mustBeSent({ default: given, added }: Fact, facts: ReadonlyMap<string, Fact>): boolean {
  if (added) return false;
  if (given.kind !== 'by') return given.kind === 'required';
  const keys = valueKeys(facts.get(given.fact)?.type);
  return keys === null || keys.some((key) => !given.values.has(key));
}
