import { refuse } from '../domain/refusal.ts';
import { pointerOf } from '../rulesets/claim-paths.ts';
import type { Operand } from '../rulesets/comparison.ts';
import { workedOutOf } from '../rulesets/derived.ts';
import type { EffectiveStandard, Fact } from '../rulesets/effective-rule-set.ts';

/** What a standard was to be read by, and is not to be found under. */
export interface MissedKey {
  readonly standard: EffectiveStandard;
  readonly fact: string;
  readonly found: Operand;
  /** The facts of the claim's type; none where they are not known. */
  readonly facts: ReadonlyMap<string, Fact>;
}

/**
 * Says that a claim does not bring the key of a standard (`keyNeeded`), or brings one that the standard has no figure for
 * (`noFigure`). What is worked out from other facts is sent by nobody: those are asked for.
 * @throws Refusal always
 */
export function refuseKey({ standard, fact, found, facts }: MissedKey): never {
  const { id, label } = standard;
  const args = { fact, value: found === undefined ? null : String(found), standard: id, label };
  if (found !== undefined) refuse('noFigure', args, { pointer: pointerOf(fact) });
  const declared = facts.get(fact);
  const sources = declared === undefined ? [] : workedOutOf(declared.type);
  const [first, ...others] = sources.length === 0 ? [fact] : sources;
  refuse('keyNeeded', { ...args, send: [first, ...others].join(', ') }, { pointer: pointerOf(first ?? fact) });
}
