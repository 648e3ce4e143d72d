import { isRestRead } from '../../rulesets/checks/key-domain.ts';
import { type Scope, scopeOfCounty } from '../../rulesets/checks/scope.ts';
import { type Usage, usageOf } from '../../rulesets/checks/usage.ts';
import type { EffectiveRuleSet } from '../../rulesets/effective-rule-set.ts';
import type { StandardValue } from '../../rulesets/language.ts';
import { isMap, isRows, keysNamed, OTHERWISE, ownEntry, rowAt } from '../../rulesets/standard-at.ts';
import type { Compared } from './compared.ts';
import type { Step } from './difference.ts';

/**
 * Whether some claim of either side reads what maps say under `otherwise`, where keys of a fact are named. It does not where
 * the maps name all that the fact can be: `otherwise` may then come, go and change without a difference to anybody.
 */
export type RestRead = (fact: string, named: readonly string[]) => boolean;

/** What is asked of a standard of the first side beside one of the second, mostly itself. */
export function restReadOf({ before, after }: Compared, own: string, other: string): RestRead {
  return (fact, named) => isReadIn(before, own, fact, named) || isReadIn(after, other, fact, named);
}

/** Whether a place lies below an `otherwise` that no claim reads, whichever of two values names a key beside it. */
export function isReadByNobody(
  at: readonly Step[],
  before: StandardValue,
  after: StandardValue,
  isRead: RestRead,
): boolean {
  return at.some((step, depth) => {
    if (step.kind !== 'key' || step.key !== OTHERWISE) return false;
    const above = at.slice(0, depth);
    return !isRead(
      step.fact,
      [before, after].flatMap((value) => keysAt(value, above)),
    );
  });
}

/** The keys that a value names at a place, without what it says of all others. */
function keysAt(value: StandardValue, at: readonly Step[]): readonly string[] {
  let inside: StandardValue | undefined = value;
  for (const step of at) {
    if (inside === undefined) return [];
    if (step.kind === 'key') inside = isMap(inside) ? ownEntry(inside, step.key) : undefined;
    else if (step.kind === 'row') inside = isRows(inside) ? rowAt(inside, step.from) : undefined;
  }
  return inside === undefined || !isMap(inside) ? [] : keysNamed(inside);
}

function isReadIn(ruleSet: EffectiveRuleSet, id: string, fact: string, named: readonly string[]): boolean {
  const standard = ruleSet.standards.get(id);
  const depth = standard?.by.indexOf(fact) ?? -1;
  if (standard === undefined || depth < 0) return true;
  const { scope, usage } = usedIn(ruleSet);
  return isRestRead(scope, usage, standard, depth, named);
}

/** Gathered once for all changes of a comparison. */
const known = new WeakMap<EffectiveRuleSet, { readonly scope: Scope; readonly usage: Usage }>();

function usedIn(ruleSet: EffectiveRuleSet): { readonly scope: Scope; readonly usage: Usage } {
  const found = known.get(ruleSet);
  if (found !== undefined) return found;
  const scope = scopeOfCounty({}, ruleSet);
  const used = { scope, usage: usageOf(scope) };
  known.set(ruleSet, used);
  return used;
}
