import type { EffectiveRuleSet, Rule } from '../../../rulesets/effective-rule-set.ts';
import { type Difference, partOf } from '../difference.ts';
import { partDifferences, rowDifferences } from './presence.ts';

/** Rules added, removed and in another order; their conditions, layers, forms and figures. */
export function ruleDifferences(before: EffectiveRuleSet, after: EffectiveRuleSet): Iterable<Difference> {
  return rowDifferences({ subject: 'rule', written, inside }, before.rules, after.rules);
}

function written({ origin, ...rule }: Rule): object {
  return rule;
}

function* inside(id: string, before: Rule, after: Rule): Generator<Difference> {
  const of = { subject: 'rule', id } as const;
  if (before.event.type !== after.event.type) yield partOf(of, 'form', before.event, after.event);
  else yield* partDifferences(of, before, after, { figures: ({ event }) => event.params });
  yield* partDifferences(of, before, after, {
    layer: ({ layer }) => layer,
    conditions: ({ conditions }) => conditions,
    label: ({ label }) => label,
    clause: ({ clause }) => clause,
  });
}
