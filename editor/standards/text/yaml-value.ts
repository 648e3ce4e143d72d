/** A value as a YAML text holds it; keys of maps are always texts. */
export type YamlValue = string | number | boolean | null | readonly YamlValue[] | YamlMap;

/** A map of a YAML text. */
export interface YamlMap {
  readonly [key: string]: YamlValue;
}

/** Keys of maps and places of lists, from the outermost in. */
export type Path = readonly (string | number)[];

/** Whether a value is a map. */
export function isYamlMap(value: YamlValue | undefined): value is YamlMap {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Whether a value is a list. */
export function isYamlList(value: YamlValue | undefined): value is readonly YamlValue[] {
  return Array.isArray(value);
}

/** What stands at a path; undefined where nothing does. */
export function valueAt(value: YamlValue | undefined, path: Path): YamlValue | undefined {
  return path.reduce<YamlValue | undefined>((inside, key) => {
    if (isYamlList(inside)) return typeof key === 'number' ? inside[key] : undefined;
    return isYamlMap(inside) && Object.hasOwn(inside, key) ? inside[String(key)] : undefined;
  }, value);
}

/** Whether two values mean the same; the order of keys means nothing, that of lists does. */
export function sameYaml(one: YamlValue | undefined, other: YamlValue | undefined): boolean {
  if (isYamlList(one) && isYamlList(other))
    return one.length === other.length && one.every((item, index) => sameYaml(item, other[index]));
  if (isYamlMap(one) && isYamlMap(other)) {
    const keys = Object.keys(one);
    return (
      keys.length === Object.keys(other).length &&
      keys.every((key) => Object.hasOwn(other, key) && sameYaml(one[key], other[key]))
    );
  }
  return one === other;
}

/** The value with another one at a path, maps made where they are missing; undefined takes away what stands there. */
export function valueWith(value: YamlValue | undefined, path: Path, inside: YamlValue | undefined): YamlValue {
  const [key, ...deeper] = path;
  if (key === undefined) return inside ?? null;
  if (isYamlList(value)) {
    const items = [...value];
    if (deeper.length === 0 && inside === undefined) items.splice(Number(key), 1);
    else items[Number(key)] = valueWith(items[Number(key)], deeper, inside);
    return items;
  }
  const { [key]: before, ...others } = isYamlMap(value) ? value : {};
  if (deeper.length === 0 && inside === undefined) return others;
  return { ...others, [key]: valueWith(before, deeper, inside) };
}

/** A value on one line, as a person would write it: `{1: 100, 2: 500}`, `[registered]`, `350000`. */
export function flowText(value: YamlValue): string {
  if (isYamlList(value)) return `[${value.map(flowText).join(', ')}]`;
  if (isYamlMap(value))
    return `{${Object.entries(value)
      .map(([key, inside]) => `${keyText(key)}: ${flowText(inside)}`)
      .join(', ')}}`;
  return typeof value === 'string' ? textText(value) : String(value);
}

/** A key as a person would write it. */
export function keyText(key: string): string {
  return /^(0|[1-9][0-9]*)$/.test(key) ? key : textText(key);
}

const PLAIN = /^[\p{L}][\p{L}\p{N}_.，。、（）·-]*$/u;
const MEANT_OTHERWISE = /^(true|false|null|yes|no|on|off|y|n)$/i;

function textText(text: string): string {
  return PLAIN.test(text) && !MEANT_OTHERWISE.test(text) ? text : JSON.stringify(text);
}
