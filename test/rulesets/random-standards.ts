import fc from 'fast-check';
import type { EffectiveStandard } from '../../server/rulesets/effective-rule-set.ts';
import type { Row, StandardValue } from '../../server/rulesets/language.ts';

/** Standards of one shape: without a value, and what values of that shape look like. */
export interface Shape {
  readonly name: string;
  readonly standard: EffectiveStandard;
  /** Values complete at every key and point: what a city writes. */
  readonly complete: fc.Arbitrary<StandardValue>;
  /** Well-formed values of a county: keys may be left out; the city's value may be looked at for its keys. */
  readonly given: fc.Arbitrary<StandardValue>;
}

interface Leaf {
  readonly name: string;
  readonly of: Partial<EffectiveStandard>;
  readonly value: fc.Arbitrary<StandardValue>;
  /** Tried inside maps and rows as well: one of each kind of comparison. */
  readonly nested?: true;
}

const money = fc.constantFrom<StandardValue>(0, 1, 99.99, 100, 500, 10000);
const share = fc.constantFrom<StandardValue>(0, 0.1, 0.55, 0.8, 1);
const order = ['offline', 'oneStop', 'home'];

const leaves: readonly Leaf[] = [
  {
    nested: true,
    name: 'cap',
    of: { unit: 'CNY', better: 'higher' },
    value: fc.oneof(money, fc.constantFrom<StandardValue>('none', 'unlimited')),
  },
  {
    nested: true,
    name: 'deductible',
    of: { unit: 'CNY', better: 'lower' },
    value: fc.oneof(money, fc.constantFrom<StandardValue>('none')),
  },
  {
    name: 'uncapped lower',
    of: { unit: 'days', better: 'lower' },
    value: fc.oneof(money, fc.constantFrom<StandardValue>('unlimited')),
  },
  { name: 'ratio', of: { unit: 'share', better: 'higher' }, value: share },
  { nested: true, name: 'wider list', of: { unit: 'list', better: 'wider' }, value: fc.subarray(['a', 'b', 'c']) },
  {
    nested: true,
    name: 'narrower list',
    of: { unit: 'list', better: 'narrower' },
    value: fc.subarray(['a', 'b', '1']),
  },
  { name: 'boolean for true', of: { unit: 'boolean', better: true }, value: fc.boolean() },
  { name: 'boolean for false', of: { unit: 'boolean', better: false }, value: fc.boolean() },
  { nested: true, name: 'choice', of: { unit: 'choice', better: 'higher', order }, value: fc.constantFrom(...order) },
  { name: 'choice reversed', of: { unit: 'choice', better: 'lower', order }, value: fc.constantFrom(...order) },
  {
    name: 'term',
    of: { unit: 'terms', better: 'higher' },
    value: fc.constantFrom('none', 'settled', 'ordinary', 'full'),
  },
  { nested: true, name: 'without direction', of: { unit: 'CNY', better: 'none' }, value: money },
];

/** Contiguous rows from 0, the last open. */
function rows(value: fc.Arbitrary<StandardValue>): fc.Arbitrary<Row[]> {
  return fc.subarray([10, 20, 30]).chain((cuts) => {
    const starts = [0, ...cuts];
    return fc.array(value, { minLength: starts.length, maxLength: starts.length }).map((values) =>
      starts.map((from, index): Row => {
        const to = starts[index + 1];
        const row = { from, value: values[index] ?? 0 };
        return to === undefined ? row : { ...row, to };
      }),
    );
  });
}

const map = (
  value: fc.Arbitrary<StandardValue>,
  keys: readonly string[],
): fc.Arbitrary<Record<string, StandardValue>> => fc.record(Object.fromEntries(keys.map((key) => [key, value])));
const part = (value: fc.Arbitrary<StandardValue>, keys: readonly string[]) =>
  map(value, keys).chain((whole) =>
    fc.subarray([...keys]).map((kept) => Object.fromEntries(kept.map((key) => [key, whole[key] ?? 0]))),
  );

interface Structure {
  readonly name: string;
  readonly by: readonly string[];
  readonly complete: (value: fc.Arbitrary<StandardValue>) => fc.Arbitrary<StandardValue>;
  readonly given: (value: fc.Arbitrary<StandardValue>) => fc.Arbitrary<StandardValue>;
}

const KEYS = ['1', '2', '3'];
const NAMED = ['poor', 'otherwise'];

const structures: readonly Structure[] = [
  { name: 'plain', by: [], complete: (value) => value, given: (value) => value },
  { name: 'map', by: ['level'], complete: (value) => map(value, KEYS), given: (value) => part(value, KEYS) },
  {
    name: 'map with otherwise',
    by: ['category'],
    complete: (value) => map(value, NAMED),
    given: (value) => part(value, [...NAMED, 'old']),
  },
  { name: 'rows', by: [], complete: rows, given: rows },
  {
    name: 'map of maps',
    by: ['level', 'category'],
    complete: (value) => map(map(value, NAMED), KEYS),
    given: (value) => part(part(value, [...NAMED, 'old']), KEYS),
  },
  {
    name: 'map of rows',
    by: ['level'],
    complete: (value) => map(rows(value), KEYS),
    given: (value) => part(rows(value), KEYS),
  },
  {
    name: 'rows of maps',
    by: ['age', 'level'],
    complete: (value) => rows(map(value, KEYS)),
    given: (value) => rows(part(value, KEYS)),
  },
];

const label = { zh: '标准', en: 'standard' };

/** A standard with nothing special about it. */
export function standard(of: Partial<EffectiveStandard>): EffectiveStandard {
  const value = of.value ?? 'none';
  return {
    id: 'layer.figure',
    label,
    unit: 'CNY',
    by: [],
    ownKey: null,
    better: 'higher',
    county: 'improve',
    clause: null,
    verified: true,
    source: null,
    group: null,
    order: [],
    range: null,
    cityValue: value,
    origin: 'city',
    ...of,
    value,
  };
}

const layers = ['basic', 'critical', 'assistance'];
const term = fc.constantFrom<StandardValue>('none', 'settled', 'ordinary', 'full');
const termsMaps: readonly Shape[] = [
  {
    name: 'map of terms',
    standard: standard({ unit: 'terms', better: 'higher' }),
    complete: map(term, layers),
    given: part(term, layers),
  },
  {
    name: 'keyed maps of terms',
    standard: standard({ unit: 'terms', better: 'higher', by: ['category'] }),
    complete: map(map(term, layers), NAMED),
    given: part(part(term, layers), [...NAMED, 'old']),
  },
];

/** Every shape a standard's value can take. */
export const shapes: readonly Shape[] = [
  ...structures.flatMap(({ name, by, complete, given }) =>
    (name === 'plain' ? leaves : leaves.filter(({ nested }) => nested)).map((leaf) => ({
      name: `${leaf.name}, ${name}`,
      standard: standard({ ...leaf.of, by }),
      complete: complete(leaf.value),
      given: given(leaf.value),
    })),
  ),
  ...termsMaps,
];
