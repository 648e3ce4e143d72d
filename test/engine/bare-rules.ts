import { Engine, type RuleProperties } from 'json-rules-engine';
import type { Claim } from '../../server/engine/settlement.ts';
import type { EffectiveRuleSet } from '../../server/rulesets/effective-rule-set.ts';
import type { Condition, ConditionLeaf } from '../../server/rulesets/language.ts';
import { factsOf, plainlyUnmet, standardsOf } from '../naive/claim-facts.ts';
import { standardsUnder, unlessUnset } from '../naive/standards.ts';

/**
 * json-rules-engine as it comes, over all rules of the rule set and afresh for one claim: every fact and every standard a
 * runtime fact, the conditions as they are written. Only its two known liberties are taken back: a leaf on an absent fact
 * is not met, and items of a choice compare by their text.
 * @returns the names of the rules that fired
 */
export async function fireAfresh(ruleSet: EffectiveRuleSet, claim: Claim, date: string): Promise<ReadonlySet<string>> {
  const claimType = ruleSet.claims.get(claim.type);
  if (claimType === undefined) return new Set();
  const facts = factsOf(claimType, claim, date);
  const { standardValue } = standardsUnder(ruleSet, facts);
  const runtime: Record<string, unknown> = { ...Object.fromEntries(facts), always: true };
  const isText = (id: string) => {
    const type = claimType.facts.get(id)?.type;
    return type !== undefined && 'items' in type && type.items !== null;
  };
  const texts = (value: unknown) => (Array.isArray(value) ? value.map(String) : String(value));
  const leaf = (one: ConditionLeaf): unknown => {
    const absent = !one.fact.startsWith('$') && !facts.has(one.fact);
    if (absent) return { fact: 'always', operator: 'notEqual', value: true };
    if (!isText(one.fact)) return one;
    if (typeof one.value !== 'object' || Array.isArray(one.value)) return { ...one, value: texts(one.value) };
    const name = `${one.value.fact} as text`;
    runtime[name] = texts(runtime[one.value.fact]);
    return { ...one, value: { fact: name } };
  };
  const condition = (one: Condition): unknown => {
    if ('fact' in one) return leaf(one);
    if ('not' in one) return { not: condition(one.not) };
    return 'all' in one ? { all: one.all.map(condition) } : { any: one.any.map(condition) };
  };
  const engine = new Engine([], { allowUndefinedFacts: true });
  for (const { name, conditions } of ruleSet.rules) {
    // A rule that the claim's own facts rule out may name standards that this claim has no key for.
    const foreign = plainlyUnmet(conditions, claimType, facts);
    const named = standardsOf(conditions);
    if (foreign || unlessUnset(() => named.map((one) => standardValue(one))) === null) continue;
    for (const one of named) runtime[one] = standardValue(one);
    engine.addRule({ name, conditions: condition(conditions) as RuleProperties['conditions'], event: { type: name } });
  }
  const { results } = await engine.run(runtime);
  return new Set(results.map(({ name }) => name));
}
