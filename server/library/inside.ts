import { type CalendarDate, covers, type Period } from '../domain/dates.ts';
import { refuse } from '../domain/refusal.ts';
import type { EffectiveRuleSet } from '../rulesets/effective-rule-set.ts';
import type { SettlingRules } from '../usecases/settle.ts';
import type { CompiledRules } from './compiled-rules.ts';

/** What stands behind compiled rules. */
export interface Inside {
  readonly city: EffectiveRuleSet;
  /** By the city's text alone, which applies where the county's does not hold. */
  readonly alone: SettlingRules;
  /** With the county's; null without an override. */
  readonly joined: SettlingRules | null;
  readonly overridePeriod: Period | null;
}

const insides = new WeakMap<CompiledRules, Inside>();

/** Puts what settles claims behind the rules that a caller holds. */
export function compiledRules(rules: CompiledRules, inside: Inside): CompiledRules {
  insides.set(rules, inside);
  return rules;
}

/**
 * What stands behind rules.
 * @throws TypeError for anything that `compile` did not make
 */
export function insideOf(rules: CompiledRules): Inside {
  const inside = insides.get(rules);
  if (inside === undefined) throw new TypeError('rules must be what compile() returned');
  return inside;
}

/** The rules with the county's figures where there are any. */
export function fullRules({ alone, joined }: Inside): SettlingRules {
  return joined ?? alone;
}

/**
 * The rules that apply on a date, as the service would find them had these texts been published.
 * @throws Refusal `noRuleSetInForce` outside the city's period
 */
export function rulesOn(rules: CompiledRules, date: CalendarDate): SettlingRules {
  const { alone, joined, overridePeriod } = insideOf(rules);
  const { from, to = from } = rules.period;
  if (!covers(rules.period, date)) {
    refuse('noRuleSetInForce', { code: rules.jurisdiction, date, nearest: date < from ? from : to });
  }
  return joined !== null && overridePeriod !== null && covers(overridePeriod, date) ? joined : alone;
}
