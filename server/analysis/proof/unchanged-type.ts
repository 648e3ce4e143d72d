import type { ClaimTypeRules } from '../../engine/claim-type.ts';
import type { EffectiveRuleSet, Limit } from '../../rulesets/effective-rule-set.ts';
import type { SharedClaim } from '../edges/shared-claim.ts';

/**
 * Whether two rule sets settle claims of a type by the same texts: they differ in nothing but figures, and in none that a rule,
 * limit, division of the bill or layer of the type names. Then one plan is both. False where that is not plain.
 */
export function isUnchanged({ sides, type }: SharedClaim): boolean {
  const { from, to } = sides;
  if (from.ruleSet === to.ruleSet) return true;
  const own = textOf(bodyOf(from.ruleSet, type));
  if (own !== textOf(bodyOf(to.ruleSet, type))) return false;
  const { rules, layers } = from.claimType;
  const bears = textOf([rules, limitsOn(from.claimType), layers, from.ruleSet.costs]);
  return movedStandards(from.ruleSet, to.ruleSet).every((id) => !bears.includes(id));
}

/** The limits that bind, or count, payments of a type's rules, and those that leave something of a pot. */
function limitsOn({ rules, layers, limits }: ClaimTypeRules): readonly Limit[] {
  const names = new Set([...rules, ...layers].map(({ name }) => name));
  return limits.filter(
    (limit) => limit.kind === 'leave' || [...limit.over, ...limit.binds].some((name) => names.has(name)),
  );
}

/** All but the figures, and but what only tells of them. */
function bodyOf({ claims, costs, layers, limits, rules, period, products, texts }: EffectiveRuleSet, type: string) {
  return [claims.get(type), costs, layers, limits, rules, period, products, texts];
}

/** Standards that only one has, or that have another value or another reading. */
function movedStandards({ standards: one }: EffectiveRuleSet, { standards: other }: EffectiveRuleSet) {
  return [...new Set([...one.keys(), ...other.keys()])].filter((id) => textOf(one.get(id)) !== textOf(other.get(id)));
}

function textOf(value: unknown): string {
  const plain = (_: string, one: unknown) => (one instanceof Map ? [...one] : one);
  return JSON.stringify(value, plain) ?? '';
}
