import type { Operand } from '../rulesets/comparison.ts';
import type { EffectiveRuleSet, Rule } from '../rulesets/effective-rule-set.ts';
import { AppliedReason } from './applied-reason.ts';
import type { ClaimTypeRules } from './claim-type.ts';
import type { Facts } from './facts.ts';
import type { KeptReasons } from './kept-reasons.ts';
import type { Plan } from './plan.ts';
import type { PlanValues } from './run-plan.ts';
import type { Explanation, UnappliedRule } from './settlement.ts';
import { TermsReason } from './terms-reason.ts';
import { whyNot } from './why-not.ts';

/**
 * The reasons of a plan's settlements: each rule that applied with its formula or the terms that it set, and why each other
 * rule of the type did not.
 * Claims of one profile differ in their amounts, and in what they met where they failed a condition; all else is found
 * once, and what is the same again is the same object again, so that its words can be kept.
 */
export class PlanReasons {
  readonly #reasons: readonly (AppliedReason | TermsReason | UnappliedReason)[];

  /** @param kept what plans of the same rules and claim type share */
  constructor(
    ruleSet: EffectiveRuleSet,
    claimType: ClaimTypeRules,
    plan: Plan,
    fired: ReadonlySet<string>,
    kept: KeptReasons,
  ) {
    const applied = new Map(plan.layers.flatMap(({ lines }) => lines.map((line) => [line.rule.name, line] as const)));
    this.#reasons = claimType.rules.map((rule) => {
      const { name, event } = rule;
      const line = applied.get(name);
      if (line !== undefined) return new AppliedReason(ruleSet, plan, rule, line, kept);
      if (event.type === 'terms' && fired.has(name)) return new TermsReason(ruleSet, rule, event.params.terms, kept);
      return new UnappliedReason(rule, (facts) => whyNot(ruleSet, claimType, plan, rule, facts, fired), kept);
    });
  }

  /** Those of a claim of the profile. */
  of(done: PlanValues, facts: Facts): Explanation {
    return this.#reasons.map((reason) => (reason instanceof AppliedReason ? reason.of(done, facts) : reason.of(facts)));
  }
}

/** Why a rule did not apply. Which condition failed follows from the profile; what it met may differ from claim to claim. */
class UnappliedReason {
  readonly #rule: Rule;
  readonly #whyNot: (facts: Facts) => UnappliedRule['failed'];
  readonly #kept: KeptReasons;
  #last: UnappliedRule | null = null;

  constructor(rule: Rule, whyNot: (facts: Facts) => UnappliedRule['failed'], kept: KeptReasons) {
    this.#rule = rule;
    this.#whyNot = whyNot;
    this.#kept = kept;
  }

  of(facts: Facts): UnappliedRule {
    if (this.#last === null || !metAgain(this.#last.failed, facts)) {
      this.#last = this.#kept.unapplied(this.#rule, this.#whyNot(facts));
    }
    return this.#last;
  }
}

/** Whether a claim of the same profile meets the same. Standards are the profile's own. */
function metAgain(failed: UnappliedRule['failed'], facts: Facts): boolean {
  if (failed.kind !== 'condition') return true;
  return [failed, ...(failed.or ?? [])].every(
    ({ fact, met }) => fact.startsWith('$') || same(facts.get(fact) ?? null, met),
  );
}

function same(one: Operand | null, other: unknown): boolean {
  if (!Array.isArray(one)) return one === other;
  return Array.isArray(other) && one.length === other.length && one.every((item, index) => item === other[index]);
}
