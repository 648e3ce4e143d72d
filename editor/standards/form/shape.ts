import type { EffectiveRules } from '../../api/effective.ts';
import type { Standard } from '../../api/rules.ts';
import type { Label } from '../../language/language.tsx';
import type { FigureUnit } from '../text/figure-reading.ts';
import { isYamlList, isYamlMap, type YamlValue } from '../text/yaml-value.ts';

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
  | { readonly kind: 'list'; readonly items: readonly Item[] }
  | { readonly kind: 'boolean' }
  | { readonly kind: 'written' };

const FIGURES: readonly string[] = ['CNY', 'share', 'days', 'factor'] satisfies FigureUnit[];

/** Terms of a layer, best first, as the service's sentences call them. */
const TERMS: Readonly<Record<string, Label>> = {
  full: { zh: '足额', en: 'full' },
  ordinary: { zh: '普通', en: 'ordinary' },
  settled: { zh: '凭已结算金额', en: 'as settled elsewhere' },
  none: { zh: '不付', en: 'none' },
};

const OTHERWISE: Label = { zh: '其他', en: 'others' };

/** How a standard of these rules is filled in, by the shape that the city gave it. */
export function shapeOf(standard: Standard, effective: EffectiveRules): Shape {
  const city = (standard.cityValue ?? standard.value) as YamlValue;
  if (standard.unit === 'boolean' && typeof city === 'boolean') return { kind: 'boolean' };
  if (standard.unit === 'list' && standard.by.length === 0) {
    const items = itemsOf(standard, effective);
    return items === null ? { kind: 'written' } : { kind: 'list', items };
  }
  if (!FIGURES.includes(standard.unit)) return { kind: 'written' };
  const unit = standard.unit as FigureUnit;
  if (isYamlList(city)) return { kind: 'bands', unit };
  if (!isYamlMap(city)) return standard.by.length === 0 ? { kind: 'figure', unit } : { kind: 'written' };
  const inside = Object.values(city);
  const keys = Object.keys(city).map((key) => ({ value: key, label: keyLabel(standard.by[0] ?? '', key, effective) }));
  if (inside.every(isYamlList)) return { kind: 'keyedBands', unit, keys };
  return inside.some((one) => typeof one === 'object') ? { kind: 'written' } : { kind: 'keyed', unit, keys };
}

/** What a key of a standard is called. */
export function keyLabel(fact: string, key: string, effective: EffectiveRules): Label {
  if (fact === 'terms') return TERMS[key] ?? { zh: key, en: key };
  if (key === 'otherwise') return OTHERWISE;
  const label = choiceOf(fact, effective)?.find(({ value }) => String(value) === key)?.label;
  if (label !== undefined) return label;
  // The grades of a scale are the one key that no claim declares.
  return /^\d+$/.test(key) && !isDeclared(fact, effective)
    ? { zh: `${key} 级`, en: `grade ${key}` }
    : { zh: key, en: key };
}

function isDeclared(fact: string, { claims }: EffectiveRules): boolean {
  return Object.values(claims).some(({ facts }) => fact in facts);
}

/** The items of a fact that is a choice; null of another. */
function choiceOf(id: string, effective: EffectiveRules): readonly Item[] | null {
  for (const { facts } of Object.values(effective.claims)) {
    const type = (facts as Readonly<Record<string, { type: { kind: string; items?: readonly Item[] } }>>)[id]?.type;
    if (type?.items !== undefined) return type.items;
  }
  return null;
}

/** What a list can hold: the items of the fact that the rules hold it against. */
function itemsOf({ id }: Standard, effective: EffectiveRules): readonly Item[] | null {
  const fact = comparedWith(effective.rules, id);
  return fact === null ? null : choiceOf(fact, effective);
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
