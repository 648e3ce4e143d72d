import { changedText } from '../text/change-text.ts';
import { readText } from '../text/read-text.ts';
import { isYamlList, isYamlMap, type Path, valueAt, type YamlMap, type YamlValue } from '../text/yaml-value.ts';
import type { Named } from './added-product.ts';
import { textWithAdditions } from './additions-text.ts';

/** Persons whom a county takes into products of its own by a fact of its own, beside the categories that the city knows. */
export interface AddedCategory {
  /** Its code: the fact and, with a line, the standard are `hardship.` and this. */
  readonly code: string;
  readonly name: Named;
  /** By which a person belongs to it: recognised by the county, or a yearly amount in CNY not above or not below a line. */
  readonly criterion: Criterion;
  /** The first and last day of the claims that it holds for; empty where the draft's own period says it. */
  readonly from: string;
  readonly to: string;
  /** Names of the county's own rules that are to pay for it. */
  readonly rules: readonly string[];
}

/** By which a person belongs to a category. */
export type Criterion =
  | { readonly kind: 'recognised' }
  | { readonly kind: 'atMost' | 'atLeast'; readonly line: number };

/** A rule of the county's own into which a category can be taken: it asks for a claim type and for one of some categories. */
export interface OpenRule {
  readonly name: string;
  readonly label: YamlValue;
  readonly claimType: string;
  /** Where in the text its condition on the person stands. */
  readonly at: Path;
}

/** The rules of a county's text that a category can be taken into. @param categories the facts by which the city tells persons apart */
export function openRules(value: YamlValue | undefined, categories: ReadonlySet<string>): readonly OpenRule[] {
  return listAt(value, ['adds', 'rules']).flatMap((rule, index) => {
    const all = listAt(rule, ['conditions', 'all']);
    const type = all.find(({ fact, operator }) => fact === 'claim.type' && operator === 'equal')?.value;
    const place = all.findIndex((part) => partsOf(part).some(({ fact }) => categories.has(String(fact))));
    if (typeof type !== 'string' || typeof rule.name !== 'string' || place < 0) return [];
    const at: Path = ['adds', 'rules', index, 'conditions', 'all', place];
    return [{ name: rule.name, label: rule.label ?? rule.name, claimType: type, at }];
  });
}

/** Alternatives of a condition; itself where it has none. */
function partsOf(condition: YamlMap): readonly YamlMap[] {
  return isYamlList(condition.any) ? condition.any.filter(isYamlMap) : [condition];
}

/**
 * A county's text with a category of its own, all else as it was.
 * @param categories the facts by which the city tells persons apart
 * @throws Uneditable where the text cannot be changed so
 */
export function textWithCategory(text: string, category: AddedCategory, categories: ReadonlySet<string>): string {
  const { code, name, criterion, rules } = category;
  const id = factOf(code);
  const open = openRules(readText(text)?.value, categories).filter((rule) => rules.includes(rule.name));
  const taken = open.reduce((sofar, { at }) => {
    const before = valueAt(readText(sofar)?.value, at) as YamlMap;
    return changedText(sofar, at, { any: [...partsOf(before), conditionOf(category)] });
  }, text);
  const kind = criterion.kind === 'recognised' ? { boolean: {} } : { money: {} };
  const fact: YamlMap = { label: labelOf(name, '', ''), ...kind, default: 'none' };
  const types = [...new Set(open.map(({ claimType }) => claimType))];
  return textWithAdditions(taken, {
    facts: Object.fromEntries(types.map((type) => [type, { [id]: fact }])),
    ...(criterion.kind === 'recognised'
      ? {}
      : {
          standards: {
            [id]: {
              value: criterion.line,
              unit: 'CNY',
              better: criterion.kind === 'atMost' ? 'higher' : 'lower',
              label: labelOf(name, '标准线', ': line'),
            },
          },
        }),
  });
}

function conditionOf({ code, criterion, from, to }: AddedCategory): YamlMap {
  const fact = factOf(code);
  const belongs: YamlMap =
    criterion.kind === 'recognised'
      ? { fact, operator: 'equal', value: true }
      : {
          fact,
          operator: criterion.kind === 'atMost' ? 'lessThanInclusive' : 'greaterThanInclusive',
          value: { fact: `$${fact}` },
        };
  const days: readonly YamlMap[] = [
    ...(from === '' ? [] : [{ fact: 'claim.date', operator: 'greaterThanInclusive', value: from }]),
    ...(to === '' ? [] : [{ fact: 'claim.date', operator: 'lessThanInclusive', value: to }]),
  ];
  return days.length === 0 ? belongs : { all: [belongs, ...days] };
}

function labelOf({ zh, en }: Named, zhMore: string, enMore: string): YamlMap {
  return en === '' ? { zh: zh + zhMore } : { zh: zh + zhMore, en: en + enMore };
}

/** The fact, and the standard, of a category. */
export function factOf(code: string): string {
  return `hardship.${code}`;
}

/** A category as a county's text has it, written by the form or by hand. */
export interface HeldCategory {
  /** The fact by which a person belongs to it. */
  readonly fact: string;
  readonly label: YamlValue;
  /** The id of the standard that is its line; null where it has none. */
  readonly line: string | null;
  readonly criterion: Criterion['kind'] | 'written';
  /** Days as its first rule holds them; empty where they are not limited. */
  readonly from: string;
  readonly to: string;
  /** Names of the rules that pay for it. */
  readonly rules: readonly string[];
}

/** The categories of a text: facts of the county's own that stand beside the city's categories in rules of its own. */
export function heldCategories(value: YamlValue | undefined, categories: ReadonlySet<string>): readonly HeldCategory[] {
  const facts = new Map(
    Object.entries(mapAt(value, ['adds', 'facts'])).flatMap(([key, own]) =>
      isYamlMap(own) && (own.label === undefined || isYamlMap(own[key]))
        ? Object.entries(own).map(([id, fact]) => [id, valueAt(fact, ['label']) ?? id] as const)
        : [[key, valueAt(own, ['label']) ?? key] as const],
    ),
  );
  const open = openRules(value, categories).map((rule) => ({
    rule,
    parts: partsOf(valueAt(value, rule.at) as YamlMap),
  }));
  return [...facts].flatMap(([fact, label]) => {
    const asking = open.filter(({ parts }) => parts.some((part) => leafOf(part, fact) !== null));
    const part = asking[0]?.parts.find((one) => leafOf(one, fact) !== null);
    const leaf = part === undefined ? null : leafOf(part, fact);
    if (part === undefined || leaf === null) return [];
    const line = valueAt(leaf, ['value', 'fact']);
    const day = (operator: string) =>
      listAt(part, ['all']).find((one) => one.fact === 'claim.date' && one.operator === operator)?.value;
    return [
      {
        ...{ fact, label, rules: asking.map(({ rule }) => rule.name) },
        line: typeof line === 'string' && line.startsWith('$') ? line.slice(1) : null,
        criterion: CRITERIA[String(leaf.operator)] ?? 'written',
        from: String(day('greaterThanInclusive') ?? ''),
        to: String(day('lessThanInclusive') ?? ''),
      },
    ];
  });
}

const CRITERIA: Readonly<Record<string, Criterion['kind']>> = {
  equal: 'recognised',
  lessThanInclusive: 'atMost',
  greaterThanInclusive: 'atLeast',
};

/** The condition on a fact in an alternative: itself, or one of those that must all hold. */
function leafOf(part: YamlMap, fact: string): YamlMap | null {
  return [part, ...listAt(part, ['all'])].find((one) => one.fact === fact) ?? null;
}

/**
 * A county's text without one of its own categories: the fact, the line where nothing else stands on it, and the alternatives of
 * rules that asked for it.
 * @throws Uneditable where the text cannot be changed so
 */
export function textWithoutCategory(text: string, fact: string, categories: ReadonlySet<string>): string {
  const value = readText(text)?.value;
  const line = heldCategories(value, categories).find((one) => one.fact === fact)?.line ?? null;
  let next = text;
  for (const { at } of openRules(value, categories)) {
    const parts = partsOf(valueAt(value, at) as YamlMap);
    const [only, ...others] = parts.filter((part) => leafOf(part, fact) === null);
    if (only !== undefined && others.length + 1 < parts.length)
      next = changedText(next, at, others.length === 0 ? only : { any: [only, ...others] });
  }
  for (const [key, own] of Object.entries(mapAt(value, ['adds', 'facts']))) {
    if (key === fact) next = withoutAt(next, ['adds', 'facts', key]);
    else if (isYamlMap(own) && Object.hasOwn(own, fact)) next = withoutAt(next, ['adds', 'facts', key, fact]);
  }
  const isAsked =
    line !== null && JSON.stringify(valueAt(readText(next)?.value, ['adds']) ?? null).includes(`"$${line}"`);
  return line === null || isAsked ? next : withoutAt(next, ['adds', 'standards', line]);
}

/** Takes away what stands at a path, and the maps around it that are then empty. */
function withoutAt(text: string, path: Path): string {
  const outer = path.slice(0, -1);
  const around = valueAt(readText(text)?.value, outer);
  const isLast = isYamlMap(around) && Object.keys(around).length === 1 && outer.length > 0;
  return isLast ? withoutAt(text, outer) : changedText(text, path, undefined);
}

function listAt(value: YamlValue | undefined, path: Path): readonly YamlMap[] {
  const found = valueAt(value, path);
  return isYamlList(found) ? found.filter(isYamlMap) : [];
}

function mapAt(value: YamlValue | undefined, path: Path): YamlMap {
  const found = valueAt(value, path);
  return isYamlMap(found) ? found : {};
}
