import { baseOf, CLAIM, feeding } from './bases.ts';
import type { EffectiveRuleSet, Limit, Rule } from './effective-rule-set.ts';
import { canApply, canBind } from './possible.ts';

/** One counter of the history: what earlier claims of the same period left behind. */
export interface Counter {
  /** `year`, `event`, `householdYear`, or another period a limit or form names. */
  readonly period: string;
  /** The layer or rule it is kept for. */
  readonly name: string;
  /**
   * `base`: what was left of the bill; `deductible`: what deductibles took of it; `paid`: what was paid, all in money; `count`: days
   * or other units.
   */
  readonly kind: 'base' | 'deductible' | 'paid' | 'count';
  readonly nameIs: 'layer' | 'rule';
  /** The rules it is the sum of; the rule itself where it is kept for one. */
  readonly rules: readonly string[];
}

/**
 * Every counter that a limit or form of the rule set reads, also where the standard that needs it is unset today: an
 * integrator may keep it and send it.
 */
export function counters(effective: EffectiveRuleSet): readonly Counter[] {
  return gather(effective, effective.limits, effective.rules);
}

/** The counters that claims of a type need: those of limits that its rules feed or are bound by, and of the rules' own forms. */
export function countersOf(effective: EffectiveRuleSet, claimType: string): readonly Counter[] {
  const rules = effective.rules.filter((rule) => rule.layer !== null && canApply(effective, rule, claimType));
  const limits = effective.limits.filter(
    (limit) =>
      limit.kind === 'atMost' &&
      canBind(effective, limit, claimType) &&
      rules.some(({ name, layer }) => [...limit.over, ...limit.binds].some((one) => one === name || one === layer)),
  );
  return gather(effective, limits, rules);
}

/**
 * The names under which a history may bring counters, by period: a counter's own and those of its rules. All of the rule set,
 * also those that one type of claim does not read: an integrator keeps one history a person.
 */
export function historyNames(effective: EffectiveRuleSet): ReadonlyMap<string, ReadonlySet<string>> {
  const periods = new Map<string, Set<string>>();
  for (const { period, name, rules } of counters(effective)) {
    const names = periods.get(period) ?? new Set<string>();
    for (const one of [name, ...rules]) names.add(one);
    periods.set(period, names);
  }
  return periods;
}

function gather(effective: EffectiveRuleSet, limits: readonly Limit[], rules: readonly Rule[]): readonly Counter[] {
  const found = new Map<string, Counter>();
  const keep = (period: string, name: string, kind: Counter['kind'], fed: readonly string[]) => {
    const key = keyOf(period, name, kind);
    const known = found.get(key)?.rules ?? [];
    const nameIs = isLayer(effective, name) ? 'layer' : 'rule';
    found.set(key, { period, name, kind, nameIs, rules: [...new Set([...known, ...fed])] });
  };
  for (const limit of limits) {
    if (limit.kind === 'leave' || limit.per === CLAIM) continue;
    for (const name of limit.over) keep(limit.per, name, 'paid', rulesOf(effective, name));
  }
  for (const rule of rules) {
    const base = baseOf(effective, rule);
    if (base !== null && base.period !== CLAIM && !found.has(keyOf(base.period, base.name, 'base')))
      keep(base.period, base.name, 'base', feeding(effective, base));
    if (base !== null && base.period !== CLAIM && boundsDeductibles(rule)) {
      const bounded = feeding(effective, base).filter((name) =>
        effective.rules.some((one) => one.name === name && boundsDeductibles(one)),
      );
      keep(base.period, base.name, 'deductible', bounded);
    }
    if (rule.event.type === 'allowance') {
      const { atMost, per } = rule.event.params;
      if (atMost !== undefined && per !== undefined && per !== CLAIM) keep(per, rule.name, 'count', [rule.name]);
    }
  }
  return [...found.values()];
}

function boundsDeductibles({ event }: Rule): boolean {
  return event.type === 'reimburse' && event.params.deductiblesAtMost !== undefined;
}

const keyOf = (period: string, name: string, kind: Counter['kind']): string => JSON.stringify([period, name, kind]);

/** The rules a name in a limit stands for: a layer's, if there is one of that name, else the rule itself. */
function rulesOf(effective: EffectiveRuleSet, name: string): readonly string[] {
  if (!isLayer(effective, name)) return [name];
  return effective.rules.filter(({ layer }) => layer === name).map((rule) => rule.name);
}

function isLayer(effective: Pick<EffectiveRuleSet, 'layers'>, name: string): boolean {
  return effective.layers.some((layer) => layer.name === name);
}
