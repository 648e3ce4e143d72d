import type { Condition } from '../language.ts';
import { reaches } from '../reach.ts';
import { inBoth } from '../words.ts';
import { type Complaint, doubtful } from './complaint.ts';
import { type Budget, witness } from './satisfiable.ts';
import type { Scope } from './scope.ts';

/** Rules and limits whose condition no claim can meet. */
export function* checkDead(scope: Scope, budget: Budget): Generator<Complaint> {
  // What a county may change decides nothing for good: only fixed standards are taken at their value.
  const fixed = new Map([...scope.standards].filter(([, { county }]) => county === 'fixed'));
  for (const { declared, pointer } of scope.rules) {
    if (pointer === null || canHold(scope, fixed, declared.conditions, budget)) continue;
    yield doubtful('ruleDead', `${pointer}/name`, { rule: declared.name });
  }
  for (const { declared, pointer } of scope.limits) {
    if (pointer === null || declared.conditions === undefined || canHold(scope, fixed, declared.conditions, budget))
      continue;
    const args = { limit: declared.name, what: declared.name, why: inBoth('whyNeverMet') };
    yield doubtful('limitUnreachable', `${pointer}/name`, args);
  }
}

/** Whether some claim can meet a condition; true also where that was not decided. */
function canHold(scope: Scope, standards: Scope['standards'], condition: Condition, budget: Budget): boolean {
  const types = [...scope.claims.values()].filter(({ type }) => reaches(condition, type) !== false);
  if (types.length === 0) return false;
  if (isPlain(condition)) return true;
  return types.some((type) => witness(type, standards, [condition], budget) !== null);
}

/** A condition that asks one item of each fact can be met: the items have been looked up. Most rules are such. */
function isPlain(condition: Condition): boolean {
  const parts = 'all' in condition ? condition.all : [condition];
  const facts = new Set<string>();
  for (const part of parts) {
    if (!('fact' in part) || part.operator !== 'equal' || typeof part.value !== 'string') return false;
    if (part.fact.startsWith('$') || facts.has(part.fact)) return false;
    facts.add(part.fact);
  }
  return true;
}
