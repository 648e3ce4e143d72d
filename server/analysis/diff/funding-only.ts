import type { EffectiveRuleSet } from '../../rulesets/effective-rule-set.ts';
import { standardsNamed } from '../../rulesets/figure.ts';
import { type Compared, roleOf } from './compared.ts';

/** The standards that a rule set's premiums are brought by, and those that anything else hangs on. */
interface Uses {
  readonly funding: ReadonlySet<string>;
  readonly others: ReadonlySet<string>;
}

/** Looked at once for all changes of a comparison. */
const usesIn = new WeakMap<EffectiveRuleSet, Uses>();

/**
 * Whether a standard bears on nothing but who brings a premium and how much, on each side that has a use for it: whatever it
 * becomes, no claimant is paid more or less.
 */
export function isFundingOnly(id: string, { before, after }: Pick<Compared, 'before' | 'after'>): boolean {
  const uses = [before, after].map(usesOf);
  return uses.some(({ funding }) => funding.has(id)) && uses.every(({ others }) => !others.has(id));
}

function usesOf(ruleSet: EffectiveRuleSet): Uses {
  const known = usesIn.get(ruleSet);
  if (known !== undefined) return known;
  const { rules, limits, costs } = ruleSet;
  const uses: Uses = {
    funding: new Set(namedBy(rules.filter((rule) => roleOf(rule) === 'funds'))),
    others: new Set([...namedBy(rules.filter((rule) => roleOf(rule) !== 'funds')), ...standardsNamed([limits, costs])]),
  };
  usesIn.set(ruleSet, uses);
  return uses;
}

/** Also by conditions: there a standard stands in the place of a fact, or of a value. */
function namedBy(rules: EffectiveRuleSet['rules']): readonly string[] {
  return standardsNamed(rules.map(({ conditions, event }) => [conditions, event]));
}
