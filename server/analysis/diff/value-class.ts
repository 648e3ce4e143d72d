import type { Term } from '../../engine/terms.ts';
import { compareValues } from '../../rulesets/compare-values.ts';
import type { StandardValue } from '../../rulesets/language.ts';
import type { Direction } from '../../rulesets/rank.ts';
import { sameJson } from '../../rulesets/same-value.ts';
import { isMap, isRows, isScalar, keysNamed, OTHERWISE, UNSET } from '../../rulesets/standard-at.ts';
import { type ChangeClass, classOfAll } from './change.ts';
import type { Compared } from './compared.ts';
import type { Difference, Step } from './difference.ts';
import { valueParts } from './differences/values.ts';
import { isFundingOnly } from './funding-only.ts';
import { isReadByNobody, type RestRead, restReadOf } from './rest-read.ts';

type Side = StandardValue | null;

/** The term of a layer that another system has paid: whoever sends claims brings how much, and another term pays by its own rules. */
const SETTLED: Term = 'settled';

/** What a standard's figure that changed is to claimants, by the direction that both sides give it; nothing where it only funds. */
export function classOfValue({ id, at, before, after }: Difference, sides: Compared): ChangeClass {
  if (isFundingOnly(id, sides)) return 'neutral';
  const [own, other] = [sides.before.standards.get(id), sides.after.standards.get(id)];
  const isRead = restReadOf(sides, id, id);
  if (own !== undefined && other !== undefined && isReadByNobody(at, own.value, other.value, isRead)) return 'neutral';
  const both = [own, other].filter((one) => one !== undefined);
  const standards = own !== undefined && other !== undefined && isSameWay(own, other) ? [other] : both;
  const classes = new Set(standards.map((standard) => classAt(standard, at, [before as Side, after as Side], isRead)));
  const [only = 'undetermined', ...others] = classes;
  const told = others.length === 0 ? only : 'undetermined';
  return told === 'undetermined' && !sides.settling.has(id) ? 'neutral' : told;
}

/** Whether two texts mean the same by better; most do. */
function isSameWay(own: Direction, other: Direction): boolean {
  return (
    own.better === other.better &&
    own.unit === other.unit &&
    sameJson(own.by, other.by) &&
    sameJson(own.order, other.order)
  );
}

/**
 * What it is to claimants that a whole value takes the place of another: place by place, as `compareValues` says of each.
 * Looked at from the other side, better and worse change places.
 * @param isRead what claims read under `otherwise`
 */
export function classOfValues(
  standard: Direction,
  before: StandardValue,
  after: StandardValue,
  isRead: RestRead,
): ChangeClass {
  return classOfAll(
    [...valueParts(standard, before, after)].map(([at, pair]) =>
      isReadByNobody(at, before, after, isRead) ? 'neutral' : classAt(standard, at, pair, isRead),
    ),
  );
}

function classAt(
  standard: Direction,
  at: readonly Step[],
  [before, after]: readonly [Side, Side],
  isRead: RestRead,
): ChangeClass {
  const used = at.filter(({ kind }) => kind !== 'item').length;
  const below = { ...standard, by: standard.by.slice(used) };
  if (at.at(-1)?.kind === 'item') return classOfPair(below, asList(before), asList(after), isRead);
  // Of terms, nothing at all is no term that could be compared.
  if (standard.unit === 'terms' && (before === null || after === null)) {
    if ([before, after].includes(SETTLED)) return 'undetermined';
    return before === null ? 'better' : 'worse';
  }
  return classOfPair(below, before ?? UNSET, after ?? UNSET, isRead);
}

function asList(item: Side): StandardValue {
  return item === null ? [] : [item as string];
}

/** One figure beside another; a word beside a map or rows stands for each of their entries. */
function classOfPair(standard: Direction, before: StandardValue, after: StandardValue, isRead: RestRead): ChangeClass {
  const [isKeyed, isByRows] = [[before, after].every(isMap), [before, after].every(isRows)];
  if (isKeyed || isByRows) return classOfValues(standard, before, after, isRead);
  const entries = isScalar(before)
    ? entriesOf(standard, after, isRead).map((entry) => [before, entry] as const)
    : isScalar(after)
      ? entriesOf(standard, before, isRead).map((entry) => [entry, after] as const)
      : [];
  if (entries.length > 0) {
    const deeper = { ...standard, by: standard.by.slice(1) };
    return classOfAll(entries.map(([from, to]) => classOfPair(deeper, from, to, isRead)));
  }
  if (standard.unit === 'terms' && before !== after && [before, after].includes(SETTLED)) return 'undetermined';
  const comparison = compareValues(standard, before, after);
  return comparison === 'equal' ? 'neutral' : comparison === 'incomparable' ? 'undetermined' : comparison;
}

/** What some claim reads of a map or of rows. */
function entriesOf({ by: [fact] }: Direction, value: StandardValue, isRead: RestRead): readonly StandardValue[] {
  if (isRows(value)) return value.map((row) => row.value);
  if (!isMap(value)) return [];
  const isRestRead = fact === undefined || isRead(fact, keysNamed(value));
  return Object.entries(value).flatMap(([key, one]) => (key === OTHERWISE && !isRestRead ? [] : [one]));
}
