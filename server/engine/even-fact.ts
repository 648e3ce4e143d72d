import type { EffectiveRuleSet, Fact } from '../rulesets/effective-rule-set.ts';
import { placesOf } from '../rulesets/fact-places.ts';
import { factsOfEach, isForEach } from '../rulesets/figure.ts';
import type { Figure, StandardValue } from '../rulesets/language.ts';
import { scalarsIn } from '../rulesets/standard-at.ts';

/** So many values a plan each can be made for. */
const FEW = 400;

/**
 * The number of the claim that a figure of money grows evenly with: so much for each of it, and nothing taken off. Claims
 * that differ by it alone are then settled by one plan. Of several that a figure counts it is the one with the most values,
 * where those are many, else the first in the claim’s declaration: in whatever order they are counted it is the same. Null of
 * any other figure, where a derived number is counted, and where a negative figure could bring the whole below 0.
 */
export function evenFact(
  figure: Figure,
  { standards }: Pick<EffectiveRuleSet, 'standards'>,
  facts: ReadonlyMap<string, Fact>,
): Fact | null {
  if (typeof figure === 'string' || !isForEach(figure)) return null;
  const isSigned = (reference: string | undefined) =>
    reference !== undefined && holdsNegative(standards.get(reference.slice(1))?.value ?? 0);
  if ([figure.amount, figure.times, figure.plus].some(isSigned)) return null;
  const counted = factsOfEach(figure.each).flatMap((id) => facts.get(id) ?? []);
  const sent = counted.filter(({ type }) => type.kind === 'integer' || type.kind === 'decimal');
  const declared = [...facts.values()].filter((one) => sent.includes(one));
  return declared.reduce<Fact | null>((most, one) => (most !== null && manyOf(most) >= manyOf(one) ? most : one), null);
}

/** How many values a number can have where they are many; few are as good as none. */
function manyOf(fact: Fact): number {
  const values = valuesOf(fact);
  return values > FEW ? values : 0;
}

/** How many values a number can have that claims send. */
function valuesOf({ type }: Fact): number {
  if (type.kind !== 'integer' && type.kind !== 'decimal') return 0;
  if (type.atMost === null) return Number.POSITIVE_INFINITY;
  return (type.atMost - (type.atLeast ?? 0)) * 10 ** placesOf(type);
}

function holdsNegative(value: StandardValue): boolean {
  return [...scalarsIn(value)].some((one) => typeof one === 'number' && one < 0);
}
