import type { Finding } from '../domain/finding.ts';
import type { Jurisdiction } from '../domain/jurisdictions.ts';
import { compile } from '../engine/compile.ts';
import type { CompiledRuleSet } from '../engine/settlement.ts';
import { claimCheck } from '../rulesets/claim-check.ts';
import { digest } from '../rulesets/digest.ts';
import type { EffectiveRuleSet } from '../rulesets/effective-rule-set.ts';
import type { Override, RuleSet } from '../rulesets/language.ts';
import { type Named, resolve } from '../rulesets/resolve.ts';
import type { RuleSetName } from './evaluation.ts';

/** The rules that apply to a claim of one jurisdiction on one date, ready to settle it. */
export interface RulesInForce {
  /** The jurisdiction under the code that it has on the date. */
  readonly jurisdiction: Jurisdiction;
  readonly name: RuleSetName;
  readonly effective: EffectiveRuleSet;
  readonly compiled: CompiledRuleSet;
  /** What is wrong with a claim by the schema of its type; pointers are those of a request. */
  readonly checkClaim: (claim: unknown) => readonly Finding[];
}

/** A text that has not been published, checked; one of the two. */
export interface Draft {
  readonly city?: RuleSet;
  readonly override?: Override;
}

/** A text under the name that one has which was never published. */
export function unpublished<Document extends RuleSet | Override>(document: Document): Named<Document> {
  return { document, name: { jurisdiction: document.jurisdiction, version: null, digest: digest(document) } };
}

/** A city's rules, a county's on top where there are, resolved and ready to settle claims. */
export function rulesOf(
  jurisdiction: Jurisdiction,
  city: Named<RuleSet>,
  county: Named<Override> | null,
): RulesInForce {
  const effective = resolve(city, county, jurisdiction.code);
  const own = jurisdiction.city === null ? city.name : county?.name;
  const name: RuleSetName = {
    jurisdiction: jurisdiction.code,
    version: own?.version ?? null,
    digest: own?.digest ?? null,
    base: city.name,
    effectiveDigest: effective.effectiveDigest,
  };
  return { jurisdiction, name, effective, compiled: compile(effective), checkClaim: claimCheck(effective) };
}
