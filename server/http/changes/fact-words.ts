import type { Language } from '../../domain/label.ts';
import { say } from '../../domain/messages/index.ts';
import { factWords } from '../../rulesets/checks/units.ts';
import type { EffectiveRuleSet, FactDefault, FactKind } from '../../rulesets/effective-rule-set.ts';
import { valueWords } from '../explanation-words.ts';
import { nameWords } from './condition-words.ts';

/** What kind of fact it is, with its bounds or what it is part of. */
export function kindWords(kind: FactKind, ruleSet: EffectiveRuleSet, language: Language): string {
  const word = factWords(kind.kind)[language];
  const more = detail(kind, ruleSet, language);
  return more === '' ? word : word + say('changeWhere', { place: more }, language).message;
}

function detail(kind: FactKind, ruleSet: EffectiveRuleSet, language: Language): string {
  switch (kind.kind) {
    case 'money':
      return kind.partOf === null ? '' : nameWords(kind.partOf, ruleSet, language);
    case 'integer':
    case 'list':
      return [kind.atLeast === null ? '' : `≥ ${kind.atLeast}`, kind.atMost === null ? '' : `≤ ${kind.atMost}`]
        .filter((bound) => bound !== '')
        .join(' ');
    case 'daysBetween':
      return `${nameWords(kind.from, ruleSet, language)} – ${nameWords(kind.to, ruleSet, language)}`;
    default:
      return '';
  }
}

/**
 * What a fact that is left out stands for.
 * @param fact its id, whose items are told by their labels
 */
export function defaultWords(value: FactDefault, fact: string, ruleSet: EffectiveRuleSet, language: Language): string {
  switch (value.kind) {
    case 'required':
      return say('changeRequired', {}, language).message;
    case 'absent':
      return say('changeAbsent', {}, language).message;
    case 'by':
      return say('changeDefaultBy', { fact: nameWords(value.fact, ruleSet, language) }, language).message;
    default:
      return valueWords(value.value, fact, ruleSet, language);
  }
}
