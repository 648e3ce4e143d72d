import type { Label } from '../domain/label.ts';
import { cnyWords } from '../domain/money.ts';
import type { EffectiveRuleSet, Rule } from '../rulesets/effective-rule-set.ts';
import type { Facts } from './facts.ts';
import type { KeptReasons } from './kept-reasons.ts';
import { owedOf, type Plan, type PlanLine, paidOf } from './plan.ts';
import { ReadStandards } from './read-standards.ts';
import type { PlanValues } from './run-plan.ts';
import type { AppliedRule } from './settlement.ts';
import { explain } from './tree/explain.ts';
import { run } from './tree/run.ts';

/** How a rule that pays in a plan came to its payment: what all claims of the profile share is laid out once. */
export class AppliedReason {
  readonly #line: PlanLine;
  readonly #settled: boolean;
  readonly #shared: Omit<AppliedRule, 'owed' | 'paid' | 'boundBy' | 'formula' | 'standards'>;
  readonly #standards: ReadStandards;

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
  }

  /** The same with the amounts of a claim. */
  of({ values, boundBy }: PlanValues, facts: Facts): AppliedRule {
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
      formula: formula(this.#line, { values, boundBy }, this.#settled),
      standards: this.#standards.of(facts),
    };
  }
}

/** The calculation with its numbers, what it comes to, and what bound it. */
function formula(line: PlanLine, done: PlanValues, settled: boolean): Label {
  const owed = cnyWords(run(line.owed, done.values));
  if (settled) return { zh: `其他系统已结算 ${owed}`, en: `settled elsewhere: ${owed}` };
  const words = explain(line.owed, done.values);
  const calculated = words === owed ? owed : `${words} = ${owed}`;
  const by = done.boundBy.get(line.line);
  const bound = line.bounds.find(({ name }) => name === by);
  if (bound === undefined) return { zh: calculated, en: calculated };
  const room = cnyWords(run(bound.room, done.values));
  const label = bound.limit?.label ?? { zh: '剩余费用', en: 'what is left of the bill' };
  return { zh: `${calculated}；受「${label.zh}」所限，付 ${room}`, en: `${calculated}; bound by ${label.en}: ${room}` };
}
