import type { Condition } from '../../rulesets/language.ts';
import type { Compared } from './compared.ts';
import type { Difference } from './difference.ts';
import { type Reach, reachOf } from './reach.ts';

/** Each kind of change asks again, and an answer takes a search. */
const known = new WeakMap<Difference, Reach>();

/** How far a rule's or limit's conditions reach compared with before; null for differences of anything else. */
export function conditionsReach(difference: Difference, sides: Compared): Reach | null {
  const { subject, part, before, after } = difference;
  if ((subject !== 'rule' && subject !== 'limit') || part !== 'conditions') return null;
  const found = known.get(difference) ?? reachOf(sides, before as Condition | null, after as Condition | null);
  known.set(difference, found);
  return found;
}

/** {@link conditionsReach} of a rule. */
export function ruleReach(difference: Difference, sides: Compared): Reach | null {
  return difference.subject === 'rule' ? conditionsReach(difference, sides) : null;
}
