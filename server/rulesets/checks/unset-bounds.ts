import type { EffectiveStandard } from '../effective-rule-set.ts';
import type { Condition } from '../language.ts';
import { standardNamed } from '../words.ts';
import { type Complaint, wrong } from './complaint.ts';
import { holdsWord } from './figures.ts';
import type { Scope } from './scope.ts';
import { isStandardUse, leavesOf, standardsOfLeaf, type Usage } from './usage.ts';

/**
 * What cuts payments is off where a standard that it reads is unset: a limit by its amount or its condition, a terms rule by its
 * condition. Unset is the least that a county may raise, and here it is the most: a county's first figure would be a new cut and
 * pass as a raise.
 */
export function* checkUnsetBounds(scope: Scope, { uses }: Usage): Generator<Complaint> {
  for (const use of uses) {
    if (!isStandardUse(use) || use.pointer === null) continue;
    const isAmount = use.cap || /\/limits\/\d+\/leave(\/amount)?$/.test(use.pointer);
    if (isAmount) yield* complaintAt(scope, use.reference.name, use.pointer);
  }
  const limits = scope.limits.map(({ declared, pointer }) => ({ conditions: declared.conditions, pointer }));
  const terms = scope.rules
    .filter(({ declared }) => declared.event.type === 'terms')
    .map(({ declared, pointer }) => ({ conditions: declared.conditions, pointer }));
  for (const { conditions, pointer } of [...limits, ...terms])
    if (conditions !== undefined && pointer !== null) yield* inCondition(scope, conditions, `${pointer}/conditions`);
}

function* inCondition(scope: Scope, conditions: Condition, at: string): Generator<Complaint> {
  for (const { leaf, pointer } of leavesOf(conditions, at, []))
    for (const name of standardsOfLeaf(leaf)) if (pointer !== null) yield* complaintAt(scope, name, pointer);
}

function* complaintAt(scope: Scope, name: string, pointer: string): Generator<Complaint> {
  const standard = scope.standards.get(name);
  if (standard === undefined || !mayBeSetWorse(standard)) return;
  yield wrong('boundUnset', pointer, {
    standard: name,
    label: standard.label,
    named: standardNamed(name, standard.label),
  });
}

/** Whether a city leaves a figure unset that a county may set by itself; a group is set together with what it is for. */
function mayBeSetWorse({ origin, county, group, value, order }: EffectiveStandard): boolean {
  return (
    origin === 'city' && county !== 'fixed' && group === null && !order.includes('none') && holdsWord(value, 'none')
  );
}
