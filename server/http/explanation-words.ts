import type { Language } from '../domain/label.ts';
import { codeOf, say } from '../domain/messages/index.ts';
import { cnyWords, fenOf, isMoney } from '../domain/money.ts';
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
function unmetWords(leaf: UnmetLeaf, ruleSet: EffectiveRuleSet, language: Language): string {
  const { fact, operator, wanted, met } = leaf;
  const words = (value: unknown) => valueWords(value, fact, ruleSet, language);
  const label = leafLabel(leaf, language);
  const relation = say(codeOf('operator', operator), {}, language).message;
  const code = met === null || met === undefined ? 'whyNotAbsent' : 'whyNotCondition';
  return say(code, { label, relation, wanted: words(wanted), met: words(met) }, language).message;
}

/** What a condition asked about, as people call it. */
export function leafLabel({ fact, label }: Pick<UnmetLeaf, 'fact' | 'label'>, language: Language): string {
  return factOfEveryClaim(fact, language) ?? label[language];
}

/** What people call a fact that every claim has without declaring it; null of any other. */
export function factOfEveryClaim(fact: string, language: Language): string | null {
  const code = ofEveryClaim.get(fact);
  return code === undefined ? null : say(code, {}, language).message;
}

const ofEveryClaim: ReadonlyMap<string, string> = new Map([
  ['claim.type', 'changeClaimType'],
  ['claim.date', 'changeClaimDate'],
  ['cost.total', 'changeTotal'],
]);

/** A fact's value as people read it: the labels of a choice's items, yes and no, an amount with its unit. */
export function valueWords(value: unknown, fact: string, ruleSet: EffectiveRuleSet, language: Language): string {
  if (Array.isArray(value)) {
    if (value.length === 0) return say('valueEmpty', {}, language).message;
    return value.map((item) => valueWords(item, fact, ruleSet, language)).join(language === 'zh' ? '、' : ', ');
  }
  if (typeof value === 'boolean') return say(value ? 'yes' : 'no', {}, language).message;
  if (value === null || value === undefined) return say('none', {}, language).message;
  if (typeof value === 'number' && isMoney(value) && isMoneyFact(fact, ruleSet))
    return say('amountWords', { amount: cnyWords(fenOf(value)).replace(/\.00$/, '') }, language).message;
  return itemLabel(String(value), fact, ruleSet, language);
}

function isMoneyFact(fact: string, { claims }: EffectiveRuleSet): boolean {
  return fact === 'cost.total' || [...claims.values()].some(({ facts }) => facts.get(fact)?.type.kind === 'money');
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
