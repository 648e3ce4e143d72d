import type { ClaimTypeRules } from '../../engine/claim-type.ts';
import type { EffectiveRuleSet, Limit } from '../../rulesets/effective-rule-set.ts';
import type { SharedClaim } from '../edges/shared-claim.ts';

/**
 * Whether two rule sets settle claims of a type by the same texts: they differ in nothing but figures, and in none that a rule,
 * limit, division of the bill or layer of the type names. Then one plan is both. False where that is not plain.
 */
export function isUnchanged({ sides }: SharedClaim): boolean {
  const { from, to } = sides;
  if (from.ruleSet === to.ruleSet) return true;
  if (bodyOf(from.ruleSet) !== bodyOf(to.ruleSet)) return false;
  const { rules, layers } = from.claimType;
  const bears = textOf([rules, limitsOn(from.claimType), layers, from.ruleSet.costs]);
  return movedStandards(from.ruleSet, to.ruleSet).every((id) => !bears.includes(id));
}

/** Whether two rule sets settle every claim alike because nothing in them differs that a settlement hangs on. */
export function areSame(from: EffectiveRuleSet, to: EffectiveRuleSet): boolean {
  return from === to || (bodyOf(from) === bodyOf(to) && movedStandards(from, to).length === 0);
}

/** The limits that bind, or count, payments of a type's rules, and those that leave something of a pot. */
function limitsOn({ rules, layers, limits }: ClaimTypeRules): readonly Limit[] {
  const names = new Set([...rules, ...layers].map(({ name }) => name));
  return limits.filter(
    (limit) => limit.kind === 'leave' || [...limit.over, ...limit.binds].some((name) => names.has(name)),
  );
}

/** All but the figures, and but what only tells of them: once a rule set, for it is asked of each of its types. */
function bodyOf(ruleSet: EffectiveRuleSet): string {
  const known = bodies.get(ruleSet);
  if (known !== undefined) return known;
  const { claims, costs, layers, limits, rules, period, products, texts } = ruleSet;
  const body = textOf([claims, costs, layers, limits, rules, period, products, texts]);
  bodies.set(ruleSet, body);
  return body;
}

/** Rule sets never change. */
const bodies = new WeakMap<EffectiveRuleSet, string>();

/** Standards that only one has, or that have another value or another reading. */
function movedStandards({ standards: one }: EffectiveRuleSet, { standards: other }: EffectiveRuleSet) {
  return [...new Set([...one.keys(), ...other.keys()])].filter((id) => textOf(one.get(id)) !== textOf(other.get(id)));
}

function textOf(value: unknown): string {
  const plain = (_: string, one: unknown) => (one instanceof Map ? [...one] : one);
  return JSON.stringify(value, plain) ?? '';
}
