import type { EffectiveRuleSet, Limit } from '../../../rulesets/effective-rule-set.ts';
import { type Difference, partOf } from '../difference.ts';
import { partDifferences, rowDifferences } from './presence.ts';

/** Limits added, removed and in another order; what they are over, how long they count, and their figures. */
export function limitDifferences(before: EffectiveRuleSet, after: EffectiveRuleSet): Iterable<Difference> {
  return rowDifferences({ subject: 'limit', written, inside }, before.limits, after.limits);
}

function written({ origin, ...limit }: Limit): object {
  return limit;
}

/** What a limit says beside its conditions and its words. */
function termsOfLimit({ name, label, clause, conditions, origin, ...terms }: Limit): object {
  return terms;
}

function* inside(id: string, before: Limit, after: Limit): Generator<Difference> {
  const of = { subject: 'limit', id } as const;
  if (before.kind !== after.kind) yield partOf(of, 'definition', termsOfLimit(before), termsOfLimit(after));
  else {
    yield* partDifferences(of, before, after, {
      figure: (limit) => (limit.kind === 'leave' ? limit.leave : limit.atMost),
      reach: (limit) => (limit.kind === 'leave' ? { of: limit.of } : { over: limit.over, binds: limit.binds }),
      per: (limit) => (limit.kind === 'leave' ? null : limit.per),
    });
  }
  yield* partDifferences(of, before, after, {
    conditions: ({ conditions }) => conditions,
    label: ({ label }) => label,
    clause: ({ clause }) => clause,
  });
}
