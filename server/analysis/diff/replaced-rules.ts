import type { Change } from './change.ts';
import { type Compared, rulesNamed } from './compared.ts';

/**
 * Changes in which rules of one layer gain reach while others of it lose some: one may stand in for the other, and only a
 * proof can tell what that leaves. So with limits on the same layers or rules.
 */
export function movedBothWays(changes: readonly Change[], sides: Compared): ReadonlySet<Change> {
  const byPlace = new Map<string, Change[]>();
  for (const change of changes) {
    if (!isReach(change)) continue;
    const place = placeOf(change, sides);
    byPlace.set(place, [...(byPlace.get(place) ?? []), change]);
  }
  return new Set([...byPlace.values()].filter(goBothWays).flat());
}

function isReach({ subject, part }: Change): boolean {
  return (subject === 'rule' || subject === 'limit') && ['presence', 'conditions', 'reach'].includes(part);
}

/** The layer of a rule that pays, terms rules together, limits together. */
function placeOf({ subject, id }: Change, sides: Compared): string {
  return subject === 'limit'
    ? 'limits'
    : `rules ${[...new Set(rulesNamed(sides, id).map(({ layer }) => layer ?? ''))].sort().join(' ')}`;
}

function goBothWays(changes: readonly Change[]): boolean {
  const classes = new Set(changes.map((change) => change.class));
  return classes.has('better') && classes.has('worse');
}
