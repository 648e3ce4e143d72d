import type { EffectiveRules } from '../../api/effective.ts';
import type { Standard } from '../../api/rules.ts';
import { type FloorSchema, floorAt } from '../text/floor-reader.ts';
import { isYamlMap, valueAt, type YamlMap, type YamlValue } from '../text/yaml-value.ts';
import { factOf } from './facts.ts';

/** Where a draft says of a standard's figures whose they are: everybody's, or some people's. */
export type Section = (typeof SECTIONS)[number];

/** Everybody's figures, then some people's, as a draft's text calls them. */
export const SECTIONS = ['standards', 'keyedStandards'] as const;

/** Whether a key of a draft's text holds figures of the city's standards. */
export function isSection(key: unknown): key is Section {
  return (SECTIONS as readonly unknown[]).includes(key);
}

/** A fact that tells people apart, and the values of it that a figure can be given for, as the text writes them. */
export interface ApartBy {
  readonly fact: string;
  readonly keys: readonly string[];
}

/** The place of a standard's figures in a draft. */
export function placeOf(section: Section, id: string): readonly string[] {
  return section === 'standards' ? [section, id] : [section, id, 'value'];
}

/** A standard as its city has it, where the county that it is of reads it by a fact of its own. */
export function withoutOwnKey(standard: Standard): Standard {
  return standard.ownKey === null ? standard : { ...standard, by: standard.by.slice(1), ownKey: null };
}

/**
 * A standard with what holds for everybody for each of some people, who have the same so far: the county's figures over the
 * city's. In the place of the city's value, for that is what a figure of theirs is more than.
 * @param own what the draft gives everybody; undefined where it leaves the city's
 */
export function apartBy(standard: Standard, { fact, keys }: ApartBy, own: YamlValue | undefined): Standard {
  const forAll = laidOver(standard.cityValue as YamlValue, own);
  const cityValue = Object.fromEntries(keys.map((key) => [key, forAll]));
  return { ...standard, by: [fact, ...standard.by], cityValue: cityValue as Standard['cityValue'] };
}

/** The county's figures over the city's: of maps key by key, of rows and figures the county's whole. */
function laidOver(city: YamlValue, own: YamlValue | undefined): YamlValue {
  if (!isYamlMap(own) || !isYamlMap(city)) return own ?? city;
  const keys = [...new Set([...Object.keys(city), ...Object.keys(own)])];
  return Object.fromEntries(
    keys.map((key) => [key, laidOver(city[key] ?? city.otherwise ?? own[key] ?? null, own[key])]),
  );
}

/** The facts by which the floor lets some people be given more of a standard: those whose values have names. */
export function factsApart(floor: FloorSchema, effective: EffectiveRules): readonly ApartBy[] {
  const by = floorAt(floor, ['by']);
  const [named] = typeof by === 'boolean' ? [] : ((by.anyOf ?? []) as readonly { readonly enum?: readonly string[] }[]);
  return (named?.enum ?? []).flatMap((fact) => {
    const keys = keysOf(fact, effective);
    return keys === null ? [] : [{ fact, keys }];
  });
}

/** The fact by which a draft sets some people apart at a standard, with its values; null where it does not, or not so that a form can show it. */
export function apartIn(value: YamlMap | null, { id, by }: Standard, effective: EffectiveRules): ApartBy | null {
  const given = keyedIn(value, id);
  const fact = valueAt(given, ['by']);
  if (typeof fact !== 'string' || by.includes(fact) || !isYamlMap(valueAt(given, ['value']))) return null;
  const keys = keysOf(fact, effective);
  return keys === null ? null : { fact, keys };
}

/** What a draft gives some people of a standard; undefined where it gives them nothing. */
export function keyedIn(value: YamlMap | null, id: string): YamlValue | undefined {
  return valueAt(value ?? {}, ['keyedStandards', id]);
}

function keysOf(fact: string, effective: EffectiveRules): readonly string[] | null {
  const kind = factOf(fact, effective)?.type;
  if (kind?.kind === 'boolean') return ['true', 'false'];
  return kind?.kind === 'choice' ? (kind.items ?? []).map(({ value }) => String(value)) : null;
}
