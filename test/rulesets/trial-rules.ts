import { digest } from '../../server/rulesets/digest.ts';
import type { EffectiveRuleSet } from '../../server/rulesets/effective-rule-set.ts';
import type { RuleSet } from '../../server/rulesets/language.ts';
import { parseDocument } from '../../server/rulesets/parse.ts';
import { resolve } from '../../server/rulesets/resolve.ts';

const HEAD = `kind: RuleSet
jurisdiction: "990100"
effective: {from: 2024-01-01}
title: {zh: 试, en: trial}
`;

/** A made-up city's rules, resolved. @param text YAML of all but kind, jurisdiction, period and title */
export function trialRules(text: string): EffectiveRuleSet {
  const document = parseDocument(HEAD + text, { maxBytes: 1 << 20 }).document as RuleSet;
  return resolve({ document, name: { jurisdiction: '990100', version: null, digest: digest(document) } });
}
