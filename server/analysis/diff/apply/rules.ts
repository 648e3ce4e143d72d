import type { Limit, Rule } from '../../../rulesets/effective-rule-set.ts';
import type { Difference } from '../difference.ts';
import { rowWith } from './collections.ts';

/** Rules with differences made to them. */
export function rulesWith(rules: readonly Rule[], differences: readonly Difference[]): readonly Rule[] {
  return rowWith(rules, differences, {
    made: (written) => ({ ...(written as Rule), origin: 'city' }),
    changed: (rule, { part, after }) => {
      if (part === 'form') return { ...rule, event: after as Rule['event'] };
      if (part === 'figures') return { ...rule, event: { ...rule.event, params: after } as Rule['event'] };
      return { ...rule, [part]: after };
    },
  });
}

/** Limits with differences made to them. */
export function limitsWith(limits: readonly Limit[], differences: readonly Difference[]): readonly Limit[] {
  return rowWith(limits, differences, {
    made: (written) => ({ ...(written as Limit), origin: 'city' }),
    changed: limitWith,
  });
}

function limitWith(limit: Limit, { part, after }: Difference): Limit {
  if (part === 'definition') {
    const { name, label, clause, conditions, origin } = limit;
    return { name, label, clause, conditions, origin, ...(after as object) } as Limit;
  }
  if (part === 'figure') return { ...limit, [limit.kind === 'leave' ? 'leave' : 'atMost']: after };
  return part === 'reach' ? { ...limit, ...(after as object) } : { ...limit, [part]: after };
}
