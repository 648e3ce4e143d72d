import { newBudget, witness } from '../../rulesets/checks/satisfiable.ts';
import type { EffectiveRuleSet } from '../../rulesets/effective-rule-set.ts';
import type { Condition } from '../../rulesets/language.ts';
import type { Compared } from './compared.ts';

/** What a changed condition is to the one before: met by more claims, by fewer, by the same, or by others. */
export type Reach = 'wider' | 'narrower' | 'same' | 'other';

/**
 * How far two conditions reach, over the claim types that both sides know. No condition is met by every claim. The figures
 * that conditions name are those of the later side, and once more those of the earlier: what figures change is told of them.
 */
export function reachOf({ before, after }: Compared, own: Condition | null, other: Condition | null): Reach {
  const ways = [
    [before, after],
    [after, before],
  ] as const;
  const within = (inner: Condition | null, outer: Condition | null) =>
    outer === null || ways.every(([first, second]) => holdsWithin(first, second, inner, outer));
  const [widened, narrowed] = [within(own, other), within(other, own)];
  if (widened) return narrowed ? 'same' : 'wider';
  return narrowed ? 'narrower' : 'other';
}

/** Whether every claim that meets the one condition meets the other; false also where that was not decided. */
function holdsWithin(
  first: EffectiveRuleSet,
  second: EffectiveRuleSet,
  inner: Condition | null,
  outer: Condition,
): boolean {
  const standards = new Map([...first.standards, ...second.standards]);
  const conditions: Condition[] = [...(inner === null ? [] : [inner]), { not: outer }];
  for (const [type, own] of first.claims) {
    const other = second.claims.get(type);
    if (other === undefined) continue;
    const both = { ...other, facts: new Map([...own.facts, ...other.facts]) };
    if (witness(both, standards, conditions, newBudget()) !== null) return false;
  }
  return true;
}
