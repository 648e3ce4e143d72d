import type { Event, ReimburseParams } from './language.ts';

/** The period of what looks at the claim alone and keeps no counter. */
export const CLAIM = 'claim';

/** The base that a rule of form `reimburse` works on. */
export interface BaseName {
  /** `claim` where rules of one claim share it, and the history keeps none. */
  readonly period: string;
  /** A layer or rule. */
  readonly name: string;
}

/** What a rule of form `reimburse` says of its base. */
export interface StatedBase {
  readonly period: string;
  /** The layer or rule whose base it shares, as the text names it; null where it names none. */
  readonly named: string | null;
}

/** Of a rule what its base goes by. */
interface BasedRule {
  readonly name: string;
  readonly layer: string | null;
  readonly event: Event;
}

/** Of a rule set what bases go by. */
interface BasedRules {
  readonly layers: readonly { readonly name: string }[];
  readonly rules: readonly BasedRule[];
}

/** What params say of a base; `year` is short for `per: year`, with a name for `base` as well. Null where each claim is for itself. */
export function statedBase({ year, per, base }: Pick<ReimburseParams, 'year' | 'per' | 'base'>): StatedBase | null {
  if (year !== undefined) return { period: 'year', named: year === true ? null : year };
  return per === undefined ? null : { period: per, named: base ?? null };
}

/** The same of a rule of any form: only reimbursements have a base. */
export function baseStatedBy(event: Event): StatedBase | null {
  return event.type === 'reimburse' ? statedBase(event.params) : null;
}

/**
 * The base of a rule that works on a period: the layer or rule that it names; else the layer's where the rule is the only one of
 * its layer that works on the period; else the rule's own. Null for other rules.
 */
export function baseOf(ruleSet: BasedRules, rule: BasedRule): BaseName | null {
  const stated = baseStatedBy(rule.event);
  if (stated === null) return null;
  const { period, named } = stated;
  if (named !== null && [...ruleSet.layers, ...ruleSet.rules].some(({ name }) => name === named))
    return { period, name: named };
  const { layer, name } = rule;
  const isShared = ruleSet.rules.some(
    (one) => one.name !== name && one.layer === layer && baseStatedBy(one.event)?.period === period,
  );
  return { period, name: layer === null || isShared ? name : layer };
}

/** All rules that feed a base, of whatever claim type: a history given by their names is summed the same way everywhere. */
export function feeding(ruleSet: BasedRules, { period, name }: BaseName): readonly string[] {
  return ruleSet.rules
    .filter((rule) => {
      const base = baseOf(ruleSet, rule);
      return base !== null && base.name === name && base.period === period;
    })
    .map((rule) => rule.name);
}
