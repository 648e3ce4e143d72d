import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compile } from '../../../server/engine/compile.ts';
import { claimCheck } from '../../../server/rulesets/claim-check.ts';
import type { EffectiveRuleSet } from '../../../server/rulesets/effective-rule-set.ts';
import type { RuleSet } from '../../../server/rulesets/language.ts';
import { checkDocument } from '../../../server/rulesets/validate.ts';
import { type RulesInForce, rulesOf, unpublished } from '../../../server/usecases/rules-in-force.ts';
import { cityDocument } from '../../city.ts';
import { root } from '../../house/sources.ts';

/** One change of a document: steps to a value, and what it becomes; undefined takes it away. */
export type Change = readonly [path: readonly (string | number)[], value: unknown];

const city = cityDocument();

/** The city's document with changes. */
export function changedCity(changes: readonly Change[]): RuleSet {
  return changed(city, changes);
}

/** A document with changes; a list is met by number, or by the name of its item. */
export function changed(document: RuleSet, changes: readonly Change[]): RuleSet {
  const copy = structuredClone(document);
  for (const [path, value] of changes) {
    let at = copy as unknown as Record<string | number, unknown>;
    for (const step of path.slice(0, -1)) at = at[placeOf(at, step)] as Record<string | number, unknown>;
    const last = placeOf(at, path.at(-1) ?? '');
    if (value === undefined) delete at[last];
    else at[last] = value;
  }
  return copy;
}

function placeOf(at: unknown, step: string | number): string | number {
  if (!Array.isArray(at) || typeof step === 'number') return step;
  return at.findIndex((one) => (one as { name?: string }).name === step);
}

/** A document's rules, ready to settle claims by the evaluation; nothing is generated for the few claims of a test. */
export function rulesIn(document: RuleSet): RulesInForce {
  const { jurisdiction: code } = document;
  const unsaid = { city: null, validFrom: null, validTo: null, successor: null, predecessor: null, note: null };
  const rules = rulesOf({ code, name: { zh: code, en: code }, ...unsaid }, unpublished(document), null);
  const { effective } = rules;
  return { ...rules, compiled: compile(effective, { generate: false }), checkClaim: claimCheck(effective, false) };
}

/** A document resolved. */
export function effectiveOf(document: RuleSet): EffectiveRuleSet {
  return rulesIn(document).effective;
}

/** The plan of one of the other cities of test/cities. */
export function otherCity(code: string): RuleSet {
  const file = join(root, 'test/cities', code, 'plan.yaml');
  const { document, findings } = checkDocument(readFileSync(file, 'utf8'), { file, maxBytes: 8 << 20 });
  if (document === null) throw new Error(JSON.stringify(findings.slice(0, 5)));
  return document as RuleSet;
}
