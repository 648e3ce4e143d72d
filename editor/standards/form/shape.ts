import type { EffectiveRules } from '../../api/effective.ts';
import type { Standard } from '../../api/rules.ts';
import type { Label, Language } from '../../language/language.tsx';
import { type FigureUnit, isStandardUnit } from '../text/figure-reading.ts';
import { isYamlMap, type YamlValue } from '../text/yaml-value.ts';
import { bandsOf } from './bands.ts';
import type { DeclaredFact } from './borders.ts';
import { factOf } from './facts.ts';
import { yesOrNo } from './figure-words.ts';
import { asksWhich, whichOne } from './which-one.ts';
import { formWords } from './words.ts';

/** Something that a key or a list can name. */
export interface Item {
  readonly value: string | number | boolean;
  readonly label: Label;
}

/** How a standard is filled in. `written`: in the text alone. */
export type Shape =
  | { readonly kind: 'figure'; readonly unit: FigureUnit }
  | { readonly kind: 'keyed'; readonly unit: FigureUnit; readonly keys: readonly Item[] }
  | { readonly kind: 'bands'; readonly unit: FigureUnit }
  | { readonly kind: 'keyedBands'; readonly unit: FigureUnit; readonly keys: readonly Item[] }
  /** Maps and rows in any other order. */
  | { readonly kind: 'nested'; readonly unit: FigureUnit }
  | { readonly kind: 'list'; readonly items: readonly Item[] }
  | { readonly kind: 'boolean' }
  | { readonly kind: 'written' };

/** How a standard of figures is filled in. */
export type FigureShape = Extract<Shape, { unit: FigureUnit }>;

/** Terms of a layer, best first, as the service's sentences call them. */
const TERMS: Readonly<Record<string, Label>> = {
  full: { zh: '足额', en: 'full' },
  ordinary: { zh: '普通', en: 'ordinary' },
  settled: { zh: '凭已结算金额', en: 'as settled elsewhere' },
  none: { zh: '不付', en: 'none' },
};

const OTHERWISE: Label = { zh: '其余', en: 'others' };

/** How a standard of these rules is filled in, by the shape that the city gave it. */
export function shapeOf(standard: Standard, effective: EffectiveRules): Shape {
  const city = (standard.cityValue ?? standard.value) as YamlValue;
  if (standard.unit === 'boolean' && typeof city === 'boolean') return { kind: 'boolean' };
  if (standard.unit === 'list' && standard.by.length === 0) {
    const items = itemsOf(standard, effective);
    return items === null ? { kind: 'written' } : { kind: 'list', items };
  }
  const { by, unit } = standard;
  if (!isStandardUnit(unit)) return { kind: 'written' };
  if (by.length <= 1 && bandsOf(city) !== null) return { kind: 'bands', unit };
  if (typeof city !== 'object') return by.length === 0 ? { kind: 'figure', unit } : { kind: 'written' };
  if (isYamlMap(city)) {
    const inside = Object.values(city);
    const keys = Object.keys(city).map((key) => ({ value: key, label: keyLabel(by[0] ?? '', key, effective) }));
    if (by.length <= 2 && inside.every((one) => bandsOf(one) !== null)) return { kind: 'keyedBands', unit, keys };
    if (by.length <= 1 && inside.every((one) => typeof one !== 'object')) return { kind: 'keyed', unit, keys };
  }
  return { kind: 'nested', unit };
}

/** What a key of a standard is called. */
export function keyLabel(fact: string, key: string, effective: EffectiveRules): Label {
  if (fact === 'terms') return TERMS[key] ?? { zh: key, en: key };
  if (key === 'otherwise') return OTHERWISE;
  const declared = factOf(fact, effective);
  // The grades of a scale are the one key that no claim declares.
  if (declared === undefined) return /^\d+$/.test(key) ? { zh: `${key} 级`, en: `grade ${key}` } : { zh: key, en: key };
  const item = declared.type.items?.find(({ value }) => String(value) === key);
  return item?.label ?? inBothLanguages((language) => valueLabel(declared, key, language));
}

/** A key that is no item says nothing without what it is of: `年龄：3`, `会员：是`. */
function valueLabel({ label, type }: DeclaredFact, key: string, language: Language): string {
  if (asksWhich(label[language])) return whichOne(label[language], key, key, formWords[language]);
  const told = type.kind === 'boolean' ? yesOrNo(key === 'true', language) : key;
  return formWords[language].keyIs(label[language], told);
}

function inBothLanguages(tell: (language: Language) => string): Label {
  return { zh: tell('zh'), en: tell('en') };
}

/** What a list can hold: the items of the fact that the rules hold it against. */
function itemsOf({ id }: Standard, effective: EffectiveRules): readonly Item[] | null {
  const fact = comparedWith(effective.rules, id);
  return fact === null ? null : (factOf(fact, effective)?.type.items ?? null);
}

function comparedWith(inside: unknown, id: string): string | null {
  if (typeof inside !== 'object' || inside === null) return null;
  const { fact, value } = inside as { readonly fact?: unknown; readonly value?: { readonly fact?: unknown } | null };
  if (typeof fact === 'string' && value?.fact === `$${id}`) return fact;
  for (const one of Object.values(inside)) {
    const found = comparedWith(one, id);
    if (found !== null) return found;
  }
  return null;
}
