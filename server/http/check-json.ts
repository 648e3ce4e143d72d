import type { Cap, Cliff, Example, Found, GapValue } from '../analysis/check/answer.ts';
import { Amount, amountsOf } from '../domain/amount.ts';
import type { EffectiveRuleSet } from '../rulesets/effective-rule-set.ts';
import { limitOf, ruleOf } from '../rulesets/named-in.ts';
import type { CheckedRules } from '../usecases/check.ts';
import { writeJson } from './json.ts';

/** What was found out about rules as it is answered: amounts in CNY, rules with their clauses. */
export function checkJson({ found, caps, ...checked }: CheckedRules, ruleSet: EffectiveRuleSet): string {
  const { result, ruleSet: named, answers, bounds, crowded } = checked;
  return writeJson({
    result,
    ruleSet: named,
    answers,
    findings: found.map((one) => findingJson(one, ruleSet)),
    caps: caps.map((cap) => capJson(cap, ruleSet)),
    bounds,
    crowded,
  });
}

function findingJson(found: Found, ruleSet: EffectiveRuleSet) {
  const { example, rules, ...rest } = found;
  return {
    ...rest,
    rules: rules.map((name) => ({ rule: name, clause: ruleOf(ruleSet, name)?.clause ?? null })),
    ...amountsIn(found),
    example: example === null ? null : exampleJson(example),
  };
}

/** The amounts of a finding beside its example. */
function amountsIn(found: Found) {
  switch (found.question) {
    case 'cliffs':
      return cliffJson(found);
    case 'aboveCost':
      return { over: new Amount(found.over) };
    case 'gaps':
      return { facts: found.facts.map(({ fact, values }) => ({ fact, values: values.map(gapValueJson) })) };
    default:
      return {};
  }
}

function cliffJson({ size, next }: Cliff) {
  return { size: new Amount(size), next: exampleJson(next) };
}

function gapValueJson(value: GapValue) {
  if (value.kind === 'value') return value.value;
  if (value.kind === 'days') return { from: value.from, to: value.to };
  if (value.kind === 'number') return { low: value.low, high: value.high };
  return { low: new Amount(value.low), high: new Amount(value.high) };
}

function capJson({ bill, example, ...rest }: Cap, ruleSet: EffectiveRuleSet) {
  return {
    ...rest,
    clause: limitOf(ruleSet, rest.limit)?.clause ?? null,
    bill: bill === null ? null : new Amount(bill),
    example: example === null ? null : exampleJson(example),
  };
}

function exampleJson({ bill, paid, selfPay, layers, ...rest }: Example) {
  return {
    ...rest,
    bill: new Amount(bill),
    paid: new Amount(paid),
    selfPay: amountsOf(selfPay),
    layers: layers.map(({ paid: given, rules, ...layer }) => ({
      ...layer,
      paid: new Amount(given),
      rules: rules.map((rule) => ({ ...rule, paid: new Amount(rule.paid) })),
    })),
  };
}
