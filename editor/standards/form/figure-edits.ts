import { isYamlMap, type Path, valueAt, valueWith, type YamlValue } from '../text/yaml-value.ts';
import { cityOver, cityUnder, ownUnder } from './figure-leaves.ts';
import { rowsOf } from './rows.ts';

/**
 * The county's value of a standard with something else at one place, all else as it was. Of maps only the keys on the way are
 * written; rows have to be whole, so that those beside it say what the city says.
 */
export function withFigure(
  city: YamlValue,
  own: YamlValue | undefined,
  path: Path,
  put: YamlValue,
): YamlValue | undefined {
  return changedAt([city], own, path, put);
}

/**
 * The county's value with one place left to the city. A key is taken out, and with the last one the map; a row has to say
 * something, and says what the city says – nothing changes where that is not one and the same.
 */
export function withoutFigure(city: YamlValue, own: YamlValue | undefined, path: Path): YamlValue | undefined {
  if (valueAt(own, path) === undefined) return own;
  if (!isInRows(path)) return changedAt([city], own, path, undefined);
  const [figure, ...others] = cityAt(city, own, path);
  return figure === undefined || others.length > 0 ? own : changedAt([city], own, path, figure);
}

/** Whether a place is inside of rows, so that it cannot be left out. */
export function isInRows(path: Path): boolean {
  return path.some((step) => typeof step === 'number');
}

/** What the city has where the county's value says something: several things where its rows reach over several of the city's. */
export function cityAt(city: YamlValue, own: YamlValue | undefined, path: Path): readonly YamlValue[] {
  let [here, owned]: [readonly YamlValue[], YamlValue | undefined] = [[city], own];
  for (const [index, step] of path.entries()) {
    // The value of a row, which was gone into with the row.
    if (typeof path[index - 1] === 'number') continue;
    if (typeof step === 'string') [here, owned] = [cityUnder(here, step), ownUnder(owned, step)];
    else {
      const ownRow = rowsOf(owned)?.[step];
      const row = ownRow ?? rowsOf(here[0])?.[step];
      [here, owned] = [row === undefined ? [] : cityOver(here, row), ownRow?.value];
    }
  }
  return here;
}

function changedAt(
  city: readonly YamlValue[],
  own: YamlValue | undefined,
  [step, ...rest]: Path,
  put: YamlValue | undefined,
): YamlValue | undefined {
  if (step === undefined) return put;
  if (typeof step === 'number') {
    const ownRows = rowsOf(own);
    const below = rest.slice(1);
    return (ownRows ?? rowsOf(city[0]) ?? []).map((row, index): YamlValue => {
      const { value, ...ends } = row;
      if (index !== step) return { ...ends, value: ownRows === null ? onlyAt(value, below) : value };
      const inside = changedAt(cityOver(city, row), ownRows === null ? undefined : value, below, put);
      return { ...ends, value: inside ?? value };
    });
  }
  const inside = changedAt(cityUnder(city, step), ownUnder(own, step), rest, put);
  const next = valueWith(own, [step], inside);
  return isYamlMap(next) && Object.keys(next).length === 0 ? undefined : next;
}

/** Of what the city says in a row the part under the same keys: as little as says the same as before. */
function onlyAt(value: YamlValue, [step, ...rest]: Path): YamlValue {
  if (typeof step !== 'string' || !isYamlMap(value) || value[step] === undefined) return value;
  return { [step]: onlyAt(value[step], rest) };
}
