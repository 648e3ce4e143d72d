import type { Language } from '../../domain/label.ts';
import { codeOf, say } from '../../domain/messages/index.ts';
import type { EffectiveRuleSet } from '../../rulesets/effective-rule-set.ts';
import type { Condition, ConditionLeaf } from '../../rulesets/language.ts';
import { withoutGaps } from '../chinese-gaps.ts';
import { factOfEveryClaim, valueWords } from '../explanation-words.ts';
import { figureWords } from '../value-words.ts';

/** A condition as people read it: `医院级别为一级，且人员类别属于：建档立卡`; none is every claim. */
export function conditionWords(condition: Condition | null, ruleSet: EffectiveRuleSet, language: Language): string {
  if (condition === null) return say('changeAll', {}, language).message;
  if ('fact' in condition) return leafWords(condition, ruleSet, language);
  if ('not' in condition) {
    return say('changeNot', { condition: conditionWords(condition.not, ruleSet, language) }, language).message;
  }
  const [parts, code] = 'all' in condition ? [condition.all, 'changeAnd'] : [condition.any, 'changeOr'];
  const words = parts.map((part) => {
    const inner = conditionWords(part, ruleSet, language);
    return 'any' in part || (code === 'changeOr' && 'all' in part)
      ? say('changeGroup', { condition: inner }, language).message
      : inner;
  });
  return words.length === 0 ? say('changeAll', {}, language).message : words.join(say(code, {}, language).message);
}

function leafWords({ fact, operator, value }: ConditionLeaf, ruleSet: EffectiveRuleSet, language: Language): string {
  const relation = say(codeOf('condition', operator), {}, language).message;
  const unit = ruleSet.standards.get(fact.slice(1))?.unit;
  const wanted =
    typeof value === 'object' && !Array.isArray(value)
      ? nameWords(value.fact, ruleSet, language)
      : fact.startsWith('$') && unit !== undefined && !Array.isArray(value)
        ? figureWords(value, unit, language)
        : valueWords(value, fact, ruleSet, language);
  const args = { name: nameWords(fact, ruleSet, language), relation, wanted };
  return withoutGaps(say('changeRelation', args, language).message, language);
}

/** A fact, a standard, a layer, a rule or a limit by its label. */
export function nameWords(name: string, ruleSet: EffectiveRuleSet, language: Language): string {
  if (name.startsWith('$')) return ruleSet.standards.get(name.slice(1))?.label[language] ?? name;
  const always = factOfEveryClaim(name, language);
  if (always !== null) return always;
  for (const { facts } of ruleSet.claims.values()) {
    const label = (facts.get(name) ?? facts.get(`cost.${name}`))?.label[language];
    if (label !== undefined) return label;
  }
  const pot = ruleSet.pots.get(name);
  if (pot !== undefined) return pot[language];
  const named = [...ruleSet.layers, ...ruleSet.rules, ...ruleSet.limits].find((one) => one.name === name);
  return named?.label[language] ?? name;
}
