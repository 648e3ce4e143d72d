import { Refusal } from '../../domain/refusal.ts';
import type { Plan, PlanLine } from '../../engine/plan.ts';
import type { EffectiveRuleSet } from '../../rulesets/effective-rule-set.ts';
import type { FactClass } from '../edges/fact-class.ts';
import { countersRead } from '../edges/live-steps.ts';
import { planText } from '../edges/plan-text.ts';
import { type Assumed, forkAt, type LazyFacts } from './lazy-facts.ts';

/**
 * What is kept of a plan – its arithmetic as text, and by which rules and limits it pays – or the layers whose amounts the
 * claim must bring. Plans themselves are large, and made again for the few that are looked at.
 */
export type Made =
  | {
      readonly text: string;
      readonly lines: string;
      /** The counters that payments depend on, by their paths; the same for plans of one text. */
      readonly counters: ReadonlySet<string>;
      readonly needs: readonly [];
    }
  | { readonly text?: undefined; readonly needs: readonly string[] };

/** What one memo holds before it forgets: ways to make a plan, and different texts of some kilobytes each. */
const MOST_MADE = 50_000;
const MOST_TEXTS = 5_000;

/** Texts of plans by the rules that fire and by what else was read of the facts when they were made. */
export class PlanMemo {
  /** By the rules that fire: for every set of facts that was read, what was made, by their classes. */
  readonly #made = new Map<string, Map<string, { read: readonly string[]; by: Map<string, Made | null> }>>();
  /** Claims that differ in what they are told apart by mostly come to a few plans: each is held once. */
  readonly #kept = new Map<string, Made>();
  #size = 0;

  /**
   * @returns null where the claims are refused
   * @throws Fork where more must be assumed, also where less might do this time: to find out by trying costs more
   */
  of(key: string, facts: LazyFacts, assumed: Assumed, make: () => Plan): Made | null {
    const known = this.#made.get(key) ?? new Map<string, { read: readonly string[]; by: Map<string, Made | null> }>();
    for (const { read, by } of known.values()) {
      for (const fact of read) if (!assumed.has(fact)) throw forkAt(fact);
      const made = by.get(classesOf(read, assumed));
      if (made !== undefined) return made;
    }
    if (this.#size >= MOST_MADE || this.#kept.size >= MOST_TEXTS) this.#forget();
    facts.read.clear();
    const made = this.#once(madeBy(make));
    const read = [...facts.read].sort();
    const group = known.get(read.join()) ?? { read, by: new Map<string, Made | null>() };
    this.#made.set(key, known.set(read.join(), group));
    group.by.set(classesOf(read, assumed), made);
    this.#size += 1;
    return made;
  }

  #forget(): void {
    this.#made.clear();
    this.#kept.clear();
    this.#size = 0;
  }

  #once(made: Made | null): Made | null {
    if (made?.text === undefined) return made;
    const key = `${made.text}\n${made.lines}`;
    const known = this.#kept.get(key);
    if (known === undefined) this.#kept.set(key, made);
    return known ?? made;
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

/** The plans that were made of a rule set before. Rule sets never change. */
export function memoOf(ruleSet: EffectiveRuleSet, type: string, pots: readonly string[]): PlanMemo {
  const known = memos.get(ruleSet) ?? new Map<string, PlanMemo>();
  const key = [type, ...pots].join();
  const found = known.get(key);
  const memo = found ?? new PlanMemo();
  memos.set(ruleSet, known.set(key, memo));
  return memo;
}

function madeBy(make: () => Plan): Made | null {
  try {
    const plan = make();
    const lines = plan.layers.flatMap((layer) => layer.lines.map(namesOfLine)).join('\n');
    return { text: planText(plan), lines, counters: countersRead(plan), needs: [] };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const { findings } = error;
    if (!findings.every(({ code }) => code === 'settledMissing')) return null;
    return { needs: findings.map(({ args }) => String(args.layer)) };
  }
}

/** A payment by the names of its rule and of the limits that bind it. */
function namesOfLine({ rule, bounds }: PlanLine): string {
  return [rule.name, ...bounds.map(({ name }) => name)].join();
}
