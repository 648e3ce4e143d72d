import type { Language } from '../domain/label.ts';
import { codeOf, say } from '../domain/messages/index.ts';
import type { UnappliedRule, UnmetLeaf } from '../engine/settlement.ts';
import type { EffectiveRuleSet, FactKind } from '../rulesets/effective-rule-set.ts';

/** Why a rule did not apply, as a sentence: the condition that failed with what it wanted and what it met. */
export function whyNotWords({ failed }: UnappliedRule, ruleSet: EffectiveRuleSet, language: Language): string {
  switch (failed.kind) {
    case 'condition': {
      return [failed, ...(failed.or ?? [])]
        .map((one) => unmetWords(one, ruleSet, language))
        .reduce((first, second) => say('whyNotOr', { first, second }, language).message);
    }
    case 'unset': {
      const label = ruleSet.standards.get(failed.standard)?.label ?? failed.standard;
      return say('whyNotUnset', { label }, language).message;
    }
    case 'terms':
      return say('whyNotTerms', {}, language).message;
    case 'period':
      return say('whyNotPeriod', {}, language).message;
    default:
      return say('whyNotOtherRule', {}, language).message;
  }
}

/** One condition that was not met: what it wanted and what it met. */
function unmetWords(
  { fact, label, operator, wanted, met }: UnmetLeaf,
  ruleSet: EffectiveRuleSet,
  language: Language,
): string {
  const words = (value: unknown) => valueWords(value, fact, ruleSet, language);
  const relation = say(codeOf('operator', operator), {}, language).message;
  const code = met === null || met === undefined ? 'whyNotAbsent' : 'whyNotCondition';
  return say(code, { label, relation, wanted: words(wanted), met: words(met) }, language).message;
}

/** A fact's value as people read it: the labels of a choice's items, yes and no. */
export function valueWords(value: unknown, fact: string, ruleSet: EffectiveRuleSet, language: Language): string {
  if (Array.isArray(value)) {
    if (value.length === 0) return say('valueEmpty', {}, language).message;
    return value.map((item) => valueWords(item, fact, ruleSet, language)).join(language === 'zh' ? '、' : ', ');
  }
  if (typeof value === 'boolean') return say(value ? 'yes' : 'no', {}, language).message;
  if (value === null || value === undefined) return say('none', {}, language).message;
  return itemLabel(String(value), fact, ruleSet, language);
}

function itemLabel(item: string, fact: string, ruleSet: EffectiveRuleSet, language: Language): string {
  if (fact === 'claim.type') return ruleSet.claims.get(item)?.label[language] ?? item;
  for (const { facts } of ruleSet.claims.values()) {
    const label = itemsOf(facts.get(fact)?.type)?.get(item);
    if (label !== undefined) return label[language];
  }
  return item;
}

function itemsOf(kind: FactKind | undefined) {
  return kind?.kind === 'choice' || kind?.kind === 'list' ? kind.items : null;
}
