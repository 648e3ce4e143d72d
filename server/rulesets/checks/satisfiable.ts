import { compares, type WrittenOperand } from '../comparison.ts';
import type { ClaimType, EffectiveStandard, FactValue } from '../effective-rule-set.ts';
import type { Condition, ConditionLeaf } from '../language.ts';
import { isUnset } from '../rank.ts';
import { isList, isScalar, standardAt } from '../standard-at.ts';
import { candidatesOf } from './candidates.ts';

/** A claim's facts as far as they are chosen; undefined where a fact is absent. */
export type Assignment = ReadonlyMap<string, FactValue | undefined>;

type Standards = ReadonlyMap<string, EffectiveStandard>;

/** Leaves compared after which a search gives up: no condition of people comes near. */
const STEPS = 200_000;

/** How many more leaves all searches of a text may compare; a hostile text then stays undecided. */
export interface Budget {
  left: number;
}

/** The budget of one text: a second or so. */
export function newBudget(): Budget {
  return { left: 3_000_000 };
}

/**
 * Looks for a claim of a type that meets all conditions, over the classes that their facts' values fall into: the items of
 * a choice, the points where a number is cut and those beside them. Facts are taken as independent of each other.
 * @returns a claim's facts that meet them; null where none can; undefined where it was not decided
 */
export function witness(
  claimType: ClaimType,
  standards: Standards,
  conditions: readonly Condition[],
  budget: Budget,
): Assignment | null | undefined {
  return new Search(claimType, standards, { all: [...conditions] }, budget).run();
}

class Search {
  readonly #claimType: ClaimType;
  readonly #standards: Standards;
  readonly #condition: Condition;
  readonly #chosen = new Map<string, FactValue | undefined>();
  readonly #variables: readonly { readonly fact: string; readonly values: readonly (FactValue | undefined)[] }[];
  readonly #budget: Budget;
  readonly #enough: number;

  constructor(claimType: ClaimType, standards: Standards, condition: Condition, budget: Budget) {
    this.#budget = budget;
    this.#enough = Math.max(0, budget.left - STEPS);
    this.#claimType = claimType;
    this.#standards = standards;
    this.#condition = condition;
    this.#chosen.set('claim.type', claimType.type);
    this.#variables = [...candidatesOf(claimType, standards, condition)].map(([fact, values]) => ({ fact, values }));
  }

  run(): Assignment | null | undefined {
    if (this.#search(0)) return this.#chosen;
    return this.#isSpent() ? undefined : null;
  }

  #isSpent(): boolean {
    return this.#budget.left <= this.#enough;
  }

  #search(depth: number): boolean {
    if (this.#isSpent()) return false;
    const verdict = this.#holds(this.#condition);
    if (verdict !== undefined) return verdict;
    const variable = this.#variables[depth];
    // What stays open with every fact chosen hangs on a standard that is not set yet: it may come to hold.
    if (variable === undefined) return true;
    for (const value of variable.values) {
      this.#chosen.set(variable.fact, value);
      if (this.#search(depth + 1)) return true;
    }
    this.#chosen.delete(variable.fact);
    return false;
  }

  /** Undefined where facts not yet chosen decide. */
  #holds(condition: Condition): boolean | undefined {
    if ('fact' in condition) return this.#leaf(condition);
    if ('not' in condition) {
      const inner = this.#holds(condition.not);
      return inner === undefined ? undefined : !inner;
    }
    const [parts, by] = 'all' in condition ? [condition.all, false] : [condition.any, true];
    let verdict: boolean | undefined = !by;
    for (const part of parts) {
      const one = this.#holds(part);
      if (one === by) return by;
      if (one === undefined) verdict = undefined;
    }
    return verdict;
  }

  #leaf({ fact, operator, value }: ConditionLeaf): boolean | undefined {
    const left = this.#operand(fact);
    const reference = typeof value === 'object' && !Array.isArray(value) ? value.fact : null;
    const right = reference === null ? { value: value as WrittenOperand } : this.#operand(reference);
    this.#budget.left -= 1;
    if (left === undefined || right === undefined) return undefined;
    if (Array.isArray(right.value)) this.#budget.left -= right.value.length;
    return compares(operator, left.value, right.value);
  }

  /** Undefined where it is not known yet; a value of undefined is an absent fact. */
  #operand(name: string): { readonly value: WrittenOperand } | undefined {
    if (!name.startsWith('$')) {
      if (this.#chosen.has(name)) return { value: this.#chosen.get(name) };
      return this.#claimType.facts.has(name) || name === 'cost.total' || name === 'claim.date'
        ? undefined
        : { value: undefined };
    }
    const standard = this.#standards.get(name.slice(1));
    if (standard === undefined || standard.by.some((key) => !this.#chosen.has(key))) return undefined;
    const value = standardAt(standard, (key) => this.#chosen.get(key) as string | number | boolean | undefined);
    if (value === undefined || isUnset(standard, value)) return undefined;
    return { value: isScalar(value) || isList(value) ? value : undefined };
  }
}
