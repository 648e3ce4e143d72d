import { compares, type Operand } from '../rulesets/comparison.ts';
import type { Condition, ConditionLeaf } from '../rulesets/language.ts';
import { ifSet } from './forms/form.ts';

/** Looks up a fact of the claim, or a standard where the name starts with a dollar sign. */
export type LookUp = (name: string) => Operand;

/** A leaf of a condition that was not met, with what it met and what it wanted. */
export interface FailedLeaf {
  readonly fact: string;
  readonly operator: string;
  readonly wanted: Operand;
  readonly met: Operand;
  /** Of an `any`: what else would have done, in the order of the document. */
  readonly or?: readonly FailedLeaf[];
}

/** So many alternatives of an `any` are told at most. */
const MOST_ALTERNATIVES = 5;

/** The facts, and `$standards`, that a condition names. */
export function* namesIn(condition: Condition): Generator<string> {
  for (const leaf of leavesOf(condition)) {
    yield leaf.fact;
    const reference = referenceOf(leaf);
    if (reference !== null) yield reference;
  }
}

/** All leaves of a condition, in the order of the document. */
export function* leavesOf(condition: Condition): Generator<ConditionLeaf> {
  if ('fact' in condition) yield condition;
  else if ('not' in condition) yield* leavesOf(condition.not);
  else for (const part of partsOf(condition)) yield* leavesOf(part);
}

/** The parts of an `all` or an `any`. */
export function partsOf(condition: Exclude<Condition, ConditionLeaf | { not: Condition }>): readonly Condition[] {
  return 'all' in condition ? condition.all : condition.any;
}

/** The `$standard` a leaf compares with, or null where it compares with a literal. */
export function referenceOf(leaf: ConditionLeaf): string | null {
  const { value } = leaf;
  return typeof value === 'object' && value !== null && !Array.isArray(value) && 'fact' in value ? value.fact : null;
}

/** What a leaf compares with; a choice's items compare as strings, so literals are given as `literal` holds them. */
function wantedOf(leaf: ConditionLeaf, look: LookUp): Operand {
  const reference = referenceOf(leaf);
  return reference === null ? (leaf.value as Operand) : look(reference);
}

/**
 * The first leaf that keeps a condition from being met, in the order of the document, or null where it is met. An absent
 * fact meets no leaf.
 */
export function firstFailure(condition: Condition, look: LookUp): FailedLeaf | null {
  if ('fact' in condition) {
    const met = look(condition.fact);
    const wanted = wantedOf(condition, look);
    if (compares(condition.operator, met, wanted)) return null;
    return { fact: condition.fact, operator: condition.operator, wanted, met };
  }
  if ('not' in condition) {
    return firstFailure(condition.not, look) === null ? negated(condition.not, look) : null;
  }
  if ('all' in condition) {
    for (const part of condition.all) {
      const failure = firstFailure(part, look);
      if (failure !== null) return failure;
    }
    return null;
  }
  const failures: FailedLeaf[] = [];
  for (const part of condition.any) {
    const failure = firstFailure(part, look);
    if (failure === null) return null;
    if (failures.length < MOST_ALTERNATIVES) failures.push(...alternativesIn(failure));
  }
  const [first, ...others] = failures.slice(0, MOST_ALTERNATIVES);
  return first === undefined || others.length === 0 ? (first ?? null) : { ...first, or: others };
}

/** A failure and what else would have done in its place, one after another. */
function alternativesIn({ or = [], ...first }: FailedLeaf): readonly FailedLeaf[] {
  return [first, ...or];
}

/**
 * The first leaf at the top of an `all` that names no standard and is not met, or null. It alone decides: what the rule
 * asks for beside it, a key that the claim lacks or a standard that is unset, no longer matters.
 */
export function plainFailure(condition: Condition, look: LookUp): FailedLeaf | null {
  if (!('all' in condition)) return null;
  for (const part of condition.all) {
    const failure = 'fact' in part && isPlain(part) ? firstFailure(part, look) : null;
    if (failure !== null) return failure;
  }
  return null;
}

/** Whether a leaf compares a fact of the claim with a literal. */
export function isPlain(leaf: ConditionLeaf): boolean {
  return !leaf.fact.startsWith('$') && referenceOf(leaf) === null;
}

/** What conditions were found to name: the same is asked of each for every kind of claims. Conditions never change. */
const named = new WeakMap<Condition, readonly string[]>();

/** The `$standards` that a condition names. */
export function standardsIn(condition: Condition): readonly string[] {
  const known = named.get(condition);
  if (known !== undefined) return known;
  const found = [...new Set(namesIn(condition))].filter((name) => name.startsWith('$'));
  named.set(condition, found);
  return found;
}

/** Whether a condition is met; one that needs an unset standard is not, whatever else it says. */
export function holds(condition: Condition, look: LookUp): boolean {
  if (plainFailure(condition, look) !== null) return false;
  return ifSet(() => standardsIn(condition).map(look)) !== null && firstFailure(condition, look) === null;
}

const opposite: Readonly<Record<string, string>> = {
  equal: 'notEqual',
  notEqual: 'equal',
  in: 'notIn',
  notIn: 'in',
  contains: 'doesNotContain',
  doesNotContain: 'contains',
  lessThan: 'greaterThanInclusive',
  lessThanInclusive: 'greaterThan',
  greaterThan: 'lessThanInclusive',
  greaterThanInclusive: 'lessThan',
};

/** What should have been otherwise under a `not`: its first leaf, the operator turned round. */
function negated(condition: Condition, look: LookUp): FailedLeaf {
  if ('any' in condition) {
    const met = condition.any.find((part) => firstFailure(part, look) === null);
    if (met !== undefined) return negated(met, look);
  }
  for (const leaf of leavesOf(condition)) {
    return {
      fact: leaf.fact,
      operator: opposite[leaf.operator] ?? leaf.operator,
      wanted: wantedOf(leaf, look),
      met: look(leaf.fact),
    };
  }
  return { fact: 'claim.type', operator: 'notEqual', wanted: undefined, met: look('claim.type') };
}
