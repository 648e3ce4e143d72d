import type { EffectiveRuleSet, EffectiveStandard } from '../../../rulesets/effective-rule-set.ts';
import { sameJson } from '../../../rulesets/same-value.ts';
import { type Difference, partOf } from '../difference.ts';
import { mapDifferences, partDifferences } from './presence.ts';
import { valueDifferences } from './values.ts';

/** Standards added and removed, their figures point by point, and what else is declared of them. */
export function standardDifferences(before: EffectiveRuleSet, after: EffectiveRuleSet): Iterable<Difference> {
  return mapDifferences({ subject: 'standard', written: writtenStandard, inside }, before.standards, after.standards);
}

/** A standard without whose figure it is and whose its keys are: that is the rule set's matter, not the standard's. */
function writtenStandard({ cityValue, origin, ownKey, ...standard }: EffectiveStandard): object {
  return standard;
}

function* inside(id: string, before: EffectiveStandard, after: EffectiveStandard): Generator<Difference> {
  const of = { subject: 'standard', id } as const;
  if (before.unit !== after.unit || !sameJson(before.by, after.by))
    yield partOf(of, 'definition', definition(before), definition(after));
  else yield* valueDifferences(after, before.value, after.value);
  yield* partDifferences(of, before, after, {
    direction: ({ better, order }) => ({ better, order }),
    permission: ({ county, range, group }) => ({ county, range, group }),
    label: ({ label }) => label,
    clause: ({ clause }) => clause,
    source: ({ verified, source }) => ({ verified, source }),
  });
}

function definition({ unit, by, value }: EffectiveStandard): object {
  return { unit, by, value };
}
