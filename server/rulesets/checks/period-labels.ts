import { baseStatedBy, CLAIM } from '../bases.ts';
import type { Event, RuleSet } from '../language.ts';
import type { Complaint } from './complaint.ts';
import { labelsOfNothing } from './labels-of-nothing.ts';
import type { Scope, ScopedLimit } from './scope.ts';

/** What is called something in `periods` is what some limit or rule counts by, said or left unsaid. */
export function* checkPeriodLabels({ periods }: RuleSet, scope: Scope): Generator<Complaint> {
  const counted = new Set([
    ...scope.limits.flatMap(({ declared }) => periodsOfLimit(declared)),
    ...scope.rules.flatMap(({ declared: { event } }) => periodsOfEvent(event)),
  ]);
  yield* labelsOfNothing(periods, counted, '/periods', 'labelOfNoPeriod');
}

function periodsOfLimit({ atMost, per = CLAIM }: ScopedLimit): readonly string[] {
  return atMost === undefined ? [] : [per];
}

function periodsOfEvent(event: Event): readonly string[] {
  if (event.type !== 'allowance') return [baseStatedBy(event)?.period ?? []].flat();
  const { atMost, per = CLAIM, perClaim } = event.params;
  return [...(perClaim === undefined ? [] : [CLAIM]), ...(atMost === undefined ? [] : [per])];
}
