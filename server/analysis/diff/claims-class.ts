import { type Budget, newBudget, witness } from '../../rulesets/checks/satisfiable.ts';
import type { EffectiveRuleSet, Rule } from '../../rulesets/effective-rule-set.ts';
import type { Condition } from '../../rulesets/language.ts';
import { canApply } from '../../rulesets/possible.ts';
import { isMap } from '../../rulesets/standard-at.ts';
import type { ChangeClass } from './change.ts';
import { type Compared, roleOf } from './compared.ts';
import type { Difference } from './difference.ts';

/**
 * What it is to claimants that claims can be made which were refused: of another type, with a fact more or an item more of
 * one. Better where some rule pays such a claim; where none does, only who sends them can tell what it is to be refused
 * instead of being answered.
 * @param ruleSet the side that takes these claims
 */
export function classOfMoreClaims(difference: Difference, ruleSet: EffectiveRuleSet, sides: Compared): ChangeClass {
  const { subject, id, claimType, at } = difference;
  const type = ruleSet.claims.get(subject === 'claimType' ? id : (claimType ?? ''));
  if (type === undefined) return 'undetermined';
  const kind = type.facts.get(id)?.type.kind;
  const items = at.flatMap((step): Condition[] =>
    step.kind === 'item' ? [{ fact: id, operator: kind === 'list' ? 'contains' : 'equal', value: step.item }] : [],
  );
  const budget = budgetOf(sides);
  const verdicts = ruleSet.rules
    .filter((rule) => roleOf(rule) === 'pays' && canApply(ruleSet, rule, type.type))
    .map((rule) => {
      const conditions = [...items, rule.conditions, ...withheldFrom(rule, ruleSet)];
      return witness(type, ruleSet.standards, conditions, budget);
    });
  return verdicts.some((found) => found !== null && found !== undefined) ? 'better' : 'undetermined';
}

/** One for all claims of a comparison: a hostile text then stays undetermined. */
const budgets = new WeakMap<Compared, Budget>();

function budgetOf(sides: Compared): Budget {
  const known = budgets.get(sides) ?? newBudget();
  budgets.set(sides, known);
  return known;
}

/** That none of the terms holds which leave a rule's layer nothing. */
function withheldFrom({ layer }: Rule, { rules, standards }: EffectiveRuleSet): readonly Condition[] {
  return rules.flatMap(({ conditions, event }) => {
    if (event.type !== 'terms') return [];
    const value = standards.get(event.params.terms.slice(1))?.value;
    const term = value !== undefined && isMap(value) ? value[layer ?? ''] : undefined;
    return term === 'none' || term === 'settled' ? [{ not: conditions }] : [];
  });
}
