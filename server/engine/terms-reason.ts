import type { EffectiveRuleSet, Rule } from '../rulesets/effective-rule-set.ts';
import type { Facts } from './facts.ts';
import { Figures, type StandardReading } from './figures.ts';
import { ifSet } from './forms/form.ts';
import type { KeptReasons } from './kept-reasons.ts';
import { ReadStandards } from './read-standards.ts';
import type { AppliedTerms } from './settlement.ts';

/** What a rule that set the terms of layers said: the standard that holds them, as claims of a profile read it. */
export class TermsReason {
  readonly #ruleSet: EffectiveRuleSet;
  readonly #rule: Rule;
  /** The name of that standard, behind its dollar sign. */
  readonly #terms: string;
  readonly #kept: KeptReasons;
  #standards: ReadStandards | null = null;

  constructor(ruleSet: EffectiveRuleSet, rule: Rule, terms: string, kept: KeptReasons) {
    this.#ruleSet = ruleSet;
    this.#rule = rule;
    this.#terms = terms;
    this.#kept = kept;
  }

  /** The same for a claim of the profile. */
  of(facts: Facts): AppliedTerms {
    this.#standards ??= new ReadStandards(this.#ruleSet, this.#rule, this.#readings(facts), this.#kept);
    const { name, label, clause } = this.#rule;
    return { layer: null, rule: name, applied: true, label, clause, standards: this.#standards.of(facts) };
  }

  #readings(facts: Facts): readonly StandardReading[] {
    const readings: StandardReading[] = [];
    const figures = new Figures(
      this.#ruleSet,
      (id) => facts.get(id),
      (reading) => readings.push(reading),
    );
    ifSet(() => figures.read(this.#terms));
    return readings;
  }
}
