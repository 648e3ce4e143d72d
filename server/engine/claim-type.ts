import type { EffectiveRuleSet, Fact, FactKind, Limit, Rule } from '../rulesets/effective-rule-set.ts';
import type { Condition } from '../rulesets/language.ts';
import { limitBeyond } from '../rulesets/limit-beyond.ts';
import { rulesBearing } from '../rulesets/possible.ts';
import { partsOf } from './conditions.ts';

/** What of a rule set bears on one type of claim, with conditions made ready to compare. */
export interface ClaimTypeRules {
  readonly type: string;
  readonly facts: ReadonlyMap<string, Fact>;
  readonly dateFact: string | null;
  /** Rules whose condition a claim of the type can meet, in the order of the document. */
  readonly rules: readonly Rule[];
  /** The same rules by layer; terms rules stand under null. */
  readonly rulesOf: ReadonlyMap<string | null, readonly Rule[]>;
  /** Layers that have such a rule, in paying order. */
  readonly layers: EffectiveRuleSet['layers'];
  readonly limits: readonly Limit[];
  /** Names of limits whose cut some rule works on. */
  readonly beyond: ReadonlySet<string>;
  /** The layer of every rule of the rule set, whatever its claim type. */
  readonly layerOf: ReadonlyMap<string, string | null>;
}

/** Selects what of a rule set bears on claims of a type. */
export function rulesOfClaimType(ruleSet: EffectiveRuleSet, type: string): ClaimTypeRules {
  const declared = ruleSet.claims.get(type);
  const facts = declared?.facts ?? new Map<string, Fact>();
  const ready = (condition: Condition) => canonical(condition, facts);
  // A rule whose standards are unset is listed as unset.
  const rules = rulesBearing(ruleSet, type).map((rule) => ({ ...rule, conditions: ready(rule.conditions) }));
  const rulesOf = new Map<string | null, Rule[]>();
  for (const rule of rules) {
    const others = rulesOf.get(rule.layer);
    if (others === undefined) rulesOf.set(rule.layer, [rule]);
    else others.push(rule);
  }
  const limits = ruleSet.limits.map((limit) =>
    limit.conditions === null ? limit : { ...limit, conditions: ready(limit.conditions) },
  );
  return {
    type,
    facts,
    dateFact: declared?.dateFact ?? null,
    rules,
    rulesOf,
    layers: ruleSet.layers.filter(({ name }) => rulesOf.has(name)),
    limits,
    beyond: new Set(rules.flatMap(({ event }) => limitBeyond(event) ?? [])),
    layerOf: new Map(ruleSet.rules.map(({ name, layer }) => [name, layer])),
  };
}

/** The condition with literals as facts hold them: items of a choice are strings, also those written as numbers. */
function canonical(condition: Condition, facts: ReadonlyMap<string, Fact>): Condition {
  if ('fact' in condition) {
    const kind = facts.get(condition.fact)?.type;
    if (kind === undefined || !hasItems(kind)) return condition;
    const { value } = condition;
    if (Array.isArray(value)) return { ...condition, value: value.map(String) };
    return typeof value === 'number' || typeof value === 'boolean' ? { ...condition, value: String(value) } : condition;
  }
  if ('not' in condition) return { not: canonical(condition.not, facts) };
  const parts = partsOf(condition).map((part) => canonical(part, facts));
  return 'all' in condition ? { all: parts } : { any: parts };
}

/** Whether a fact's values are items of a choice. */
export function hasItems(kind: FactKind): boolean {
  return kind.kind === 'choice' || (kind.kind === 'list' && kind.items !== null);
}
