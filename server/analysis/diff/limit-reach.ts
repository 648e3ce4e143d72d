import type { Compared } from './compared.ts';
import { conditionsReach } from './conditions-reach.ts';
import type { Difference } from './difference.ts';
import type { Reach } from './reach.ts';

/** How far a limit reaches compared with before, by its conditions or by what it is over; null for other differences. */
export function limitReach(difference: Difference, sides: Compared): Reach | null {
  const { subject, part, before, after } = difference;
  if (subject !== 'limit') return null;
  if (part !== 'reach') return conditionsReach(difference, sides);
  const [own, other] = [before as Names, after as Names];
  // Leaving so much of other pots with the person may be easier or harder.
  if (own.of !== undefined || other.of !== undefined) return 'other';
  if (covers(other.over, own.over) && covers(other.binds, own.binds)) return 'wider';
  return covers(own.over, other.over) && covers(own.binds, other.binds) ? 'narrower' : 'other';
}

interface Names {
  readonly over?: readonly string[];
  readonly binds?: readonly string[];
  readonly of?: readonly string[];
}

function covers(outer: readonly string[] = [], inner: readonly string[] = []): boolean {
  return inner.every((name) => outer.includes(name));
}

/** Whether a limit binds only what the other side does not have: it takes nothing from anyone. */
export function bindsOneSideOnly(limit: unknown, { onOneSide }: Compared): boolean {
  const { binds } = limit as Names;
  return binds?.every((name) => onOneSide.has(name)) === true;
}
