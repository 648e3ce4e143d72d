import { compares } from './comparison.ts';
import type { EffectiveRuleSet, EffectiveStandard, Limit, Rule } from './effective-rule-set.ts';
import { boundState, isOff } from './figure-state.ts';
import type { Condition, ConditionLeaf, Scalar } from './language.ts';
import { isList, isScalar } from './standard-at.ts';
import { isWhollyUnset } from './wholly-unset.ts';

/** Whether something holds when only the claim's type is known; undefined where that depends on the claim. */
export type Verdict = boolean | undefined;

type Known = Pick<EffectiveRuleSet, 'claims' | 'standards'>;

/** Whether a rule can apply to some claim of a type: its condition can hold, and no standard its form needs is unset. */
export function canApply(effective: Known, rule: Rule, claimType: string): boolean {
  if (isOff(effective, rule.event.params)) return false;
  return verdict(effective, rule.conditions, claimType) !== false;
}

/** Whether a limit can bind in some claim of a type: its condition can hold, and its figure is set and not unlimited. */
export function canBind(effective: Known, limit: Limit, claimType: string): boolean {
  if (boundState(effective, limit) !== 'set') return false;
  return limit.conditions === null || verdict(effective, limit.conditions, claimType) !== false;
}

/**
 * The rules of which a claim of a type can meet the condition, in the order of the document. Judged by the declared facts alone:
 * a rule whose standards are unset belongs to the type all the same.
 */
export function rulesBearing(
  { claims, rules }: Pick<EffectiveRuleSet, 'claims' | 'rules'>,
  claimType: string,
): readonly Rule[] {
  const declarations = { claims, standards: new Map() };
  return rules.filter((rule) => verdict(declarations, rule.conditions, claimType) !== false);
}

/**
 * A condition judged by the claim's type, and by standards that are the same for every claim. A fact that the type does
 * not declare is never met; nor is a condition on a standard that is unset.
 */
export function verdict(effective: Known, condition: Condition, claimType: string): Verdict {
  if ('all' in condition) return least(condition.all.map((one) => verdict(effective, one, claimType)));
  if ('any' in condition)
    return opposite(least(condition.any.map((one) => opposite(verdict(effective, one, claimType)))));
  if ('not' in condition) return opposite(verdict(effective, condition.not, claimType));
  return leafVerdict(effective, condition, claimType);
}

/** False where one is false, true where all are, else open. */
function least(verdicts: readonly Verdict[]): Verdict {
  if (verdicts.includes(false)) return false;
  return verdicts.includes(undefined) ? undefined : true;
}

function opposite(one: Verdict): Verdict {
  return one === undefined ? undefined : !one;
}

function leafVerdict(effective: Known, { fact, operator, value }: ConditionLeaf, claimType: string): Verdict {
  const named =
    typeof value === 'object' && !Array.isArray(value) ? effective.standards.get(value.fact.slice(1)) : null;
  const asked = fact.startsWith('$') ? effective.standards.get(fact.slice(1)) : null;
  if ((named !== null && isWhollyUnset(named)) || (asked !== null && isWhollyUnset(asked))) return false;
  if (asked === null && !isFact(effective, fact, claimType)) return false;
  const left = asked === null ? (fact === 'claim.type' ? claimType : undefined) : constant(asked);
  const right = named === null ? (value as Scalar | Scalar[]) : constant(named);
  return left === undefined || right === undefined ? undefined : compares(operator, left, right);
}

function isFact(effective: Known, fact: string, claimType: string): boolean {
  const always = ['claim.type', 'claim.date', 'cost.total'];
  return always.includes(fact) || effective.claims.get(claimType)?.facts.has(fact) === true;
}

/** A standard's value where it is the same for every claim. */
function constant(standard: EffectiveStandard | undefined): Scalar | Scalar[] | undefined {
  if (standard === undefined) return undefined;
  return isScalar(standard.value) || isList(standard.value) ? standard.value : undefined;
}
