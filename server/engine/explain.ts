import type { Label } from '../domain/label.ts';
import { cnyWords } from '../domain/money.ts';
import type { EffectiveRuleSet, EffectiveStandard, Rule } from '../rulesets/effective-rule-set.ts';
import type { StandardValue } from '../rulesets/language.ts';
import type { ClaimTypeRules } from './claim-type.ts';
import { firstFailure, type Operand, plainFailure, standardsIn } from './conditions.ts';
import type { Facts } from './facts.ts';
import { Figures, type StandardReading } from './figures.ts';
import { Unset } from './forms/form.ts';
import type { Plan, PlanLine } from './plan.ts';
import type { PlanRun } from './run-plan.ts';
import type { AppliedRule, Explanation, UnappliedRule, UsedStandard } from './settlement.ts';
import { explain } from './tree/explain.ts';
import { run } from './tree/run.ts';

/** The reasons of a settlement: each rule that applied with its formula, and why each other rule of the type did not. */
export function explanationOf(
  ruleSet: EffectiveRuleSet,
  claimType: ClaimTypeRules,
  plan: Plan,
  done: PlanRun,
  facts: Facts,
  fired: ReadonlySet<string>,
): Explanation {
  const applied = new Map(plan.layers.flatMap(({ lines }) => lines.map((line) => [line.rule.name, line] as const)));
  return claimType.rules
    .filter((rule) => rule.event.type !== 'terms' || !fired.has(rule.name))
    .map((rule) => {
      const line = applied.get(rule.name);
      if (line !== undefined) return appliedRule(ruleSet, rule, line, done);
      return unappliedRule(ruleSet, claimType, plan, rule, facts, fired);
    });
}

function appliedRule(ruleSet: EffectiveRuleSet, rule: Rule, line: PlanLine, done: PlanRun): AppliedRule {
  const layer = ruleSet.layers.find(({ name }) => name === rule.layer);
  const settled = done.settlement.layers.find((one) => one.layer === rule.layer);
  const amounts = settled?.lines.find((one) => one.rule === rule.name);
  const owed = amounts?.owed ?? 0;
  const paid = amounts?.paid ?? 0;
  const boundBy = amounts?.boundBy ?? null;
  return {
    layer: rule.layer ?? '',
    rule: rule.name,
    applied: true,
    label: rule.label,
    clause: rule.clause,
    payer: layer?.payer?.label ?? null,
    of: line.of,
    owed,
    paid,
    boundBy,
    formula: formula(line, done, settled?.settled === true),
    standards: usedStandards(ruleSet, line.readings),
  };
}

/** The calculation with its numbers, what it comes to, and what bound it. */
function formula(line: PlanLine, done: PlanRun, settled: boolean): Label {
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

function usedStandards(ruleSet: EffectiveRuleSet, readings: readonly StandardReading[]): readonly UsedStandard[] {
  const seen = new Map(readings.map((reading) => [`${reading.standard.id} ${reading.key.join(' ')}`, reading]));
  return [...seen.values()].map(({ standard, key, value }) => ({
    id: standard.id,
    label: standard.label,
    key: key.map(String),
    value,
    unit: standard.unit,
    origin: originOf(ruleSet, standard),
    cityValue: standard.cityValue === null ? null : cityFigure(standard, key),
    clause: standard.clause,
    verified: standard.verified,
  }));
}

function originOf({ base, override }: EffectiveRuleSet, { origin }: EffectiveStandard): UsedStandard['origin'] {
  const name = origin === 'county' && override !== null ? override : base;
  return { jurisdiction: name.jurisdiction, version: name.version };
}

/** The city's figure under the keys that the effective one was read by. */
function cityFigure(standard: EffectiveStandard, key: readonly Operand[]): StandardValue | null {
  if (standard.cityValue === null) return null;
  const own = { ...standard, value: standard.cityValue };
  const keys = new Map<string, Operand>(standard.by.map((fact, depth) => [fact, key[depth]]));
  const standards = new Map([[standard.id, own]]);
  try {
    return new Figures({ standards }, (fact) => keys.get(fact)).read(`$${standard.id}`);
  } catch {
    // The city may have no figure here at all (`none`), or none under this key.
    return null;
  }
}

function unappliedRule(
  ruleSet: EffectiveRuleSet,
  claimType: ClaimTypeRules,
  plan: Plan,
  rule: Rule,
  facts: Facts,
  fired: ReadonlySet<string>,
): UnappliedRule {
  const { name, label, clause, layer } = rule;
  return {
    layer,
    rule: name,
    applied: false,
    label,
    clause,
    failed: whyNot(ruleSet, claimType, plan, rule, facts, fired),
  };
}

function whyNot(
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
    const label = labelOfFact(ruleSet, claimType, failure.fact);
    return { kind: 'condition', ...failure, wanted: failure.wanted ?? null, met: failure.met ?? null, label };
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
