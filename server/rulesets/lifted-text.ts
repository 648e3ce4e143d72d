import type { Finding } from '../domain/finding.ts';
import { compareValues } from './compare-values.ts';
import type { EffectiveRuleSet, EffectiveStandard } from './effective-rule-set.ts';
import { join } from './join.ts';
import type { Override, StandardMap, StandardValue } from './language.ts';
import { underOwnKey } from './own-key.ts';
import { stepInto } from './positions.ts';
import { sameValue } from './same-value.ts';
import { type Splice, spliced } from './spliced-text.ts';
import { entryOf, isMap, OTHERWISE, ownEntry, UNSET } from './standard-at.ts';
import { checkDocument } from './validate.ts';
import { flowText } from './yaml/flow-text.ts';

/** A figure of a county's text that a city's rules go beyond. */
export interface OvertakenFigure {
  /** The id of its standard. */
  readonly standard: string;
  /** What is found wrong with it under these rules. */
  readonly finding: Finding;
}

/** The figures of a county's text that a city's rules go beyond, in the order of the text; of one standard perhaps several. */
export function overtakenFigures(text: string, city: EffectiveRuleSet, maxBytes: number): readonly OvertakenFigure[] {
  const { findings } = checkDocument(text, { city, maxBytes });
  return findings.flatMap((finding) => {
    const [, id] = /^(?:\/waivers\/\d+)?\/(?:keyedS|s)tandards\/([^/]+)/.exec(finding.at?.pointer ?? '') ?? [];
    if (finding.severity !== 'error' || id === undefined) return [];
    return [{ standard: id.replaceAll('~1', '/').replaceAll('~0', '~'), finding }];
  });
}

/** Their standards by ids, each once. */
export function overtakenStandards(figures: readonly OvertakenFigure[]): readonly string[] {
  return [...new Set(figures.map(({ standard }) => standard))];
}

/**
 * A county's text made ready for new rules of its city: figures that the city has overtaken are left out, or raised to the
 * city's where only some of their entries are below it; where it began before them, it begins with them. Everything else,
 * comments and order among it, stays. It may still be wrong: what the city has taken away cannot be put right here.
 * @param document the text as data
 */
export function liftedText(
  text: string,
  document: Override,
  city: EffectiveRuleSet,
  overtaken: readonly string[],
): string {
  const splices = overtaken.flatMap((id) => [
    ...spliceOf(document.standards, '/standards', id, city.standards.get(id)),
    ...(document.waivers ?? []).flatMap(({ standards }, index) =>
      spliceOf(standards, `/waivers/${index}/standards`, id, city.standards.get(id)),
    ),
    ...keyedSpliceOf(document.keyedStandards, id, city.standards.get(id)),
  ]);
  const { from } = city.period;
  if (document.effective.from < from) splices.push({ pointer: '/effective/from', text: from });
  return spliced(text, splices);
}

function spliceOf(
  values: Override['standards'],
  at: string,
  id: string,
  standard: EffectiveStandard | undefined,
): readonly Splice[] {
  const given = values === undefined ? undefined : ownEntry(values as Record<string, StandardValue>, id);
  if (given === undefined) return [];
  const value = standard === undefined || standard.county === 'fixed' ? undefined : raised(standard, given);
  return [{ pointer: stepInto(at, id), text: value === undefined ? null : flowText(value) }];
}

/** The same of what the county gives some people; a fact that the city reads the figure by now, behind another, is left to be seen to. */
function keyedSpliceOf(
  keyed: Override['keyedStandards'],
  id: string,
  standard: EffectiveStandard | undefined,
): readonly Splice[] {
  const given = keyed === undefined || !Object.hasOwn(keyed, id) ? undefined : keyed[id];
  if (given === undefined || standard?.by.slice(1).includes(given.by) === true) return [];
  const pointer = stepInto('/keyedStandards', id);
  const value =
    standard === undefined || standard.county === 'fixed'
      ? undefined
      : raised(underOwnKey(standard, given.by), given.value);
  return [value === undefined ? { pointer, text: null } : { pointer: `${pointer}/value`, text: flowText(value) }];
}

/** What is left of a county's value beside the city's; undefined where nothing of it is better. */
function raised(standard: EffectiveStandard, given: StandardValue): StandardValue | undefined {
  const own = withoutIdleRest(given, standard.value);
  const joined = join(standard, standard.value, own);
  if (compareValues(standard, standard.value, joined) === 'equal') return undefined;
  return isMap(joined) && isMap(own) && isMap(standard.value) ? keptKeys(own, joined, standard.value) : joined;
}

/** Without every `otherwise` that stands over keys of which the city names each. */
function withoutIdleRest(given: StandardValue, city: StandardValue): StandardValue {
  if (!isMap(given) || !isMap(city)) return given;
  const kept = Object.entries(given).filter(([key]) => key !== OTHERWISE || Object.hasOwn(city, OTHERWISE));
  return Object.fromEntries(kept.map(([key, value]) => [key, withoutIdleRest(value, entryOf(city, key) ?? UNSET)]));
}

/** Only the keys that the county names, at every depth, and of these only what is more than the city's. */
function keptKeys(given: StandardMap, joined: StandardMap, city: StandardMap): StandardMap {
  const kept = Object.keys(given).flatMap((key) => {
    const [own, value, base] = [ownEntry(given, key), ownEntry(joined, key), entryOf(city, key)];
    if (own === undefined || value === undefined || sameValue(value, base ?? UNSET)) return [];
    const isDeeper = isMap(own) && isMap(value) && base !== undefined && isMap(base);
    return [[key, isDeeper ? keptKeys(own, value, base) : value] as const];
  });
  return Object.fromEntries(kept);
}
