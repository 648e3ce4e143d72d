import { rewrittenText } from '../text/rewritten-text.ts';
import { isYamlMap, type Path, sameYaml, valueAt, type YamlMap, type YamlValue } from '../text/yaml-value.ts';

/** Whose of two texts. */
export type Whose = 'mine' | 'theirs';

/** A place where two texts say different things. */
export interface Difference {
  readonly path: Path;
  /** What both began with; undefined where that said nothing there, or is not known. */
  readonly before: YamlValue | undefined;
  readonly mine: YamlValue | undefined;
  readonly theirs: YamlValue | undefined;
  /** Which of the two is not as both began; both, where nobody can say what holds but who wrote them. */
  readonly changedBy: Whose | 'both';
}

/**
 * Where two texts differ by what they say: figure by figure through maps; a list is one thing.
 * @param base what both began with; null where that is not known, so that every difference is both's
 */
export function differencesOf(base: YamlMap | null, mine: YamlMap, theirs: YamlMap): readonly Difference[] {
  return placesOf(mine, theirs, []).map((path) => {
    const before = base === null ? undefined : valueAt(base, path);
    const [own, others] = [valueAt(mine, path), valueAt(theirs, path)];
    const said = { path, before, mine: own, theirs: others };
    if (base !== null && sameYaml(before, others)) return { ...said, changedBy: 'mine' };
    return { ...said, changedBy: base !== null && sameYaml(before, own) ? 'theirs' : 'both' };
  });
}

function placesOf(one: YamlValue | undefined, other: YamlValue | undefined, path: Path): readonly Path[] {
  if (sameYaml(one, other)) return [];
  if (!isYamlMap(one) || !isYamlMap(other)) return [path];
  // Figures for some people mean nothing without the fact that sets those apart.
  if (path.length === 2 && path[0] === 'keyedStandards' && !sameYaml(one.by, other.by)) return [path];
  const keys = [...new Set([...Object.keys(one), ...Object.keys(other)])];
  return keys.flatMap((key) => placesOf(valueAt(one, [key]), valueAt(other, [key]), [...path, key]));
}

/**
 * Their text with one's own in the places that it is chosen for.
 * @throws Uneditable where a place of it cannot be changed from outside
 */
export function mergedText(
  theirs: string,
  differences: readonly Difference[],
  choose: (difference: Difference) => Whose,
): string {
  return differences
    .filter((one) => choose(one) === 'mine')
    .reduce((text, { path, mine }) => rewrittenText(text, path, mine), theirs);
}

/** What a difference is called among others. */
export function nameOf({ path }: Difference): string {
  return JSON.stringify(path);
}

/**
 * Whose a difference is without asking: whose alone it is; a draft's own reason, and its own first day where the version holds by
 * then. Null where somebody has to choose.
 */
export function settledSide({ path, changedBy, mine, theirs }: Difference): Whose | null {
  if (changedBy !== 'both') return changedBy;
  if (path[0] === 'reason') return 'mine';
  const isFirstDay = path.join('.') === 'effective.from';
  return isFirstDay && typeof mine === 'string' && typeof theirs === 'string' && mine >= theirs ? 'mine' : null;
}
