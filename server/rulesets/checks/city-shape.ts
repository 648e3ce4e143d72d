import type { EffectiveStandard } from '../effective-rule-set.ts';
import { overlaid } from '../join.ts';
import type { Row, StandardMap, StandardValue } from '../language.ts';
import { stepInto } from '../positions.ts';
import { rowOf } from '../rows.ts';
import { entryOf, isMap, isRows, isScalar, rowAt } from '../standard-at.ts';
import { givenWords, inShort, standardNamed } from '../words.ts';
import { flowText } from '../yaml/flow-text.ts';
import { type Complaint, wrong } from './complaint.ts';
import type { ValueToCheck } from './keyed-values.ts';
import { ownKeysOf } from './own-keys.ts';
import type { Scope } from './scope.ts';
import { unitKind } from './units.ts';
import type { Usage } from './usage.ts';

/** An example longer than this helps nobody. */
const EXAMPLE = 200;

/**
 * A county's value has the shape of the city's at every key: a map in the place of rows, or keys where the city has one
 * figure, can be laid beside nothing, and would be told as below the city's.
 */
export function* checkCityShape(scope: Scope, usage: Usage, given: ValueToCheck): Generator<Complaint> {
  const { standard, value, pointer } = given;
  yield* new ShapeWalk(scope, usage, given).at(standard.cityValue ?? standard.value, value, [], pointer);
}

class ShapeWalk {
  readonly #scope: Scope;
  readonly #usage: Usage;
  readonly #given: ValueToCheck;

  constructor(scope: Scope, usage: Usage, given: ValueToCheck) {
    this.#scope = scope;
    this.#usage = usage;
    this.#given = given;
  }

  *at(city: StandardValue, value: StandardValue, keys: readonly string[], pointer: string): Generator<Complaint> {
    const { standard } = this.#given;
    const isLeaf = keys.length >= standard.by.length;
    if (isMap(city) && isMap(value)) yield* this.#entries(city, value, keys, pointer);
    else if (isRows(city) && isRows(value)) yield* this.#rows(city, value, keys, pointer);
    else if (isRows(city) && isMap(value)) {
      const example = flowText(isLeaf ? atBands(city, value) : this.#atPoints(city, value));
      yield this.#mismatch('rowsNotMap', value, example, pointer);
    } else if (isScalar(city) && isLeaf && isBeyond(standard, value)) {
      yield this.#mismatch('keyBeyondCity', value, this.#forSome(value, keys), pointer);
    }
  }

  *#entries(city: StandardMap, value: StandardMap, keys: readonly string[], pointer: string): Generator<Complaint> {
    for (const [key, one] of Object.entries(value)) {
      const below = entryOf(city, key);
      if (below !== undefined) yield* this.at(below, one, [...keys, key], stepInto(pointer, key));
    }
  }

  *#rows(city: readonly Row[], value: readonly Row[], keys: readonly string[], pointer: string): Generator<Complaint> {
    for (const [index, row] of value.entries()) {
      const below = rowAt(city, row.from);
      const at = `${stepInto(pointer, index)}/value`;
      if (below !== undefined) yield* this.at(below, row.value, [...keys, String(row.from)], at);
    }
  }

  #mismatch(code: string, value: StandardValue, example: string, pointer: string): Complaint {
    const { standard } = this.#given;
    const named = standardNamed(standard.id, standard.label);
    const args = {
      standard: standard.id,
      label: standard.label,
      named,
      given: givenWords(value),
      example: inShort(example, EXAMPLE),
    };
    return wrong(code, pointer, args);
  }

  /** The city's rows with a map's figures at the numbers that are its keys. */
  #atPoints(city: readonly Row[], value: StandardMap): StandardValue {
    const points = pointsOf(value).map(([point, one]) => rowOf(point, point + 1, one));
    return overlaid(this.#given.standard, city as Row[], points);
  }

  /** What a county would write instead: the fact whose values the further keys are stands first, the city's keys below. */
  #forSome(value: StandardValue, keys: readonly string[]): string {
    const { standard } = this.#given;
    const given = Object.keys(value);
    const fact = ownKeysOf(this.#scope, this.#usage, standard).find((id) =>
      given.every((key) => this.#isItem(id, key)),
    );
    if (fact === undefined) return `${standard.id}: {by: …, value: {…: …}}`;
    const nested = Object.entries(value).map(([key, one]) => [
      key,
      keys.reduceRight<StandardValue>((below, step) => ({ [step]: below }), one),
    ]);
    return `${standard.id}: ${flowText({ by: fact, value: Object.fromEntries(nested) }).replace(JSON.stringify(fact), fact)}`;
  }

  #isItem(fact: string, key: string): boolean {
    return (this.#scope.facts.get(fact) ?? []).some(({ fact: { type } }) =>
      type.kind === 'boolean' ? key === 'true' || key === 'false' : type.kind === 'choice' && type.items.has(key),
    );
  }
}

/** Whether a value says several things where its city says one: keys, or rows of what cannot be bands. */
function isBeyond({ unit, ownKey }: EffectiveStandard, value: StandardValue): boolean {
  const kind = unitKind(unit);
  if (ownKey !== null || kind === 'terms') return false;
  return isMap(value) || (isRows(value) && kind !== 'share');
}

/** The city's bands with a map's figures in those that hold the amounts that are its keys. */
function atBands(city: readonly Row[], value: StandardMap): StandardValue {
  const points = pointsOf(value);
  return city.map(({ from, to, value: own }) => {
    const given = points.find(([point]) => from <= point && (to === undefined || point < to));
    return rowOf(from, to ?? null, given?.[1] ?? own);
  });
}

function pointsOf(value: StandardMap): readonly (readonly [number, StandardValue])[] {
  return Object.entries(value).flatMap(([key, one]) => (/^\d{1,12}$/.test(key) ? [[Number(key), one] as const] : []));
}
