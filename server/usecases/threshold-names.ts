import type { Label } from '../domain/label.ts';
import { codeOf } from '../domain/messages/index.ts';
import type { StandardReading } from '../engine/figures.ts';
import type { EffectiveRuleSet, Fact, Limit } from '../rulesets/effective-rule-set.ts';
import { keyLabel } from '../rulesets/item-label.ts';
import type { Row, StandardValue } from '../rulesets/language.ts';
import { entryOf, isMap, isRows, rowAt } from '../rulesets/standard-at.ts';
import { inBoth } from '../rulesets/words.ts';

/** Where a figure stands in a standard: the same for all claims that read the same figure. */
export interface FigurePlace {
  readonly key: string;
  /** The standard, with the keys under which it was read. */
  readonly label: Label;
}

/** The place of a figure that was read, its keys as people call them: items by their labels, numbers by their rows. */
export function figurePlace(ruleSet: EffectiveRuleSet, { standard, key }: StandardReading): FigurePlace {
  const keys: string[] = [];
  const words: Label[] = [];
  let value: StandardValue | undefined = standard.value;
  for (const [depth, fact] of standard.by.entries()) {
    const found = key[depth];
    if (value === undefined || found === undefined) break;
    if (isRows(value)) {
      const at = Number(found);
      const row: Row | undefined = value.find(({ from, to }) => from <= at && (to === undefined || at < to));
      keys.push(String(row?.from));
      if (row !== undefined) words.push(rowWords(ruleSet, fact, row));
      value = rowAt(value, at);
    } else if (isMap(value)) {
      keys.push(String(found));
      words.push(keyWords(ruleSet, fact, String(found)));
      value = entryOf(value, String(found));
    }
  }
  return { key: `${standard.id} ${keys.join(' ')}`, label: among(standard.label, words) };
}

/** A fact by its label, and by the type of the claim where several types have it: each has thresholds of its own. */
export function factNamed({ claims }: EffectiveRuleSet, type: string, { id, label }: Fact): Label {
  const having = [...claims.values()].filter(({ facts }) => facts.has(id));
  const own = claims.get(type);
  return having.length < 2 || own === undefined ? label : among(label, [own.label]);
}

/** A limit by its label, and by its own name where another limit is called the same. */
export function limitNamed({ limits }: EffectiveRuleSet, { name, label }: Limit): Label {
  const alike = limits.filter((one) => one.label.zh === label.zh);
  return alike.length < 2 ? label : among(label, [{ zh: name, en: name }]);
}

function among(what: Label, words: readonly Label[]): Label {
  if (words.length === 0) return what;
  const where = { zh: words.map(({ zh }) => zh).join('，'), en: words.map(({ en }) => en).join(', ') };
  return inBoth('thresholdWhere', { what, where });
}

function keyWords(ruleSet: EffectiveRuleSet, fact: string, key: string): Label {
  if (fact === 'terms') return inBoth(codeOf('terms', key));
  if (fact === 'claim.type') return ruleSet.claims.get(key)?.label ?? { zh: key, en: key };
  return keyLabel(ruleSet, key, fact) ?? numbered(ruleSet, fact, { zh: key, en: key });
}

function rowWords(ruleSet: EffectiveRuleSet, fact: string, { from, to }: Row): Label {
  const args = { from: String(from), to: String(to) };
  return numbered(ruleSet, fact, inBoth(to === undefined ? 'rowFrom' : 'rowBetween', args));
}

function numbered({ claims }: EffectiveRuleSet, id: string, number: Label): Label {
  const fact = [...claims.values()].map(({ facts }) => facts.get(id)).find((one) => one !== undefined);
  return fact === undefined ? number : inBoth('rowNumber', { label: fact.label, number });
}
