import { sameJson } from '../../../rulesets/same-value.ts';
import { type Difference, partOf, type Subject } from '../difference.ts';

/** How things of one subject are named, written and compared. */
export interface Kept<Thing> {
  readonly subject: Subject;
  readonly claimType?: string;
  /** What is said of one that only one side has, as JSON. */
  readonly written: (thing: Thing) => object;
  /** Where two of one name differ. */
  readonly inside: (id: string, before: Thing, after: Thing) => Iterable<Difference>;
}

/** Things that stand under ids, whose order means nothing. */
export function* mapDifferences<Thing>(
  { subject, claimType, written, inside }: Kept<Thing>,
  before: ReadonlyMap<string, Thing>,
  after: ReadonlyMap<string, Thing>,
): Generator<Difference> {
  const of = (id: string) => ({ subject, id, ...(claimType === undefined ? {} : { claimType }) });
  for (const [id, thing] of before) {
    const other = after.get(id);
    if (other === undefined) yield partOf(of(id), 'presence', written(thing), null);
    else if (other !== thing) yield* inside(id, thing, other);
  }
  for (const [id, thing] of after) if (!before.has(id)) yield partOf(of(id), 'presence', null, written(thing));
}

/**
 * Things in a row. One that only one side has names what it follows there, null at the head; where those that both have
 * stand in another order, that is one difference more.
 */
export function* rowDifferences<Thing extends { readonly name: string }>(
  kept: Kept<Thing>,
  before: readonly Thing[],
  after: readonly Thing[],
): Generator<Difference> {
  const [own, other] = [namesOf(before), namesOf(after)];
  const placed = (row: readonly Thing[]) => {
    const places = new Map(row.map((thing, place) => [thing, place]));
    return (thing: Thing) => ({ follows: row[(places.get(thing) ?? 0) - 1]?.name ?? null, ...kept.written(thing) });
  };
  const [ours, theirs] = [placed(before), placed(after)];
  const isOfBefore = new Set(before);
  yield* mapDifferences(
    { ...kept, written: (thing) => (isOfBefore.has(thing) ? ours(thing) : theirs(thing)) },
    own,
    other,
  );
  const common = [[...own.keys()].filter((name) => other.has(name)), [...other.keys()].filter((name) => own.has(name))];
  if (!sameJson(common[0], common[1]))
    yield partOf({ subject: kept.subject, id: '' }, 'order', common[0] ?? [], common[1] ?? []);
}

function namesOf<Thing extends { readonly name: string }>(row: readonly Thing[]): ReadonlyMap<string, Thing> {
  return new Map(row.map((thing) => [thing.name, thing]));
}

/** The parts that differ of two things of one name. */
export function* partDifferences<Thing extends object>(
  of: Parameters<typeof partOf>[0],
  before: Thing,
  after: Thing,
  parts: Readonly<Record<string, (thing: Thing) => unknown>>,
): Generator<Difference> {
  for (const [part, read] of Object.entries(parts)) {
    const [own, other] = [read(before), read(after)];
    if (!sameJson(own, other)) yield partOf(of, part, own, other);
  }
}
