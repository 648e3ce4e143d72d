import type { EffectiveRuleSet } from '../rulesets/effective-rule-set.ts';
import type { RulesInForce } from './rule-book.ts';

/** An effective rule set as plain JSON: maps become objects, everything else stands as it is resolved. */
export function show({ effective, name, jurisdiction }: RulesInForce): Record<string, unknown> {
  const { base, override, claims, ...rest } = effective;
  return {
    jurisdiction: jurisdiction.code,
    name: jurisdiction.name,
    ruleSet: name,
    override,
    ...(plain(withoutJurisdiction(rest)) as object),
    claims: plain(claims),
  };
}

function withoutJurisdiction({
  jurisdiction,
  ...rest
}: Omit<EffectiveRuleSet, 'base' | 'override' | 'claims'>): object {
  return rest;
}

function plain(value: unknown): unknown {
  if (value instanceof Map) return Object.fromEntries([...value].map(([key, one]) => [key, plain(one)]));
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, plain(one)]));
}
