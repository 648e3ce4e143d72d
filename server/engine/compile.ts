import { refuse } from '../domain/refusal.ts';
import type { EffectiveRuleSet } from '../rulesets/effective-rule-set.ts';
import { CompiledClaimType } from './compiled-claim-type.ts';
import type { Claim, CompiledRuleSet } from './settlement.ts';

/** How a rule set is compiled. */
export interface CompileOptions {
  /** False where code may not be generated (a page under a strict policy): plans are then run as they stand. */
  readonly generate?: boolean;
  /** How many profiles are remembered for each type of claim. */
  readonly profiles?: number;
  /** How many values of each fact that is read exactly are told apart at a time; more make everything remembered forgotten. */
  readonly exactValues?: number;
}

const REMEMBERED_PROFILES = 4096;

/** Makes a rule set ready to settle claims; nothing is computed for a claim type until its first claim. */
export function compile(ruleSet: EffectiveRuleSet, options: CompileOptions = {}): CompiledRuleSet {
  const { generate = true, profiles = REMEMBERED_PROFILES, exactValues } = options;
  const types = new Map<string, CompiledClaimType>();
  const find = (type: string): CompiledClaimType => {
    let compiled = types.get(type);
    if (compiled === undefined) {
      if (!ruleSet.claims.has(type)) unknownType(ruleSet, type);
      compiled = new CompiledClaimType(ruleSet, type, generate, profiles, exactValues);
      types.set(type, compiled);
    }
    return compiled;
  };
  // Claims of one type mostly come after one another.
  let last: { readonly type: string; readonly compiled: CompiledClaimType } | null = null;
  const typeOf = ({ type }: Claim): CompiledClaimType => {
    if (last === null || last.type !== type) last = { type, compiled: find(type) };
    return last.compiled;
  };
  return {
    settle: (claim, date) => typeOf(claim).settle(claim, date),
    tally: (claim, date) => typeOf(claim).tally(claim, date),
    explain: (claim, date) => typeOf(claim).explain(claim, date),
  };
}

function unknownType(ruleSet: EffectiveRuleSet, type: unknown): never {
  const known = [...ruleSet.claims.keys()].join(', ');
  refuse('unknownClaimType', { given: String(type), known }, { pointer: '/claim/type' });
}
