import type { Language } from '../../language/language.tsx';
import { factOf } from '../form/facts.ts';
import { figureWords } from '../form/figure-words.ts';
import { keyLabel, shapeOf } from '../form/shape.ts';
import { keyedIn } from '../form/some-people.ts';
import type { DraftView } from '../form/view.ts';
import { flowText, isYamlMap, type Path, valueAt, type YamlValue } from '../text/yaml-value.ts';
import type { PlaceWords } from './place-words.ts';
import { mergingWords } from './words.ts';

/** A place of what a draft gives some people, in the words of its form; null of any other place. */
export function somePlace(path: Path, view: DraftView, language: Language): PlaceWords | null {
  const [section, id, member, ...keys] = path;
  const standard = view.effective.standards[String(id)];
  if (section !== 'keyedStandards' || standard === undefined) return null;
  const words = mergingWords[language];
  const { effective } = view;
  const shape = shapeOf(standard, effective);
  const factLabel = (fact: YamlValue | undefined) => factOf(String(fact), effective)?.label[language] ?? String(fact);
  const ownFact = valueAt(keyedIn(view.value, String(id)), ['by']);
  const keyIn = (facts: readonly string[], key: string | number, at: number) =>
    keyLabel(facts[at] ?? '', String(key), effective)[language];
  /** A figure by itself, or each of a map with whose it is. */
  const say = (value: YamlValue | undefined, facts: readonly string[]): string => {
    if (value === undefined) return words.nothing;
    if (isYamlMap(value)) {
      const [, ...deeper] = facts;
      return Object.entries(value)
        .map(([key, one]) => `${keyIn(facts, key, 0)} ${say(one, deeper)}`)
        .join(words.listed);
    }
    return typeof value === 'object' || !('unit' in shape) ? flowText(value) : figureWords(value, shape.unit, language);
  };
  const label = standard.label[language];
  if (member !== 'value') {
    // The fact and its figures are one thing: each side says by which.
    const whole = (value: YamlValue | undefined) => {
      if (!isYamlMap(value)) return say(value, []);
      const fact = String(value.by);
      return `${words.forSome(factLabel(fact))}${words.between}${say(value.value, [fact, ...standard.by])}`;
    };
    return { name: label, say: whole };
  }
  const facts = [String(ownFact), ...standard.by];
  const below = keys.map((key, at) => keyIn(facts, key, at));
  const name = [label, words.forSome(factLabel(ownFact)), ...below].join(words.between);
  return { name, say: (value) => say(value, facts.slice(keys.length)) };
}
