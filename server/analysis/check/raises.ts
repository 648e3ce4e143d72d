import { billItems, TOTAL } from '../edges/amount-ranges.ts';
import type { FactClass, Range } from '../edges/fact-class.ts';
import type { SharedClaim } from '../edges/shared-claim.ts';
import type { Profile, Profiles } from '../proof/profiles.ts';

/** A way in which a bill is a fen larger. */
export interface Direction {
  readonly item: string;
  /** The item and, where the fen is also one of a part of it, that part. */
  readonly paths: ReadonlySet<string>;
}

/** A kind of claims and the kind that they are of with a fen more: the same, unless a condition reads the amount. */
export interface Step {
  readonly direction: Direction;
  readonly to: Profile;
  /** Money that is at the end of its range before, and at the beginning of the next after. */
  readonly crossed: readonly string[];
  readonly ranges: ReadonlyMap<string, Range>;
}

/** Each item of the bill alone, and with each money fact that is part of it. */
export function directionsOf(shared: SharedClaim): readonly Direction[] {
  return billItems(shared).flatMap((item) => {
    const parts = [...shared.facts.values()].flatMap(({ from: { id, type } }) =>
      type.kind === 'money' && type.partOf === item ? [id] : [],
    );
    return [{ item, paths: new Set([item]) }, ...parts.map((part) => ({ item, paths: new Set([item, part]) }))];
  });
}

/** What claims of a profile become with a fen more: claims of the profile, and of those at whose beginning its ranges end. */
export function* stepsOf(profiles: Profiles, profile: Profile, direction: Direction): Generator<Step> {
  const { dates, assumed } = profile;
  // Where a claim leaves an amount out, it is not that amount that is a fen more.
  if ([...direction.paths].some((id) => assumed.has(id) && assumed.get(id)?.range === undefined)) return;
  yield { direction, to: profile, crossed: [], ranges: rangesOf(assumed) };
  const read = [...direction.paths, TOTAL].filter((id) => assumed.get(id)?.range !== undefined);
  for (let set = 1; set < 1 << read.length; set += 1) {
    const crossed = read.filter((_, at) => (set & (1 << at)) !== 0);
    const beyond = new Map(assumed);
    for (const id of crossed) {
      const next = nextClass(profiles, id, assumed.get(id));
      if (next === null) break;
      beyond.set(id, next);
    }
    if (crossed.some((id) => beyond.get(id) === assumed.get(id))) continue;
    for (const to of profiles.under(dates, beyond))
      if (!('settledBy' in to)) yield { direction, to, crossed, ranges: rangesOf(to.assumed) };
  }
}

function nextClass({ classes }: Profiles, id: string, own: FactClass | undefined): FactClass | null {
  const start = (own?.range?.high ?? 0) + 1;
  return classes.classes.get(id)?.find(({ range }) => range?.low === start) ?? null;
}

function rangesOf(assumed: Profile['assumed']): ReadonlyMap<string, Range> {
  return new Map([...assumed].flatMap(([id, { range }]) => (range === undefined ? [] : [[id, range] as const])));
}
