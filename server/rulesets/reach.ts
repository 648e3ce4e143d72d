import type { EffectiveRuleSet } from './effective-rule-set.ts';
import type { Condition, ConditionLeaf } from './language.ts';
import { rulesBearing } from './possible.ts';

/** Whether a condition can hold for claims of a type: true or false where the type alone decides, else null. */
export function reaches(condition: Condition, type: string): boolean | null {
  if ('all' in condition) return decided(condition.all, type, false);
  if ('any' in condition) return decided(condition.any, type, true);
  if ('not' in condition) {
    const inner = reaches(condition.not, type);
    return inner === null ? null : !inner;
  }
  return leafReaches(condition, type);
}

/** The layers that a settlement of a claim of a type has, in paying order: those with a rule that such a claim can meet. */
export function layersReached(
  effective: Pick<EffectiveRuleSet, 'claims' | 'layers' | 'rules'>,
  type: string,
): readonly string[] {
  const paying = new Set(rulesBearing(effective, type).map(({ layer }) => layer));
  return effective.layers.map(({ name }) => name).filter((name) => paying.has(name));
}

/** @param by the verdict of one part that decides the whole: false for `all`, true for `any` */
function decided(parts: readonly Condition[], type: string, by: boolean): boolean | null {
  let verdict: boolean | null = !by;
  for (const part of parts) {
    const one = reaches(part, type);
    if (one === by) return by;
    if (one === null) verdict = null;
  }
  return verdict;
}

function leafReaches({ fact, operator, value }: ConditionLeaf, type: string): boolean | null {
  if (fact !== 'claim.type') return null;
  if (typeof value === 'string') {
    return operator === 'equal' ? value === type : operator === 'notEqual' ? value !== type : null;
  }
  if (!Array.isArray(value)) return null;
  const named = value.includes(type);
  return operator === 'in' ? named : operator === 'notIn' ? !named : null;
}
