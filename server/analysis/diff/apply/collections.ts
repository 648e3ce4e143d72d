import type { Difference } from '../difference.ts';

/** How written JSON becomes a thing again, and a thing takes a difference of one of its parts. */
export interface Making<Thing> {
  readonly made: (written: unknown) => Thing;
  readonly changed: (thing: Thing, difference: Difference) => Thing;
}

/** Things under ids with differences made to them. */
export function mapWith<Thing>(
  things: ReadonlyMap<string, Thing>,
  differences: readonly Difference[],
  { made, changed }: Making<Thing>,
): ReadonlyMap<string, Thing> {
  const all = new Map(things);
  for (const difference of differences) {
    const { id, part, after } = difference;
    const known = all.get(id);
    if (part === 'presence' && after === null) all.delete(id);
    else if (part === 'presence') all.set(id, made(after));
    else if (known !== undefined) all.set(id, changed(known, difference));
  }
  return all;
}

/** Things in a row with differences made to them: those that stay in their new order, those that come behind what they follow. */
export function rowWith<Thing extends { readonly name: string }>(
  row: readonly Thing[],
  differences: readonly Difference[],
  making: Making<Thing>,
): readonly Thing[] {
  const isPlace = ({ part }: Difference) => part === 'order';
  const isNew = ({ part, after }: Difference) => part === 'presence' && after !== null;
  const stay = mapWith(
    new Map(row.map((thing) => [thing.name, thing])),
    differences.filter((one) => !isPlace(one) && !isNew(one)),
    making,
  );
  const order = differences.find(isPlace)?.after as readonly string[] | undefined;
  const placed = (order ?? [...stay.keys()]).flatMap((name) => stay.get(name) ?? []);
  for (const { after } of differences.filter(isNew)) {
    const { follows, ...written } = after as { readonly follows: string | null };
    placed.splice(placed.findIndex(({ name }) => name === follows) + 1, 0, making.made(written));
  }
  return placed;
}
