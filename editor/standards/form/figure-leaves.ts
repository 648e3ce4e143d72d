import { isYamlList, isYamlMap, type Path, sameYaml, type YamlMap, type YamlValue } from '../text/yaml-value.ts';
import { type Row, rowsOf, valuesOver } from './rows.ts';

/** A key or a row on the way to a figure, with the fact it is looked up by; none of bands, which no key is left for. */
export type Step =
  | { readonly kind: 'key'; readonly fact: string | undefined; readonly key: string }
  | { readonly kind: 'row'; readonly fact: string | undefined; readonly row: Pick<Row, 'from' | 'to'> };

/** One figure of a standard that is made of several. */
export interface FigureLeaf {
  /** Where it stands below the standard: in the county's value where that reaches so far, else in the city's. */
  readonly path: Path;
  readonly steps: readonly Step[];
  /** What the county says there; undefined where it leaves the city's. */
  readonly own: YamlValue | undefined;
  /** What the city has there: several where the county's rows reach over more than one of the city's. */
  readonly city: readonly YamlValue[];
  /** Whether it is one figure on both sides. What is written in different ways is changed in the text alone. */
  readonly isFigure: boolean;
}

/** A value of a standard with what the city has in its place, and the keys that are still to come. */
interface Place {
  readonly own: YamlValue | undefined;
  readonly city: readonly YamlValue[];
  readonly by: readonly string[];
  readonly path: Path;
  readonly steps: readonly Step[];
}

/**
 * Every figure of a standard, through maps and rows in whatever order they stand: the county's where it has any, else the city's.
 * @param by the facts that key the value, in the order in which it nests
 */
export function figureLeaves(
  city: YamlValue,
  own: YamlValue | undefined,
  by: readonly string[],
): readonly FigureLeaf[] {
  return leavesAt({ own, city: [city], by, path: [], steps: [] });
}

function leavesAt(place: Place): readonly FigureLeaf[] {
  const { own, by, path, steps } = place;
  const city = different(place.city);
  const leaf = (isFigure: boolean) => [{ path, steps, own, city, isFigure }];
  // Where the city says different things and the county nothing there is no one figure to raise.
  if (own === undefined && city.length !== 1) return leaf(false);
  // A key with nothing behind it says nothing.
  const shown = own ?? city[0] ?? null;
  if (typeof shown !== 'object' || shown === null) {
    // A word of the city's in the place of keys holds for all of them, and one in their place is below the floor.
    const isOneEach = city.every((one) => typeof one !== 'object');
    return leaf(shown !== null && isOneEach && by.length === 0);
  }
  const rows = rowsOf(shown);
  const isAlike = (one: YamlValue) =>
    typeof one !== 'object' || (rows === null ? isYamlMap(one) : rowsOf(one) !== null);
  if (!city.every(isAlike) || (rows === null && !isYamlMap(shown))) return leaf(false);
  const [fact, ...rest] = by;
  if (rows !== null)
    return rows.flatMap((row, index) =>
      leavesAt({
        ...{ own: own === undefined ? undefined : row.value, city: cityOver(city, row), by: rest },
        ...{ path: [...path, index, 'value'], steps: [...steps, { kind: 'row', fact, row }] },
      }),
    );
  const keys = new Set([...city, shown].flatMap((one) => (isYamlMap(one) ? Object.keys(one) : [])));
  return [...keys].flatMap((key) =>
    leavesAt({
      ...{ own: ownUnder(own, key), city: cityUnder(city, key), by: rest },
      ...{ path: [...path, key], steps: [...steps, { kind: 'key', fact, key }] },
    }),
  );
}

/** What the county says under a key itself. */
export function ownUnder(own: YamlValue | undefined, key: string): YamlValue | undefined {
  return isYamlMap(own) && Object.hasOwn(own, key) ? own[key] : undefined;
}

/** What the city has under a key; what it leaves to `otherwise` is there for every key, and so is a word in their place. */
export function cityUnder(city: readonly YamlValue[], key: string): readonly YamlValue[] {
  const under = (map: YamlMap) => (Object.hasOwn(map, key) ? map[key] : map.otherwise);
  const found = city.map((one) => (isYamlMap(one) ? under(one) : one));
  return different(found.filter((one) => one !== undefined));
}

/** What the city has over a stretch; a word in the place of rows holds for all of them. */
export function cityOver(city: readonly YamlValue[], row: Pick<Row, 'from' | 'to'>): readonly YamlValue[] {
  return different(city.flatMap((one) => (isYamlList(one) ? valuesOver(rowsOf(one) ?? [], row) : [one])));
}

function different(values: readonly YamlValue[]): readonly YamlValue[] {
  return values.filter((one, index) => values.findIndex((other) => sameYaml(one, other)) === index);
}
