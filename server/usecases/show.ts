import type { EffectiveAnswer } from '../../schemas/generated/documents.ts';
import type { Label } from '../domain/label.ts';
import { sentItem } from '../rulesets/claim-schema.ts';
import type {
  ChoiceItems,
  ClaimType,
  EffectiveRuleSet,
  EffectiveStandard,
  Fact,
  FactKind,
  FactValue,
  Limit,
  Rule,
} from '../rulesets/effective-rule-set.ts';
import { asTheCityHasIt } from '../rulesets/own-key.ts';
import type { ChosenDate } from './choose-date.ts';
import type { FigureWords } from './matrix.ts';
import type { RulesInForce } from './rules-in-force.ts';

/** How what is in force is told in words, in both languages. */
export interface RuleWords {
  readonly figure: FigureWords;
  readonly rule: (rule: Rule, ruleSet: EffectiveRuleSet) => Label;
  readonly limit: (limit: Limit, ruleSet: EffectiveRuleSet) => Label;
}

/**
 * The rules in force as plain JSON: everything as it is resolved, facts' items in their order and as a claim sends them,
 * figures, rules and limits in words beside.
 * @param chosen the date that the rules are in force on, and whether it was chosen because none was given
 */
export function show(
  { effective, name, jurisdiction }: RulesInForce,
  { date, chosen }: ChosenDate,
  words: RuleWords,
): EffectiveAnswer {
  const { base, override, claims, jurisdiction: code, texts, standards, rules, limits, ...rest } = effective;
  const told = {
    date,
    chosen,
    jurisdiction: jurisdiction.code,
    name: jurisdiction.name,
    ruleSet: name,
    override,
    ...rest,
    standards: new Map([...standards].map(([id, one]) => [id, toldStandard(one, effective, words)])),
    rules: rules.map((one) => ({ ...one, sentence: words.rule(one, effective) })),
    limits: limits.map((one) => ({ ...one, sentence: words.limit(one, effective) })),
    claims: new Map([...claims].map(([type, one]) => [type, claimType(one)])),
  };
  return plain(told) as EffectiveAnswer;
}

function toldStandard(standard: EffectiveStandard, ruleSet: EffectiveRuleSet, { figure }: RuleWords): object {
  const city = asTheCityHasIt(standard);
  return {
    ...standard,
    cityValue: city.cityValue,
    words: figure(standard.value, standard, ruleSet),
    cityWords: city.cityValue === null ? null : figure(city.cityValue, city, ruleSet),
  };
}

/** One type of claims as plain JSON. */
export function claimTypeShown(one: ClaimType): EffectiveAnswer['claims'][string] {
  return plain(claimType(one)) as EffectiveAnswer['claims'][string];
}

function claimType({ facts, ...rest }: ClaimType): object {
  return { ...rest, facts: new Map([...facts].map(([id, fact]) => [id, toldFact(fact)])) };
}

function toldFact(fact: Fact): object {
  return { ...fact, type: kindOf(fact.type), default: defaultOf(fact) };
}

/** Items as an array: an object would put those that look like numbers first. */
function kindOf(kind: FactKind): object {
  return kind.kind === 'choice' || kind.kind === 'list' ? { ...kind, items: itemsOf(kind.items) } : kind;
}

function itemsOf(items: ChoiceItems | null): readonly object[] | null {
  return items === null ? null : [...items].map(([item, label]) => ({ value: sentItem(item), label }));
}

function defaultOf({ type, default: given }: Fact): object {
  const hasItems = type.kind === 'choice' || (type.kind === 'list' && type.items !== null);
  if (!hasItems) return given;
  if (given.kind === 'value') return { ...given, value: sent(given.value) };
  if (given.kind !== 'by') return given;
  return { ...given, values: new Map([...given.values].map(([key, one]) => [key, one === null ? null : sent(one)])) };
}

function sent(value: FactValue): unknown {
  return Array.isArray(value) ? value.map((one) => sentItem(String(one))) : sentItem(String(value));
}

function plain(value: unknown): unknown {
  if (value instanceof Map) return Object.fromEntries([...value].map(([key, one]) => [key, plain(one)]));
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, plain(one)]));
}
