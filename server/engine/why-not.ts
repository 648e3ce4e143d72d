import type { Label } from '../domain/label.ts';
import type { Operand } from '../rulesets/comparison.ts';
import type { EffectiveRuleSet, Rule } from '../rulesets/effective-rule-set.ts';
import type { ClaimTypeRules } from './claim-type.ts';
import { type FailedLeaf, firstFailure, plainFailure, standardsIn } from './conditions.ts';
import type { Facts } from './facts.ts';
import { Figures } from './figures.ts';
import { Unset } from './forms/form.ts';
import type { Plan } from './plan.ts';
import type { UnappliedRule, UnmetLeaf } from './settlement.ts';

/** Why a rule of the claim's type did not apply, or applied in vain. */
export function whyNot(
  ruleSet: EffectiveRuleSet,
  claimType: ClaimTypeRules,
  plan: Plan,
  rule: Rule,
  facts: Facts,
  fired: ReadonlySet<string>,
): UnappliedRule['failed'] {
  const figures = new Figures(ruleSet, (id) => facts.get(id));
  const look = (name: string): Operand => (name.startsWith('$') ? (figures.read(name) as Operand) : facts.get(name));
  if (fired.has(rule.name)) return firedInVain(plan, rule, look);
  try {
    const plain = plainFailure(rule.conditions, look);
    if (plain === null) for (const name of standardsIn(rule.conditions)) look(name);
    const failure = plain ?? firstFailure(rule.conditions, look);
    if (failure === null) return { kind: 'otherRule' };
    const unmet = ({ fact, operator, wanted, met }: FailedLeaf): UnmetLeaf => ({
      ...{ fact, operator, wanted: wanted ?? null, met: met ?? null, label: labelOfFact(ruleSet, claimType, fact) },
    });
    return { kind: 'condition', ...unmet(failure), ...(failure.or === undefined ? {} : { or: failure.or.map(unmet) }) };
  } catch (error) {
    if (error instanceof Unset) return { kind: 'unset', standard: error.standard };
    throw error;
  }
}

/** A rule whose conditions are met and which still pays nothing: the layer's terms, its period, or an unset figure. */
function firedInVain(plan: Plan, rule: Rule, look: (name: string) => Operand): UnappliedRule['failed'] {
  const reason = plan.layers.find(({ layer }) => layer === rule.layer)?.reason;
  if (reason === 'outsidePeriod') return { kind: 'period' };
  if (reason === 'withheld' || reason === 'notEligible') return { kind: 'terms' };
  for (const name of referencesIn(rule.event.params)) {
    try {
      look(name);
    } catch (error) {
      if (error instanceof Unset) return { kind: 'unset', standard: error.standard };
    }
  }
  return { kind: 'otherRule' };
}

function* referencesIn(value: unknown): Generator<string> {
  if (typeof value === 'string' && value.startsWith('$')) yield value;
  else if (typeof value === 'object' && value !== null)
    for (const part of Object.values(value)) yield* referencesIn(part);
}

function labelOfFact(ruleSet: EffectiveRuleSet, claimType: ClaimTypeRules, name: string): Label {
  const label = name.startsWith('$') ? ruleSet.standards.get(name.slice(1))?.label : claimType.facts.get(name)?.label;
  return label ?? { zh: name, en: name };
}
