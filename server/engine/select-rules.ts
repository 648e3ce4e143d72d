import { Engine, type RuleProperties } from 'json-rules-engine';
import type { Operand } from '../rulesets/comparison.ts';
import type { EffectiveRuleSet, Rule } from '../rulesets/effective-rule-set.ts';
import type { Condition, ConditionLeaf } from '../rulesets/language.ts';
import type { Candidates } from './candidates.ts';
import { namesIn, partsOf, referenceOf } from './conditions.ts';
import type { Facts } from './facts.ts';
import { Figures } from './figures.ts';

/** A fact that no condition is met by: json-rules-engine would let `notEqual` of an absent fact pass. */
const NEVER = '$never';

/**
 * The names of the rules that json-rules-engine fires for a profile. It is run over candidates only, so that thousands of
 * rules for other hospitals or diseases cost nothing.
 */
export async function selectRules(
  ruleSet: EffectiveRuleSet,
  rules: Candidates,
  facts: Facts,
): Promise<ReadonlySet<string>> {
  const figures = new Figures(ruleSet, (id) => facts.get(id));
  const look = (name: string): Operand => (name.startsWith('$') ? (figures.read(name) as Operand) : facts.get(name));
  const candidates = rules.of(look);
  if (candidates.length === 0) return new Set();
  const runtime: Record<string, unknown> = Object.create(null);
  runtime[NEVER] = false;
  const engine = new Engine([], { allowUndefinedFacts: true });
  for (const rule of candidates) {
    for (const name of namesIn(rule.conditions)) runtime[name] = look(name);
    engine.addRule(engineRule(rule, look));
  }
  const { results } = await engine.run(runtime);
  return new Set(results.map(({ name }) => name));
}

function engineRule({ name, conditions }: Rule, look: (name: string) => Operand): RuleProperties {
  const ready = engineCondition(conditions, look);
  const root = 'all' in ready || 'any' in ready || 'not' in ready ? ready : { all: [ready] };
  return { name, conditions: root as unknown as RuleProperties['conditions'], event: { type: name } };
}

/** Whether a fact holds items of a choice, or dates: one text or several. */
function isText(met: Operand): boolean {
  return typeof met === 'string' || (Array.isArray(met) && met.some((item) => typeof item === 'string'));
}

/** Numbers as the items of a choice are held. */
function asText(wanted: unknown): unknown {
  if (Array.isArray(wanted)) return wanted.map(asText);
  return typeof wanted === 'number' ? String(wanted) : wanted;
}

/**
 * The condition as json-rules-engine takes it: a leaf on an absent fact becomes one that is never met, and what an item of
 * a choice is compared with is text, also where a standard writes it as a number.
 */
function engineCondition(condition: Condition, look: (name: string) => Operand): Condition {
  if ('fact' in condition) {
    const reference = referenceOf(condition);
    const met = look(condition.fact);
    const wanted = reference === null ? condition.value : look(reference);
    if (met === undefined || wanted === undefined) return { fact: NEVER, operator: 'equal', value: true };
    return isText(met) ? { ...condition, value: asText(wanted) as ConditionLeaf['value'] } : condition;
  }
  if ('not' in condition) return { not: engineCondition(condition.not, look) };
  const parts = partsOf(condition).map((part) => engineCondition(part, look));
  return 'all' in condition ? { all: parts } : { any: parts };
}
