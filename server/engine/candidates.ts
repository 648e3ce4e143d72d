import type { Rule } from '../rulesets/effective-rule-set.ts';
import type { ConditionLeaf } from '../rulesets/language.ts';
import { firstFailure, isPlain, type LookUp, standardsIn } from './conditions.ts';
import { ifSet } from './forms/form.ts';

/** A rule with what can keep it from applying at a glance. */
interface Indexed {
  readonly rule: Rule;
  readonly position: number;
  /** Leaves at the top of its condition, which all must be met: first those that compare a fact with a literal. */
  readonly plain: readonly ConditionLeaf[];
  readonly further: readonly ConditionLeaf[];
  /** `$standards` that its condition names. */
  readonly references: readonly string[];
}

/**
 * Finds the rules of a claim type that may apply to a profile, without looking at the thousands for other hospitals or
 * diseases: rules that want one fact to equal one value stand under that value.
 */
export class Candidates {
  readonly #under = new Map<string, Map<unknown, Indexed[]>>();
  readonly #others: Indexed[] = [];

  constructor(rules: readonly Rule[]) {
    for (const [position, rule] of rules.entries()) this.#add(indexed(rule, position));
  }

  /** Rules whose top-level leaves are all met and whose standards are set, in the order of the document. */
  of(look: LookUp): readonly Rule[] {
    const found = [...this.#others];
    for (const [fact, byValue] of this.#under) found.push(...(byValue.get(look(fact)) ?? []));
    return found
      .filter((one) => mayApply(one, look))
      .sort((a, b) => a.position - b.position)
      .map(({ rule }) => rule);
  }

  #add(rule: Indexed): void {
    const key = rule.plain.find(isKey);
    if (key === undefined) {
      this.#others.push(rule);
      return;
    }
    const byValue = this.#under.get(key.fact) ?? new Map<unknown, Indexed[]>();
    this.#under.set(key.fact, byValue);
    const under = byValue.get(key.value);
    if (under === undefined) byValue.set(key.value, [rule]);
    else under.push(rule);
  }
}

function indexed(rule: Rule, position: number): Indexed {
  const { conditions } = rule;
  const guards = 'all' in conditions ? conditions.all.filter((part) => 'fact' in part) : [];
  const plain = guards.filter(isPlain);
  return {
    rule,
    position,
    plain,
    further: guards.filter((leaf) => !isPlain(leaf)),
    references: standardsIn(conditions),
  };
}

/** Whether a leaf wants a fact to equal a literal; every rule asks for the claim's type, which tells nothing. */
function isKey({ operator, fact }: ConditionLeaf): boolean {
  return operator === 'equal' && fact !== 'claim.type';
}

/** A rule that needs an unset standard is off; what the claim's own facts rule out needs nothing. */
function mayApply({ plain, references, further }: Indexed, look: LookUp): boolean {
  const met = (leaf: ConditionLeaf) => firstFailure(leaf, look) === null;
  return plain.every(met) && ifSet(() => references.map(look)) !== null && further.every(met);
}
