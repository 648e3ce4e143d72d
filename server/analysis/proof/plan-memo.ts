import { Refusal } from '../../domain/refusal.ts';
import type { Plan } from '../../engine/plan.ts';
import type { EffectiveRuleSet } from '../../rulesets/effective-rule-set.ts';
import type { FactClass } from '../edges/fact-class.ts';
import { planText } from '../edges/plan-text.ts';
import { type Assumed, forkAt, type LazyFacts } from './lazy-facts.ts';

/** A plan with its arithmetic as text, or the layers whose amounts the claim must bring. */
export type Made =
  | { readonly plan: Plan; readonly text: string; readonly needs: readonly [] }
  | { readonly plan?: undefined; readonly text?: undefined; readonly needs: readonly string[] };

/** Plans by the rules that fire and by what else was read of the facts when they were made. */
export class PlanMemo {
  /** By the rules that fire: for every set of facts that was read, what was made, by their classes. */
  readonly #made = new Map<string, Map<string, { read: readonly string[]; by: Map<string, Made | null> }>>();
  #size = 0;

  /** Plans that are held. */
  get size(): number {
    return this.#size;
  }

  /**
   * @returns null where the claims are refused
   * @throws Fork where more must be assumed, also where less might do this time: to find out by trying costs more
   */
  of(key: string, facts: LazyFacts, assumed: Assumed, make: () => Plan): Made | null {
    const known = this.#made.get(key) ?? new Map<string, { read: readonly string[]; by: Map<string, Made | null> }>();
    this.#made.set(key, known);
    for (const { read, by } of known.values()) {
      for (const fact of read) if (!assumed.has(fact)) throw forkAt(fact);
      const made = by.get(classesOf(read, assumed));
      if (made !== undefined) return made;
    }
    facts.read.clear();
    const made = madeBy(make);
    const read = [...facts.read].sort();
    const group = known.get(read.join()) ?? { read, by: new Map<string, Made | null>() };
    known.set(read.join(), group);
    group.by.set(classesOf(read, assumed), made);
    this.#size += 1;
    return made;
  }
}

/** Of each fact that is read the value that stands for its class: a plan is made from nothing else. */
function classesOf(read: readonly string[], assumed: Assumed): string {
  return read.map((fact) => classText(assumed.get(fact) as FactClass)).join();
}

const values = new WeakMap<FactClass, string>();

function classText(one: FactClass): string {
  const known = values.get(one);
  if (known !== undefined) return known;
  const text = JSON.stringify(one.value ?? null);
  values.set(one, text);
  return text;
}

/** Plans of rule sets that many others are held against, as a city's is by its counties: by claim type and its pots. */
const memos = new WeakMap<EffectiveRuleSet, Map<string, PlanMemo>>();

/** Plans that one memo holds before it is begun anew. */
const MOST_PLANS = 5_000;

/** The plans that were made of a rule set before. Rule sets never change. */
export function memoOf(ruleSet: EffectiveRuleSet, type: string, pots: readonly string[]): PlanMemo {
  const known = memos.get(ruleSet) ?? new Map<string, PlanMemo>();
  const key = [type, ...pots].join();
  const found = known.get(key);
  const memo = found === undefined || found.size > MOST_PLANS ? new PlanMemo() : found;
  memos.set(ruleSet, known.set(key, memo));
  return memo;
}

function madeBy(make: () => Plan): Made | null {
  try {
    const plan = make();
    return { plan, text: planText(plan), needs: [] };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const { findings } = error;
    if (!findings.every(({ code }) => code === 'settledMissing')) return null;
    return { needs: findings.map(({ args }) => String(args.layer)) };
  }
}
