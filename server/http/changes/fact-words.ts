import type { Label, Language } from '../../domain/label.ts';
import { say } from '../../domain/messages/index.ts';
import type { Bounds } from '../../rulesets/bounds.ts';
import { factWords } from '../../rulesets/checks/units.ts';
import type { EffectiveRuleSet, FactDefault, FactKind } from '../../rulesets/effective-rule-set.ts';
import { valueWords } from '../explanation-words.ts';
import { nameWords } from './condition-words.ts';
import { listWords } from './list-words.ts';

/** Items in the order in which the first of them counts, as a change writes them. */
export function orderWords(
  items: readonly (readonly [string, Label])[],
  _: EffectiveRuleSet,
  language: Language,
): string {
  return items.map(([, label]) => label[language]).join(' > ');
}

/** What kind of fact it is, with its bounds or what it is part of; items as a change writes them, in pairs, or as a rule set has them. */
export function kindWords(kind: FactKind, ruleSet: EffectiveRuleSet, language: Language): string {
  const word = factWords(kind.kind)[language];
  const more = detail(kind, ruleSet, language);
  return more === '' ? word : word + say('changeWhere', { place: more }, language).message;
}

function detail(kind: FactKind, ruleSet: EffectiveRuleSet, language: Language): string {
  switch (kind.kind) {
    case 'money':
      return kind.partOf === null ? '' : nameWords(kind.partOf, ruleSet, language);
    case 'decimal':
      return listWords(
        [say('changePlaces', { places: kind.places }, language).message, boundsOf(kind, language)].filter(
          (words) => words !== '',
        ),
        language,
      );
    case 'integer':
    case 'list':
      return boundsOf(kind, language);
    case 'choice':
      if (kind.firstOf === undefined) return '';
      return `${nameWords(kind.firstOf, ruleSet, language)}: ${orderWords([...kind.items], ruleSet, language)}`;
    case 'daysBetween':
      return listWords(
        [
          `${nameWords(kind.from, ruleSet, language)} – ${nameWords(kind.to, ruleSet, language)}`,
          boundsOf(kind, language),
        ].filter((words) => words !== ''),
        language,
      );
    default:
      return '';
  }
}

function boundsOf({ atLeast, atMost }: Bounds, language: Language): string {
  return boundsWords([atLeast === null ? '' : `≥ ${atLeast}`, atMost === null ? '' : `≤ ${atMost}`], language);
}

/** Bounds in a row; empty ones are none. */
export function boundsWords(bounds: readonly string[], language: Language): string {
  return bounds
    .filter((bound) => bound !== '')
    .reduce((least, most) => (least === '' ? most : say('changeBounds', { least, most }, language).message), '');
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
      return defaultByWords(value, fact, ruleSet, language);
    default:
      return valueWords(value.value, fact, ruleSet, language);
  }
}

/** What it is for each value of the fact that it hangs on; for a value not named it must be given. */
function defaultByWords(
  { fact: by, values }: Extract<FactDefault, { kind: 'by' }>,
  fact: string,
  ruleSet: EffectiveRuleSet,
  language: Language,
): string {
  const entries = [...values].map(([key, given]) => {
    const value =
      given === null ? say('changeAbsent', {}, language).message : valueWords(given, fact, ruleSet, language);
    return say('changeEntry', { name: valueWords(key, by, ruleSet, language), value }, language).message;
  });
  const args = { fact: nameWords(by, ruleSet, language), values: listWords(entries, language) };
  return say('changeDefaultBy', args, language).message;
}
