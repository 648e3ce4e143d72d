import type { Language } from '../domain/label.ts';
import type { AppliedRule, Explanation, UnappliedRule, UsedStandard } from '../engine/settlement.ts';
import type { EffectiveRuleSet } from '../rulesets/effective-rule-set.ts';
import { cny } from './evaluation-json.ts';
import { whyNotWords } from './explanation-words.ts';
import { placeWords, standardWords } from './value-words.ts';

/** The reasons of a settlement as JSON, in one language: formula, standards with the city's figure beside, and why not. */
export function explanationJson(explanation: Explanation, ruleSet: EffectiveRuleSet, language: Language): string {
  return `[${explanation.map((entry) => (entry.applied ? applied(entry, ruleSet, language) : unapplied(entry, ruleSet, language))).join()}]`;
}

function applied(entry: AppliedRule, ruleSet: EffectiveRuleSet, language: Language): string {
  const { layer, rule, label, clause, payer, of, owed, paid, boundBy, formula, standards } = entry;
  const told = { layer, rule, applied: true, label: label[language], clause, payer: payer?.[language] ?? null, of };
  const used = standards.map((one) => standard(one, ruleSet, language));
  const reasons = { boundBy, formula: formula[language], standards: used };
  // Amounts carry two decimals, which JSON.stringify would drop.
  return `${JSON.stringify(told).slice(0, -1)},"owed":${cny(owed)},"paid":${cny(paid)},${JSON.stringify(reasons).slice(1)}`;
}

function standard(
  { label, ...rest }: UsedStandard,
  ruleSet: EffectiveRuleSet,
  language: Language,
): Record<string, unknown> {
  const { key, value, cityValue, unit } = rest;
  const by = ruleSet.standards.get(rest.id)?.by ?? [];
  const words = (one: unknown) => standardWords(one, { unit, by: by.slice(key.length) }, ruleSet, language);
  const at = key.map((one, depth) => ({ kind: 'key', fact: by[depth] ?? '', key: one, named: 'both' }) as const);
  return {
    ...rest,
    label: label[language],
    keyWords: placeWords(at, unit, ruleSet, language),
    words: words(value),
    cityWords: cityValue === null ? null : words(cityValue),
  };
}

function unapplied(entry: UnappliedRule, ruleSet: EffectiveRuleSet, language: Language): string {
  const { layer, rule, label, clause, failed } = entry;
  const code = failed.kind === 'condition' ? { ...failed, label: failed.label[language] } : failed;
  const message = whyNotWords(entry, ruleSet, language);
  return JSON.stringify({ layer, rule, applied: false, label: label[language], clause, failed: { ...code, message } });
}
