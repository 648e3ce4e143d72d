import { readText } from './read-text.ts';
import { rewrittenText } from './rewritten-text.ts';
import { isYamlList, isYamlMap, type Path, sameYaml, valueAt, type YamlValue } from './yaml-value.ts';

/**
 * A text with another value at a path, by {@link rewrittenText}. Where that is a day on which the text begins or ends, the products
 * and layers of its own that were insured for just as long move with it; those with other days keep them.
 * @throws Uneditable where the text cannot be read, or is written in a way that cannot be changed so
 */
export function withPeriodMoved(text: string, path: Path, value: YamlValue | undefined): string {
  const [section, end] = path;
  const before = section === 'effective' && end !== undefined ? (readText(text)?.value ?? null) : null;
  const period = valueAt(before ?? {}, ['effective']);
  const changed = rewrittenText(text, path, value);
  if (before === null || end === undefined || !isYamlMap(period)) return changed;
  const alike = insuredIn(before).filter((place) => sameYaml(valueAt(before, place), period));
  return alike.reduce((moved, place) => rewrittenText(moved, [...place, end], value), changed);
}

/** Where periods of products and layers stand in a text: a city's, or what a county adds. */
function insuredIn(text: YamlValue): readonly Path[] {
  return [[], ['adds']].flatMap((head) => {
    const [products, layers] = ['products', 'layers'].map((part) => valueAt(text, [...head, part]));
    const ids = isYamlMap(products) ? Object.keys(products) : [];
    return [
      ...ids.map((id) => [...head, 'products', id, 'period']),
      ...(isYamlList(layers) ? layers.map((_, at) => [...head, 'layers', at, 'period']) : []),
    ];
  });
}
