import { isDeepStrictEqual } from 'node:util';
import { Refusal } from '../../server/domain/refusal.ts';
import type { Claim, CompiledRuleSet, Settlement } from '../../server/engine/settlement.ts';
import type { EffectiveRuleSet } from '../../server/rulesets/effective-rule-set.ts';
import { Refused } from '../naive/claim-facts.ts';
import { settleNaively } from '../naive/interpreter.ts';
import { settlementOf } from './settlement-of-tally.ts';

/** What settling a claim comes to: the settlement without its notices, or the code of a refusal. */
export type Outcome = Omit<Settlement, 'notices'> | { readonly refused: string };

/** The engine's outcome. Only refusals are answers; any other error is a failure, and so is a tally that says something else. */
export async function byEngine(compiled: CompiledRuleSet, claim: Claim, date: string): Promise<Outcome> {
  try {
    const whole = await compiled.settle(claim, date);
    const tallied = compiled.tally(claim, date);
    if (tallied !== undefined && !isDeepStrictEqual(asJson(settlementOf(tallied)), asJson(whole))) {
      throw new Error(`the tally differs: ${JSON.stringify(settlementOf(tallied))} ${JSON.stringify(whole)}`);
    }
    const { notices, ...settlement } = whole;
    return settlement;
  } catch (error) {
    if (error instanceof Refusal) return { refused: error.code };
    throw error;
  }
}

const asJson = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

/** The naive interpreter's outcome; `fired` where another engine has chosen the rules. */
export function byMeaning(ruleSet: EffectiveRuleSet, claim: Claim, date: string, fired?: ReadonlySet<string>): Outcome {
  try {
    const { notices, ...settlement } = settleNaively(ruleSet, claim, date, fired);
    return settlement;
  } catch (error) {
    if (error instanceof Refused) return { refused: error.refused };
    throw error;
  }
}

/**
 * An outcome as it is compared: of a refusal only that it is one. Where several things are wrong with a claim, which of
 * them is found first is nobody's promise.
 */
export function comparable(outcome: Outcome): Outcome {
  return 'refused' in outcome ? { refused: 'for some reason' } : outcome;
}
