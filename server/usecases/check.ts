import type { Check } from '../analysis/check/answer.ts';
import { check as checkRuleSet } from '../analysis/check/check.ts';
import type { GoOn } from '../analysis/edges/go-on.ts';
import type { Solver } from '../analysis/proof/solver.ts';
import type { Side } from './compared/side.ts';
import type { ProofMemory, ProvedSide } from './prove.ts';
import { provedSide } from './prove.ts';

/** What was found out about rules, with what they are called. */
export interface CheckedRules extends Check {
  /** `none`: it is proved that there is nothing; `undecided`: nothing was found, and not everything was looked at or proved. */
  readonly result: 'none' | 'found' | 'undecided';
  readonly ruleSet: ProvedSide;
}

/** How rules are looked through, by whoever asks for it. */
export interface CheckOptions {
  /** Null: what forms and searches do not tell stays open. */
  readonly solver: Solver | null;
  readonly memory?: ProofMemory;
  /** Asked between pieces of work of a few milliseconds; false ends it. */
  readonly goOn?: GoOn;
}

/** Asks rules what their authors may not have meant, and where their caps begin to cut. Nothing is stored. */
export async function check(side: Side, { solver, memory, goOn = () => true }: CheckOptions): Promise<CheckedRules> {
  const checked = await checkRuleSet(side.rules.effective, {
    solver,
    goOn,
    ...(memory === undefined ? {} : { remembered: memory.lemmas }),
  });
  const nothing = openIn(checked) > 0 ? 'undecided' : 'none';
  return { result: checked.found.length > 0 ? 'found' : nothing, ruleSet: provedSide(side), ...checked };
}

/** How many of the answers are of a part of the claims alone, or could not be proved. */
export function openIn({ answers, caps }: Pick<Check, 'answers' | 'caps'>): number {
  return [...answers, ...caps].filter(({ reason }) => reason !== null).length;
}
