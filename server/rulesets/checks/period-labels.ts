import { baseStatedBy, CLAIM } from '../bases.ts';
import type { Event, RuleSet } from '../language.ts';
import { stepInto } from '../positions.ts';
import { didYouMean, listed } from '../words.ts';
import { type Complaint, wrongKey } from './complaint.ts';
import type { Scope, ScopedLimit } from './scope.ts';

/** What is called something in `periods` is what some limit or rule counts by, said or left unsaid. */
export function* checkPeriodLabels({ periods }: RuleSet, scope: Scope): Generator<Complaint> {
  const counted = new Set([
    ...scope.limits.flatMap(({ declared }) => periodsOfLimit(declared)),
    ...scope.rules.flatMap(({ declared: { event } }) => periodsOfEvent(event)),
  ]);
  for (const period of Object.keys(periods ?? {})) {
    if (counted.has(period)) continue;
    const args = { given: period, known: listed(counted), meant: didYouMean(period, counted) };
    yield wrongKey('labelOfNoPeriod', stepInto('/periods', period), args);
  }
}

function periodsOfLimit({ atMost, per = CLAIM }: ScopedLimit): readonly string[] {
  return atMost === undefined ? [] : [per];
}

function periodsOfEvent(event: Event): readonly string[] {
  if (event.type !== 'allowance') return [baseStatedBy(event)?.period ?? []].flat();
  const { atMost, per = CLAIM, perClaim } = event.params;
  return [...(perClaim === undefined ? [] : [CLAIM]), ...(atMost === undefined ? [] : [per])];
}
