import type { EffectiveStandard } from '../../../rulesets/effective-rule-set.ts';
import type { StandardValue } from '../../../rulesets/language.ts';
import { type Direction, restOf } from '../../../rulesets/rank.ts';
import { overlay } from '../../../rulesets/rows.ts';
import { sameValue } from '../../../rulesets/same-value.ts';
import { isList, isMap, isRows, ownEntry } from '../../../rulesets/standard-at.ts';
import { plainest } from '../../../rulesets/terms-digest.ts';
import type { Difference, NamedBy, Step } from '../difference.ts';

/** The word that stands for the layer which terms are keyed by. */
export const LAYER_KEY = 'layer';

type Pair = readonly [before: StandardValue | null, after: StandardValue | null];

/**
 * Where two values of one standard differ: maps key by key, rows stretch by stretch on their united breakpoints, lists item
 * by item. A band that is split at the same rate is no difference. A key that one side does not name has the value of its
 * `otherwise` there; where it has none, there is nothing on that side.
 */
export function* valueDifferences(
  standard: EffectiveStandard,
  before: StandardValue,
  after: StandardValue,
): Generator<Difference> {
  for (const [at, [from, to]] of valueParts(standard, before, after)) {
    yield { subject: 'standard', id: standard.id, claimType: null, part: 'value', at, before: from, after: to };
  }
}

/** The places where two values differ, with what each says there; null where it says nothing. */
export function valueParts(
  standard: Direction,
  before: StandardValue,
  after: StandardValue,
): Iterable<readonly [at: readonly Step[], values: Pair]> {
  // Most standards are written the same on both sides.
  return sameValue(before, after) ? [] : parts(standard, plainest(before), plainest(after), 0);
}

/** @param depth keys of the standard that have been used up */
function* parts(
  standard: Direction,
  before: StandardValue,
  after: StandardValue,
  depth: number,
): Generator<readonly [readonly Step[], Pair]> {
  if (sameValue(before, after)) return;
  if (isMap(before) && isMap(after)) yield* mapParts(standard, before, after, depth);
  else if (isRows(before) && isRows(after)) yield* rowParts(standard, before, after, depth);
  else if (isList(before) && isList(after)) yield* listParts(before, after);
  else yield [[], [before, after]];
}

function* mapParts(
  standard: Direction,
  before: Readonly<Record<string, StandardValue>>,
  after: Readonly<Record<string, StandardValue>>,
  depth: number,
): Generator<readonly [readonly Step[], Pair]> {
  const left = standard.by.length - depth;
  const fact = standard.by[depth] ?? LAYER_KEY;
  for (const key of new Set([...Object.keys(before), ...Object.keys(after)])) {
    const [own, other] = [ownEntry(before, key), ownEntry(after, key)];
    const step = (named: NamedBy): Step => ({ kind: 'key', fact, key, named });
    if (own !== undefined && other !== undefined)
      yield* below(step('both'), parts(standard, own, other, Math.min(depth + 1, standard.by.length)));
    else if (own !== undefined) yield [[step('before')], [own, restOf(standard, after, left) ?? null]];
    else yield [[step('after')], [restOf(standard, before, left) ?? null, other ?? null]];
  }
}

function* rowParts(
  standard: Direction,
  before: Parameters<typeof overlay>[0],
  after: Parameters<typeof overlay>[1],
  depth: number,
): Generator<readonly [readonly Step[], Pair]> {
  const fact = standard.by[depth] ?? null;
  for (const { from, to, first, second } of overlay(before, after)) {
    const step = (named: NamedBy): Step => ({ kind: 'row', fact, from, to, named });
    if (first !== undefined && second !== undefined)
      yield* below(step('both'), parts(standard, first, second, Math.min(depth + 1, standard.by.length)));
    else yield [[step(first === undefined ? 'after' : 'before')], [first ?? null, second ?? null]];
  }
}

function* listParts(
  before: readonly unknown[],
  after: readonly unknown[],
): Generator<readonly [readonly Step[], Pair]> {
  const [own, other] = [before.map(String), after.map(String)];
  for (const item of own) if (!other.includes(item)) yield [[{ kind: 'item', item }], [item, null]];
  for (const item of other) if (!own.includes(item)) yield [[{ kind: 'item', item }], [null, item]];
}

function* below(
  step: Step,
  deeper: Iterable<readonly [readonly Step[], Pair]>,
): Generator<readonly [readonly Step[], Pair]> {
  for (const [steps, pair] of deeper) yield [[step, ...steps], pair];
}
