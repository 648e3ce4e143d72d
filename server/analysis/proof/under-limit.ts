import type { Place, SharedTree } from '../../engine/tree/shared-tree.ts';

/**
 * A payment and another of which a limit over both bounds what is paid: first + min(…others, …max(0, most − used − first)). That
 * is min(…first + other, …max(first, most − used)), and so never less with a larger `first`, `other` or `most`.
 */
export interface UnderLimit {
  readonly first: Place;
  readonly others: readonly Place[];
  readonly rooms: readonly { readonly most: Place; readonly used: readonly Place[] }[];
}

/** A sum as such payments, either part being the first; none where neither leaves the other its room. */
export function* underLimit(
  tree: SharedTree,
  { left, right }: { readonly left: Place; readonly right: Place },
): Generator<UnderLimit> {
  for (const [first, second] of [
    [left, right],
    [right, left],
  ] as const) {
    const others: Place[] = [];
    const rooms: UnderLimit['rooms'][number][] = [];
    for (const part of smallestOf(tree, second)) {
      const room = roomBeside(tree, part, first);
      if (room === null) others.push(part);
      else rooms.push(room);
    }
    if (rooms.length > 0) yield { first, others, rooms };
  }
}

/** What a place is the smallest of. */
function smallestOf(tree: SharedTree, place: Place): readonly Place[] {
  const node = tree.at(place);
  return node.op === 'min' ? [...smallestOf(tree, node.left), ...smallestOf(tree, node.right)] : [place];
}

/** max(0, most − used − first); null for any other place. */
function roomBeside(tree: SharedTree, place: Place, first: Place): UnderLimit['rooms'][number] | null {
  const node = tree.at(place);
  if (node.op !== 'max') return null;
  const rest = [node.left, node.right].filter((part) => tree.constantAt(part) !== 0n);
  if (rest.length !== 1) return null;
  const [plus, minus]: [Place[], Place[]] = [[], []];
  const visit = (part: Place, adds: Place[], takes: Place[]) => {
    const found = tree.at(part);
    if (part === first || (found.op !== 'add' && found.op !== 'subtract')) {
      adds.push(part);
      return;
    }
    visit(found.left, adds, takes);
    if (found.op === 'add') visit(found.right, adds, takes);
    else visit(found.right, takes, adds);
  };
  visit(rest[0] as Place, plus, minus);
  const at = minus.indexOf(first);
  const [most] = plus;
  if (at === -1 || most === undefined || plus.length > 1) return null;
  return { most, used: minus.toSpliced(at, 1).sort((a, b) => a - b) };
}
