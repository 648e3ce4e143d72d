import { baseStatedBy, CLAIM } from '../bases.ts';
import { potsDrawn } from '../pots.ts';
import { type Assignment, type Budget, witness } from './satisfiable.ts';
import type { Scope, ScopedRule } from './scope.ts';
import type { Usage } from './usage.ts';

/** Whether a rule's form works on the base of a year or another period. */
export function worksOnPeriod({ event }: ScopedRule): boolean {
  const stated = baseStatedBy(event);
  return stated !== null && stated.period !== CLAIM;
}

/** Whether two rules draw from one pot. */
export function drawsWith(first: ScopedRule, second: ScopedRule): boolean {
  const pots = potsDrawn(second.event);
  return potsDrawn(first.event).some((pot) => pots.includes(pot));
}

/** A claim that both rules pay; null where none can, undefined where that was not decided. */
export function bothPay(
  scope: Scope,
  usage: Usage,
  [first, second]: readonly [ScopedRule, ScopedRule],
  budget: Budget,
): Assignment | null | undefined {
  let open = false;
  for (const type of usage.typesOf(first)) {
    const claimType = scope.claims.get(type);
    if (claimType === undefined || !usage.typesOf(second).includes(type)) continue;
    const found = witness(claimType, scope.standards, [first.conditions, second.conditions], budget);
    if (found !== null && found !== undefined) return found;
    if (found === undefined) open = true;
  }
  return open ? undefined : null;
}
