import { rulesOfClaimType } from '../../engine/claim-type.ts';
import { counterId } from '../../engine/counter-source.ts';
import { layerPots } from '../../engine/layer-pots.ts';
import { type Budget, newBudget, witness } from '../../rulesets/checks/satisfiable.ts';
import type { Counter } from '../../rulesets/counters.ts';
import type { ClaimType, EffectiveRuleSet, Rule } from '../../rulesets/effective-rule-set.ts';
import { standardsNamed } from '../../rulesets/figure.ts';
import { UNSET } from '../../rulesets/standard-at.ts';

/** Each pair of plans asks again, and an answer takes searches. */
const known = new WeakMap<EffectiveRuleSet, Map<string, boolean>>();

/**
 * Whether no amount that another system settled can feed what was paid by more than the base grows with it. It is counted as paid
 * whichever rules apply, and drawn from the pots of all the layer's rules; the base grows by the rules that apply. So in every
 * claim type a rule must be there that applies whatever the claim, needs no figure that is unset, and draws from all those pots.
 */
export function growsWithSettled(ruleSet: EffectiveRuleSet, base: Counter, paid: Counter): boolean {
  const answers = known.get(ruleSet) ?? new Map<string, boolean>();
  known.set(ruleSet, answers);
  const id = counterId(paid);
  const answer = answers.get(id) ?? growsInEveryType(ruleSet, base, paid);
  answers.set(id, answer);
  return answer;
}

function growsInEveryType(ruleSet: EffectiveRuleSet, base: Counter, paid: Counter): boolean {
  const budget = newBudget();
  return [...ruleSet.claims.values()].every((type) =>
    [...rulesOfClaimType(ruleSet, type.type).rulesOf.values()]
      .filter((rules) => rules.some(({ name }) => paid.rules.includes(name)))
      .every((rules) => {
        const pots = layerPots(rules);
        return rules.some(
          (rule) =>
            base.rules.includes(rule.name) &&
            pots.every((pot) => layerPots([rule]).includes(pot)) &&
            isAlwaysSet(ruleSet, rule) &&
            appliesAlways(ruleSet, type, rule, budget),
        );
      }),
  );
}

function appliesAlways(
  { standards, rules }: EffectiveRuleSet,
  type: ClaimType,
  { name }: Rule,
  budget: Budget,
): boolean {
  const conditions = rules.filter((rule) => rule.name === name).map((rule) => ({ not: rule.conditions }));
  return witness(type, standards, conditions, budget) === null;
}

function isAlwaysSet({ standards }: EffectiveRuleSet, { event }: Rule): boolean {
  return standardsNamed(event.params).every((id) => !holdsUnset(standards.get(id)?.value ?? UNSET));
}

function holdsUnset(value: unknown): boolean {
  return typeof value === 'object' && value !== null ? Object.values(value).some(holdsUnset) : value === UNSET;
}
