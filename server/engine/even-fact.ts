import type { Fact } from '../rulesets/effective-rule-set.ts';
import { placesOf } from '../rulesets/fact-places.ts';
import { factsOfEach, isForEach } from '../rulesets/figure.ts';
import type { Figure } from '../rulesets/language.ts';

/** So many values a plan each can be made for. */
const FEW = 400;

/**
 * The number or amount of the claim that a figure of money grows evenly with: so much for each of it, and nothing taken off.
 * Claims that differ by it alone are then settled by one plan. Of several that a figure counts it is the one with the most
 * values, where those are many, else the first in the claim’s declaration: in whatever order they are counted it is the same.
 * Null of any other figure, and where a derived number is counted.
 */
export function evenFact(figure: Figure, facts: ReadonlyMap<string, Fact>): Fact | null {
  if (typeof figure === 'string' || !isForEach(figure)) return null;
  const counted = factsOfEach(figure.each).flatMap((id) => facts.get(id) ?? []);
  const sent = counted.filter(({ type }) => ['integer', 'decimal', 'money'].includes(type.kind));
  const declared = [...facts.values()].filter((one) => sent.includes(one));
  return declared.reduce<Fact | null>((most, one) => (most !== null && manyOf(most) >= manyOf(one) ? most : one), null);
}

/** How many values a number can have where they are many; few are as good as none. */
function manyOf(fact: Fact): number {
  const values = valuesOf(fact);
  return values > FEW ? values : 0;
}

/** How many values a number can have that claims send; amounts are never told apart one by one. */
function valuesOf({ type }: Fact): number {
  if (type.kind === 'money') return Number.POSITIVE_INFINITY;
  if (type.kind !== 'integer' && type.kind !== 'decimal') return 0;
  return type.atMost === null ? Number.MAX_VALUE : (type.atMost - (type.atLeast ?? 0)) * 10 ** placesOf(type);
}
