import type { Language } from '../../domain/label.ts';
import { codeOf, say } from '../../domain/messages/index.ts';
import type { EffectiveRuleSet } from '../../rulesets/effective-rule-set.ts';
import { factsOfEach, isForEach } from '../../rulesets/figure.ts';
import { sameJson } from '../../rulesets/same-value.ts';
import { isScalar } from '../../rulesets/standard-at.ts';
import { standardWords } from '../value-words.ts';
import { nameWords } from './condition-words.ts';
import { listWords } from './list-words.ts';
import { countedOverWords } from './period-words.ts';

/** What a rule or limit computes with, as people read it: standards by their labels, `起付标准 × 再次住院系数`. */
export function figureReferenceWords(figure: unknown, ruleSet: EffectiveRuleSet, language: Language): string {
  const words = (part: unknown) => figureReferenceWords(part, ruleSet, language);
  if (typeof figure === 'string') return figureNamed(figure, ruleSet, language);
  if (Array.isArray(figure)) return listWords(figure.map(words), language);
  if (typeof figure !== 'object' || figure === null) return String(figure);
  const { amount, share, of, ...others } = figure as Readonly<Record<string, unknown>>;
  if (amount === undefined && share === undefined) {
    const told = (name: string, value: unknown) =>
      name === 'per' ? countedOverWords(String(value), [ruleSet], language) : words(value);
    const entries = Object.entries(figure).map(([name, value]) =>
      entryWords(name, told(name, value), ruleSet, language),
    );
    return listWords(entries, language);
  }
  if (share !== undefined)
    return say('figureShareOf', { figure: words(share), pots: words(of ?? others) }, language).message;
  return changedWords(words(amount), others, ruleSet, language);
}

/**
 * What a figure makes of its amount, which is called `amount` here: `该段比例 + 提高（5 个百分点）`.
 * @param changes the figure; where nothing changes the amount, its words alone come back
 */
export function changedWords(amount: string, changes: object, ruleSet: EffectiveRuleSet, language: Language): string {
  const { times, dividedBy, plus, more, less, each, atLeast, atMost } = changes as Readonly<Record<string, unknown>>;
  const words = (part: unknown) => figureReferenceWords(part, ruleSet, language);
  const fact = factsOfEach(each).map(words).join(' × ');
  let told = amount;
  const changed = (code: string, by: unknown) => say(code, { figure: told, by: words(by) }, language).message;
  if (times !== undefined) told = changed('figureTimes', times);
  if (dividedBy !== undefined) told = changed('figureDividedBy', dividedBy);
  if (isForEach({ each, more, less })) told = say('figureForEach', { figure: told, fact }, language).message;
  if (plus !== undefined) told = changed('figurePlus', plus);
  if (more !== undefined) told = say('figureMoreEach', { figure: told, by: words(more), fact }, language).message;
  if (less !== undefined && each === undefined) told = changed('figureLess', less);
  else if (less !== undefined) told = say('figureLessEach', { figure: told, by: words(less), fact }, language).message;
  if (atLeast !== undefined) told = changed('figureAtLeast', atLeast);
  return atMost === undefined ? told : changed('figureAtMost', atMost);
}

/** A standard by its label, with its figure where it is one alone; anything else by its label. */
function figureNamed(name: string, ruleSet: EffectiveRuleSet, language: Language): string {
  const label = nameWords(name, ruleSet, language);
  const standard = name.startsWith('$') ? ruleSet.standards.get(name.slice(1)) : undefined;
  if (standard === undefined || !isScalar(standard.value)) return label;
  return say('changeFigure', { label, value: standardWords(standard.value, standard, ruleSet, language) }, language)
    .message;
}

/** The params of a form that differ, on both sides; a param that one side lacks is left out there. */
export function differingParams(
  before: unknown,
  after: unknown,
): readonly [before: Readonly<Record<string, unknown>>, after: Readonly<Record<string, unknown>>] {
  const [own, other] = [before, after].map((one) => Object.entries(one as object));
  const differs = ([name, value]: readonly [string, unknown], others: object) =>
    !Object.hasOwn(others, name) || !sameJson(value, Reflect.get(others, name));
  return [
    Object.fromEntries((own ?? []).filter((entry) => differs(entry, after as object))),
    Object.fromEntries((other ?? []).filter((entry) => differs(entry, before as object))),
  ];
}

function entryWords(name: string, value: string, ruleSet: EffectiveRuleSet, language: Language): string {
  const code = codeOf('param', name);
  const told = say(code, {}, language).message;
  return say('changeEntry', { name: told === code ? nameWords(name, ruleSet, language) : told, value }, language)
    .message;
}
