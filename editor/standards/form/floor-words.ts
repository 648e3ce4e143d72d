import type { EffectiveRules } from '../../api/effective.ts';
import type { Standard } from '../../api/rules.ts';
import { type Language, useLanguage, useWords } from '../../language/language.tsx';
import type { Miss } from '../text/floor-reader.ts';
import type { YamlValue } from '../text/yaml-value.ts';
import { figureWords } from './figure-words.ts';
import type { Shape } from './shape.ts';
import type { Section } from './some-people.ts';
import { formWords } from './words.ts';

type Words = ReturnType<typeof useWords<typeof formWords.en>>;

/** What is told of: a standard, how it is filled in, and the rules it stands in. */
export interface Told {
  readonly standard: Standard;
  readonly shape: Shape;
  readonly effective: EffectiveRules;
  /** Whose figures of it: everybody's, or some people's, for whom the standard is read by one fact more. */
  readonly section: Section;
}

/** Says what a figure misses of the city's floor, in the words of an official. */
export function useFloorWords(): (miss: Miss, told: Told) => string {
  const { language } = useLanguage();
  const words = useWords(formWords);
  return (miss, told) => missWords(miss, told, words, language);
}

function missWords(miss: Miss, { standard, shape, effective }: Told, words: Words, language: Language): string {
  const unit = 'unit' in shape ? shape.unit : 'CNY';
  const say = (value: unknown) => figureWords(value as YamlValue, unit, language);
  const { keyword, bound } = miss;
  const clauses = effective.clauses as Readonly<Record<string, Record<Language, string>>>;
  const clause =
    standard.clause === null ? '' : words.clauseIn(clauses[standard.clause]?.[language] ?? standard.clause);
  if (keyword === 'minimum' || keyword === 'maximum') {
    const isFloor = keyword === (standard.better === 'higher' ? 'minimum' : 'maximum');
    if (isFloor && bound !== 0)
      return keyword === 'minimum' ? words.below(say(bound), clause, words.mayRaise) : words.above(say(bound), clause);
    return words.outside((keyword === 'minimum' ? words.atLeast : words.atMost)(say(bound)));
  }
  if (keyword === 'exclusiveMinimum' || keyword === 'exclusiveMaximum') {
    const told = words.outside((keyword === 'exclusiveMinimum' ? words.moreThan : words.lessThan)(say(bound)));
    // Where a row begins and ends is no figure of the city's rules.
    return miss.at.at(-1) === 'from' || miss.at.at(-1) === 'to' ? told : words.ofRange(told);
  }
  if (keyword === 'contains') return words.leftOut(itemWords(bound, shape, language));
  if (keyword === 'dependentRequired') return words.setTogether(labelsOf(bound, effective, language));
  if (keyword === 'const') return words.outside(words.onlyThis(say(bound)));
  if (keyword === 'enum' && shape.kind === 'boolean') return standard.better === true ? words.toTrue : words.toFalse;
  return words.otherShape;
}

function itemWords(bound: unknown, shape: Shape, language: Language): string {
  const [item] = ((bound as { readonly enum?: readonly unknown[] }).enum ?? []) as readonly unknown[];
  const found = shape.kind === 'list' ? shape.items.find(({ value }) => value === item) : undefined;
  return found?.label[language] ?? String(item);
}

function labelsOf(ids: unknown, { standards }: EffectiveRules, language: Language): string {
  const labels = (ids as readonly string[]).map((id) => standards[id]?.label[language] ?? id);
  return labels.join(language === 'zh' ? '、' : ', ');
}
