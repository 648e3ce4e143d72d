import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { digest } from '../server/rulesets/digest.ts';
import type { EffectiveRuleSet } from '../server/rulesets/effective-rule-set.ts';
import type { RuleSet } from '../server/rulesets/language.ts';
import { resolve } from '../server/rulesets/resolve.ts';
import { checkDocument } from '../server/rulesets/validate.ts';

const FILE = fileURLToPath(new URL('../rules/371500/liaocheng-2019.yaml', import.meta.url));

/** The city's own document, parsed and checked. */
export function cityDocument(): RuleSet {
  const { document, findings } = checkDocument(readFileSync(FILE, 'utf8'), { file: FILE, maxBytes: 8 << 20 });
  if (document === null) throw new Error(JSON.stringify(findings.slice(0, 5)));
  return document as RuleSet;
}

/** The city's rule set, resolved as version 1.0.0. */
export function cityRuleSet(): EffectiveRuleSet {
  const document = cityDocument();
  return resolve({ document, name: { jurisdiction: '371500', version: '1.0.0', digest: digest(document) } });
}
