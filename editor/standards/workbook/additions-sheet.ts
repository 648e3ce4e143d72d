import { flowText, isYamlList, isYamlMap, valueAt, type YamlMap, type YamlValue } from '../text/yaml-value.ts';
import { carriedAddition } from './added-figures.ts';
import type { Language } from './row.ts';
import { workbookWords } from './words.ts';

/** A thing that a draft adds and no cell can carry: what it is, what it is called, what the text says of it. */
export type AdditionTexts = readonly [kind: string, name: string, content: string];

/** The columns of the sheet of additions; the last keeps what the others were when it was exported. */
export type AdditionColumn = 'A' | 'B' | 'C' | 'D';

/** A cell takes some 32,000 characters, and a person reads far fewer. */
const MOST = 2_000;

/** What a draft adds, but for figures that have cells of their own, in the order of its text. */
export function additionTexts(value: YamlMap | null, language: Language): readonly AdditionTexts[] {
  const adds = valueAt(value ?? {}, ['adds']);
  if (!isYamlMap(adds)) return [];
  return Object.entries(adds).flatMap(([head, added]) => {
    const things: readonly (readonly [string, YamlValue])[] = isYamlList(added)
      ? added.map((one) => [String(valueAt(one, ['name']) ?? ''), one])
      : Object.entries(isYamlMap(added) ? added : {});
    return things
      .filter(([, thing]) => head !== 'standards' || carriedAddition(thing) === null)
      .map(([id, thing]) => [kindText(head, language), nameText(id, thing, language), contentText(thing)] as const);
  });
}

/** The first row of the sheet; it tells how many lines there were, so that one that is gone is missed. */
export function additionHeads(count: number, language: Language): Readonly<Record<AdditionColumn, string>> {
  const words = workbookWords[language];
  return { A: words.addedKind, B: words.addedName, C: words.addedContent, D: words.addedCount(count) };
}

function kindText(head: string, language: Language): string {
  const words = workbookWords[language];
  const kinds: Readonly<Record<string, string>> = {
    ...{ payers: words.addedPayers, products: words.addedProducts, layers: words.addedLayers },
    ...{ standards: words.addedStandards, rules: words.addedRules, limits: words.addedLimits, facts: words.addedFacts },
  };
  return kinds[head] ?? head;
}

function nameText(id: string, thing: YamlValue, language: Language): string {
  const label = valueAt(thing, ['label']);
  const told = isYamlMap(label) ? (label[language] ?? label.zh) : label;
  return typeof told === 'string' ? told : id;
}

function contentText(thing: YamlValue): string {
  const told = flowText(thing);
  return told.length > MOST ? `${told.slice(0, MOST)}…` : told;
}
