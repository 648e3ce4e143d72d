import type { Label } from '../domain/label.ts';
import { cnyWords } from '../domain/money.ts';
import type { EffectiveRuleSet, Rule } from '../rulesets/effective-rule-set.ts';
import { type CountedWords, countedWords } from './counted-facts.ts';
import type { Facts } from './facts.ts';
import type { KeptReasons } from './kept-reasons.ts';
import type { Plan, PlanLine } from './plan.ts';
import { ReadStandards } from './read-standards.ts';
import type { PlanValues } from './run-plan.ts';
import type { AppliedRule } from './settlement.ts';
import { explain } from './tree/explain.ts';
import { run } from './tree/run.ts';
import { owedOf, paidOf } from './variable-names.ts';

/** How a rule that pays in a plan came to its payment: what all claims of the profile share is laid out once. */
export class AppliedReason {
  readonly #line: PlanLine;
  readonly #settled: boolean;
  readonly #shared: Omit<AppliedRule, 'owed' | 'paid' | 'boundBy' | 'formula' | 'standards'>;
  readonly #standards: ReadStandards;
  readonly #counted: CountedWords;
  readonly #countedBy: ReadonlyMap<string, CountedWords>;

  constructor(ruleSet: EffectiveRuleSet, plan: Plan, rule: Rule, line: PlanLine, kept: KeptReasons) {
    this.#line = line;
    this.#settled = plan.layers.some(({ layer, settled }) => layer === rule.layer && settled);
    this.#shared = {
      layer: rule.layer ?? '',
      rule: rule.name,
      applied: true,
      label: rule.label,
      clause: rule.clause,
      payer: ruleSet.layers.find(({ name }) => name === rule.layer)?.payer?.label ?? null,
      of: line.of,
    };
    this.#standards = new ReadStandards(ruleSet, rule, line.readings, kept);
    this.#counted = countedWords(ruleSet, plan.claimType, rule.event.params, line.readings);
    this.#countedBy = new Map(
      line.bounds.map(({ name, limit }) => [name, countedWords(ruleSet, plan.claimType, limit, line.readings)]),
    );
  }

  /** The same with the amounts of a claim. */
  of(done: PlanValues, facts: Facts): AppliedRule {
    const { values, boundBy } = done;
    const { line } = this.#line;
    const { layer, rule, label, clause, payer, of } = this.#shared;
    // Field by field: to spread an object takes longer than all the rest.
    return {
      layer,
      rule,
      applied: true,
      label,
      clause,
      payer,
      of,
      owed: Number(values.get(owedOf(line)) ?? 0n),
      paid: Number(values.get(paidOf(line)) ?? 0n),
      boundBy: boundBy.get(line) ?? null,
      formula: this.#formula(done, facts),
      standards: this.#standards.of(facts),
    };
  }

  /** The calculation with its numbers, what it comes to, and what bound it. */
  #formula(done: PlanValues, facts: Facts): Label {
    const line = this.#line;
    const owed = cnyWords(run(line.owed, done.values));
    if (this.#settled) return { zh: `其他系统已结算 ${owed}`, en: `settled elsewhere: ${owed}` };
    const words = explain(line.owed, done.values);
    const calculated = words === owed ? owed : `${words} = ${owed}`;
    const counted = this.#counted(facts);
    const [zh, en] = [calculated + counted.zh, calculated + counted.en];
    const by = done.boundBy.get(line.line);
    const bound = line.bounds.find(({ name }) => name === by);
    if (bound === undefined) return { zh, en };
    const room = cnyWords(run(bound.room, done.values));
    const label = bound.limit?.label ?? { zh: '剩余费用', en: 'what is left of the bill' };
    const most = this.#countedBy.get(bound.name)?.(facts) ?? { zh: '', en: '' };
    return {
      zh: `${zh}；受「${label.zh}」${most.zh}所限，付 ${room}`,
      en: `${en}; bound by ${label.en}${most.en}: ${room}`,
    };
  }
}
