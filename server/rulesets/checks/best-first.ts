import { type Label, labelOf } from '../../domain/label.ts';
import { compareValues } from '../compare-values.ts';
import { listOfFirst } from '../derived.ts';
import type { EffectiveStandard, Fact } from '../effective-rule-set.ts';
import { keyLabel } from '../item-label.ts';
import type { StandardValue } from '../language.ts';
import { stepInto } from '../positions.ts';
import { isMap, isRows, ownEntry, valueUnder } from '../standard-at.ts';
import { inBoth, listedWords } from '../words.ts';
import { type Complaint, doubtful } from './complaint.ts';
import { bracketed, figureWords, keyWords } from './floor.ts';
import type { ValueToCheck } from './keyed-values.ts';
import type { Scope } from './scope.ts';
import type { Usage } from './usage.ts';

type Key = string | number;

/** Of two items, both of which somebody can have, the one that counts and the other that would be better, under further keys. */
interface TurnedRound {
  readonly fact: Fact;
  readonly first: string;
  readonly later: string;
  /** All keys of the standard; in the place of the fact the later item. */
  readonly keys: readonly Key[];
  /** Where among them the fact stands. */
  readonly at: number;
}

/** The most pairs of figures that are compared for a text: many times what plans of people have. */
const COMPARED = 300_000;

/** As many other pairs as a complaint names. */
const NAMED = 12;

/** How many more pairs are compared. */
interface Budget {
  left: number;
}

/**
 * Of several categories the first in order counts: where a later one has a better figure, whoever has both goes without it. Of a
 * standard it is told once, of a county's only where its own figures make it so.
 * @param given the values that the text itself gives
 */
export function* checkBestFirst(scope: Scope, usage: Usage, given: readonly ValueToCheck[]): Generator<Complaint> {
  const budget = { left: COMPARED };
  for (const id of new Set(given.map(({ standard }) => standard.id))) {
    const standard = scope.standards.get(id);
    if (standard === undefined || standard.better === 'none') continue;
    const found = new Map<string, TurnedRound>();
    for (const one of turnedIn(scope, usage, standard, budget)) {
      const pair = `${one.first} ${one.later}`;
      if (!found.has(pair)) found.set(pair, one);
    }
    const [first, ...others] = found.values();
    if (first === undefined) continue;
    const own = given.filter((one) => one.standard.id === id);
    yield doubtful('laterIsBetter', placeOf(own, first.keys), wordsOf(scope, standard, first, others));
  }
}

function* turnedIn(
  { claims }: Scope,
  usage: Usage,
  standard: EffectiveStandard,
  budget: Budget,
): Generator<TurnedRound> {
  for (const type of usage.typesReading(standard.id)) {
    for (const [at, key] of standard.by.entries()) {
      const fact = claims.get(type)?.facts.get(key);
      if (fact === undefined || listOfFirst(fact.type) === null || fact.type.kind !== 'choice') continue;
      const items = [...fact.type.items.keys()];
      for (const keys of keysOf([standard.value], standard.by, type, { at, items })) {
        yield* turnedUnder(standard, fact, items, { keys, at }, budget);
        if (budget.left < 0) return;
      }
    }
  }
}

/** Of each item that is better than some before it that one which has the worst figure. */
function* turnedUnder(
  standard: EffectiveStandard,
  fact: Fact,
  items: readonly string[],
  { keys, at }: { readonly keys: readonly Key[]; readonly at: number },
  budget: Budget,
): Generator<TurnedRound> {
  const { value, cityValue, origin } = standard;
  const under = (item: string) => [...keys.slice(0, at), item, ...keys.slice(at + 1)];
  const isBetter = (of: StandardValue, first: string, later: string) =>
    compared(standard, of, under(first), under(later)) === 'better';
  for (const [index, later] of items.entries()) {
    let worst: string | null = null;
    for (const first of items.slice(0, index)) {
      budget.left -= 1;
      if (budget.left < 0) return;
      if (!isBetter(value, first, later)) continue;
      // What the city has turned round itself is not the county's doing.
      if (origin === 'county' && cityValue !== null && isBetter(cityValue, first, later)) continue;
      if (worst === null || isBetter(value, first, worst)) worst = first;
    }
    if (worst !== null) yield { fact, first: worst, later, keys: under(later), at };
  }
}

/** What the figure under some keys is, seen from that under others. */
function compared(
  standard: EffectiveStandard,
  value: StandardValue,
  from: readonly Key[],
  to: readonly Key[],
): ReturnType<typeof compareValues> {
  const [one, other] = [valueUnder(value, from), valueUnder(value, to)];
  if (one === undefined || other === undefined) return 'incomparable';
  return compareValues({ ...standard, by: [] }, one, other);
}

/**
 * Every set of keys by which some values differ, whichever item of the fact is read: keys that any of the items has are asked of
 * all. A claim's type is the one it is about.
 */
function* keysOf(
  values: readonly StandardValue[],
  [key, ...rest]: readonly string[],
  type: string,
  fact: { readonly at: number; readonly items: readonly string[] },
): Generator<readonly Key[]> {
  if (key === undefined) {
    yield [];
    return;
  }
  const isFact = fact.at === 0;
  const next = { ...fact, at: fact.at - 1 };
  const below = (keys: readonly Key[]) =>
    values.flatMap((value) => keys.map((one) => valueUnder(value, [one])).filter((one) => one !== undefined));
  if (isFact) {
    for (const deeper of keysOf(below(fact.items), rest, type, next)) yield ['', ...deeper];
    return;
  }
  for (const one of key === 'claim.type' ? [type] : keysIn(values)) {
    for (const deeper of keysOf(below([one]), rest, type, next)) yield [one, ...deeper];
  }
}

/** The keys of maps, and where rows begin; of values without keys one, which none of them asks for. */
function keysIn(values: readonly StandardValue[]): readonly Key[] {
  const keys = values.flatMap((value): readonly Key[] => {
    if (isMap(value)) return Object.keys(value);
    return isRows(value) ? value.map(({ from }) => from) : [];
  });
  return keys.length === 0 ? [''] : [...new Set(keys)];
}

/** The later item's figure in the text, as far as the text names its keys; the first of the values that names most of them. */
function placeOf(given: readonly ValueToCheck[], keys: readonly Key[]): string {
  const places = given.map(({ value, pointer }) => {
    let [at, place, depth]: [StandardValue | undefined, string, number] = [value, pointer, 0];
    for (const key of keys) {
      if (at === undefined || !(isMap(at) || isRows(at))) break;
      const row: number = isRows(at)
        ? at.findIndex(({ from, to }) => from <= Number(key) && (to === undefined || Number(key) < to))
        : -1;
      const below: StandardValue | undefined = isMap(at) ? ownEntry(at, String(key)) : at[row]?.value;
      if (below === undefined) break;
      [place, depth] = [isRows(at) ? `${stepInto(place, row)}/value` : stepInto(place, String(key)), depth + 1];
      at = below;
    }
    return { place, depth };
  });
  return places.toSorted((one, other) => other.depth - one.depth)[0]?.place ?? '';
}

function wordsOf(
  { claims }: Scope,
  standard: EffectiveStandard,
  { fact, first, later, keys, at }: TurnedRound,
  others: readonly TurnedRound[],
) {
  const item = (id: string) => keyLabel({ claims }, id, fact.id) ?? labelOf(undefined, id);
  const figure = (of: string) => {
    const value = valueUnder(standard.value, [...keys.slice(0, at), of, ...keys.slice(at + 1)]);
    return figureWords({ ...standard, by: [] }, value ?? '', { claims });
  };
  const beside = standard.by.flatMap((key, index): Label[] => {
    const own = keys[index] ?? '';
    if (index === at || own === '') return [];
    if (typeof own === 'number') return [inBoth('keyFrom', { from: own })];
    return [key === 'claim.type' ? (claims.get(own)?.label ?? labelOf(own, own)) : keyWords(own, key, { claims })];
  });
  const pairs = others
    .slice(0, NAMED)
    .map((one) => inBoth('bothItems', { first: item(one.first), later: item(one.later) }));
  return {
    ...{ standard: standard.id, label: standard.label, fact: fact.label },
    key: beside.length === 0 ? '' : bracketed(beside),
    ...{ first: item(first), less: figure(first), later: item(later), more: figure(later) },
    others: pairs.length === 0 ? '' : inBoth('laterIsBetterToo', { pairs: listedWords(pairs) }),
  };
}
