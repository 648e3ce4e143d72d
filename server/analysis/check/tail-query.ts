import type { Place } from '../../engine/tree/shared-tree.ts';
import type { Compared, QueryText } from '../../engine/tree/solver.ts';
import type { ClaimPair } from '../proof/claim-pair.ts';

/** The chain from a payment on, whatever came before: what was left then is taken as amounts of their own, in order; null where that says too little. */
export function tailQuery(pair: ClaimPair, first: number): QueryText | null {
  const [line, larger] = [pair.from.lines[first], pair.to.lines[first]];
  if (line === undefined || larger === undefined || !paidAlikeBeside(pair)) return null;
  const { tree } = pair;
  const cut = new Map<Place, string>();
  const facts: Compared[] = [];
  const zero = tree.constant(0n);
  for (const [pot, left] of line.before) {
    const [more, opened, raised] = [larger.before.get(pot), pair.from.opened.get(pot), pair.to.opened.get(pot)];
    if (more === undefined || opened === undefined || raised === undefined) return null;
    for (const [place, name] of [
      [left, `left.${pot}`],
      [more, `left.${pot}.raised`],
    ] as const)
      if (!['constant', 'input'].includes(tree.at(place).op) && place !== opened && place !== raised)
        cut.set(place, name);
    facts.push({ left: zero, is: '<=', right: left }, { left, is: '<=', right: more });
    facts.push({ left, is: '<=', right: opened }, { left: more, is: '<=', right: raised });
    facts.push({ left: more, is: '<=', right: tree.add(left, tree.subtract(raised, opened)) });
  }
  return pair.query({ facts, goals: tailGoals(pair), cut });
}

/** What is paid from no pot has to be the same for both bills: then what is paid in all follows from what is left. */
function paidAlikeBeside({ from, to }: ClaimPair): boolean {
  return from.lines.every((line, at) => line.of.length > 0 || line.paid === to.lines[at]?.paid);
}

/** Less is left in all, or more than the pots were opened larger by. */
function tailGoals({ tree, from, to }: ClaimPair): readonly Compared[] {
  const sum = (places: Iterable<Place>) => [...places].reduce((all, one) => tree.add(all, one), tree.constant(0n));
  const [before, after] = [sum(from.left.values()), sum(to.left.values())];
  const larger = tree.subtract(sum(to.opened.values()), sum(from.opened.values()));
  return [
    { left: before, is: '>', right: after },
    { left: after, is: '>', right: tree.add(before, larger) },
  ];
}
