import { readText } from '../text/read-text.ts';
import { rewrittenText } from '../text/rewritten-text.ts';
import { isYamlMap, type Path, valueAt } from '../text/yaml-value.ts';
import type { FigureChange } from './read-workbook.ts';

/**
 * A draft's text with figures changed, all else as it was. With the last figure of a standard the standard itself goes, so that
 * none is left empty.
 * @throws Uneditable where one of them is written in a way that cannot be changed so: then none is
 */
export function textWithChanges(text: string, changes: readonly Pick<FigureChange, 'row' | 'value'>[]): string {
  // Those taken out come last, so that a standard that only changes is never out in between and keeps its place.
  const ordered = [...changes].sort(
    (one, other) => Number(one.value === undefined) - Number(other.value === undefined),
  );
  return ordered.reduce((sofar, { row: { path }, value }) => {
    const changed = rewrittenText(sofar, value === undefined ? wholeOf(path, sofar) : path, value);
    const next = nextBegins(path);
    return next === null ? changed : rewrittenText(changed, next, value);
  }, text);
}

/** Where the band behind a border says that it begins; null of what is no border. */
function nextBegins(path: Path): Path | null {
  const [band, end] = path.slice(-2);
  return end === 'to' && typeof band === 'number' ? [...path.slice(0, -2), band + 1, 'from'] : null;
}

function wholeOf(path: Path, text: string): Path {
  const above = path.slice(0, -1);
  const all = valueAt(readText(text)?.value, above);
  return above.length > 1 && isYamlMap(all) && Object.keys(all).length === 1 ? above : path;
}
