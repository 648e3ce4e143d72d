import type { Dimension } from '../../engine/dimensions.ts';
import type { Fact } from '../../rulesets/effective-rule-set.ts';

/** Lists with several of the items that rules ask for. */
export interface HeldTogether {
  readonly lists: readonly (readonly (string | number)[])[];
  /** Whether they are all there are: of many items only two at a time are held. */
  readonly isWhole: boolean;
}

/** Up to so many items that are asked for every set of them is made. */
const MOST_IN_FULL = 4;

/** Sets of two items and more of those that a list is asked for, the smallest first. */
export function heldTogether({ type }: Fact, read: readonly Dimension[], most: number): HeldTogether {
  if (type.kind !== 'list') return { lists: [], isWhole: true };
  const { items } = type;
  const asked = [...new Set(read.flatMap(({ contained }) => [...contained]))].filter(
    (item) => items === null || items.has(String(item)),
  );
  const inFull = asked.length <= MOST_IN_FULL;
  const sets = inFull ? setsOf(asked) : pairsOf(asked);
  const lists = sets.filter(({ length }) => length > 1).sort((one, other) => one.length - other.length);
  return { lists: lists.slice(0, most), isWhole: inFull && lists.length <= most };
}

function setsOf(items: readonly (string | number)[]): (string | number)[][] {
  return Array.from({ length: 1 << items.length }, (_, set) => items.filter((_, at) => (set & (1 << at)) !== 0));
}

function pairsOf(items: readonly (string | number)[]): (string | number)[][] {
  return items.flatMap((one, at) => items.slice(at + 1).map((other) => [one, other]));
}
