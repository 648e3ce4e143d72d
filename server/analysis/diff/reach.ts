import { newBudget, witness } from '../../rulesets/checks/satisfiable.ts';
import type { ClaimType, EffectiveRuleSet } from '../../rulesets/effective-rule-set.ts';
import type { Condition } from '../../rulesets/language.ts';
import type { Compared } from './compared.ts';

/** What a changed condition is to the one before: met by more claims, by fewer, by the same, or by others. */
export type Reach = 'wider' | 'narrower' | 'same' | 'other';

/**
 * How far two conditions reach, over the claim types that both sides know. No condition is met by every claim. The figures
 * that conditions name are those of the later side, and once more those of the earlier: what figures change is told of them.
 */
export function reachOf(sides: Compared, own: Condition | null, other: Condition | null): Reach {
  const ways = waysOf(sides);
  const within = (inner: Condition | null, outer: Condition | null) =>
    outer === null || ways.every((way) => holdsWithin(way, inner, outer));
  const [widened, narrowed] = [within(own, other), within(other, own)];
  if (widened) return narrowed ? 'same' : 'wider';
  return narrowed ? 'narrower' : 'other';
}

/** What conditions are judged by: figures and facts of both sides, of one of them where both have some of a name. */
interface Way {
  readonly standards: EffectiveRuleSet['standards'];
  readonly types: readonly ClaimType[];
}

/** Joined once for all conditions that changed: each would else look at every standard there is. */
const known = new WeakMap<Compared, readonly Way[]>();

function waysOf(sides: Compared): readonly Way[] {
  const { before, after } = sides;
  const ways = known.get(sides) ?? [wayOf(before, after), wayOf(after, before)];
  known.set(sides, ways);
  return ways;
}

function wayOf(first: EffectiveRuleSet, second: EffectiveRuleSet): Way {
  const types = [...first.claims].flatMap(([type, own]) => {
    const other = second.claims.get(type);
    return other === undefined ? [] : [{ ...other, facts: new Map([...own.facts, ...other.facts]) }];
  });
  return { standards: new Map([...first.standards, ...second.standards]), types };
}

/** Whether every claim that meets the one condition meets the other; false also where that was not decided. */
function holdsWithin({ standards, types }: Way, inner: Condition | null, outer: Condition): boolean {
  const conditions: Condition[] = [...(inner === null ? [] : [inner]), { not: outer }];
  return types.every((type) => witness(type, standards, conditions, newBudget()) === null);
}
