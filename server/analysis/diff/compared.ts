import { formOf } from '../../engine/forms/index.ts';
import type { EffectiveRuleSet, Rule } from '../../rulesets/effective-rule-set.ts';
import { standardsNamed } from '../../rulesets/figure.ts';
import { limitBeyond } from '../../rulesets/limit-beyond.ts';

/** Two rule sets under the same names, and what of them a kind of change looks at. */
export interface Compared {
  /** The first side, with the second's names for what was renamed. */
  readonly before: EffectiveRuleSet;
  readonly after: EffectiveRuleSet;
  /** Standards that some rule, limit or pot of either side names: settlements hang on no other. */
  readonly settling: ReadonlySet<string>;
  /** Layers and rules that only one side has. */
  readonly onOneSide: ReadonlySet<string>;
  /** Limits beyond which a rule of either side works, and the standards that they name: what such a limit cuts is another payer's. */
  readonly workedBeyond: ReadonlySet<string>;
  /** Standards by which either side divides a bill into pots: what one pot gains another loses, and caps are used up otherwise. */
  readonly dividing: ReadonlySet<string>;
}

/** What two rule sets have in common, looked at once for all changes. */
export function compared(before: EffectiveRuleSet, after: EffectiveRuleSet): Compared {
  const named = [before, after].flatMap(({ rules, limits, costs }) =>
    standardsNamed([rules.map(({ conditions, event }) => [conditions, event]), limits, costs]),
  );
  return {
    before,
    after,
    settling: new Set(named),
    onOneSide: differing(namesIn(before), namesIn(after)),
    workedBeyond: new Set([before, after].flatMap(workedBeyond)),
    dividing: new Set(standardsNamed([before.costs, after.costs])),
  };
}

function workedBeyond({ rules, limits }: EffectiveRuleSet): readonly string[] {
  const names = new Set(rules.flatMap(({ event }) => limitBeyond(event) ?? []));
  if (names.size === 0) return [];
  return [...names, ...standardsNamed(limits.filter(({ name }) => names.has(name)))];
}

function namesIn({ layers, rules }: EffectiveRuleSet): ReadonlySet<string> {
  return new Set([...layers, ...rules].map(({ name }) => name));
}

function differing(a: ReadonlySet<string>, b: ReadonlySet<string>): ReadonlySet<string> {
  return new Set([...a, ...b].filter((name) => a.has(name) !== b.has(name)));
}

/** Rules by their names, made once for all changes of a comparison. */
const byName = new WeakMap<EffectiveRuleSet, ReadonlyMap<string, Rule>>();

/** A rule as each side has it. */
export function rulesNamed({ before, after }: Compared, name: string): readonly Rule[] {
  return [before, after].flatMap((ruleSet) => ruleNamed(ruleSet, name) ?? []);
}

/** The rule of a name; undefined where there is none. */
export function ruleNamed(ruleSet: EffectiveRuleSet, name: string): Rule | undefined {
  const rules = byName.get(ruleSet) ?? new Map(ruleSet.rules.map((rule) => [rule.name, rule]));
  byName.set(ruleSet, rules);
  return rules.get(name);
}

/** What a rule does for a person: see {@link formOf}. */
export function roleOf({ event }: Pick<Rule, 'event'>): 'pays' | 'funds' | 'bounds' {
  return formOf(event.type).role;
}
